"""Firefox searches as Chromium and the command line do: from a folder, strict, without a network."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gollanma.languages import load
from gollanma.search import Engine
from tests.e2e.test_search_order import CODES, FACETS, HOSTILE, by_engine
from tests.search.judged import NO_EXPANSION, QUERIES
from tests.search.judged import load as judged
from tests.support.node import answer_of
from tools.setup import firefox

pytestmark = pytest.mark.browser

DRIVER = Path(__file__).parents[1] / "scripts/firefox.js"
TYPED = (
    ("sop/intake.html", "tk", "çaga"),
    ("ru/index.html", "ru", "опека"),
    ("en/act/social-services/a8.html", "en", "SP-10"),
)
"""Where somebody types, and what."""
SHOWN = 6
"""Results that the box shows at once."""


def by_firefox(work: str, *, strict: bool = True, **given: Any) -> Any:
    """Give what a Firefox finds that is as strict as a reader's; it may complain of nothing."""
    answer = answer_of(DRIVER, {"firefox": firefox(), "strict": strict, "work": work, **given})
    assert answer["said"] == []
    return answer["found"]


def asked() -> list[tuple[str, dict[str, Any]]]:
    """Give every judged query, and what nobody should type."""
    sets = [*judged(QUERIES), *judged(NO_EXPANSION)]
    whole = [(each.query, {"lang": each.lang, "limit": 30}) for each in sets]
    narrowed = [(words, {**options, "facets": FACETS}) for words, options in whole[::10]]
    hostile = [(words, {"lang": lang}) for words in HOSTILE for lang in CODES]
    return whole + narrowed + hostile


@pytest.fixture(scope="module")
def engine(site: Path) -> Engine:
    return Engine(load(CODES), lambda address: (site / address).read_text(encoding="utf-8"))


@pytest.fixture
def server() -> Iterator[str]:
    """Give the address of a server that anybody with a network could reach."""
    handler = http.server.SimpleHTTPRequestHandler
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


@pytest.mark.parametrize(
    ("strict", "is_reached"),
    [
        pytest.param(True, False, id="not as readers have it"),
        pytest.param(False, True, id="unless it is let, which proves the probe"),
    ],
)
def test_a_page_reaches_its_neighbour_and_the_network(
    server: str, tmp_path: Path, *, strict: bool, is_reached: bool
) -> None:
    page, neighbour = tmp_path / "page.html", tmp_path / "neighbour.txt"
    page.write_text("<!doctype html><title>Page</title>", encoding="utf-8")
    neighbour.write_text("near", encoding="utf-8")
    addresses = [neighbour.as_uri(), server]
    found = by_firefox("reach", strict=strict, page=page.as_uri(), addresses=addresses)
    assert found == dict.fromkeys(addresses, is_reached)


@pytest.mark.parametrize("step", [3, pytest.param(1, marks=pytest.mark.slow)])
def test_every_judged_query_has_one_order(site: Path, engine: Engine, step: int) -> None:
    queries = asked()[::step]
    page, program = (site / each for each in ("sop/intake.html", "assets/search/search.js"))
    answers = by_firefox("ask", page=page.as_uri(), program=program.as_uri(), queries=queries)
    assert [
        (words, options, theirs[1][:3], ours[1][:3])
        for (words, options), theirs in zip(queries, answers, strict=True)
        if theirs != (ours := by_engine(engine, words, options))
    ] == []


def test_the_box_shows_the_same_and_leads_there(site: Path, engine: Engine) -> None:
    boxes = [
        {
            "page": f"{site.as_uri()}/{address}",
            "words": words,
            "links": [
                f"{site.as_uri()}/{url}"
                for _, url, _ in by_engine(engine, words, {"lang": lang, "limit": SHOWN})[1]
            ],
        }
        for address, lang, words in TYPED
    ]
    assert all(each["links"] for each in boxes)
    assert by_firefox("type", boxes=boxes) == [
        {"shown": each["links"], "chosen": "_find-0", "arrived": each["links"][0]} for each in boxes
    ]
