"""Time limits on pages: which are counted, what the script is told, and the tables for paper."""

import re
from functools import cache

import pytest

from gollanma.graph import Graph
from gollanma.law.counting import days_of
from gollanma.render import content
from gollanma.site.due import days_off
from gollanma.views import pages
from gollanma.views.due_tables import DueView
from gollanma.views.page import Page
from gollanma.views.services import ServiceView
from gollanma.views.sheets import SheetView
from gollanma.views.sops import SopView
from tests.support.projects import changed, small

CALENDAR = """\
title: {tk: 2026-njy ýyl, ru: 2026 год, en: The year 2026}
status: draft
version: "1.0"
year: 2026
sample: true
holidays:
  - day: 2026-12-14
    name: {tk: Baýram, ru: Праздник, en: Holiday}
working_days: [2026-12-12]
"""
RULE = "\ncounting:\n  weekend: [saturday, sunday]\n"
DEADLINES = """\
deadlines:
  - id: answer
    title: {tk: Jogap, ru: Ответ, en: Answer}
    value: 2
    unit: working-day
  - id: month
    title: {tk: Aý, ru: Месяц, en: Month}
    value: 1
    unit: month
  - id: hours
    title: {tk: Sagat, ru: Часы, en: Hours}
    value: 48
    unit: hour
  - id: soon
    title: {tk: Basym, ru: Скоро, en: Soon}
    value: 3
    unit: hour
"""


@cache
def graph(rule: str = RULE, calendar: str = CALENDAR) -> Graph:
    files = changed("gollanma.yml", 'schema: "1"', f'schema: "1"{rule}')
    files |= changed("normative/sops/visit.yml", "deadlines:\n", DEADLINES)
    if calendar:
        files["normative/calendars/2026.yml"] = calendar
    return small(files).graph


def page(address: str, code: str = "en", of: Graph | None = None) -> Page:
    every = pages(of or graph())
    return next(each for each in every if (each.address, each.lang) == (address, code))


def html(address: str, code: str = "en", of: Graph | None = None) -> str:
    return content(page(address, code, of), (of or graph()).languages)


def table(quarter: int = 4, unit: str = "working-day", code: str = "en") -> DueView:
    found = page(f"calendar/2026--{unit}-{quarter}.html", code).view
    assert isinstance(found, DueView)
    return found


def tables(of: Graph | None = None) -> list[tuple[str, str]]:
    found = page("sop/visit.html", of=of).view
    assert isinstance(found, SopView)
    return [(str(each.words), each.href) for each in found.due]


def test_limits_that_end_on_a_day_are_marked_and_others_not() -> None:
    marked = re.findall(r'data-limit="([^"]*)"', html("sop/visit.html"))
    assert {"2 working-day", "1 month", "48 hour"} <= set(marked)
    assert "3 hour" not in marked


def test_the_script_is_told_the_rule_and_the_days_off() -> None:
    days = days_of(graph().library)
    assert days is not None
    assert days_off(days) == {
        "weekend": [5, 6],
        "countsEventDay": False,
        "movesFromDaysOff": True,
        "confirmed": False,
        "sample": True,
        "years": [2026],
        "off": ["2026-12-14"],
        "on": ["2026-12-12"],
    }


def test_a_page_leads_to_the_tables_of_its_units_and_hours_have_none() -> None:
    assert tables() == [
        ("working days, 2026", "../calendar/2026--working-day-1.html"),
        ("months, 2026", "../calendar/2026--month-1.html"),
    ]


@pytest.mark.parametrize(
    ("rule", "calendar"),
    [
        pytest.param("", CALENDAR, id="no rule"),
        pytest.param("", "", id="neither rule nor calendar"),
    ],
)
def test_without_a_rule_nothing_is_counted(rule: str, calendar: str) -> None:
    of = graph(rule, calendar)
    assert tables(of) == []
    assert "data-limit" not in html("sop/visit.html", of=of)
    assert [
        each.address for each in pages(of) if "--" in each.address and "calendar" in each.address
    ] == []


def test_a_rule_without_a_calendar_has_no_tables_and_the_script_says_why() -> None:
    without = graph(calendar="")
    assert tables(without) == []
    assert "data-limit" in html("sop/visit.html", of=without)


