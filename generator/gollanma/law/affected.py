"""What has to be looked at when provisions change: whatever rests on them, near and far."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gollanma.graph import Dependent, Graph, Link, dependents
from gollanma.graph.impact import is_citation, overlap, rests, touches
from gollanma.law.difference import Row
from gollanma.law.units import units
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import ByLaw

Way = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Affected:
    """A record that rests on provisions that change."""

    key: str
    because: tuple[str, ...]
    """The changes that it names itself, in the order of the text."""
    places: tuple[str, ...]
    """The places of the record that name them; empty where it rests on them through others."""
    via: Way
    """The places on the way from the record to the nearest of them."""

    @property
    def is_direct(self) -> bool:
        """It names a provision that changes itself."""
        return len(self.via) == 1


def affected(
    graph: Graph, act: str, provisions: Iterable[str], edition: str | None = None
) -> tuple[Affected, ...]:
    """Give the records that rest on provisions of an act, nearest first, each once.

    `act` is its key, `provisions` are ids of any of its editions. The act itself rests on them
    where other provisions cite them, in `edition` or in the edition that counts: these may have to
    be amended too.
    """
    found: dict[str, Affected] = {}
    changing = tuple(dict.fromkeys(provisions))
    for provision in changing:
        for each in dependents(graph, act, provision, edition):
            if not _changes_itself(each, act, changing):
                known = found.get(each.key, Affected(each.key, (), (), each.via))
                nearer = replace(known, via=min(known.via, each.via, key=len))
                found[each.key] = _with_places(nearer, graph, act, provision, each)
    return tuple(sorted(found.values(), key=lambda each: (len(each.via), each.key)))


def _changes_itself(each: Dependent, act: str, changing: Iterable[str]) -> bool:
    """Say whether a provision that cites one is among those that change."""
    place = each.place
    return each.key == act and place is not None and any(overlap(place, one) for one in changing)


def _with_places(
    known: Affected, graph: Graph, act: str, provision: str, each: Dependent
) -> Affected:
    if each.distance > 1:
        return known
    places = (each.place,) if each.place else _places(graph, act, provision, each.key)
    return replace(
        known,
        because=tuple(dict.fromkeys((*known.because, provision))),
        places=tuple(dict.fromkeys((*known.places, *places))),
    )


def _places(graph: Graph, act: str, provision: str, key: str) -> Iterator[str]:
    """Yield the places of a record that name a provision, what holds it or what it holds."""
    for link in graph.backlinks.get(act, ()):
        if link.anchor and not is_citation(link) and _names(link, act, provision, key):
            yield link.anchor


def _names(link: Link, act: str, provision: str, key: str) -> bool:
    if link.target is None or link.source.partition("@")[0] != key:
        return False
    return rests(link) and touches(link.target, act, provision)


def changed_ids(rows: Iterable[Row]) -> tuple[str, ...]:
    """Give the ids of what changes, in the order of the text, with all that goes with it.

    An id that is new stands for what will hold it: whoever rests on an article rests on a part
    that comes into it.
    """
    return tuple(place for row in rows for place in (row.id, *row.inside))


def promised(new: Edition, rows: Iterable[Row]) -> Iterator[tuple[str, ByLaw]]:
    """Yield the by-laws that what is new or changed promises and nobody has made, with its id."""
    after = units(new)
    for place in changed_ids(rows):
        unit = after.get(place)
        for by_law in unit.provision.by_laws if unit else ():
            if by_law.act is None:
                yield place, by_law
