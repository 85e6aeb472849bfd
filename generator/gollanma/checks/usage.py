"""Terms in use: the approved word in every language, and no term that nobody uses."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from gollanma.checks.finding import Finding, Words, check
from gollanma.checks.standing import spoken_in
from gollanma.diagnostics import Severity
from gollanma.graph import Graph, Occurrence
from gollanma.model.kinds import Term
from gollanma.model.kinds.terms import LabelStatus
from gollanma.model.walk import Path

USABLE = frozenset({LabelStatus.PREFERRED, LabelStatus.ADMITTED})
Place = tuple[str, Path]
Used = Mapping[str, Mapping[str, Occurrence]]
"""By language and term, where a text first uses the term."""


@check("GLO007", Severity.WARNING)
def another_term_in_a_translation(graph: Graph) -> Iterator[Finding]:
    """A translation has another term, or none, where the words that decide have an approved one.

    The law gives a task to one profession, and the reader thinks of another.
    """
    texts = {(key, path): text for key, path, text in graph.printed}
    unlike = _unlike(graph)
    for (key, path), used in _used(graph).items():
        own, text = spoken_in(graph, key), texts[key, path]
        for term, first in used.get(own, {}).items():
            is_whole = first.start == 0 and first.end == len(text[own])
            for code in text:
                said = used.get(code, {})
                if code == own or term in said or code not in graph.library.records[term].name:
                    continue
                strangers = said.keys() - used[own].keys()
                taken = sorted(unlike.get(term, frozenset()) & strangers)
                if taken:
                    yield _confused(graph, said[taken[0]], first, term)
                elif is_whole:
                    values = {"near": graph.library.records[term].name[code], "key": term}
                    values |= {"value": text[code], "source": own}
                    yield Finding(key, (*path, code), "none", values)


def _confused(graph: Graph, found: Occurrence, meant: Occurrence, term: str) -> Finding:
    values = {
        "value": found.label,
        "other": meant.label,
        "near": graph.library.records[term].name[found.language],
        "key": term,
    }
    place = Words(found.language, found.start, found.end)
    return Finding(found.source, found.path, "confused", values, words=place)


def _used(graph: Graph) -> Mapping[Place, Used]:
    found: dict[Place, dict[str, dict[str, Occurrence]]] = {}
    for each in graph.occurrences:
        if each.status in USABLE:
            terms = found.setdefault((each.source, each.path), {}).setdefault(each.language, {})
            terms.setdefault(each.term, each)
    return found


def _unlike(graph: Graph) -> Mapping[str, AbstractSet[str]]:
    """Give for each term those with which it is easily confused."""
    found: dict[str, set[str]] = {}
    for key, term in graph.library.whole.keyed(Term):
        for ref in term.not_to_confuse:
            found.setdefault(key, set()).add(ref.record)
            found.setdefault(ref.record, set()).add(key)
    return found


@check("GLO010", Severity.INFO)
def term_that_nobody_uses(graph: Graph) -> Iterator[Finding]:
    """No text uses the term, and no record is linked with it.

    A glossary full of such words hides those that a worker looks for.
    """
    if graph.library.broken:
        return
    for key, term in graph.library.keyed(Term):
        is_used = key in graph.used_terms
        near = any(each.source != key for each in graph.backlinks.get(key, ()))
        near = near or any(each.target and each.target.key != key for each in graph.links[key])
        if term.labels and not is_used and not near:
            yield Finding(key, ("labels",), "unused", {"key": key}, on_key=True)
