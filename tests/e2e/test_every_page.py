"""Every kind of page in a browser, opened from a folder: quiet, within its width, for everyone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.e2e.conftest import Places, kind_of

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 1280)
LONG = 5
"""So many pages of each language, those with the longest words in their headings."""
HEADING = re.compile(r"<h[1-3][^>]*>(?P<words>.*?)</h[1-3]>", re.DOTALL)
MARKUP = re.compile(r"<[^>]*>")
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RUN = "rules => axe.run({runOnly: rules, resultTypes: ['violations']})"
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPEN = "document.querySelectorAll('details').forEach(each => each.open = true)"


def stays(site: Path, place: str) -> bool:
    """Tell whether a page can be looked at: a short address leads on, 404 is for a server."""
    is_lost = place.rpartition("/")[2] == "404.html"
    return not is_lost and "data-follow" not in (site / place).read_text("utf-8")


def missed(request: Request) -> Iterator[str]:
    """Yield a file that did not come; the icon of a page that was left need not come."""
    if "ERR_ABORTED" not in (request.failure or ""):
        yield f"no {request.url}: {request.failure}"


def test_no_page_complains_asks_the_network_or_scrolls_sideways(
    site: Path, places: Places, browser: Browser
) -> None:
    said: list[str] = []
    wider: list[tuple[str, int]] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda each: said.extend(missed(each)))
    page.on("request", lambda each: None if each.url[:5] == "file:" else said.append(each.url))
    for place in (each for each in places if stays(site, each)):
        page.goto((site / place).as_uri())
        page.evaluate(OPEN)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wider.append((place, width))
    context.close()
    assert (said, wider) == ([], [])


def longest_word(site: Path, place: str) -> int:
    """Give the length of the longest word in the headings of a page."""
    headings = HEADING.finditer((site / place).read_text("utf-8"))
    words = [word for each in headings for word in MARKUP.sub(" ", each["words"]).split()]
    return max(map(len, words), default=0)


def with_long_words(site: Path, places: Iterable[str]) -> Iterator[str]:
    """Yield some pages of each language whose headings are the hardest to fit."""
    of: dict[str, list[str]] = {}
    for place in (each for each in places if stays(site, each)):
        of.setdefault(kind_of(site, place)[2], []).append(place)
    for found in of.values():
        yield from sorted(found, key=lambda each: -longest_word(site, each))[:LONG]


def test_the_longest_words_of_headings_fit_a_phone(
    site: Path, every: Places, fresh: BrowserContext
) -> None:
    page, wider = fresh.new_page(), []
    for place in with_long_words(site, every):
        page.goto((site / place).as_uri())
        for width in (320, 360):
            page.set_viewport_size({"width": width, "height": 780})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wider.append((place, width))
    assert wider == []


@pytest.fixture(scope="module")
def judge(browser: Browser) -> Iterator[Page]:
    """Give a window with axe in it; the page's own policy would keep it out."""
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(AXE)
    yield context.new_page()
    context.close()


def one_of_each(site: Path, places: Places, shift: int) -> Iterator[str]:
    """Yield one page of each type, in turn of another language."""
    types: dict[str, list[str]] = {}
    for place in places:
        if stays(site, place):
            types.setdefault(kind_of(site, place)[0], []).append(place)
    for turn, found in enumerate(types.values(), shift):
        yield found[turn % len(found)]


def violations(judge: Page, site: Path, places: Iterable[str], rules: Sequence[str]) -> list[Any]:
    """Give what axe finds on pages with their folds open."""
    found = []
    for place in places:
        judge.goto((site / place).as_uri())
        judge.evaluate(OPEN)
        for each in judge.evaluate(RUN, rules)["violations"]:
            elements = [node["html"][:120] for node in each["nodes"]]
            found.append((place, each["id"], elements[:3]))
    return found


def test_no_page_keeps_anybody_out(site: Path, typical: Places, judge: Page) -> None:
    judge.set_viewport_size({"width": 1280, "height": 800})
    judge.emulate_media(color_scheme="light")
    assert violations(judge, site, one_of_each(site, typical, 0), ALL) == []


def test_nor_on_a_phone_in_the_dark(site: Path, typical: Places, judge: Page) -> None:
    judge.set_viewport_size({"width": 360, "height": 780})
    judge.emulate_media(color_scheme="dark")
    rules = ["color-contrast", "target-size"]
    assert violations(judge, site, one_of_each(site, typical, 1), rules) == []
