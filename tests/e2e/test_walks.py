"""Readers who change how a page looks or go through it by keyboard alone: nothing is lost to them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.e2e.conftest import Places
from tests.e2e.test_every_page import OPEN, one_of_each

pytestmark = pytest.mark.browser

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"""
"""What a reader may set without losing anything: WCAG 2.2, 1.4.12."""
CUT = """() => [...document.querySelectorAll('body *')].filter(each => {
  const style = getComputedStyle(each);
  return style.overflowY === 'hidden' && style.clipPath === 'none' && each.clientHeight > 2
    && each.scrollHeight > each.clientHeight + 2;
}).map(each => each.outerHTML.slice(0, 120))"""
MOVING = """() => [...document.querySelectorAll('*')].filter(each => {
  const style = getComputedStyle(each);
  return [style.transitionDuration, style.animationDuration].some(time => parseFloat(time) > 0)
    || style.scrollBehavior === 'smooth';
}).map(each => each.tagName)"""
MOST_STOPS = 45
HERE = """() => {
  const here = document.activeElement;
  if (here === document.body) return null;
  const label = here.id && document.querySelector(`label[for="${here.id}"]`);
  const shown = label && getComputedStyle(here).opacity === '0' ? label : here;
  const style = getComputedStyle(shown), box = shown.getClientRects()[0];
  if (!box) return [here.outerHTML.slice(0, 120), 'is not there'];
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const top = document.elementFromPoint(x, y);
  const isSeen = top && (shown.contains(top) || top.contains(shown));
  const isMarked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  return [here.outerHTML.slice(0, 120), !isSeen ? 'is covered' : !isMarked ? 'is not marked' : ''];
}"""

KEPT = """() => [...document.querySelectorAll('body *')].filter(each => {
  const style = getComputedStyle(each), box = each.getBoundingClientRect();
  return ['sticky', 'fixed'].includes(style.position) && box.bottom > 0 && box.top < innerHeight
    && (style.position === 'fixed' || box.top <= 0) && style.clipPath === 'none';
}).reduce((sum, each) => sum + each.getBoundingClientRect().height, 0)"""
"""How much of the height stays covered while somebody scrolls."""
FAINT = """() => {
  document.documentElement.dataset.theme = 'light';  // what the reader chose before
  const light = paint => {
    const [r, g, b] = paint.match(/[0-9.]+/g).map(each => (each / 255) ** 2.2);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const ground = light(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll('.flow, .tip, .i')].filter(each => {
    const style = getComputedStyle(each);
    if (!each.getClientRects().length || each.closest('.btn-main')) return false;  // its own ground
    const paint = each.matches('.flow') ? style.stroke : each.matches('.tip') ? style.fill : style.color;
    const [less, more] = [ground, light(paint)].sort((one, other) => one - other);
    return more / less < 3;
  }).map(each => each.outerHTML.slice(0, 120));
}"""
ADDRESSES = """() => {
  const after = each => getComputedStyle(each, '::after').content.includes('href');
  const inner = [...document.querySelectorAll('main a[href]')].filter(after);
  const way = document.createElement('a');
  way.href = 'https://law.example/';
  way.textContent = 'law';
  document.querySelector('main').append(way);
  return [after(way) || getComputedStyle(way, '::after').content.includes('law.example')
    ? 'open' : 'hidden', inner.map(each => each.outerHTML.slice(0, 120))];
}"""

JUMPS = """() => {
  const place = name => {
    const found = document.querySelector(`.frame > ${name}`), box = found && found.getBoundingClientRect();
    return box && [box.x, box.y, box.width];
  };
  const before = [place('main'), place('.toc')];
  document.querySelectorAll('.frame > .side').forEach(each => each.remove());
  const late = place('.toc');
  document.querySelectorAll('.frame > .toc').forEach(each => each.remove());
  return String([place('main'), late]) === String(before) ? null : [before, place('main'), late];
}"""
"""Where the text and its headings stand with and without what comes after them in the page."""


@pytest.fixture(scope="module")
def free(browser: Browser) -> Iterator[Page]:
    """Give a window in which a reader's own style is let in."""
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_wider_letters_words_and_lines_cut_nothing_off(
    site: Path, typical: Places, free: Page
) -> None:
    free.set_viewport_size({"width": 360, "height": 780})
    lost = {}
    for place in one_of_each(site, typical, 2):
        free.goto((site / place).as_uri())
        free.add_style_tag(content=SPACED)
        free.evaluate(OPEN)
        sideways = free.evaluate("document.documentElement.scrollWidth") > 360
        cut = free.evaluate(CUT)
        if cut or sideways:
            lost[place] = (sideways, cut[:3])
    assert lost == {}


