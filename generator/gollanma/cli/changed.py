"""Which findings concern what somebody has changed since a commit of git: `check --changed`."""

from collections.abc import Iterable
from dataclasses import dataclass

from gollanma.diagnostics import Diagnostic
from gollanma.graph import Graph
from gollanma.model.places import Place, place_of


@dataclass(frozen=True, slots=True)
class Concerned:
    """Findings of a run, in two heaps."""

    here: tuple[Diagnostic, ...]
    """In what was changed, beside it, or in a record that refers to it."""
    elsewhere: int
    """How many there are besides."""


def concerned(graph: Graph, findings: Iterable[Diagnostic], changed: frozenset[str]) -> Concerned:
    """Tell the findings that a change may have caused from those that it did not."""
    every, near = tuple(findings), changed | _leading_to(graph, changed)
    here = tuple(
        each
        for each in every
        if each.span.path in near
        or each.span.path in graph.library.pages  # a page names records, and nobody knows which
        or any(one.span.path in changed for one in each.related)
    )
    return Concerned(here, len(every) - len(here))


def _leading_to(graph: Graph, changed: frozenset[str]) -> frozenset[str]:
    """Give the files of records that refer to one in a changed file, were it deleted too."""
    places = map(place_of, sorted(changed))
    keys = {each.key.partition("@")[0] for each in places if isinstance(each, Place)}
    documents = graph.library.documents
    keys |= {
        key.partition("@")[0]
        for key, each in documents.items()
        if any(one.path in changed for one in each.files)
    }
    return frozenset(
        each.path
        for source, links in graph.links.items()
        if any(link.ref is not None and link.ref.record in keys for link in links)
        for each in documents[source].files
    )
