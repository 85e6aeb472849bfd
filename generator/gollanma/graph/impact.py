"""What depends on a place: directly, and through what depends on that."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.graph.graph import Graph
from gollanma.graph.links import Link, Target


@dataclass(frozen=True, slots=True)
class Dependent:
    """A record that rests on a place."""

    key: str
    via: tuple[str, ...]
    """The places on the way, from the dependent back to what was asked for."""
    distance: int


def touches(target: Target, key: str, fragment: str | None) -> bool:
    """Say whether a link to the target speaks of the place, of what it holds or what holds it."""
    if target.key != key:
        return False
    if fragment is None or target.fragment is None:
        return fragment is None
    one, other = sorted((target.fragment, fragment), key=len)
    return other == one or other.startswith(f"{one}.")


def dependents(graph: Graph, key: str, fragment: str | None = None) -> Iterator[Dependent]:
    """Yield what rests on a place, nearest first, each record once."""
    seen = {key}
    waiting: deque[tuple[str, str | None, tuple[str, ...]]] = deque([(key, fragment, ())])
    while waiting:
        place, inner, way = waiting.popleft()
        here = (f"{place}#{inner}" if inner else place, *way)
        for source in _sources(graph, place, inner):
            if source not in seen:
                seen.add(source)
                yield Dependent(source, here, len(here))
                waiting.append((source, None, here))


def _sources(graph: Graph, key: str, fragment: str | None) -> list[str]:
    """Give the records whose links touch a place, sorted; an edition counts as its act."""
    found = {
        _record(link)
        for link in graph.backlinks.get(key, ())
        if link.target and touches(link.target, key, fragment) and rests(link)
    }
    return sorted(found - {key})


def _record(link: Link) -> str:
    return link.source.partition("@")[0]


INERT = frozenset({"related", "not_to_confuse", "owner", "sources", "reading", "publisher", "on"})
"""Fields that name something without resting on it."""


def rests(link: Link) -> bool:
    """Say whether the record would have to be looked at again if the target changed."""
    return link.relation.rpartition(".")[2] not in INERT
