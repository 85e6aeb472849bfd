"""What the languages of a text demand, allow and deny."""

from collections.abc import Iterator, Mapping

from gollanma.checks.finding import Finding, check
from gollanma.checks.standing import spoken_in
from gollanma.diagnostics import Severity
from gollanma.graph import Graph
from gollanma.languages import Languages
from gollanma.languages.senses import Senses
from gollanma.languages.sentences import side_by_side

FREEDOM = frozenset({"may"})
BAN = frozenset({"must_not"})


@check("I18N015", Severity.WARNING)
def binds_less_or_more(graph: Graph) -> Iterator[Finding]:
    """A text says must in one language and may in another, or forbids in one alone.

    A worker leaves out in her language what the law in another demands of her.
    """
    for key, path, text in graph.printed:
        own = spoken_in(graph, key)
        for code in text if own in text else ():
            sentence = _turned_in(graph.languages, text, own, code) if code != own else ""
            if sentence:
                values = {"language": code, "source": own}
                yield Finding(key, (*path, code), sentence, values)


def _turned_in(languages: Languages, text: Mapping[str, str], own: str, code: str) -> str:
    """Give how the first sentence that binds otherwise in a language does so; else nothing."""
    sentences = side_by_side({own: text[own], code: text[code]})
    senses, other = languages[own].senses, languages[code].senses
    turned = (_turned_between(senses, each[own], other, each[code]) for each in sentences)
    return next(filter(None, turned), "")


def _turned_between(senses: Senses, words: str, other: Senses, translated: str) -> str:
    sentence = _turned(senses.forces_in(words), other.forces_in(translated))
    if sentence == "ban" and other.may_deny(translated):
        return ""
    if sentence == "no-ban" and senses.may_deny(words):
        return ""
    return sentence


def _turned(forces: frozenset[str], found: frozenset[str]) -> str:
    """Give how one text binds otherwise than another; nothing where it may bind alike."""
    if not forces or not found or not forces.isdisjoint(found):
        return ""
    if forces >= BAN:
        return "ban"
    if found >= BAN:
        return "no-ban"
    if found == FREEDOM:
        return "may"
    return "must" if forces == FREEDOM else ""


@check("I18N016", Severity.WARNING)
def denied_in_one_language_alone(graph: Graph) -> Iterator[Finding]:
    """A text denies something in all languages but one.

    One lost "not", and the reader does what could kill somebody.
    """
    senses = {code: each.senses for code, each in graph.languages.items()}
    known = {code for code, each in senses.items() if each.is_known}
    for key, path, text in graph.printed:
        if len(text) == 1 or not known.issuperset(text):
            continue
        sentences = side_by_side(text)
        for code in sorted({_silent(senses, each) for each in sentences} - {""}):
            yield Finding(key, (*path, code), "not", {"language": code})


def _silent(senses: Mapping[str, Senses], sentence: Mapping[str, str]) -> str:
    """Give the language that alone does not deny what a sentence denies; else nothing.

    Other ways to deny excuse it, but for those that the others have too: "Stop it and leave me"
    is no way to say "stop it and do not leave me".
    """
    silent = [code for code, words in sentence.items() if not senses[code].denies(words)]
    if len(silent) != 1:
        return ""
    doubts = {code: senses[code].doubts_in(words) for code, words in sentence.items()}
    own = doubts.pop(silent[0])
    return "" if own - frozenset.intersection(*doubts.values()) else silent[0]
