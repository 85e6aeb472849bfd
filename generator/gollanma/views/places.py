"""Where territories lie in each other: what is above a place, what inside it, what beside it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from gollanma.model import Library, Ref
from gollanma.model.kinds import Organisation, Territory
from gollanma.model.kinds.people import Offer


@dataclass(frozen=True)
class Places:
    """The territories of a library, as parts of each other."""

    library: Library

    @cached_property
    def parents(self) -> Mapping[str, str]:
        """What each territory is part of; empty at the top."""
        return {
            key: each.parent.record if each.parent else ""
            for key, each in self.library.keyed(Territory)
        }

    def upwards(self, key: str) -> tuple[str, ...]:
        """Give a territory and all above it, from itself up; a ring is walked once."""
        found: list[str] = []
        while key in self.parents and key not in found:
            found.append(key)
            key = self.parents[key]
        return tuple(found)

    @cached_property
    def _near(self) -> Mapping[str, frozenset[str]]:
        above = {key: self.upwards(key) for key in self.parents}
        return {
            key: frozenset(above[key]) | {each for each in above if key in above[each]}
            for key in above
        }

    def near(self, key: str) -> frozenset[str]:
        """Give a territory with all above it and all inside it."""
        return self._near.get(key, frozenset())

    def nearest(self, key: str, places: Iterable[str]) -> tuple[str, ...]:
        """Give those of several places that share most of what lies above them with a territory."""
        above = {each: self.upwards(each) for each in places}
        here = set(self.upwards(key))
        shared = {each: len(here.intersection(ways)) for each, ways in above.items() if ways}
        most = max(shared.values(), default=0)
        return tuple(each for each in shared if shared[each] == most)

    def offers(self, service: str = "") -> "Iterator[Given]":
        """Yield the offers of all organisations, or those of one service."""
        for key, organisation in self.library.keyed(Organisation):
            for offer in organisation.provides:
                if service in {"", offer.service.record}:
                    where = offer.territories or organisation.territories
                    yield Given(key, organisation, offer, where)

    def words(self, given: "Iterable[Given]") -> str:
        """Give the slugs of all places for which an offer counts, as a list carries them."""
        near = {each for offer in given for here in offer.places for each in self.near(here)}
        return " ".join(sorted(each.partition("/")[2] for each in near))


@dataclass(frozen=True, slots=True)
class Given:
    """A service that an organisation gives in some places."""

    key: str
    organisation: Organisation
    offer: Offer
    where: tuple[Ref, ...]
    """The offer's places, else those of the organisation; empty where neither is told."""

    @property
    def service(self) -> str:
        """Give the key of the service."""
        return self.offer.service.record

    @property
    def places(self) -> frozenset[str]:
        """Give the keys of the places."""
        return frozenset(each.record for each in self.where)
