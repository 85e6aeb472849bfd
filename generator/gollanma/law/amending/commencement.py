"""From when an amending act is in force, as the editions say that it makes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gollanma.law.amending.express import Amended
from gollanma.law.units import Unit, units
from gollanma.model.base import Period
from gollanma.model.kinds.acts import Provision


@dataclass(frozen=True, slots=True)
class Own:
    """What is in force from another day than the amending act."""

    act: int
    """The place of its act among those that are amended."""
    place: str
    """The id of a provision of the new text; empty for all that changes in the act."""
    day: date | None
    """Absent: the day of official publication."""


@dataclass(frozen=True, slots=True)
class Commencement:
    """The day from which an amending act is in force, and what is so from others."""

    day: date | None
    """Absent: the day of official publication."""
    own: tuple[Own, ...] = ()


def commencement_of(acts: Sequence[Amended]) -> Commencement:
    """Give from when an act is in force that makes these targets: from the day of the first.

    A target of another day is an exception, and so is a provision that gets a day of its own. A
    day that it had before is no matter of this act, nor is the end of any.
    """
    days = [_start(each.target.in_force) for each in acts]
    return Commencement(days[0], tuple(_own(acts, days)))


def of_act(said: Commencement, act: int) -> tuple[date | None, tuple[tuple[str, date | None], ...]]:
    """Give the day of one of the acts, and the provisions of it that have another."""
    own = [(each.place, each.day) for each in said.own if each.act == act]
    whole = next((day for place, day in own if not place), said.day)
    return whole, tuple(each for each in own if each[0])


def _own(acts: Sequence[Amended], days: Sequence[date | None]) -> Iterator[Own]:
    for index, (each, day) in enumerate(zip(acts, days, strict=True)):
        if day != days[0]:
            yield Own(index, "", day)
        before = units(each.base)
        yield from (Own(index, *found) for found in _inside(each.target.body, before, day))


def _inside(
    provisions: Sequence[Provision], before: Mapping[str, Unit], around: date | None
) -> Iterator[tuple[str, date]]:
    """Yield provisions that get a day of their own, each before what it holds."""
    for each in provisions:
        day, was = _start(each.in_force), before.get(each.id)
        is_new = day is not None and (was is None or _start(was.provision.in_force) != day)
        inside = around
        if is_new and day is not None and day != around:
            yield each.id, day
            inside = day
        yield from _inside(each.contains, before, inside)


def _start(period: Period | None) -> date | None:
    return period.from_ if period else None
