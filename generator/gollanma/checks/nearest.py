"""What an author may have meant by a reference that leads nowhere."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from gollanma.graph import Graph, Link, Problem, standing_in
from gollanma.model import Ref
from gollanma.model.kinds import Act

MOST = 3
LIKENESS = 0.6


def nearest(graph: Graph, link: Link) -> str:
    """Give the nearest references, best first, as a sentence holds them; empty where none is."""
    ref = link.ref.within(link.source) if link.ref else Ref()
    found = _places(graph, ref) if link.problem is Problem.NO_PLACE else _records(graph, link, ref)
    return "`, `".join(found)


def _places(graph: Graph, ref: Ref) -> Iterator[str]:
    """Yield the place in other editions of an act, else like places of the record itself."""
    library = graph.library
    elsewhere = list(map(str, standing_in(library, ref)))
    if elsewhere:
        yield from elsewhere[:MOST]
        return
    holder = library.edition_for(ref) if ref.kind == Act.kind else ref.record
    known = library.fragments_of(holder) if holder and holder in library.records else {}
    for fragment in _like(ref.fragment or "", known):
        yield str(Ref(ref.kind, ref.slug, ref.at, fragment))


def _records(graph: Graph, link: Link, ref: Ref) -> Iterator[str]:
    """Yield records of the same kind with a like name, then those of this very name."""
    known = [key.partition("/") for key in graph.library.whole.records]
    same = [slug for kind, _, slug in known if kind == ref.kind]
    yield from (f"{ref.kind}/{slug}" for slug in _like(_slug(ref), same))
    for kind, _, slug in known:
        if slug == ref.slug and kind != ref.kind and (not link.kinds or kind in link.kinds):
            yield f"{kind}/{slug}"


def _slug(ref: Ref) -> str:
    return f"{ref.slug}@{ref.at}" if ref.at else ref.slug


def _like(name: str, known: Iterable[str]) -> list[str]:
    return get_close_matches(name, list(known), n=MOST, cutoff=LIKENESS)
