"""What leaves the printer: nothing cut off, nothing to press, the sample marked, black on white."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Places, kind_of
from tests.e2e.test_every_page import stays

pytestmark = pytest.mark.browser

A4, A5, ACROSS = 672, 491, 1001
"""What the margins leave of the width of the paper, in CSS pixels."""
WIDTHS = {"card": A5, "slides": ACROSS, "coverage": ACROSS, "matrix": ACROSS}
UNMARKED = frozenset({"neutral"})
"""What quick exit opens looks like any page, for whoever looks over the shoulder."""
FAULTS = """
(width) => {
  const style = getComputedStyle(document.body);
  const all = (words) => [...document.querySelectorAll(words)].filter((each) =>
    each.getClientRects().length && getComputedStyle(each).clipPath === 'none');
  const found = {
    cut: all('main *').filter((each) => each.getBoundingClientRect().right > width + 1),
    spilt: all('.calls div, .keep, th, td').filter((each) => each.scrollWidth > each.clientWidth + 1),
    pressed: all('button, select, textarea, input:not(.check *, .quiz *, .second, .pick, .show)'),
    room: parseFloat(style.paddingBottom) ? [document.body] : [],
    pale: `${style.color} ${style.backgroundColor}` === 'rgb(0, 0, 0) rgb(255, 255, 255)'
      ? [] : [document.body],
    unmarked: all('.strip, .pocket .tag, .keep .tag, .sheet .tag').length ? [] : [document.body],
  };
  return Object.entries(found)
    .flatMap(([fault, these]) => these.map((each) => `${fault}: ${each.outerHTML.slice(0, 90)}`));
}
"""


SHEET = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture
def printer(browser: Browser) -> Iterator[Page]:
    """Give the paper of somebody who reads in the dark."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.emulate_media(media="print", color_scheme="dark")
    yield page
    context.close()


def test_paper_is_whole_marked_and_black_on_white(
    site: Path, several: Places, printer: Page
) -> None:
    wrong: dict[str, list[str]] = {}
    for place in (each for each in several if stays(site, each)):
        kind = kind_of(site, place)[0]
        width = WIDTHS.get(kind, A4)
        printer.set_viewport_size({"width": width, "height": 900})
        printer.goto((site / place).as_uri())
        found = [
            each
            for each in printer.evaluate(FAULTS, width)
            if not (kind in UNMARKED and each.startswith("unmarked"))
        ]
        if found:
            wrong[place] = found[:5]
    assert wrong == {}


def test_a_short_address_among_words_is_told_from_them(site: Path, printer: Page) -> None:
    printer.goto((site / "sop/intake.html").as_uri())
    expect(printer.locator("#_trust .refs span a")).to_have_css("text-decoration-line", "underline")


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("calendar/2026--working-day-1.html", id="a table of days"),
        pytest.param("ru/sop/intake--card.html", id="a card"),
        pytest.param("en/form/consent--blank.html", id="a blank"),
        pytest.param("ru/sop/intake.html", id="a procedure"),
    ],
)
def test_what_hangs_on_a_wall_says_what_it_was_made_from(
    site: Path, printer: Page, place: str
) -> None:
    printer.goto((site / place).as_uri())
    expect(
        printer.locator(".cite, .refs summary + p, .paper").locator("visible=true").first
    ).to_be_visible()


def test_the_foot_is_a_line_that_a_full_sheet_has_room_for(site: Path, printer: Page) -> None:
    printer.set_viewport_size({"width": A4, "height": 900})
    printer.goto((site / "service/index.html").as_uri())
    foot = printer.locator(".foot").bounding_box()
    assert foot is not None
    assert foot["height"] < 24


def test_a_timetable_goes_on_to_the_next_sheet_between_two_days(site: Path, printer: Page) -> None:
    printer.goto((site / "training/foundation-course--trainer.html").as_uri())
    days = printer.locator(".plan tbody > :first-child")
    found = days.evaluate_all("(rows) => rows.map((row) => getComputedStyle(row).breakBefore)")
    assert found[0] == "avoid"
    assert set(found[1:]) == {"auto"}


def test_a_found_record_stays_on_one_sheet(site: Path, printer: Page) -> None:
    printer.goto((site / "search.html").as_uri() + "#q=\u00e7aga")
    hit = printer.locator(".hit").first
    expect(hit).to_be_visible()
    assert hit.evaluate("(hit) => getComputedStyle(hit).breakInside") == "avoid"


@pytest.mark.parametrize("home", [pytest.param(each, id=each or "tk") for each in ("", "ru", "en")])
def test_a_card_with_four_numbers_takes_one_side_of_a_sheet(
    site: Path, printer: Page, home: str
) -> None:
    printer.goto((site / home / "sop/crisis-response--card.html").as_uri())
    assert len(SHEET.findall(printer.pdf(prefer_css_page_size=True))) == 1


def test_paper_does_not_ask_to_point_at_the_map(site: Path, printer: Page) -> None:
    printer.goto((site / "referrals/index.html").as_uri())
    expect(printer.locator("#_map svg")).to_be_visible()
    expect(printer.locator("#_map > .small")).to_be_hidden()


def test_a_table_of_a_guide_is_as_wide_as_the_sheet(site: Path, printer: Page) -> None:
    printer.set_viewport_size({"width": A4, "height": 900})
    printer.goto((site / "planted.html").as_uri())
    table = printer.locator(".prose > table").first.bounding_box()
    assert table is not None
    assert table["width"] == A4


def test_the_first_slide_is_as_large_as_those_that_follow(site: Path, printer: Page) -> None:
    printer.goto((site / "training/managers-course--slides.html").as_uri())
    sizes = printer.locator("h1, .slide h2").evaluate_all(
        "(heads) => heads.map((head) => parseFloat(getComputedStyle(head).fontSize))"
    )
    assert sizes[0] >= max(sizes[1:])


def test_how_many_steps_are_taught_stands_in_one_line(site: Path, printer: Page) -> None:
    printer.set_viewport_size({"width": ACROSS, "height": 700})
    printer.goto((site / "matrix/index.html").as_uri())
    lines = printer.locator("#_steps-taught td").evaluate_all(
        """(cells) => cells.map((cell) => {
          const words = document.createRange();
          words.selectNodeContents(cell);
          return new Set([...words.getClientRects()].map((line) => line.top)).size;
        })"""
    )
    assert set(lines) == {1}