@pytest.mark.parametrize("width", [1100, 1280])
def test_the_text_has_its_place_before_all_of_the_page_has_come(
    site: Path, typical: Places, free: Page, width: int
) -> None:
    free.set_viewport_size({"width": width, "height": 800})
    jumping = {}
    for place in one_of_each(site, typical, 0):
        free.goto((site / place).as_uri())
        if found := free.evaluate(JUMPS):
            jumping[place] = found
    assert jumping == {}


def test_nothing_moves_for_those_who_ask_for_rest(site: Path, typical: Places, free: Page) -> None:
    moving = {}
    for place in one_of_each(site, typical, 0):
        free.goto((site / place).as_uri())
        if found := free.evaluate(MOVING):
            moving[place] = found[:3]
    assert moving == {}


SHARES = pytest.mark.parametrize(
    "share", [pytest.param(3, id="a third"), pytest.param(1, id="all", marks=pytest.mark.slow)]
)
"""A walk from stop to stop takes long: in a sample only every third type of page is walked."""


def hidden_stops(page: Page, site: Path, places: Iterable[str]) -> dict[str, list[str]]:
    """Give the first stop of the keyboard on each page that is not seen or not marked."""
    faults = {}
    for place in places:
        page.goto((site / place).as_uri())
        for _ in range(MOST_STOPS):
            page.keyboard.press("Tab")
            found = page.evaluate(HERE)
            if found is None:
                break
            if found[1]:
                faults[place] = found
                break
    return faults


@SHARES
def test_every_stop_of_the_keyboard_is_seen_and_marked(
    site: Path, typical: Places, free: Page, share: int
) -> None:
    free.set_viewport_size({"width": 1280, "height": 800})
    assert hidden_stops(free, site, [*one_of_each(site, typical, 1)][::share]) == {}


@SHARES
def test_enlarged_four_times_every_stop_is_still_in_sight(
    site: Path, typical: Places, free: Page, share: int
) -> None:
    """A screen of 1280 by 1024 that is enlarged to 400 % leaves 320 by 256: WCAG 2.2, 1.4.10."""
    free.set_viewport_size({"width": 320, "height": 256})
    assert hidden_stops(free, site, [*one_of_each(site, typical, 2)][1::share]) == {}
    assert free.evaluate("document.documentElement.scrollWidth") == 320


def test_enlarged_four_times_half_the_screen_is_left_to_read(
    site: Path, typical: Places, free: Page
) -> None:
    free.set_viewport_size({"width": 320, "height": 256})
    taken = {}
    for place in one_of_each(site, typical, 0):
        free.goto((site / place).as_uri())
        free.evaluate("scrollTo(0, 600)")
        if (height := free.evaluate(KEPT)) > 128:
            taken[place] = height
    assert taken == {}


@SHARES
def test_with_colours_of_the_device_lines_and_states_are_seen(
    site: Path, typical: Places, free: Page, share: int
) -> None:
    """What a page says by a colour of its own is gone: lines take one of the device."""
    free.set_viewport_size({"width": 1280, "height": 800})
    free.emulate_media(forced_colors="active", color_scheme="dark")
    lost = {}
    for place in (*one_of_each(site, typical, 0), "sop/intake.html"):
        free.goto((site / place).as_uri())
        if found := free.evaluate(FAINT):
            lost[place] = found[:3]
    faults = hidden_stops(free, site, [*one_of_each(site, typical, 0)][2::share])
    free.emulate_media(forced_colors="none", color_scheme="light")
    assert (lost, faults) == ({}, {})


def test_on_paper_a_way_out_of_the_handbook_shows_its_address(
    site: Path, typical: Places, free: Page
) -> None:
    """A way within the handbook shows none: its words and codes say where it leads."""
    free.emulate_media(media="print")
    wrong = []
    for place in one_of_each(site, typical, 0):
        free.goto((site / place).as_uri())
        outer, inner = free.evaluate(ADDRESSES)
        if outer != "open" or inner:
            wrong.append((place, outer, inner))
    free.emulate_media(media="screen")
    assert wrong == []


@pytest.mark.parametrize("width", [pytest.param(360, id="narrow"), pytest.param(1280, id="wide")])
def test_a_long_value_begins_beside_its_name(site: Path, fresh: BrowserContext, width: int) -> None:
    """Below a name alone on its line one would read the value of the next one."""
    page = fresh.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((site / "sop/monitoring-review.html").as_uri())
    below = page.locator(".facts > div").evaluate_all(
        """(rows) => rows.filter((row) => {
          const [name, value] = ['dt', 'dd'].map((each) => {
            const words = document.createRange();
            words.selectNodeContents(row.querySelector(each));
            return words.getClientRects()[0];
          });
          return row.querySelector('dt:not(.vh)') && value.top > name.top + 12;
        }).map((row) => row.textContent)"""
    )
    assert below == []
