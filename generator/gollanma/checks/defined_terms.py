"""Terms of the glossary in an act: defined where the glossary says so, once, and used."""

from collections.abc import Iterator, Mapping, Sequence

from gollanma.checks.finding import Also, Finding, Words, check
from gollanma.checks.standing import spoken_in
from gollanma.diagnostics import Severity
from gollanma.graph import Graph, Occurrence
from gollanma.law import Unit, units
from gollanma.model.kinds import Edition, Term
from gollanma.model.walk import Path

LAW_TEXT = frozenset({"heading", "text"})


@check("LAW107")
def term_of_the_act(graph: Graph) -> Iterator[Finding]:
    """An act uses a term that it should define and does not, defines it twice, or for nothing.

    Each office then fills the word with a meaning of its own.
    """
    promised: dict[str, list[str]] = {}
    for key, each in graph.library.whole.keyed(Term):
        if each.defined_in:
            promised.setdefault(each.defined_in.record, []).append(key)
    used = _uses(graph)
    for key, edition in graph.library.keyed(Edition):
        placed = units(edition)
        defined = _defined(placed)
        yield from _twice(key, defined)
        yield from _idle(key, defined, used.get(key, {}))
        for term in promised.get(key.partition("@")[0], ()):
            if term not in defined and term in used.get(key, {}):
                yield _missing(graph, key, term, used[key][term])


def _uses(graph: Graph) -> Mapping[str, Mapping[str, list[Occurrence]]]:
    """Give where the provisions of each edition use each term."""
    found: dict[str, dict[str, list[Occurrence]]] = {}
    for each in graph.occurrences:
        if each.path[0] == "body" and each.path[-1] in LAW_TEXT:
            found.setdefault(each.source, {}).setdefault(each.term, []).append(each)
    return found


def _defined(placed: Mapping[str, Unit]) -> Mapping[str, list[Unit]]:
    found: dict[str, list[Unit]] = {}
    for unit in placed.values():
        if unit.provision.defines and not unit.provision.repealed:
            found.setdefault(unit.provision.defines.record, []).append(unit)
    return found


def _twice(key: str, defined: Mapping[str, list[Unit]]) -> Iterator[Finding]:
    for term, (first, *others) in defined.items():
        for other in others:
            also = (Also(key, _field(first), "first"),)
            yield Finding(key, _field(other), "twice", {"term": term}, also=also)


def _idle(
    key: str, defined: Mapping[str, list[Unit]], used: Mapping[str, list[Occurrence]]
) -> Iterator[Finding]:
    """Yield the definitions whose term no other provision uses."""
    for term, where in defined.items():
        own = {unit.path for unit in where}
        if all(each.path[:-1] in own for each in used.get(term, ())):
            yield Finding(key, _field(where[0]), "unused", {"term": term}, Severity.WARNING)


def _missing(graph: Graph, key: str, term: str, uses: Sequence[Occurrence]) -> Finding:
    """Give the finding at the first use in the language that decides, where there is one."""
    own = spoken_in(graph, key)
    first = min(uses, key=lambda each: each.language != own)
    place = Words(first.language, first.start, first.end)
    also = (Also(term, ("defined_in",), "glossary"),)
    return Finding(key, first.path, "undefined", {"term": term}, words=place, also=also)


def _field(unit: Unit) -> Path:
    return (*unit.path, "defines")
