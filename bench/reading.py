"""Reading records with all their places, against PyYAML's fastest loader, which keeps none."""

from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import yaml

from bench.measure import Measure, best_of
from gollanma.source import read_text

ROOT = Path(__file__).resolve().parent.parent
RECORDS = 3000
RUNS = 3

Files = list[tuple[str, bytes]]


def measures() -> Iterator[Measure]:
    """Yield the times of both readers on the same files in the same run."""
    files = records(RECORDS)
    ours, theirs = best_of(RUNS, [partial(read_ours, files), partial(read_theirs, files)])
    yield Measure(f"reading {RECORDS} records, every place kept", ours, "s")
    yield Measure(f"reading {RECORDS} records, yaml.CSafeLoader", theirs, "s")
    yield Measure("ours against CSafeLoader", ours / theirs, "times")


def records(count: int) -> Files:
    """Give the project's own records, repeated until there are as many as asked for."""
    folders = (ROOT / "normative", ROOT / "glossary")
    paths = sorted(path for folder in folders for path in folder.rglob("*.yml"))
    once = [(path.relative_to(ROOT).as_posix(), path.read_bytes()) for path in paths]
    return list(islice(cycle(once), count))


def read_ours(files: Files) -> None:
    """Read all files with the project's reader."""
    for path, data in files:
        read_text(path, data)


def read_theirs(files: Files) -> None:
    """Read all files with PyYAML's C loader."""
    for _, data in files:
        yaml.load(data, Loader=yaml.CSafeLoader)
