"""Reading 3,000 records with their places, against PyYAML's quickest loader without any.

Run `python bench/reading.py`; it ends with 1 when the reader is the slower of the two.
Both read the same files from the disk in turns; the best turn of each counts.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from gollanma.source import Mapping, Node, Scalar, Sequence, read_folders

WORDS = {
    "tk": ("durmuş", "hyzmatlary", "işgäri", "maşgala", "çaga", "öý", "şertnama", "gün", "baha"),
    "ru": ("социальная", "услуга", "работник", "семья", "ребёнок", "дом", "договор", "оценка"),
    "en": ("social", "service", "worker", "family", "child", "home", "contract", "assessment"),
}
FOLDER = "normative"


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


def best_of(turns: int, *tasks: Callable[[], object]) -> list[float]:
    """Give the least seconds of each task, run in turns so that noise falls on all."""
    times: list[list[float]] = [[] for _ in tasks]
    for _ in range(turns):
        for task, taken in zip(tasks, times, strict=True):
            start = time.perf_counter()
            kept = task()
            taken.append(time.perf_counter() - start)
            del kept
    return [min(each) for each in times]


def values_in(node: Node) -> int:
    """Count the values below a node, and the node itself."""
    match node:
        case Scalar():
            return 1
        case Sequence():
            return 1 + sum(map(values_in, node.items))
        case Mapping():
            return 1 + sum(values_in(each.value) for each in node.entries.values())


def main() -> int:
    """Print the table and say by the exit code whether the reader keeps its promise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=3000)
    parser.add_argument("--turns", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        paths = write_records(root, asked.records)
        ours, theirs = best_of(
            asked.turns,
            lambda: read_folders(root, [FOLDER]),
            lambda: [yaml.load(each.read_bytes(), yaml.CSafeLoader) for each in paths],
        )
        documents = read_folders(root, [FOLDER]).documents
    values = sum(values_in(each.root) for each in documents if each.root)
    print(f"records                    {len(documents):>9,}")
    print(f"values with their places   {values:>9,}")
    print(f"gollanma.source            {ours:>9.2f} s")
    print(f"yaml.load(CSafeLoader)     {theirs:>9.2f} s")
    print(f"ratio                      {ours / theirs:>9.2f}")
    return int(ours > theirs)


if __name__ == "__main__":
    sys.exit(main())
