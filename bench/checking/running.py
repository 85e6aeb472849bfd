"""What somebody waits for who checks a large project: each row is a process of its own.

Times of the processor are told beside those of the clock, and each is set against what PyYAML's
fastest loader takes for the same files in the same run: that ratio tells more than seconds do on
another machine.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from compileall import compile_dir
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.checking.multiplied import write
from gollanma.memory.store import VARIABLE

ROOT = Path(__file__).resolve().parents[2]
COUNTS = (1_000, 5_000)
EDITED = "normative/sops/intake.yml"
GIT = ("git", "-c", "user.name=bench", "-c", "user.email=bench@example.org")
LAUNCH = """
import os, sys
process = os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:])
_, _, used = os.wait4(process, 0)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
"""
"""A process counts the memory of the one that started it as its own: this one has little."""
UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
"""Where it is set each process compiles the program again: no reader's machine does that."""
MIB = 1024
"""Kibibytes, in which the system tells the most memory that a process had."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one run took."""

    name: str
    seconds: float
    cpu: float
    """Seconds of the processor, of the process and those that it started."""
    first: float
    """Seconds until the first word was printed."""
    memory: int
    """The most that it had, in MiB."""


def run(counts: Sequence[int] = COUNTS) -> None:
    """Print a table for each size of a project."""
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "project"
            root.mkdir()
            size = write(root, ROOT, count)
            print(f"\n{count:,} records, {size / count / 1024:.1f} KiB each on average")
            peer = loading(root)
            print(f"{'yaml.CSafeLoader reads the same files':<46}{peer:8.2f} s")
            print(f"{'':<46}{'clock':>10}{'cpu':>8}{'times':>8}{'first':>8}{'memory':>10}")
            for row in rows(root):
                print(
                    f"{row.name:<46}{row.seconds:8.2f} s{row.cpu:8.2f}{row.cpu / peer:8.2f}"
                    f"{row.first:8.2f}{row.memory:6} MiB",
                    flush=True,
                )


def loading(root: Path) -> float:
    """Give the seconds of the processor in which PyYAML loads the files of a project."""
    started = time.process_time()
    for each in root.rglob("*.yml"):
        yaml.load(each.read_bytes(), yaml.CSafeLoader)
    return time.process_time() - started


def rows(root: Path) -> Iterator[Row]:
    """Yield what each way of checking a project takes."""
    keep(root)
    compile_dir(str(ROOT / "generator"), quiet=1)
    yield checked("check, for the first time", root)
    yield checked("check, nothing changed", root)
    yield checked("check --changed, for the first time", root, "--changed")
    yield checked("check --changed, nothing changed", root, "--changed")
    edit(root)
    yield checked("check, one record edited", root)
    yield checked("check --changed, one record edited", root, "--changed")
    yield checked("check --changed, the same again", root, "--changed")


def keep(root: Path) -> None:
    """Make a project a repository in which all is committed."""
    for words in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "All")):
        subprocess.run((*GIT, *words), cwd=root, check=True)


def edit(root: Path) -> None:
    """Change the words of one record."""
    path = root / EDITED
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("en: ", "en: Now ", 1), encoding="utf-8", newline="\n")


def checked(name: str, root: Path, *options: str) -> Row:
    """Check a project in a fresh process."""
    command = [sys.executable, "-m", "gollanma", "check", "-C", str(root), *options]
    kept = {name: value for name, value in os.environ.items() if name != UNCOMPILED}
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", LAUNCH, *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**kept, VARIABLE: f"{root}.cache"},
        text=True,
    )
    assert process.stdout is not None  # noqa: S101 - it was asked for
    process.stdout.read(1)
    first = time.perf_counter() - started
    _, said = process.communicate()
    seconds = time.perf_counter() - started
    cpu, memory = said.split()[-2:]
    return Row(name, seconds, float(cpu), first, int(memory) // MIB)
