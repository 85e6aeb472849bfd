"""From when to when text binds: events, groups of intervals, and back to periods."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from gollanma.model.base import Period
from gollanma.model.kinds import Act, Edition
from gollanma.model.kinds.acts import Happening, Provision


@dataclass(frozen=True, slots=True)
class Event:
    """A day on which something happened to an act, or text began or ceased to bind."""

    eid: str
    day: date
    happening: Happening | None
    """Absent where only text begins or ends."""


@dataclass(frozen=True)
class Times:
    """The events and periods of one edition."""

    act: Act
    edition: Edition

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Every event: those of the act's life first, then the days of the periods, sorted."""
        known = sorted(self.act.lifecycle, key=lambda each: each.day)
        days = sorted(set(self._days()))
        told: list[tuple[date, Happening | None]] = [(each.day, each) for each in known]
        told += [(day, None) for day in days]
        return tuple(Event(f"evt_{n}", *each) for n, each in enumerate(told, 1))

    @cached_property
    def groups(self) -> Mapping[Period, str]:
        """The eId of the group of each period, in the order of the text."""
        periods = dict.fromkeys(self._periods())
        return {each: f"tgp_{number}" for number, each in enumerate(periods, 1)}

    def event_of(self, day: date) -> str:
        """Give the eId of the event with which text begins or ceases to bind."""
        return next(each.eid for each in self.events if each.day == day and not each.happening)

    def _periods(self) -> Iterator[Period]:
        if self.edition.in_force is not None:
            yield self.edition.in_force
        yield from _inside(self.edition.body)

    def _days(self) -> Iterator[date]:
        for each in self._periods():
            yield from (day for day in (each.from_, each.to) if day)


def _inside(provisions: Sequence[Provision]) -> Iterator[Period]:
    for each in provisions:
        if each.in_force is not None:
            yield each.in_force
        yield from _inside(each.contains)
