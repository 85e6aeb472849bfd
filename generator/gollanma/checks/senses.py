"""What the languages of a text demand, allow and deny."""

from collections.abc import Iterator

from gollanma.checks.finding import Finding, check
from gollanma.checks.standing import spoken_in
from gollanma.diagnostics import Severity
from gollanma.graph import Graph

NONE: frozenset[str] = frozenset()
FREEDOM = frozenset({"may"})
BAN = frozenset({"must_not"})


@check("I18N015", Severity.WARNING)
def binds_less_or_more(graph: Graph) -> Iterator[Finding]:
    """A text says must in one language and may in another, or forbids in one alone.

    A worker leaves out in her language what the law in another demands of her.
    """
    for key, path, text in graph.printed:
        own = spoken_in(graph, key)
        senses = graph.languages[own].senses
        forces = senses.forces_in(text[own]) if own in text and len(text) > 1 else NONE
        for code, words in text.items() if forces else ():
            other = graph.languages[code].senses
            found = other.forces_in(words) if code != own else NONE
            sentence = _turned(forces, found)
            if sentence == "ban" and other.may_deny(words):
                continue
            if sentence == "no-ban" and senses.may_deny(text[own]):
                continue
            if sentence:
                values = {"language": code, "source": own}
                yield Finding(key, (*path, code), sentence, values)


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
        silent = [code for code, words in text.items() if not senses[code].denies(words)]
        if len(silent) == 1 and not senses[silent[0]].may_deny(text[silent[0]]):
            values = {"language": silent[0]}
            yield Finding(key, (*path, silent[0]), "not", values)
