"""Pictures and cards as a browser shows and prints them: words stay in their boxes, cards on A5."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.conftest import Places

pytestmark = pytest.mark.browser
PAGE = re.compile(r"(?:[a-z]{2}/)?sop/[a-z0-9-]+--picture\.html")
PROCEDURE = re.compile(r"(?:[a-z]{2}/)?sop/(?!index)(?:[a-z0-9]|-(?!-))+\.html")
SHEET = re.compile(rb"/Type\s*/Page\b")
SIZE = re.compile(rb"/MediaBox\s*\[0 0 (?P<width>\d+)[\d.]* (?P<height>\d+)")
A5 = (b"420", b"594")
MOST = 2
"""Sides of the paper that a card has."""
SPLIT = """
() => [...document.querySelectorAll('.say, .hush, .halt')]
  .filter((words) => getComputedStyle(words).breakInside !== 'avoid').length
"""
CITED = "() => document.querySelector('.paper').offsetHeight"
SPILT = """
(look) => [...document.querySelectorAll(`.${look} text`)]
  .map((text) => [text, text.getBBox(), text.parentNode.querySelector('path').getBBox()])
  .filter(([, words, box]) => words.width && (words.x < box.x || words.y < box.y
    || words.x + words.width > box.x + box.width || words.y + words.height > box.y + box.height))
  .map(([text]) => text.textContent)
"""


def pictured(every: Places) -> Places:
    return tuple(each for each in every if PAGE.fullmatch(each))


WIDTH = {"wide": 1280, "tall": 360}


@pytest.mark.parametrize("look", WIDTH)
@pytest.mark.parametrize(
    "third", [0, pytest.param(1, marks=pytest.mark.slow), pytest.param(2, marks=pytest.mark.slow)]
)
def test_words_stay_in_their_boxes(
    look: str, third: int, site: Path, every: Places, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": WIDTH[look], "height": 800})
    spilt: dict[str, list[str]] = {}
    drawn, places = 0, pictured(every)[third::3]
    for place in places:
        page.goto((site / place).as_uri())
        drawn += page.locator(f".{look}:visible").count()
        if found := page.evaluate(SPILT, look):
            spilt[place] = found
    page.close()
    assert spilt == {}
    assert drawn == len(places) > 0


def test_cards_fit_on_two_sides_of_their_paper(site: Path, every: Places, browser: Browser) -> None:
    page = browser.new_page()
    cards = [each for each in every if each.endswith("--card.html")]
    wrong: dict[str, tuple[int, object]] = {}
    for place in cards:
        page.goto((site / place).as_uri())
        paper = page.pdf(prefer_css_page_size=True)
        sheets, sizes = len(SHEET.findall(paper)), set(SIZE.findall(paper))
        if sheets > MOST or sizes != {A5}:
            wrong[place] = sheets, sizes
    page.close()
    assert cards
    assert wrong == {}


def test_a_picture_fits_on_one_sheet_with_what_it_is_of(
    site: Path, every: Places, browser: Browser
) -> None:
    page = browser.new_page()
    wrong: dict[str, tuple[int, int]] = {}
    for place in pictured(every):
        page.goto((site / place).as_uri())
        page.emulate_media(media="print")
        sheets = len(SHEET.findall(page.pdf(format="A4")))
        cited = page.evaluate(CITED)
        if sheets > 1 or not cited:
            wrong[place] = sheets, cited
    page.close()
    assert wrong == {}


def test_on_paper_words_to_say_stay_together(site: Path, every: Places, browser: Browser) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    wrong: dict[str, int] = {}
    procedures = [each for each in every if PROCEDURE.fullmatch(each)]
    for place in procedures:
        page.goto((site / place).as_uri())
        if split := page.evaluate(SPLIT):
            wrong[place] = split
        assert page.evaluate(CITED)
    page.close()
    assert procedures
    assert wrong == {}
