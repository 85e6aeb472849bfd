"""Time limits as days: which are counted, by what rule, and where the tables are."""

from collections.abc import Iterator
from datetime import date

from gollanma.law.counting import DAY, Days, calendars_of, counts, runs_on
from gollanma.model import Library, Record
from gollanma.model.base import Quantity
from gollanma.model.walk import parts
from gollanma.views.addresses import beside
from gollanma.views.context import Desk, Link
from gollanma.views.markup import Html, element, safe
from gollanma.views.voice import Voice

FIRST_MONDAY = date(1, 1, 1)


def limited(desk: Desk, quantity: Quantity | None) -> Html:
    """Write a time limit; one that ends on a day is marked for the script that counts it."""
    words = safe(desk.voice.limit(quantity, desk.key))
    if quantity is None or desk.voice.days is None:
        return words
    if not (counts(quantity) or runs_on(quantity)):
        return words
    return element("span", words, data_limit=f"{quantity.value.normalize():f} {quantity.unit}")


def limits_in(record: Record) -> Iterator[Quantity]:
    """Yield the time limits of a record that end on a day."""
    for _, part in parts(record):
        if isinstance(part, Quantity) and counts(part):
            yield part


def tables_of(desk: Desk, record: Record) -> tuple[Link, ...]:
    """Give the ways to the tables of dates for the limits of a record."""
    if desk.voice.days is None:
        return ()
    units = dict.fromkeys(each.unit for each in limits_in(record))
    library = desk.voice.library
    return tuple(
        desk.leading(
            table_address(library, key, unit), f"{desk.voice.say(f'due.unit.{unit}')}, {year}"
        )
        for year, key, _ in calendars_of(library)
        for unit in units
    )


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
        *((say("due.sample"),) if days.is_sample else ()),
    )
