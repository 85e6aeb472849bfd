"""Time limits as days: what a script needs to count one, and where the tables for paper stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from gollanma.law.counting import DAY, Days, calendars_of, counts, runs_on
from gollanma.model import Library, Record
from gollanma.model.base import Deadline, Quantity
from gollanma.model.walk import parts
from gollanma.views.addresses import beside
from gollanma.views.context import Desk, Link
from gollanma.views.markup import Html, element, safe
from gollanma.views.voice import Voice

FIRST_MONDAY = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Counter:
    """What the script is told that counts limits, and where one looks without it."""

    data: tuple[tuple[str, str], ...]
    """Attributes: by what rule days are counted, and the days off."""
    tables: tuple[Link, ...]


def limited(desk: Desk, quantity: Quantity | None) -> Html:
    """Write a time limit; one that ends on a day is marked for the script that counts it."""
    words = safe(desk.voice.limit(quantity, desk.key))
    if quantity is None or desk.voice.days is None or not _is_counted(quantity):
        return words
    return element("span", words, data_limit=f"{quantity.value.normalize():f} {quantity.unit}")


def _is_counted(quantity: Quantity) -> bool:
    return counts(quantity) or runs_on(quantity)


def limits_in(record: Record) -> Iterator[Quantity]:
    """Yield the time limits of a record that end on a day: named ones, and those of an event."""
    for _, part in parts(record):
        is_limit = isinstance(part, Deadline) or (isinstance(part, Quantity) and part.from_)
        if isinstance(part, Quantity) and is_limit and _is_counted(part):
            yield part


def counter_of(desk: Desk, record: Record) -> Counter | None:
    """Give what counts the limits of a record; None where there are none to count."""
    days, limits = desk.voice.days, tuple(limits_in(record))
    if days is None or not limits:
        return None
    units = dict.fromkeys(each.unit for each in limits if counts(each))
    return Counter(
        tuple(_data(desk.voice, days)),
        tuple(_tables(desk, tuple(units))),
    )


def _tables(desk: Desk, units: tuple[str, ...]) -> Iterator[Link]:
    library = desk.voice.library
    for year, key, _ in calendars_of(library):
        for unit in units:
            words = f"{desk.voice.say(f'due.unit.{unit}')}, {year}"
            yield desk.leading(table_address(library, key, unit), words)


def table_address(library: Library, calendar: str, unit: str, quarter: int = 1) -> str:
    """Give the address of a table of dates: `calendar/2026--working-day-1.html`."""
    return beside(library, calendar, f"{unit}-{quarter}")


def rule_of(voice: Voice, days: Days) -> tuple[str, ...]:
    """Say how days are counted, what is a day off, and what is not certain about it."""
    rule, say = days.rule, voice.say
    names = (voice.language.weekday(FIRST_MONDAY + DAY * each.number) for each in rule.weekend)
    return (
        say(f"due.rule.{'with' if rule.counts_event_day else 'without'}-event-day"),
        say(f"due.rule.{'moves' if rule.moves_from_days_off else 'stays'}"),
        say("due.rule.weekend", days=", ".join(names)),
        *(() if rule.confirmed else (say("due.unconfirmed"),)),
        *((say("due.sample"),) if _is_sample(voice.library) else ()),
    )


def _is_sample(library: Library) -> bool:
    return any(each.sample for _, _, each in calendars_of(library))


def _data(voice: Voice, days: Days) -> Iterator[tuple[str, str]]:
    """Yield the attributes by their names."""
    rule = days.rule
    yield "weekend", _listed(each.number for each in rule.weekend)
    yield "counts-event-day", _flag(rule.counts_event_day)
    yield "moves-from-days-off", _flag(rule.moves_from_days_off)
    yield "confirmed", _flag(rule.confirmed)
    yield "sample", _flag(_is_sample(voice.library))
    yield "years", _listed(sorted(days.years))
    yield "off", _listed(sorted(days.off))
    yield "on", _listed(sorted(days.on))


def _listed(these: Iterable[object]) -> str:
    return " ".join(map(str, these))


def _flag(is_so: bool) -> str:  # noqa: FBT001 - the flag is the value
    return str(is_so).lower()
