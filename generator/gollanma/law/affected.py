"""What has to be looked at when provisions change: whatever rests on them, near and far."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gollanma.graph import Graph, Link, dependents
from gollanma.graph.impact import rests, touches
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


def affected(graph: Graph, act: str, provisions: Iterable[str]) -> tuple[Affected, ...]:
    """Give the records that rest on provisions of an act, nearest first, each once.

    `act` is its key, `provisions` are ids of any of its editions.
    """
    found: dict[str, Affected] = {}
    for provision in dict.fromkeys(provisions):
        for each in dependents(graph, act, provision):
            known = found.get(each.key, Affected(each.key, (), (), each.via))
            found[each.key] = replace(known, via=min(known.via, each.via, key=len))
            if len(each.via) == 1:
                places = _places(graph, act, provision, each.key)
                found[each.key] = _named(found[each.key], provision, places)
    return tuple(sorted(found.values(), key=lambda each: (len(each.via), each.key)))


def _named(known: Affected, provision: str, places: Iterable[str]) -> Affected:
    return replace(
        known,
        because=(*known.because, provision),
        places=tuple(dict.fromkeys((*known.places, *places))),
    )


def _places(graph: Graph, act: str, provision: str, key: str) -> Iterator[str]:
    """Yield the places of a record that name a provision, what holds it or what it holds."""
    for link in graph.backlinks.get(act, ()):
        if link.anchor and _names(link, act, provision, key):
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
