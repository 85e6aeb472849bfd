"""What depends on a place: directly, and through what depends on that.

Whatever names a place rests on it. Further on goes only work: a procedure that changes takes its
training with it, while the office that offers a service stays the office that it was.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.graph.graph import Graph
from gollanma.graph.links import Link, Target
from gollanma.model import Ref
from gollanma.model.kinds import Act, Form, Indicator, Role, Service, Sop, Training

WORK = frozenset(each.kind for each in (Service, Sop, Form, Role, Training, Indicator, Act))
"""Kinds through which a change goes on, and that it reaches through others."""
LOOSE = frozenset({"shared_with", "supervised_by", "office", "to", "trainings", "prose"})
"""Fields that pass no change on: whoever refers to an office goes on referring to it."""


@dataclass(frozen=True, slots=True)
class Dependent:
    """A record, or a provision of an act, that rests on a place."""

    key: str
    via: tuple[str, ...]
    """The places on the way, from the dependent back to what was asked for."""
    distance: int
    place: str | None = None
    """The provision that cites the place; absent where the record as a whole rests on it."""

    @property
    def ref(self) -> str:
        """How a reference would name it."""
        return f"{self.key}#{self.place}" if self.place else self.key


def touches(target: Target, key: str, fragment: str | None) -> bool:
    """Say whether a link to the target speaks of the place, of what it holds or what holds it."""
    if target.key != key:
        return False
    if fragment is None or target.fragment is None:
        return fragment is None
    return overlap(target.fragment, fragment)


def overlap(one: str, other: str) -> bool:
    """Say whether two places of one record are the same, or one holds the other."""
    short, long = sorted((one, other), key=len)
    return long == short or long.startswith(f"{short}.")


def dependents(
    graph: Graph, key: str, fragment: str | None = None, edition: str | None = None
) -> Iterator[Dependent]:
    """Yield what rests on a place, nearest first, each record and each provision once.

    Provisions that cite the place count in the edition of their act that counts: of the act itself
    in `edition`, where one is named.
    """
    here: tuple[str, ...] = (f"{key}#{fragment}" if fragment else key,)
    seen = {key}
    waiting: deque[tuple[str, tuple[str, ...]]] = deque()
    for source, place in sorted(set(_naming(graph, key, fragment, edition))):
        yield Dependent(source, here, 1, place or None)
        if not place:
            seen.add(source)
            waiting.append((source, here))
    while waiting:
        nearer, way = waiting.popleft()
        if _kind(nearer) in WORK:
            here = (nearer, *way)
            for source in sorted(_passing(graph, nearer) - seen):
                seen.add(source)
                yield Dependent(source, here, len(here))
                waiting.append((source, here))


def _naming(
    graph: Graph, key: str, fragment: str | None, edition: str | None
) -> Iterator[tuple[str, str]]:
    """Yield the records and provisions that name a place; of a record as a whole no provision."""
    for link in graph.backlinks.get(key, ()):
        if link.target is None or not touches(link.target, key, fragment) or not rests(link):
            continue
        source = _record(link)
        if not is_citation(link):
            if source != key:
                yield source, ""
        elif link.source == (edition if edition and source == key else _counting(graph, source)):
            place = link.anchor or ""
            if source != key or (fragment and not overlap(place, fragment)):
                yield source, place


def _passing(graph: Graph, key: str) -> set[str]:
    """Give the records to which a change of another goes on."""
    return {
        _record(link)
        for link in graph.backlinks.get(key, ())
        if rests(link) and _field(link) not in LOOSE and _kind(link.source) in WORK
    } - {key}


def is_citation(link: Link) -> bool:
    """Say whether a provision of an act names something in its own words or fields."""
    return "@" in link.source and link.path[0] == "body"


def _counting(graph: Graph, act: str) -> str | None:
    ref = Ref.parse(act)
    return graph.library.edition_for(ref) if ref else None


def _kind(key: str) -> str:
    return key.partition("/")[0]


def _record(link: Link) -> str:
    """Give the record in which a link stands; an edition counts as its act."""
    return link.source.partition("@")[0]


INERT = frozenset({"related", "not_to_confuse", "owner", "sources", "reading", "publisher", "on"})
"""Fields that name something without resting on it, and whatever stands in them."""


def rests(link: Link) -> bool:
    """Say whether the record would have to be looked at again if the target changed."""
    return INERT.isdisjoint(link.relation.split("."))


def _field(link: Link) -> str:
    return link.relation.rpartition(".")[2]
