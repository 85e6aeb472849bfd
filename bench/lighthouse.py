"""What Lighthouse says of the pages that people come for, beside the same words in stock Material.

A phone on a slow line, as Lighthouse simulates it; each site comes from a server on this machine,
compressed, as servers do. Material builds the words of our pages with its own settings.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any
from urllib.parse import quote

from bench.search import peers
from bench.search.running import MADE, ROOT
from gollanma.search.markup import sections_of
from gollanma.site import build, content_of
from tests.support.node import NODE
from tools import setup

CATEGORIES = ("accessibility", "best-practices", "performance")
RUNS = 3
"""Performance is the median of so many; the others do not change."""
PAGES: Mapping[str, str] = {
    "home": "ru/index.html",
    "service": "ru/service/family-community-support.html",
    "procedure": "ru/sop/intake.html",
    "article": "ru/act/social-services/a9.html",
}
OURS, STOCK = "Gollanma", "Material"
COMPRESSED = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml"})
PATIENCE = 300
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run"
TOOL = Path("lighthouse", "cli", "index.js")
MAIN = "<main"


@dataclass(frozen=True, slots=True)
class Score:
    """What Lighthouse says of one page."""

    site: str
    page: str
    scores: Mapping[str, float]
    """From 0 to 1, by category."""
    kib: float
    """All that a first visit brings, as it travels."""


class Compressing(SimpleHTTPRequestHandler):
    """Serves a folder as a server of the internet does: text compressed, the rest as it is."""

    def do_GET(self) -> None:
        """Send a file, or say that there is none."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in COMPRESSED:
            data = gzip.compress(data, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine and give where."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def scores(modules: Path, ours: Path, folder: Path, runs: int = RUNS) -> Iterator[Score]:
    """Yield what Lighthouse says of each page of our site and of its like in stock Material."""
    for name, site in ((OURS, ours), (STOCK, stock(ours, folder))):
        with served(site) as address:
            for page, place in PAGES.items():
                reports = [
                    report(modules, f"{address}/{quote(place)}", folder) for _ in range(runs)
                ]
                yield score(name, page, reports)


def score(site: str, page: str, reports: Sequence[dict[str, Any]]) -> Score:
    """Give the medians of several reports of Lighthouse on one page."""
    return Score(
        site,
        page,
        {
            name: median(each["categories"][name]["score"] for each in reports)
            for name in CATEGORIES
        },
        median(each["audits"]["total-byte-weight"]["numericValue"] for each in reports) / 1024,
    )


def report(modules: Path, address: str, folder: Path) -> dict[str, Any]:
    """Let Lighthouse look at a page once."""
    written = folder / "report.json"
    command = [
        *(str(NODE), str(modules / TOOL), address, "--quiet", "--output=json"),
        *(f"--output-path={written}", f"--only-categories={','.join(CATEGORIES)}"),
        f"--chrome-flags={FLAGS}",
    ]
    environment = os.environ | {"CHROME_PATH": setup.browser() or "", "NO_UPDATE_NOTIFIER": "1"}
    subprocess.run(command, check=True, env=environment, timeout=PATIENCE)
    found: dict[str, Any] = json.loads(written.read_text(encoding="utf-8"))
    return found


# --- the peer


def stock(ours: Path, folder: Path) -> Path:
    """Build the words of our pages with Material as it comes, in the same places."""
    docs = folder / "docs"
    shutil.rmtree(folder, ignore_errors=True)
    for place in PAGES.values():
        file = (docs / place).with_suffix(".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_as_markdown((ours / place).read_text(encoding="utf-8")), encoding="utf-8")
    settings = "site_name: Peer\ntheme: {name: material}\nuse_directory_urls: false\n"
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, check=True, cwd=folder)
    return folder / "site"


def _as_markdown(html: str) -> str:
    """Give the words of a page, each section under a heading."""
    main = html[html.index(MAIN) : html.index("</main>")]
    lines = (
        f"{'##' if number else '#'} {each.heading or 'Page'}\n\n{each.text}\n"
        for number, each in enumerate(sections_of(main, "ru", {}))
    )
    return "\n".join(lines)


# --- the table


def table(found: Sequence[Score]) -> Iterator[str]:
    """Yield the lines of a table: ours and the peer's, page by page."""
    yield (
        f"{'Lighthouse, phone':<24}{'site':<12}"
        + "".join(f"{name:>16}" for name in CATEGORIES)
        + f"{'KiB':>8}"
    )
    for each in sorted(found, key=lambda one: (tuple(PAGES).index(one.page), one.site)):
        numbers = "".join(f"{each.scores[name]:>16.2f}" for name in CATEGORIES)
        yield f"{each.page:<24}{each.site:<12}{numbers}{each.kib:>8.0f}"


def run() -> None:
    """Judge, print the table, and leave the scores in `build/bench/lighthouse.json`."""
    site = MADE / "site"
    build(ROOT, site, content_of(ROOT))
    modules = peers.install(MADE / "peers")
    found = tuple(scores(modules, site, MADE / "lighthouse"))
    rows = [asdict(each) for each in found]
    text = json.dumps({"schema_version": 1, "scores": rows}, indent=2)
    (MADE / "lighthouse.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")
    print("\n".join(table(found)))
