"""The browser and the command line give the same results in the same order, from a folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from gollanma.languages import load
from gollanma.search import Engine, Query
from tests.search.judged import FRESH, NO_EXPANSION, QUERIES, Judged
from tests.search.judged import load as judged

pytestmark = pytest.mark.browser

CODES = ("tk", "ru", "en")
BEGIN = """address => new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.onload = () => resolve(true);
  script.onerror = reject;
  script.src = address;
  document.head.appendChild(script);
})"""
ASK = """queries => queries.reduce((before, [words, options]) => before.then(found =>
  new Promise(resolve => window.gollanmaSearch.search(words, options, answer => resolve(
    found.concat([[answer.total, answer.results.map(each => [each.ref, each.url, each.score]),
      answer.readings, answer.suggestion, answer.notice]])
  )))), Promise.resolve([]))"""
HOSTILE = (
    "", "   ", "💥 (.*)+ [a-z", "<script>alert(1)</script>", '"); alert(1); ("', "x" * 10_000,
    "\x00\x07\u202e\u200b", "ad" * 3000 + " çaga", "\ud83d", "şu bu we", "the of and", "и в на",
    "-- ' OR 1=1", "__proto__", "constructor toString", "1 2 3 4 5 6 7 8 9 10 11 12 13 14",
)  # fmt: skip
FACETS = {"kind": ["sop", "service"]}


@pytest.fixture(scope="module")
def engine(site: Path) -> Engine:
    """Give the engine of the command line."""
    return Engine(load(CODES), lambda address: (site / address).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def window(site: Path, browser: Browser) -> Iterator[Page]:
    """Give a page of the site, without network, with the program of the search."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((site / "sop/intake.html").as_uri())
    page.evaluate(BEGIN, (site / "assets/search/search.js").as_uri())
    yield page
    context.close()


def by_browser(window: Page, queries: list[tuple[str, dict[str, Any]]]) -> list[Any]:
    found: list[Any] = window.evaluate(ASK, queries)
    return found


def by_engine(engine: Engine, words: str, options: dict[str, Any]) -> list[Any]:
    answer = engine.search(Query(words, **options))
    results = [[each.hit.ref, each.url, each.score] for each in answer.results]
    understood = answer.understood
    return [answer.total, results, list(understood.readings), understood.suggestion, None]


def differing(window: Page, engine: Engine, asked: list[tuple[str, dict[str, Any]]]) -> list[Any]:
    """Give the queries that are answered in two ways."""
    pairs = zip(asked, by_browser(window, asked), strict=True)
    return [
        (words, options, theirs[1][:3], ours[1][:3])
        for (words, options), theirs in pairs
        if theirs != (ours := by_engine(engine, words, options))
    ]


def test_the_first_files_come_with_the_program_and_no_file_comes_twice(
    site: Path, fresh: BrowserContext
) -> None:
    page = fresh.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("?")[0]))
    page.goto((site / "sop/intake.html").as_uri())
    folder = (site / "assets/search").as_uri()
    assert not [each for each in asked if each.startswith(folder)]
    page.locator(".top .find input").fill("çaga")
    expect(page.locator(".find-popup [role=option]").first).to_be_visible()
    files = [each.removeprefix(f"{folder}/") for each in asked if each.startswith(folder)]
    assert files[:3] == ["search.js", "words.js", "tk/meta.js"]
    assert len(files) == len(set(files))
    assert page.locator("script[data-brings]").count() == 0


def test_every_judged_query_has_one_order(window: Page, engine: Engine) -> None:
    sets: list[Judged] = [*judged(QUERIES), *judged(FRESH), *judged(NO_EXPANSION)]
    asked = [(each.query, {"lang": each.lang, "limit": 30}) for each in sets]
    assert differing(window, engine, asked) == []


@pytest.mark.parametrize("share", [12, pytest.param(4, marks=pytest.mark.slow)])
def test_every_judged_query_has_one_order_while_it_is_typed(
    window: Page, engine: Engine, share: int
) -> None:
    asked = [
        (each.query[:length], {"lang": each.lang})
        for each in [*judged(QUERIES)][::share]
        for length in range(1, len(each.query), 3)
    ]
    assert differing(window, engine, asked) == []


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"facets": FACETS}, id="narrowed"),
        pytest.param({"across": False}, id="in one language alone"),
        pytest.param({"offset": 10, "limit": 10}, id="the second ten"),
    ],
)
def test_the_order_is_one_however_it_is_asked(
    window: Page, engine: Engine, options: dict[str, Any]
) -> None:
    asked = [(each.query, {"lang": each.lang, **options}) for each in [*judged(QUERIES)][::10]]
    assert differing(window, engine, asked) == []


@pytest.mark.parametrize("lang", CODES)
def test_nothing_that_is_typed_breaks_it(window: Page, engine: Engine, lang: str) -> None:
    said: list[str] = []
    window.on("pageerror", lambda error: said.append(str(error)))
    asked = [(words, {"lang": lang}) for words in HOSTILE if words.isprintable() or "\x00" in words]
    assert differing(window, engine, asked) == []
    assert said == []
