"""The one file on a slow telephone: how long it takes to open, and to the first result of a search.

Chromium slows its processor to a quarter; each opening has a fresh profile.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

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
        browser.close()


def opening(browser: Browser, path: Path, words: str) -> tuple[float, float, float]:
    """Give the seconds to the first words, to the whole file, and from a word to its results."""
    context = browser.new_context(viewport=SCREEN, offline=True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(path.as_uri())
    seen, opened, found = page.evaluate(SEEN), page.evaluate(OPENED), page.evaluate(FIND, words)
    context.close()
    return seen / SECOND, opened / SECOND, found / SECOND
