"""Tables of dates, for whoever has no script or works on paper: received on a day, due on a day.

A table holds the amounts of one unit that the handbook names, for a quarter of a year. Days that
follow each other and lead to the same ends stand in one row.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gollanma.law.counting import (
    COUNTED,
    DAY,
    Days,
    NoCalendar,
    calendars_of,
    months_after,
)
from gollanma.model.kinds import Calendar, Service, Sop
from gollanma.views.context import Desk, Link
from gollanma.views.due import limits_in, rule_of, table_address
from gollanma.views.frame import companion_page, label_of
from gollanma.views.naming import capital
from gollanma.views.page import Page
from gollanma.views.trust import cite_of
from gollanma.views.voice import Voice

QUARTERS = range(1, 5)
A_QUARTER = 3
ABREAST = 2
"""So many columns of days stand beside the first even on a small telephone."""
Ends = tuple[date | NoCalendar, ...]


@dataclass(frozen=True, slots=True)
class DueRow:
    """One day or several on which a limit may begin, and the last day of each limit."""

    days: str
    ends: tuple[str, ...]
    """A dash where a limit runs into a year without a calendar."""


@dataclass(frozen=True, slots=True)
class DueMonth:
    """The days of one month."""

    name: str
    rows: tuple[DueRow, ...]


@dataclass(frozen=True, slots=True)
class DueView:
    """All that a table of dates prints."""

    label: str
    sample: str
    heading: str
    calendar: Link
    quarters: tuple[Link, ...]
    rule: tuple[str, ...]
    missing: tuple[str, ...]
    """What a dash means: each year that has no calendar yet."""
    heads: tuple[str, ...]
    folds: bool
    """Whether its rows stand one cell below another where the screen is narrow."""
    months: tuple[DueMonth, ...]
    cite: str


def due_table_pages(voice: Voice) -> Iterator[Page]:
    """Yield the tables of each calendar, for the units in which the handbook sets limits."""
    days = voice.days
    if days is None:
        return
    amounts = tuple(_amounts(voice))
    for year, key, calendar in calendars_of(voice.library):
        for unit, values in amounts:
            for quarter in QUARTERS:
                address = table_address(voice.library, key, unit, quarter)
                desk = Desk(voice, address, key, calendar)
                sheet = _Sheet(desk, year, unit, values, quarter)
                view = sheet.view(days, calendar)
                yield companion_page(desk, calendar, "due.html", sheet.heading, view)


def tables_by(desk: Desk) -> Iterator[Link]:
    """Yield the ways to the tables of the calendar at a desk, one for each unit."""
    known = {key for _, key, _ in calendars_of(desk.voice.library)}
    if desk.voice.days is None or desk.key not in known:
        return
    for unit, _ in _amounts(desk.voice):
        words = capital(desk.voice.say(f"due.unit.{unit}"))
        yield desk.leading(table_address(desk.voice.library, desk.key, unit), words)


def _amounts(voice: Voice) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each unit with the amounts of the limits that procedures and services set."""
    library = voice.library
    limits = [
        limit
        for kind in (Sop, Service)
        for _, record in library.keyed(kind)
        for limit in limits_in(record)
    ]
    for unit in COUNTED:
        found = {int(each.value) for each in limits if each.unit == unit}
        if found:
            yield unit, tuple(sorted(found))


@dataclass(frozen=True)
class _Sheet:
    """A table in the making."""

    desk: Desk
    year: int
    unit: str
    values: tuple[int, ...]
    quarter: int

    @property
    def heading(self) -> str:
        """What the page is called."""
        unit = capital(self.desk.voice.say(f"due.unit.{self.unit}"))
        return f"{unit}: {self._called(self.quarter)} {self.year}"

    def view(self, days: Days, calendar: Calendar) -> DueView:
        """Give all that the page prints."""
        desk, voice = self.desk, self.desk.voice
        rows = [(day, self._ends(days, day)) for day in self._dates()]
        without = {each.year for _, ends in rows for each in ends if isinstance(each, NoCalendar)}
        return DueView(
            label=label_of(voice, calendar),
            sample=voice.say("status.sample") if calendar.sample else "",
            heading=self.heading,
            calendar=desk.page(desk.key),
            quarters=tuple(self._quarters()),
            rule=rule_of(voice, days),
            missing=tuple(voice.say("due.none", year=str(each)) for each in sorted(without)),
            heads=tuple(voice.language.quantity(each, self.unit) for each in self.values),
            folds=len(self.values) > ABREAST,
            months=tuple(self._months(rows)),
            cite=cite_of(desk, calendar),
        )

    def _quarters(self) -> Iterator[Link]:
        library, key = self.desk.voice.library, self.desk.key
        for each in QUARTERS:
            address = "" if each == self.quarter else table_address(library, key, self.unit, each)
            yield self.desk.leading(address, self._called(each))

    def _called(self, quarter: int) -> str:
        language, last = self.desk.voice.language, quarter * A_QUARTER
        return f"{language.month(last - A_QUARTER + 1)} – {language.month(last)}"

    def _dates(self) -> Iterator[date]:
        day = date(self.year, (self.quarter - 1) * A_QUARTER + 1, 1)
        last = months_after(day, A_QUARTER)
        while day < last:
            yield day
            day += DAY

    def _ends(self, days: Days, day: date) -> Ends:
        return tuple(days.due(day, each, self.unit) for each in self.values)

    def _months(self, rows: Iterable[tuple[date, Ends]]) -> Iterator[DueMonth]:
        for month, those in groupby(rows, lambda row: row[0].month):
            name = self.desk.voice.language.month(month)
            runs = groupby(those, lambda row: row[1])
            found = tuple(self._row([day for day, _ in run], ends) for ends, run in runs)
            yield DueMonth(capital(name), found)

    def _row(self, days: Sequence[date], ends: Ends) -> DueRow:
        named = [self._named(each) for each in (days[0], days[-1])]
        return DueRow(" – ".join(dict.fromkeys(named)), tuple(map(self._end, ends)))

    def _named(self, day: date) -> str:
        return f"{day.day} {self.desk.voice.language.weekday(day)}".strip()

    def _end(self, end: date | NoCalendar) -> str:
        return "–" if isinstance(end, NoCalendar) else f"{end:%d.%m}"
