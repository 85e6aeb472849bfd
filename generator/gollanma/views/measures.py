"""The pages of what is counted: indicators, facts, and the calendar for working days."""

from collections.abc import Iterator
from decimal import Decimal

from gollanma.languages import UnknownWordError
from gollanma.model.kinds import Calendar, Fact, Indicator
from gollanma.model.kinds.learning import Observation
from gollanma.model.kinds.records import Statement
from gollanma.views.context import Desk
from gollanma.views.due_tables import tables_by
from gollanma.views.frame import desk_of, frame_of
from gollanma.views.markup import element, safe
from gollanma.views.naming import amount_of
from gollanma.views.page import Page
from gollanma.views.sheets import (
    Block,
    Cells,
    cells,
    heads,
    prose,
    rows,
    section_of,
    several,
    sheet_page,
    table,
)
from gollanma.views.voice import Voice


def measured(voice: Voice, value: Decimal, unit: str | None) -> str:
    """Write a value with its unit; the value alone where the language has no such unit."""
    try:
        return voice.language.quantity(value, unit or "")
    except UnknownWordError:
        return voice.language.number(value)


# --- indicators


def indicator_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each indicator."""
    for key, indicator in voice.library.keyed(Indicator):
        yield indicator_page(desk_of(voice, key), indicator)


def indicator_page(desk: Desk, indicator: Indicator) -> Page:
    """Give the page of an indicator."""
    say, project = desk.voice.say, desk.voice.project
    split = (desk.voice.entry(project.dimensions, each) for each in indicator.disaggregation)
    counted = rows(
        (say("indicator.numerator"), desk.line(indicator.numerator)),
        (say("indicator.denominator"), desk.line(indicator.denominator)),
        (say("indicator.collected"), several(desk.links(indicator.collected_in))),
        (say("indicator.split"), ", ".join(split)),
        (say("indicator.frequency"), desk.voice.entry(project.frequencies, indicator.frequency)),
    )
    measures = rows((say("indicator.measures"), several(desk.links(indicator.measures))))
    definition = prose(desk.block(indicator.definition))
    sections = (
        section_of(desk, "indicator", Block(prose=definition, rows=measures)),
        section_of(desk, "counted", Block(rows=counted)),
        section_of(desk, "values", *_values(desk, indicator)),
    )
    return sheet_page(desk, indicator, frame_of(desk, indicator), sections)


def _values(desk: Desk, indicator: Indicator) -> Iterator[Block]:
    say, unit = desk.voice.say, indicator.unit
    names = heads(desk, "indicator.day", "indicator.value", "indicator.source")
    if indicator.baseline:
        baseline = table(names, iter([_observed(desk, indicator.baseline, unit)]))
        yield Block(say("indicator.baseline"), table=baseline)
    targets = (
        cells(desk.voice.day(each.by), measured(desk.voice, each.value, unit))
        for each in indicator.targets
    )
    by = heads(desk, "indicator.by", "indicator.value")
    yield Block(say("indicator.targets"), table=table(by, targets))
    observed = (_observed(desk, each, unit) for each in indicator.observations)
    yield Block(say("indicator.observed"), table=table(names, observed))


def _observed(desk: Desk, observation: Observation, unit: str | None) -> Cells:
    value = measured(desk.voice, observation.value, unit)
    return cells(desk.voice.day(observation.day), value, desk.link(observation.fact))


# --- facts


def fact_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each fact."""
    for key, fact in voice.library.keyed(Fact):
        yield fact_page(desk_of(voice, key), fact)


def fact_page(desk: Desk, fact: Fact) -> Page:
    """Give the page of a fact: the number large, then every source that states it."""
    say = desk.voice.say
    names = heads(desk, "fact.value", "fact.as-of", "fact.source", "fact.scope")
    stated = table(names, (_stated(desk, each, fact.unit) for each in fact.statements))
    around = rows(
        (say("fact.total-of"), several(desk.links(fact.total_of))),
        (say("fact.split-of"), desk.link(fact.split_of)),
    )
    number = element("p", amount_of(desk.voice.language, fact), class_="big")
    sections = (
        section_of(desk, "number", Block(prose=(number,), rows=around)),
        section_of(desk, "sources", Block(table=stated)),
    )
    return sheet_page(desk, fact, frame_of(desk, fact), sections)


def _stated(desk: Desk, statement: Statement, unit: str | None) -> Cells:
    """Give what one source states, in words that the text of the handbook would use."""
    alone = Fact(unit=unit, statements=(statement,))
    place = (safe(statement.place),) if statement.place else ()
    links = desk.links((statement.document,) if statement.document else ())
    day = desk.voice.day(statement.as_of) if statement.as_of else None
    value = amount_of(desk.voice.language, alone)
    return cells(
        value, day, several((*links, *place)), statement.scope or desk.voice.say("fact.all")
    )


# --- calendars


def calendar_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each calendar."""
    for key, calendar in voice.library.keyed(Calendar):
        yield calendar_page(desk_of(voice, key), calendar)


def calendar_page(desk: Desk, calendar: Calendar) -> Page:
    """Give the page of a calendar."""
    names = heads(desk, "calendar.day", "calendar.holiday")
    holidays = (cells(desk.voice.day(each.day), desk.name(each.name)) for each in calendar.holidays)
    working = tuple(safe(desk.voice.day(each)) for each in calendar.working_days)
    sections = (
        section_of(desk, "holidays", Block(table=table(names, holidays))),
        section_of(desk, "working-days", Block(points=working)),
        section_of(desk, "due", Block(points=tuple(map(safe, tables_by(desk))))),
    )
    return sheet_page(desk, calendar, frame_of(desk, calendar), sections)