def test_a_service_counts_its_limits_too() -> None:
    found = page("service/care.html").view
    assert isinstance(found, ServiceView)
    assert "data-limit" in html("service/care.html")
    assert found.due


# --- tables


def test_a_table_has_a_column_for_each_amount_of_its_unit() -> None:
    assert "2 working days" in table().heads
    assert table(unit="month").heads == ("1 month",)


def ends(amount: str) -> dict[str, str]:
    """Give the last day of a limit by the days on which it may begin, in December."""
    found = table()
    column = found.heads.index(amount)
    december = found.months[2]
    assert december.name == "December"
    return {row.days: row.ends[column] for row in december.rows}


def test_days_that_lead_to_the_same_end_stand_in_one_row() -> None:
    found = ends("2 working days")
    # The twelfth is a Saturday on which offices work, the fourteenth a holiday.
    assert found["10 Thursday"] == "12.12"
    assert found["11 Friday"] == "15.12"
    assert found["12 Saturday – 14 Monday"] == "16.12"
    assert found["18 Friday – 20 Sunday"] == "22.12"


def test_a_dash_stands_for_a_year_without_a_calendar_and_is_explained() -> None:
    assert ends("2 working days")["30 Wednesday"] == "–"
    assert table().missing == (
        "There is no calendar for 2027 yet: the day is not counted. Ask your office.",
    )
    assert table(1).missing == ()


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        pytest.param("", "The day of the event does not count", id="from the next day"),
        pytest.param("  counts_event_day: true\n", "counts as the first day", id="from that day"),
        pytest.param("", "ends on the next working day", id="moved"),
        pytest.param("  moves_from_days_off: false\n", "is not moved", id="not moved"),
        pytest.param("", "Days off: Saturday, Sunday", id="which days are off"),
        pytest.param("", "still to be confirmed", id="nobody has confirmed it"),
        pytest.param("", "The calendar is a sample", id="a sample"),
    ],
)
def test_a_table_says_by_what_rule_it_was_made(rule: str, said: str) -> None:
    found = html("calendar/2026--working-day-1.html", of=graph(RULE + rule))
    assert said in found


def test_a_confirmed_rule_and_an_official_calendar_need_no_warning() -> None:
    of = graph(f"{RULE}  confirmed: true\n", CALENDAR.replace("sample: true\n", ""))
    found = html("calendar/2026--working-day-1.html", of=of)
    assert "confirmed" not in found
    assert "sample" not in found


def test_each_table_leads_to_the_other_quarters() -> None:
    found = table(2)
    assert [(str(each.words), each.href) for each in found.quarters] == [
        ("January – March", "2026--working-day-1.html"),
        ("April – June", ""),
        ("July – September", "2026--working-day-3.html"),
        ("October – December", "2026--working-day-4.html"),
    ]


@pytest.mark.parametrize(
    ("rule", "calendar", "said"),
    [
        pytest.param(RULE, CALENDAR, ["Working days", "Months"], id="a calendar that counts"),
        pytest.param("", CALENDAR, [], id="no rule"),
        pytest.param(RULE, CALENDAR.replace("draft", "withdrawn"), [], id="no longer valid"),
    ],
)
def test_a_calendar_leads_to_its_tables(rule: str, calendar: str, said: list[str]) -> None:
    found = page("calendar/2026.html", of=graph(rule, calendar)).view
    assert isinstance(found, SheetView)
    tables = [
        block.points for each in found.sections if each.name == "due" for block in each.blocks
    ]
    assert [re.sub("<[^>]*>", "", each) for points in tables for each in points] == said


def test_the_day_by_which_to_turn_to_somebody_is_counted_too() -> None:
    escalation = (
        "    escalation:\n      to: role/lead\n      within: {value: 2, unit: working-day}\n"
    )
    files = changed("gollanma.yml", 'schema: "1"', f'schema: "1"{RULE}')
    files |= changed(
        "normative/sops/visit.yml",
        "    actor: role/worker\n",
        f"    actor: role/worker\n{escalation}",
    )
    made = small(files | {"normative/calendars/2026.yml": CALENDAR}).graph
    assert '<span data-limit="2 working-day">within 2 working days</span>. ' in html(
        "sop/visit.html", of=made
    )
    assert tables(made)
