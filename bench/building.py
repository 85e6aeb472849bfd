"""Checking and building this project, as a person does it: the whole command."""

import gzip
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Measure, seconds

ROOT = Path(__file__).resolve().parent.parent
KIB = 1024


def measures() -> Iterator[Measure]:
    """Yield the times of three commands, then the weight of what was built."""
    yield Measure("gollanma check", seconds(lambda: run("check", "--format", "json")), "s")
    impact = seconds(lambda: run("impact", "act/social-services#a8", "--format", "json"))
    yield Measure("gollanma impact", impact, "s")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        building = seconds(lambda: run("build", "--site-dir", str(site)))
        yield Measure("gollanma build", building, "s")
        yield from weights(site)


def run(*words: str) -> None:
    """Run a command of the project to its end."""
    command = [sys.executable, "-m", "gollanma", *words]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def weights(site: Path) -> Iterator[Measure]:
    """Yield how many pages a site has, how heavy it is, and its heaviest page."""
    files = {path: path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
    pages = {path: data for path, data in files.items() if path.suffix == ".html"}
    heaviest = max(pages, key=lambda path: len(pages[path]))
    name = heaviest.relative_to(site).as_posix()
    yield Measure("pages", len(pages), "")
    yield Measure("the whole site", sum(map(len, files.values())) / KIB**2, "MiB")
    yield Measure("a page, on average", sum(map(len, pages.values())) / len(pages) / KIB, "KiB")
    yield Measure(f"the heaviest: {name}", len(pages[heaviest]) / KIB, "KiB")
    yield Measure("the same, compressed", len(gzip.compress(pages[heaviest])) / KIB, "KiB")
