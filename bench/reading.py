"""Reading records with all their places, against PyYAML's fastest loader, which keeps none.

`python -m bench.reading` measures this alone, and ends with 1 when the reader is the slower.
Both read the same files from the disk in turns; the best turn of each counts.
"""

import random
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import yaml

from bench.measure import Measure, best_of
from gollanma.source import Mapping, Node, Scalar, Sequence, read_folders

RECORDS = 3000
RUNS = 5
FOLDER = "normative"
WORDS = {
    "tk": ("durmuş", "hyzmatlary", "işgäri", "maşgala", "çaga", "öý", "şertnama", "gün", "baha"),
    "ru": ("социальная", "услуга", "работник", "семья", "ребёнок", "дом", "договор", "оценка"),
    "en": ("social", "service", "worker", "family", "child", "home", "contract", "assessment"),
}


def measures() -> Iterator[Measure]:
    """Yield the times of both readers on the same files in the same run."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        paths = write_records(root, RECORDS)
        ours, theirs = best_of(RUNS, [partial(read_ours, root), partial(read_theirs, paths)])
        yield Measure("values with their places", count_values(root), "")
    yield Measure(f"reading {RECORDS} records, every place kept", ours, "s")
    yield Measure(f"reading {RECORDS} records, yaml.CSafeLoader", theirs, "s")
    yield Measure("ours against CSafeLoader", ours / theirs, "times")


def read_ours(root: Path) -> object:
    """Read all files with the project's reader and give all that it keeps."""
    return read_folders(root, [FOLDER])


def read_theirs(paths: list[Path]) -> object:
    """Read all files with PyYAML's C loader and give all that it keeps."""
    return [yaml.load(each.read_bytes(), yaml.CSafeLoader) for each in paths]


def sentence(chance: random.Random, language: str, length: int) -> str:
    """Give words of a language as a sentence."""
    return " ".join(chance.choices(WORDS[language], k=length)).capitalize() + "."


def record(number: int) -> str:
    """Give one trilingual record, the same for the same number."""
    chance = random.Random(number)  # noqa: S311 - a benchmark, not a secret
    lines = [f"code: 'SP-{number}'", "status: draft  # for discussion", "title:"]
    lines += [f"  {each}: {sentence(chance, each, 4)}" for each in WORDS]
    lines += ["summary:"]
    for each in WORDS:
        lines += [f"  {each}: >-", *(f"    {sentence(chance, each, 10)}" for _ in range(2))]
    lines += ["steps:"]
    for step in range(6):
        lines += [f"  - id: step-{step}", "    actor: role/social-worker", "    action:"]
        lines += [f"      {each}: {sentence(chance, each, 9)}" for each in WORDS]
        lines += [f"    deadline: {{value: {step}, unit: working-day, from: '#start'}}"]
    return "\n".join(lines) + "\n"


def write_records(root: Path, count: int) -> list[Path]:
    """Write the records and give their paths."""
    (root / FOLDER).mkdir()
    paths = [root / FOLDER / f"record-{number:05}.yml" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(record(number), encoding="utf-8", newline="\n")
    return paths


def values_in(node: Node) -> int:
    """Count the values below a node, and the node itself."""
    match node:
        case Scalar():
            return 1
        case Sequence():
            return 1 + sum(map(values_in, node.items))
        case Mapping():
            return 1 + sum(values_in(each.value) for each in node.entries.values())


def count_values(root: Path) -> int:
    """Count the values of all records."""
    documents = read_folders(root, [FOLDER]).documents
    return sum(values_in(each.root) for each in documents if each.root)


if __name__ == "__main__":
    rows = list(measures())
    for row in rows:
        print(f"{row.name:<58}{row.value:>12,.2f} {row.unit}")
    sys.exit(int(rows[-1].value > 1))
