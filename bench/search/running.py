"""Builds every engine on the same pages and measures them side by side."""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.search import ours, peers, relevance, share
from bench.search.browser import Engine, chromium
from bench.search.figures import OURS, Figure, table
from bench.search.measuring import figures, weights
from bench.search.pages import Corpus, corpus
from bench.search.plan import MATERIAL, QUICK, WHOLE, Size
from bench.search.words import LANGUAGES
from gollanma.languages import load

ROOT = Path(__file__).resolve().parent.parent.parent
MADE = ROOT / "build" / "bench"
LANG = "ru"
"""In which queries are asked: Material has rules for it, and beside it finds no Turkmen."""
NOTES = """\
p95 where nothing else is said. Each start is cold: a fresh profile, nothing of search loaded.
MiniSearch and lunr search one language and show titles alone; Material's index holds all three
languages and the texts, and its worker is replaced by a copy of iframe-worker on the disk.
"""


@dataclass(frozen=True, slots=True)
class Bench:
    """What all engines are built from."""

    source: Corpus
    modules: Path
    """The packages of npm."""


def run(*, whole: bool) -> None:
    """Measure, print tables, and leave the figures in `build/bench/search.json`."""
    found: list[Figure] = []
    for figures_of_part, lines in _parts(whole=whole):
        print("\n".join((*lines, "")), flush=True)
        found += figures_of_part
    measures = [asdict(each) for each in found]
    text = json.dumps({"schema_version": 1, "measures": measures}, indent=2, ensure_ascii=False)
    (MADE / "search.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")
    print(f"{NOTES}{_load()}")


def _parts(*, whole: bool) -> Iterator[tuple[Sequence[Figure], Iterable[str]]]:
    """Yield figures, and the lines in which a person reads them."""
    site = MADE / "site"
    yield _with_table(share.figures(site))
    yield _relevance(site)
    bench = Bench(corpus(ROOT), peers.install(MADE / "peers"))
    for size in WHOLE if whole else QUICK:
        yield _with_table(_at(bench, size))


def _with_table(measured: Iterable[Figure]) -> tuple[Sequence[Figure], Iterable[str]]:
    rows = tuple(measured)
    return rows, table(rows)


def _relevance(site: Path) -> tuple[Sequence[Figure], Iterable[str]]:
    served = relevance.serve_all(site)
    rest = (*relevance.twins(served), *relevance.mistaken(site))
    rows = (*relevance.group_figures(served), *rest)
    return rows, (*relevance.grid(served), "", *table(rest))


def _load() -> str:
    """Say how busy the machine is, where the system knows."""
    if not hasattr(os, "getloadavg"):
        return ""
    return f"Load {os.getloadavg()[2]:.1f} on {os.cpu_count()} cores: above 1 a core, times grow.\n"


def _at(bench: Bench, size: Size) -> Iterator[Figure]:
    folder = MADE / f"{size.pages}"
    shutil.rmtree(folder, ignore_errors=True)
    engines = dict(_engines(bench, size, folder))
    yield from weights(size, engines)
    with chromium() as browser:
        yield from figures(browser, bench.source, LANG, size, engines)


def _engines(bench: Bench, size: Size, folder: Path) -> Iterator[tuple[str, Engine]]:
    """Build those engines that are to be measured and can be."""
    source, count = bench.source, size.pages
    wanted, at = ours.Wanted(LANG, count), folder / OURS
    yield OURS, ours.engine(source, load(LANGUAGES), wanted, at)
    for name in size.turns:
        if name != OURS:
            yield name, _peer(name, bench.modules, source, count, folder / name)


def _peer(name: str, modules: Path, source: Corpus, count: int, folder: Path) -> Engine:
    if name == MATERIAL:
        pages = (page for lang in LANGUAGES for page in source.pages(lang, count))
        return peers.material(modules, pages, folder)
    return peers.indexed(name, modules, source.pages(LANG, count), folder)
