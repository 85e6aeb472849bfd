"""A library that writes down at which records somebody looks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import TypeVar

from gollanma.model import Library, Record
from gollanma.model.passing import Passing

R = TypeVar("R", bound=Record)
ALL = "*"


@dataclass
class Looks:
    """Keys of records that somebody looked for, and `kind/*` for all of a kind."""

    seen: set[str] = field(default_factory=set)


class Watched(Mapping[str, Record]):
    """Records that are looked at."""

    def __init__(self, records: Mapping[str, Record], looks: Looks) -> None:
        self.records = records
        self._looks = looks

    def __getitem__(self, key: str) -> Record:
        self._looks.seen.add(key)
        return self.records[key]

    def __contains__(self, key: object) -> bool:
        self._looks.seen.add(str(key))
        return key in self.records

    def __iter__(self) -> Iterator[str]:
        self._looks.seen.add(f"{ALL}/{ALL}")
        return iter(self.records)

    def __len__(self) -> int:
        self._looks.seen.add(f"{ALL}/{ALL}")
        return len(self.records)


class WatchedLibrary(Library):
    """A library that goes through one record and tells at which others it looks, and at the day."""

    looks: Looks
    day: date

    @property
    def today(self) -> date:
        """The day of the library."""
        self.looks.seen.add("the day")
        return self.day

    def of(self, kind: type[R]) -> Iterator[R]:
        """Yield the records of a kind."""
        return (each for _, each in self.keyed(kind))

    def keyed(self, kind: type[R]) -> Iterator[tuple[str, R]]:
        """Yield the records of a kind with their keys."""
        if not isinstance(self.records, Watched):
            return super().keyed(kind)
        self.looks.seen.add(f"{kind.kind}/{ALL}")
        every = self.records.records.items()
        return ((key, each) for key, each in every if isinstance(each, kind))


def watched(library: Library, key: str) -> tuple[WatchedLibrary, Looks]:
    """Give a library that goes through one record of another, and its looks."""
    looks = Looks()
    whole = _like(library, looks, Watched(library.records, looks), None)
    return _like(library, looks, Passing(whole.records, (key,)), whole), looks


def _like(
    library: Library, looks: Looks, records: Mapping[str, Record], origin: Library | None
) -> WatchedLibrary:
    made = object.__new__(WatchedLibrary)
    values = {each.name: getattr(library, each.name) for each in fields(library)}
    day = values.pop("today")
    made.__dict__.update(values, records=records, origin=origin, looks=looks, day=day)
    looks.seen.clear()
    return made
