"""What a person at a page waits for, measured in Chromium: from a folder, with the network off.

Every start is cold: a fresh profile, and nothing of search is loaded before the first key. The
files may lie in the memory of the system, as they do soon after the machine has been switched on.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from tools import setup

MB = 1_000_000
PATIENCE = 180_000
"""Milliseconds after which a search is given up."""
SETTLE = 300
"""Milliseconds in which a search may still be busy behind its first result."""
MARK = "first-key"
INDEX = "index"
"""Words and where they stand: what every engine has."""
TASK = "ThreadControllerImpl::RunTask"
CATEGORIES = ["toplevel", "blink.user_timing"]

FIRST_RESULT = """([box, result, query, patience, mark, before]) => new Promise((done, fail) => {
    const field = document.querySelector(box);
    const is_shown = (each) => each.getClientRects().length > 0;
    const watcher = new MutationObserver(() => {
        if ([...document.querySelectorAll(result)].some(is_shown)) {
            watcher.disconnect();
            done(performance.now() - start);
        }
    });
    watcher.observe(document.documentElement,
        {attributes: true, childList: true, subtree: true});
    setTimeout(() => fail(new Error(`no result for ${query}`)), patience);
    let start = 0;
    const type = () => {
        performance.mark(mark);
        start = performance.now();
        field.focus();
        field.value = query;
        field.dispatchEvent(new KeyboardEvent("keydown", {bubbles: true, key: query[0]}));
        field.dispatchEvent(new InputEvent("input", {bubbles: true, data: query}));
        field.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true, key: query[0]}));
    };
    if (!before) { type(); return; }
    field.focus();
    setTimeout(type, before);
})"""
"""The whole query is there at once, as if pasted: the first key asks for the first result."""

CLEAR = """([box]) => {
    const field = document.querySelector(box);
    field.value = "";
    field.dispatchEvent(new InputEvent("input", {bubbles: true}));
    field.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true, key: "Backspace"}));
}"""


@dataclass(frozen=True, slots=True)
class Engine:
    """A search that stands in a folder, ready to be opened."""

    name: str
    page: Path
    box: str
    """Selects the field in which one types."""
    result: str
    """Selects the results below it."""
    index: Mapping[str, tuple[Path, ...]]
    """Its files by what they hold."""


class Task(NamedTuple):
    """How long a task took, in milliseconds."""

    wall: float
    cpu: float
    """Without the time in which others had the processor: what a quiet machine would take."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give the browser in which everything is measured."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=setup.browser(), args=[*setup.CHROMIUM_FLAGS, "--js-flags=--expose-gc"]
        )
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, engine: Engine) -> Iterator[Page]:
    """Give the page of an engine in a fresh profile, loaded, before the first key."""
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        page.goto(engine.page.as_uri(), wait_until="load")
        page.wait_for_timeout(SETTLE)
        yield page


def first_result(page: Page, engine: Engine, query: str, before: int = 0) -> float:
    """Type a query and give the milliseconds until a result is shown.

    The person turned to the box so many milliseconds before the first key.
    """
    given = [engine.box, engine.result, query, PATIENCE, MARK, before]
    return float(page.evaluate(FIRST_RESULT, given))


def cold_start(
    browser: Browser, engine: Engine, query: str, slower: int = 1, before: int = 0
) -> float:
    """Give the milliseconds from the first key to the first result, on a so much slower CPU."""
    with opened(browser, engine) as page:
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        return first_result(page, engine, query, before)


def heap(browser: Browser, engine: Engine, queries: Sequence[str]) -> float:
    """Give the megabytes of JavaScript that stay in memory after these queries."""
    with opened(browser, engine) as page:
        before = _used(page)
        for query in queries:
            first_result(page, engine, query)
            page.evaluate(CLEAR, [engine.box])
            page.wait_for_timeout(SETTLE)
        return (_used(page) - before) / MB


def _used(page: Page) -> int:
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.enable")
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    return int(session.send("Runtime.getHeapUsage")["usedSize"])


def longest_task(browser: Browser, engine: Engine, query: str) -> Task:
    """Give the longest task after the first key: so long a further key may wait."""
    with opened(browser, engine) as page:
        browser.start_tracing(page=page, categories=CATEGORIES)
        first_result(page, engine, query)
        page.wait_for_timeout(SETTLE)
        return longest(json.loads(browser.stop_tracing())["traceEvents"])


def longest(events: Sequence[dict[str, Any]]) -> Task:
    """Give the longest task of the thread that had the mark, from the mark on."""
    mark = next(each for each in events if each["name"] == MARK)
    return max(
        Task(each["dur"] / 1000, each.get("tdur", each["dur"]) / 1000)
        for each in events
        if each["name"] == TASK
        and "dur" in each
        and (each["pid"], each["tid"]) == (mark["pid"], mark["tid"])
        and each["ts"] + each["dur"] >= mark["ts"]
    )
