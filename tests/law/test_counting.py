"""Time limits as days: by hand, by law, and the same in Python as in the browser."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.languages import load
from gollanma.law.counting import COUNTED, Days, NoCalendar, counts, days_of, runs_on
from gollanma.model.base import Quantity
from gollanma.model.counting import Counting, Weekday
from gollanma.site.due import days_off, due_script
from tests.support.node import answer
from tests.support.projects import changed, small

SCRIPT = Path(__file__).parents[2] / "generator/gollanma/render/assets/due.js"
RULES = tuple(
    Counting(weekend=weekend, counts_event_day=counted, moves_from_days_off=moves)
    for weekend in ((Weekday.SATURDAY, Weekday.SUNDAY), (Weekday.SUNDAY,), ())
    for counted in (False, True)
    for moves in (False, True)
)
USUAL = RULES[1]


def days(rule: Counting = USUAL, *years: int) -> Days:
    """Give days with two holidays, and one Saturday that is worked."""
    off = frozenset({date(2026, 3, 23), date(2026, 5, 18)})
    return Days(rule, frozenset(years or (2026,)), off, frozenset({date(2026, 3, 21)}))


@pytest.mark.parametrize(
    ("event", "amount", "unit", "due"),
    [
        pytest.param("2026-11-20", 1, "working-day", "2026-11-23", id="Friday, then Monday"),
        pytest.param("2026-11-21", 1, "working-day", "2026-11-23", id="a day off changes nothing"),
        pytest.param("2026-11-23", 10, "working-day", "2026-12-07", id="two weeks"),
        pytest.param("2026-03-20", 1, "working-day", "2026-03-21", id="a worked Saturday"),
        pytest.param("2026-03-20", 2, "working-day", "2026-03-24", id="over a holiday"),
        pytest.param("2026-11-02", 10, "calendar-day", "2026-11-12", id="days that follow"),
        pytest.param("2026-11-05", 10, "day", "2026-11-16", id="moved from a Sunday"),
        pytest.param("2026-05-08", 10, "day", "2026-05-19", id="moved from a holiday"),
        pytest.param("2026-03-11", 10, "day", "2026-03-21", id="not from a worked Saturday"),
        pytest.param("2026-11-04", 2, "week", "2026-11-18", id="the same day of the week"),
        pytest.param("2026-01-30", 1, "month", "2026-03-02", id="a month without that day"),
        pytest.param("2026-02-10", 1, "quarter", "2026-05-11", id="three months"),
        pytest.param("2025-11-20", 1, "year", "2026-11-20", id="the same day of a year"),
    ],
)
def test_days_are_counted_as_by_hand(event: str, amount: int, unit: str, due: str) -> None:
    assert days().due(date.fromisoformat(event), amount, unit) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("event", "amount", "unit", "year"),
    [
        pytest.param("2026-12-31", 1, "working-day", 2027, id="into the new year"),
        pytest.param("2026-12-30", 10, "calendar-day", 2027, id="an end nobody can judge"),
        pytest.param("2025-12-30", 1, "working-day", 2025, id="a year before"),
        pytest.param("2026-01-10", 1, "year", 2027, id="a year later"),
    ],
)
def test_a_year_without_a_calendar_is_never_guessed(
    event: str, amount: int, unit: str, year: int
) -> None:
    assert days().due(date.fromisoformat(event), amount, unit) == NoCalendar(year)


@pytest.mark.parametrize(
    ("value", "unit", "ends", "runs"),
    [
        pytest.param("10", "working-day", True, False, id="working days"),
        pytest.param("1.5", "working-day", False, False, id="half a day"),
        pytest.param("0", "day", False, False, id="nothing"),
        pytest.param("401", "month", False, False, id="more than a life"),
        pytest.param("24", "hour", False, True, id="a day and a night"),
        pytest.param("23", "hour", False, False, id="hours that a clock shows"),
        pytest.param("1440", "minute", False, True, id="minutes"),
        pytest.param("36.5", "hour", False, True, id="half an hour more"),
        pytest.param("10", "person", False, False, id="people"),
    ],
)
def test_what_is_counted(value: str, unit: str, *, ends: bool, runs: bool) -> None:
    quantity = Quantity.model_validate({"value": Decimal(value), "unit": unit})
    assert (counts(quantity), runs_on(quantity)) == (ends, runs)


@given(
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.integers(1, 40),
    st.sampled_from(COUNTED),
    st.sampled_from(RULES),
)
def test_a_later_event_is_never_due_earlier(
    event: date, amount: int, unit: str, rule: Counting
) -> None:
    counted = days(rule, 2026)
    first, second = (counted.due(each, amount, unit) for each in (event, event + timedelta(1)))
    if isinstance(first, date) and isinstance(second, date):
        assert event <= first <= second
        if rule.moves_from_days_off or unit == "working-day":
            assert counted.is_worked(first)


# --- the same in the browser


def vectors() -> Iterator[tuple[int, date, int, str]]:
    """Yield the number of a rule, an event, an amount and a unit: all year, and around its ends."""
    each_day = [date(2025, 12, 20) + timedelta(n) for n in range(0, 390, 3)]
    amounts = {"working-day": (1, 10, 20), "month": (1, 7), "quarter": (1,), "year": (1,)}
    for rule, event, unit in product(range(len(RULES)), each_day, COUNTED):
        for amount in amounts.get(unit, (1, 30)):
            yield rule, event, amount, unit


ASK = """
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
const code = given.script + "; return gollanmaDue;";
const due = Function(code)();
const rules = given.rules.map(due.inNumbers);
const day = n => new Date(n * 86400000).toISOString().slice(0, 10);
console.log(JSON.stringify({
  due: given.due.map(([rule, event, amount, unit]) => {
    const found = due.due(rules[rule], due.read(event), amount, unit);
    return found.noCalendar || day(found.day);
  }),
  later: given.later.map(([event, clock, amount, unit]) => {
    const found = due.later(due.read(event), clock, amount, unit);
    return day(found.day) + " " + found.clock;
  }),
  written: Object.keys(due.words).map(
    lang => given.days.map(each => due.written(due.words[lang], due.read(each)))
  )
}));
"""


def in_browser(**given: object) -> Any:
    program = due_script(SCRIPT.read_text(encoding="utf-8"), load(("tk", "ru", "en")), None)
    empty: dict[str, object] = {"due": [], "later": [], "days": [], "rules": []}
    return answer(ASK, {**empty, "script": program, **given})


def test_the_browser_counts_as_python_does() -> None:
    cases = list(vectors())
    assert len(cases) > 5000
    asked = [(rule, str(event), amount, unit) for rule, event, amount, unit in cases]
    answered = in_browser(due=asked, rules=[days_off(days(each)) for each in RULES])["due"]
    wrong = [
        (case, found)
        for case, found in zip(cases, answered, strict=True)
        if found != expected(*case)
    ]
    assert wrong == []
    assert {2025, 2027} <= set(answered)


def expected(rule: int, event: date, amount: int, unit: str) -> str | int:
    found = days(RULES[rule]).due(event, amount, unit)
    return found.year if isinstance(found, NoCalendar) else str(found)


def test_hours_run_through_nights_and_years() -> None:
    begins = [datetime(2026, 12, 30, hour, 59, tzinfo=UTC) for hour in range(24)]
    cases = [(each, hours) for each in begins for hours in (24, 48, 72, 120)]
    asked = [(f"{each:%Y-%m-%d}", f"{each:%H:%M}", hours, "hour") for each, hours in cases]
    ends = [f"{each + timedelta(hours=hours):%Y-%m-%d %H:%M}" for each, hours in cases]
    assert in_browser(later=asked)["later"] == ends


def test_the_browser_writes_a_day_as_pages_do() -> None:
    every = [date(2026, 1, 1) + timedelta(n) for n in range(366)]
    written = in_browser(days=list(map(str, every)))["written"]
    languages = load(("tk", "ru", "en"))
    for code, found in zip(languages, written, strict=True):
        language = languages[code]
        assert found == [
            language.say("due.day", date=language.date(day), weekday=language.weekday(day))
            for day in every
        ]


# --- where the days come from

CALENDAR = """\
title: {tk: Ýyl, ru: Год, en: Year}
status: draft
version: "1.0"
year: 2026
holidays:
  - day: 2026-05-18
    name: {tk: Baýdak, ru: Флаг, en: Flag}
working_days: [2026-05-16]
"""
COUNTED_HERE = changed(
    "gollanma.yml", 'schema: "1"', 'schema: "1"\ncounting: {weekend: [saturday, sunday]}'
)


def test_a_library_gives_the_days_of_its_calendars() -> None:
    library = small({**COUNTED_HERE, "normative/calendars/2026.yml": CALENDAR}).library
    found = days_of(library)
    assert found is not None
    assert found.years == {2026}
    assert found.due(date(2026, 5, 15), 2, "working-day") == date(2026, 5, 19)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(("year: 2026", "year: 12026"), id="a year that no day has"),
        pytest.param(("status: draft", "status: withdrawn"), id="nobody may rely on it"),
    ],
)
def test_a_calendar_that_is_none_gives_no_days(change: tuple[str, str]) -> None:
    text = CALENDAR.replace(*change)
    found = days_of(small({**COUNTED_HERE, "normative/calendars/2026.yml": text}).library)
    assert found is not None
    assert found.years == frozenset()


def test_without_a_rule_no_day_is_counted() -> None:
    assert days_of(small({"normative/calendars/2026.yml": CALENDAR}).library) is None
