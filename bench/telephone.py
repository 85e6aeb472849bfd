"""The one file on a slow telephone: how long it takes to open, and to the first result of a search.

Chromium slows its processor to a quarter; each opening has a fresh profile. With scripts off, all
pages stand one below the other: that is how long the file is at its longest.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from bench.building import run
from bench.measure import Measure
from tools import setup

DAY = "2026-11-22"
SLOWER = 4
ROUNDS = 3
SCREEN = ViewportSize(width=360, height=740)
WORDS = {"tk": "çaga", "ru": "опека", "en": "carer"}
PATIENCE = 120_000
MEGABYTE, SECOND = 1_000_000, 1000
OPENED = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
SEEN = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
FIND = """words => new Promise(resolve => {
  const box = document.querySelector("#_find");
  const begin = performance.now();
  new MutationObserver(() => {
    if (document.querySelector("#_find-list a")) { resolve(performance.now() - begin); }
  }).observe(document.body, { childList: true, subtree: true });
  box.focus();
  box.value = words;
  box.dispatchEvent(new Event("input", { bubbles: true }));
})"""


def measures() -> Iterator[Measure]:
    """Yield the figures of the file of each language."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        run("bundle", "--whole", "--today", DAY, "--out", folder)
        browser = playwright.chromium.launch(
            executable_path=setup.browser(), args=list(setup.CHROMIUM_FLAGS)
        )
        for lang, words in WORDS.items():
            path = Path(folder) / f"handbook-all-{lang}.html"
            yield Measure(f"one file, {lang}", path.stat().st_size / MEGABYTE, "MB")
            rounds = [opening(browser, path, words) for _ in range(ROUNDS)]
            seen, opened, found = map(min, zip(*rounds, strict=True))
            yield Measure(f"one file, {lang}: first words, {SLOWER} times slower", seen, "s")
            yield Measure(f"one file, {lang}: open, {SLOWER} times slower", opened, "s")
            yield Measure(f"one file, {lang}: first result, {SLOWER} times slower", found, "s")
            bare = [opening_bare(browser, path) for _ in range(ROUNDS)]
            seen, opened = map(min, zip(*bare, strict=True))
            yield Measure(
                f"one file, {lang}: first words, scripts off, {SLOWER} times slower", seen, "s"
            )
            yield Measure(
                f"one file, {lang}: open, scripts off, {SLOWER} times slower", opened, "s"
            )
        browser.close()


def opening(browser: Browser, path: Path, words: str) -> tuple[float, float, float]:
    """Give the seconds to the first words, to the whole file, and from a word to its results."""
    with slow(browser, has_scripts=True) as page:
        page.goto(path.as_uri())
        seen, opened, found = page.evaluate(SEEN), page.evaluate(OPENED), page.evaluate(FIND, words)
    return seen / SECOND, opened / SECOND, found / SECOND


def opening_bare(browser: Browser, path: Path) -> tuple[float, float]:
    """Give the seconds to the first words and to the whole file where no script of it runs."""
    with slow(browser, has_scripts=False) as page:
        page.goto(path.as_uri())
        seen, opened = page.evaluate(SEEN), page.evaluate(OPENED)
    return seen / SECOND, opened / SECOND


@contextmanager
def slow(browser: Browser, *, has_scripts: bool) -> Iterator[Page]:
    """Give an empty page of a slow telephone without a network, in a fresh profile."""
    context = browser.new_context(viewport=SCREEN, offline=True, java_script_enabled=has_scripts)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page
    context.close()
