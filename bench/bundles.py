"""Bundles beside a stock Material site with its offline plugin: weight, making, opening.

Stock pages are made up, as many as a bundle has; their texts are as long as ours. Both are unpacked
into a folder and opened in a fresh profile without a network.
"""

import json
import os
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from playwright.sync_api import Browser

from bench.building import ROOT, run
from bench.measure import Measure, seconds
from bench.search import peers
from bench.search.browser import PATIENCE, Engine, chromium, first_result
from bench.search.pages import Corpus, corpus
from bench.search.queries import queries
from bench.search.running import MADE
from bench.search.words import LANGUAGES
from gollanma.bundle import zips

DAY = "2026-11-22"
LANG = "ru"
STARTS = 5
MB = 1_000_000
OURS_BOX, OURS_RESULT = "header.top form.find input", "[role=option]"
ASKED = ("опека", "жалоба", "первая встреча", "согласие", "статья 8")


def measures() -> Iterator[Measure]:
    """Yield the figures, ours beside theirs."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "dist"
        taken = seconds(lambda: run("bundle", "--all", "--today", DAY, "--out", str(out)))
        made = sorted(out.glob("*.zip"))
        yield Measure("gollanma bundle --all", taken, "s")
        yield Measure("bundles made", len(made), "")
        yield Measure("a bundle, with the shared work", taken / len(made), "s")
        yield from _memory()
        ours = Path(folder) / "наша копия ž"
        with zipfile.ZipFile(made[0]) as archive:
            archive.extractall(ours)
        pages = sum(1 for _ in ours.rglob("*.html"))
        weight = made[0].stat().st_size * 100 / pages / MB
        yield Measure("zip per 100 pages, ours", weight, "MB")
        theirs, source = _stock(pages // len(LANGUAGES), Path(folder) / "stock")
        stock = _zipped(theirs.page.parent)
        heavy = len(stock) * 100 / pages / MB
        yield Measure("zip per 100 pages, stock", heavy, "MB")
        yield Measure("stock to ours", heavy / weight, "times")
        yield from _openings(ours, theirs, source, pages // len(LANGUAGES))


def _memory() -> Iterator[Measure]:
    """Yield the memory of the largest process that was waited for, where the system tells it."""
    if sys.platform == "linux":
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        yield Measure("the largest of its processes", peak / 1024, "MiB")


def _stock(count: int, folder: Path) -> tuple[Engine, Corpus]:
    source = corpus(ROOT)
    pages = (page for lang in LANGUAGES for page in source.pages(lang, count))
    return peers.material(peers.install(MADE / "peers"), pages, folder), source


def _zipped(site: Path) -> bytes:
    """Give a site as an archive, packed as hard as ours."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    packed = {name: zips.packed(path.read_bytes()) for name, path in files.items()}
    named: Mapping[str, zips.Stored] = {
        f"f{number}.x": packed[name] for number, name in enumerate(sorted(packed))
    }  # stock names are none of a bundle's, and are no longer than these in a fair archive
    return zips.archive(named)


def _openings(ours: Path, theirs: Engine, source: Corpus, count: int) -> Iterator[Measure]:
    """Yield how long it takes from the double click to the first result, the middle of several."""
    own = Engine("ours", ours / LANG / "index.html", OURS_BOX, OURS_RESULT, {})
    asked = list(islice(queries(source, LANG, count), STARTS))
    with chromium() as browser:
        times = [
            (opening(browser, own, mine), opening(browser, theirs, other))
            for mine, other in zip(ASKED, asked, strict=True)
        ]
    middle = [sorted(column)[len(times) // 2] for column in zip(*times, strict=True)]
    yield Measure("open to first result, ours", middle[0], "s")
    yield Measure("open to first result, stock", middle[1], "s")
    yield Measure("stock to ours", middle[1] / middle[0], "times")


def opening(browser: Browser, engine: Engine, query: str) -> float:
    """Give the seconds from opening a page in a fresh profile to the first result of a search."""
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        start = time.perf_counter()
        page.goto(engine.page.as_uri(), wait_until="domcontentloaded")
        page.wait_for_selector(engine.box, state="attached", timeout=PATIENCE)
        first_result(page, engine, query)
        return time.perf_counter() - start


def report(rows: Iterator[Measure]) -> None:
    """Print the figures, and leave them in `build/bench/bundles.json`."""
    found = []
    for each in rows:
        found.append({"name": each.name, "value": each.value, "unit": each.unit})
        print(f"{each.name:<58}{each.value:>12,.2f} {each.unit}", flush=True)
    if hasattr(os, "getloadavg"):
        print(f"Load {os.getloadavg()[2]:.1f} on {os.cpu_count()} cores.")
    MADE.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"schema_version": 1, "measures": found}, indent=2, ensure_ascii=False)
    (MADE / "bundles.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")
