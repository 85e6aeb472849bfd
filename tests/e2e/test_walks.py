"""Readers who change how a page looks or go through it by keyboard alone: nothing is lost to them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

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


def test_nothing_moves_for_those_who_ask_for_rest(site: Path, typical: Places, free: Page) -> None:
    moving = {}
    for place in one_of_each(site, typical, 0):
        free.goto((site / place).as_uri())
        if found := free.evaluate(MOVING):
            moving[place] = found[:3]
    assert moving == {}


def test_every_stop_of_the_keyboard_is_seen_and_marked(
    site: Path, typical: Places, free: Page
) -> None:
    free.set_viewport_size({"width": 1280, "height": 800})
    faults = {}
    for place in one_of_each(site, typical, 1):
        free.goto((site / place).as_uri())
        for _ in range(MOST_STOPS):
            free.keyboard.press("Tab")
            found = free.evaluate(HERE)
            if found is None:
                break
            if found[1]:
                faults[place] = found
                break
    assert faults == {}
