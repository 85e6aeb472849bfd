"""On the real site: a limit becomes a day, by hand and by keyboard; a blank goes on paper."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from gollanma.languages import load
from gollanma.law.counting import MINUTES, NoCalendar, days_of
from tests.support.word import corpus

pytestmark = pytest.mark.browser

PLACES = ("sop/complaint.html", "ru/sop/complaint.html", "en/service/etrap-social-worker.html")
EVENTS = ("2026-01-02", "2026-03-20", "2026-11-20", "2026-12-28")
CLOCK = "16:30"
SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")
BLANKS = {
    "form/consent--blank.html": 1,
    "ru/form/consent--blank.html": 2,
    "en/form/application--blank.html": 2,
    "ru/form/referral--blank.html": 1,
    "form/referral--copy/lawyer.html": 1,
}
"""On how many sheets of A4 they fit."""


def language_of(place: str) -> str:
    return place.partition("/")[0] if place[2] == "/" else "tk"


def counters(page: Page, site: Path, place: str) -> Locator:
    page.goto((site / place).as_uri())
    found = page.locator("details.due")
    expect(found.first).to_be_attached()
    return found


def answer(place: str, event: str, limit: str) -> str:
    """Give what the page must say, as Python counts and writes it."""
    amount, unit = limit.split()
    language, days = load(("tk", "ru", "en"))[language_of(place)], days_of(corpus().library)
    assert days is not None
    start = date.fromisoformat(event)
    if unit in MINUTES:
        end: date | NoCalendar = start + timedelta(hours=int(amount))
    else:
        end = days.due(start, int(amount), unit)
    if isinstance(end, NoCalendar):
        return language.say("due.none", year=str(end.year))
    day = language.say("due.day", date=language.date(end), weekday=language.weekday(end))
    if unit in MINUTES:
        return language.say("due.until", day=day, clock=CLOCK)
    return language.say("due.by", day=day)


@pytest.mark.parametrize("place", PLACES)
def test_each_limit_of_a_page_gives_the_day_that_python_counts(
    site: Path, fresh: BrowserContext, place: str
) -> None:
    page = fresh.new_page()
    every = counters(page, site, place)
    limits = page.locator("[data-limit]")
    assert every.count() == limits.count() > 3
    wrong = []
    counted: set[str] = set()
    for number in range(every.count()):
        fold, limit = every.nth(number), limits.nth(number).get_attribute("data-limit") or ""
        fold.locator("summary").click()
        if fold.locator("input[type=time]").count():
            fold.locator("input[type=time]").fill(CLOCK)
        for event in EVENTS[:1] if limit in counted else EVENTS:
            fold.locator("input[type=date]").fill(event)
            said = fold.locator("[role=status]").inner_text()
            if said != answer(place, event, limit):
                wrong.append((limit, event, said))
        counted.add(limit)
    assert wrong == []


def test_a_day_is_counted_by_keyboard_and_nothing_is_kept(
    site: Path, fresh: BrowserContext
) -> None:
    page = fresh.new_page()
    fold = counters(page, site, PLACES[2]).first
    address = page.url
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(fold.locator("input[type=date]")).to_be_focused()
    page.keyboard.type("11202026")
    expect(fold.locator("[role=status]")).to_contain_text("2026")
    expect(fold.get_by_label("Day from which the time runs")).to_have_value("2026-11-20")
    assert page.url == address
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]
    page.reload()
    expect(page.locator("details.due input[type=date]").first).to_have_value("")


def test_the_rule_stands_beside_the_answer_and_that_nobody_has_confirmed_it(
    site: Path, fresh: BrowserContext
) -> None:
    page = fresh.new_page()
    fold = counters(page, site, PLACES[2]).first
    fold.locator("summary").click()
    for said in ("Days off: Saturday, Sunday", "confirmed by lawyers", "The calendar is a sample"):
        expect(fold).to_contain_text(said)


def test_without_script_the_page_leads_to_a_table_of_dates(
    site: Path, without_script: Page
) -> None:
    without_script.goto((site / PLACES[2]).as_uri())
    assert without_script.locator("details.due").count() == 0
    without_script.get_by_role("link", name="working days, 2026").click()
    expect(without_script.get_by_role("heading", level=1)).to_contain_text("Working days")
    row = without_script.locator("tr", has_text="5 Monday").first
    assert (
        row.locator("td").count()
        == without_script.locator("table").first.locator("thead th").count() - 1
    )


@pytest.mark.parametrize("home", [pytest.param(each, id=each or "tk") for each in ("", "ru", "en")])
def test_on_a_telephone_each_day_of_a_table_takes_one_line(
    site: Path, fresh: BrowserContext, home: str
) -> None:
    page = fresh.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((site / home / "calendar/2026--working-day-1.html").as_uri())
    heights = page.locator(".due-table td").evaluate_all(
        "(cells) => cells.map((cell) => cell.getBoundingClientRect().height)"
    )
    assert max(heights) < 30


def test_no_counter_is_printed(site: Path, fresh: BrowserContext) -> None:
    page = fresh.new_page()
    counters(page, site, PLACES[0])
    page.emulate_media(media="print")
    expect(page.locator("details.due").first).to_be_hidden()


# --- blanks


@pytest.mark.parametrize(("place", "sheets"), BLANKS.items())
def test_a_blank_fits_on_its_sheets(
    site: Path, fresh: BrowserContext, place: str, sheets: int
) -> None:
    page = fresh.new_page()
    page.goto((site / place).as_uri())
    assert len(SHEET.findall(page.pdf(prefer_css_page_size=True))) == sheets


def test_a_second_language_stands_below_when_it_is_asked_for(
    site: Path, without_script: Page
) -> None:
    """The choice needs no script: it is made with the keyboard as with a finger."""
    page = without_script
    page.goto((site / "ru/form/consent--blank.html").as_uri())
    turkmen, english = (page.locator(f".sheet h1 [lang={each}]") for each in ("tk", "en"))
    expect(turkmen).to_be_hidden()
    page.locator(".seconds label").get_by_text("Türkmençe", exact=True).click()
    expect(turkmen).to_be_visible()
    expect(english).to_be_hidden()
    page.locator("input.second").nth(1).focus()
    page.keyboard.press("ArrowDown")
    expect(english).to_be_visible()
    expect(turkmen).to_be_hidden()


def test_only_the_sheet_is_printed_of_a_blank(site: Path, fresh: BrowserContext) -> None:
    page = fresh.new_page()
    page.goto((site / "form/consent--blank.html").as_uri())
    page.emulate_media(media="print")
    for each in (".top", ".foot", ".seconds", "#_copies", "#_file", ".crumbs"):
        expect(page.locator(each).first).to_be_hidden()
    expect(page.locator(".sheet-foot")).to_be_visible()
