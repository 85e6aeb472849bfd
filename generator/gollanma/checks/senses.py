"""What the languages of a text demand, allow and deny."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice

from gollanma.checks.finding import Finding, check
from gollanma.checks.standing import spoken_in
from gollanma.diagnostics import Severity
from gollanma.graph import Graph
from gollanma.languages.senses import Senses
from gollanma.languages.sentences import side_by_side

FEW = 64
"""More than the sentences of a text."""
FREEDOM = frozenset({"may"})
BAN = frozenset({"must_not"})


@check("I18N015", Severity.WARNING)
def binds_less_or_more(graph: Graph) -> Iterator[Finding]:
    """A text says must in one language and may in another, or forbids in one alone.

    A worker leaves out in her language what the law in another demands of her.
    """
    told = {code: _Told(each.senses) for code, each in graph.languages.items()}
    for key, path, text in graph.printed:
        own = spoken_in(graph, key)
        for code in text if own in text else ():
            sentence = _turned_in(told, text, own, code) if code != own else ""
            if sentence:
                values = {"language": code, "source": own}
                yield Finding(key, (*path, code), sentence, values)


class _Told:
    """What a language demands and allows; the words that decide are asked for each translation."""

    def __init__(self, senses: Senses) -> None:
        self.forces_in = lru_cache(FEW)(senses.forces_in)
        self.may_deny = senses.may_deny


def _turned_in(told: Mapping[str, _Told], text: Mapping[str, str], own: str, code: str) -> str:
    """Give how the first sentence that binds otherwise in a language does so; else nothing."""
    sentences = side_by_side({own: text[own], code: text[code]})
    turned = (_turned_between(told[own], each[own], told[code], each[code]) for each in sentences)
    return next(filter(None, turned), "")


def _turned_between(told: _Told, words: str, other: _Told, translated: str) -> str:
    forces = told.forces_in(words)
    sentence = _turned(forces, other.forces_in(translated)) if forces else ""
    if sentence == "ban" and other.may_deny(translated):
        return ""
    if sentence == "no-ban" and told.may_deny(words):
        return ""
    return sentence


def _turned(forces: frozenset[str], found: frozenset[str]) -> str:
    """Give how one text binds otherwise than another; nothing where it may bind alike."""
    if not found or not forces.isdisjoint(found):
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
    saying_nothing = (code for code, words in sentence.items() if not senses[code].denies(words))
    silent = [*islice(saying_nothing, 2)]
    if len(silent) != 1:
        return ""
    doubts = {code: senses[code].doubts_in(words) for code, words in sentence.items()}
    own = doubts.pop(silent[0])
    return "" if own - frozenset.intersection(*doubts.values()) else silent[0]
