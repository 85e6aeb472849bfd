"""From a time limit to a day: by the calendars of a library and the rule of its project.

Days are counted on one side of the law only: what a limit is, its text says. A year without a
calendar is never guessed: who counts into it is told that it has none.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gollanma.model import Library
from gollanma.model.base import Quantity
from gollanma.model.counting import Counting
from gollanma.model.kinds import Calendar

DAY = timedelta(days=1)
WORKING_DAY = "working-day"
DAYS = {"day": 1, "calendar-day": 1, "week": 7}
MONTHS = {"month": 1, "quarter": 3, "year": 12}
MINUTES = {"minute": 1, "hour": 60}
"""Units that run through nights and days off."""
COUNTED = (WORKING_DAY, *DAYS, *MONTHS)
"""Units that end on a day."""
LONG = 24 * 60
"""Minutes that a clock on the wall does not show at a glance."""
LONGEST = 400
FIRST_YEAR, LAST_YEAR = 1900, 9000
YEAR = 12


@dataclass(frozen=True, slots=True)
class NoCalendar:
    """A limit that runs into a year of which nobody has entered the holidays."""

    year: int


@dataclass(frozen=True)
class Days:
    """Which days are worked, in the years that have a calendar."""

    rule: Counting
    years: frozenset[int]
    off: frozenset[date]
    """Holidays."""
    on: frozenset[date]
    """Days of the weekend that are worked."""
    is_sample: bool = False
    """One of the calendars is not official."""

    def due(self, event: date, amount: int, unit: str) -> date | NoCalendar:
        """Give the last day of a limit that runs from the day of an event.

        Refuse an amount or a unit of which `counts` says that it is not counted.
        """
        if unit == WORKING_DAY:
            return self._worked(event, amount)
        back = DAY if self.rule.counts_event_day else timedelta()
        if unit in DAYS:
            return self._moved(event + DAY * (amount * DAYS[unit]) - back)
        return self._moved(months_after(event, amount * MONTHS[unit]) - back)

    def is_worked(self, day: date) -> bool:
        """Say whether offices work on a day of a year that has a calendar."""
        if day in self.on:
            return True
        weekend = {each.number for each in self.rule.weekend}
        return day not in self.off and day.weekday() not in weekend

    def _worked(self, event: date, amount: int) -> date | NoCalendar:
        day = event if self.rule.counts_event_day else event + DAY
        while day.year in self.years:
            amount -= self.is_worked(day)
            if amount == 0:
                return day
            day += DAY
        return NoCalendar(day.year)

    def _moved(self, day: date) -> date | NoCalendar:
        if not self.rule.moves_from_days_off:
            return day
        while day.year in self.years:
            if self.is_worked(day):
                return day
            day += DAY
        return NoCalendar(day.year)


def months_after(day: date, months: int) -> date:
    """Give the same day of a later month; of a shorter month the last day."""
    year, month = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def counts(quantity: Quantity) -> bool:
    """Say whether a limit ends on a day that can be counted: so many whole days, weeks, months."""
    value = quantity.value
    return quantity.unit in COUNTED and value == int(value) and 1 <= value <= LONGEST


def runs_on(quantity: Quantity) -> bool:
    """Say whether a limit of hours is long enough that its end is to be counted."""
    minutes = quantity.value * MINUTES.get(quantity.unit, 0)
    return minutes == int(minutes) and LONG <= minutes <= LONGEST * 24 * 60


def days_of(library: Library) -> Days | None:
    """Give the days of a library; None where its project does not say how days are counted."""
    rule = library.project.counting
    if rule is None:
        return None
    calendars = tuple(calendars_of(library))
    return Days(
        rule,
        frozenset(year for year, _, _ in calendars),
        frozenset(each.day for _, _, calendar in calendars for each in calendar.holidays),
        frozenset(day for _, _, calendar in calendars for day in calendar.working_days),
        any(calendar.sample for _, _, calendar in calendars),
    )


def calendars_of(library: Library) -> Iterator[tuple[int, str, Calendar]]:
    """Yield the calendars by which days are counted, with year and key, year by year."""
    found = (
        (calendar.year, key, calendar)
        for key, calendar in library.keyed(Calendar)
        if calendar.year is not None
        and FIRST_YEAR <= calendar.year <= LAST_YEAR
        and not (calendar.status and calendar.status.is_over)
    )
    yield from sorted(found, key=lambda each: each[:2])
