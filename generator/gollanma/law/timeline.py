"""On which days the text of an act changes, and what binds on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gollanma.law.units import units
from gollanma.model import Library
from gollanma.model.base import Period
from gollanma.model.kinds import Edition


@dataclass(frozen=True, slots=True)
class Moment:
    """A day from which another text binds than on the day before."""

    day: date
    edition: str
    """The key of the edition that binds from this day."""
    is_new: bool
    """The edition itself begins on this day."""
    begins: tuple[str, ...]
    """Provisions that begin to bind later than their edition, on this day."""
    ends: tuple[str, ...]
    """Provisions that bind no more, while their edition goes on."""


def moments(library: Library, act: str) -> tuple[Moment, ...]:
    """Give the days on which something changes in the text of an act, the oldest first."""
    days = sorted(set(_days(library, act)))
    found = (_moment(library, act, day) for day in days)
    return tuple(each for each in found if each)


def binds(period: Period | None, day: date) -> bool:
    """Say whether something with these days of its own binds on a day; without any it does."""
    if period is None:
        return True
    return (period.from_ or day) <= day <= (period.to or day)


def _days(library: Library, act: str) -> Iterator[date]:
    for _, edition in library.editions(act):
        if edition.in_force and edition.in_force.from_:
            yield edition.in_force.from_
        for unit in units(edition).values():
            own = unit.provision.in_force
            if own and own.from_:
                yield own.from_
            if own and own.to:
                yield own.to + timedelta(days=1)


def _moment(library: Library, act: str, day: date) -> Moment | None:
    """Give what changes on a day; None where no edition binds, or nothing changes in the one."""
    key = library.edition_in_force(act, day)
    edition = library.records.get(key) if key else None
    if key is None or not isinstance(edition, Edition) or edition.in_force is None:
        return None
    is_new = edition.in_force.from_ == day
    own = {name: unit.provision.in_force for name, unit in units(edition).items()}
    begins = tuple(name for name, each in own.items() if each and each.from_ == day and not is_new)
    yesterday = day - timedelta(days=1)
    ends = tuple(name for name, each in own.items() if each and each.to == yesterday)
    return Moment(day, key, is_new, begins, ends) if is_new or begins or ends else None
