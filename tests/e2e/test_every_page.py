"""Every kind of page in a browser, opened from a folder: quiet, within its width, for everyone."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal
from zlib import crc32

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


# --- for everyone, in every look


@dataclass(frozen=True, slots=True)
class Look:
    """How a reader sees a page."""

    width: int
    colours: Literal["light", "dark"] = "light"
    forced: Literal["active", "none"] = "none"
    """The device has colours of its own, whatever the page wants."""
    medium: Literal["screen", "print"] = "screen"

    @property
    def rules(self) -> list[str]:
        """What axe looks at; paper is neither pressed nor heard."""
        return ALL if self.medium == "screen" else ["color-contrast", "link-in-text-block"]


LOOKS = {
    "wide and light": Look(1280),
    "wide and dark": Look(1280, "dark"),
    "a phone": Look(360),
    "a phone in the dark": Look(360, "dark"),
    "colours of the device": Look(1280, forced="active"),
    "dark colours of the device, on a phone": Look(360, "dark", forced="active"),
    "paper": Look(760, medium="print"),
}


@pytest.fixture(scope="module")
def judge(browser: Browser) -> Iterator[Page]:
    """Give a window with axe in it; the page's own policy would keep it out."""
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(AXE)
    yield context.new_page()
    context.close()


def one_of_each(site: Path, places: Places, shift: int) -> Iterator[str]:
    """Yield one page of each type, in turn of another language."""
    for turn, found in enumerate(of_types(site, places).values(), shift):
        yield found[turn % len(found)]


def of_types(site: Path, places: Places) -> dict[str, list[str]]:
    """Give the pages that can be looked at by their type."""
    types: dict[str, list[str]] = {}
    for place in places:
        if stays(site, place):
            types.setdefault(kind_of(site, place)[0], []).append(place)
    return types


def each_in_each_language(site: Path, places: Places) -> Iterator[str]:
    """Yield a page of each type in each language: in turn the longest, the others short."""
    for turn, found in enumerate(of_types(site, places).values()):
        spoken: dict[str, list[str]] = {}
        for place in sorted(found, key=size_in(site)):
            spoken.setdefault(kind_of(site, place)[2], []).append(place)
        for number, those in enumerate(spoken.values()):
            yield those[-1 if number == turn % len(spoken) else 0]


def size_in(site: Path) -> Callable[[str], int]:
    """Give what tells how long a page is."""
    return lambda place: (site / place).stat().st_size


def look_of(place: str) -> Look:
    """Give the look in which a page is judged where there is time for one: always the same."""
    names = sorted(LOOKS)
    return LOOKS[names[crc32(place.encode()) % len(names)]]


def violations(judge: Page, site: Path, seen: Iterable[tuple[str, Look]]) -> list[Any]:
    """Give what axe finds on pages with their folds open; pages of one look are best together."""
    found = []
    for place, look in seen:
        judge.set_viewport_size({"width": look.width, "height": 800})
        judge.emulate_media(media=look.medium, color_scheme=look.colours, forced_colors=look.forced)
        judge.goto((site / place).as_uri())
        judge.evaluate(OPEN)
        for each in judge.evaluate(RUN, look.rules)["violations"]:
            elements = [node["html"][:120] for node in each["nodes"]]
            found.append((place, look, each["id"], elements[:3]))
    return found


def test_no_page_keeps_anybody_out(site: Path, every: Places, judge: Page) -> None:
    seen = [(place, look_of(place)) for place in each_in_each_language(site, every)]
    assert {look for _, look in seen} == set(LOOKS.values())
    assert violations(judge, site, sorted(seen, key=lambda each: repr(each[1]))) == []


@pytest.mark.slow
@pytest.mark.parametrize("look", [pytest.param(look, id=name) for name, look in LOOKS.items()])
def test_nor_does_any_in_any_look(site: Path, typical: Places, judge: Page, look: Look) -> None:
    seen = [(place, look) for place in typical if stays(site, place)]
    assert violations(judge, site, seen) == []
