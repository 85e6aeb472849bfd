"""Change the core packages in thousands of small ways and count the changes that no test notices.

`python -m tools.mutants [PACKAGE ...]` works in a copy below build/mutants/, lets mutmut plant one
change at a time and run the tests that reach it, prints a table, names what was not noticed, and
ends with 1 when a package stays below its share. Unlike coverage, this says whether a line is
tested, not only run.
"""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "mutants"
TESTS = {
    "source": ("source",),
    "model": ("model", "source"),
    "graph": ("graph", "checks", "edit"),
    "checks": ("checks",),
}
"""The packages that are changed, and the folders of tests that are to notice it."""
COPIED = ("bench", "docs", "glossary", "normative", "tests", "tools", "changes")
FILES = ("Makefile", "gollanma.yml", "mkdocs.yml", "requirements.txt", "README.md")
LEAST = 85.0
"""Percent of the changes that tests have to notice."""
SURVIVED, UNTESTED = 0, 33
"""How mutmut writes that no test failed, and that no test reaches the change."""
SETTINGS = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = [{changed}]
also_copy = [{copied}]
pytest_add_cli_args_test_selection = [{tests}]
pytest_add_cli_args = ["-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:randomly", "--no-cov"]
use_git_change_detection = false
track_dependencies = false
"""


@dataclass(frozen=True, slots=True)
class Score:
    """How the changes to one package fared."""

    noticed: int
    survived: tuple[str, ...]
    """The names of changes that the tests did not notice, as mutmut has them."""
    untested: tuple[str, ...]
    """The same of changes that no test reaches."""

    @property
    def all(self) -> int:
        """How many changes were made."""
        return self.noticed + len(self.survived) + len(self.untested)

    @property
    def share(self) -> float:
        """The percentage of changes that were noticed; none of none."""
        return 100.0 * self.noticed / self.all if self.all else 0.0


def main(arguments: list[str]) -> int:
    """Change the packages that are named, all without a name; say whether each is held."""
    packages = arguments or list(TESTS)
    unknown = sorted(set(packages) - set(TESTS))
    if unknown:
        print(f"no such package: {', '.join(unknown)}; there are {', '.join(TESTS)}")
        return 2
    below = 0
    for package in packages:
        score = measured(package)
        print("\n".join(told(package, score)), flush=True)
        below += score.share < LEAST
    return min(below, 1)


def measured(package: str) -> Score:
    """Make all changes to a package in a copy of the project, and give how they fared."""
    work = WORK / package
    _prepare(work, package)
    environment = {**os.environ, "PYTHONPATH": "", "PYTHONUTF8": "1"}
    with (work / "log.txt").open("wb") as log:
        # Where mutmut itself cannot work, no change is on record and the share is 0.
        command = [sys.executable, "-m", "mutmut", "run"]
        subprocess.run(command, cwd=work, env=environment, stdout=log, stderr=log, check=False)
    return score_of(_codes(work))


def _prepare(work: Path, package: str) -> None:
    shutil.rmtree(work, ignore_errors=True)
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(ROOT / "generator" / "gollanma", work / "src" / "gollanma", ignore=ignored)
    for name in COPIED:
        shutil.copytree(ROOT / name, work / name, ignore=ignored)
    for name in FILES:
        shutil.copy(ROOT / name, work / name)
    settings = SETTINGS.format(
        changed=_quoted([f"src/gollanma/{package}/*"]),
        copied=_quoted(each for each in (*COPIED, *FILES) if each != "tests"),
        tests=_quoted(f"tests/{each}" for each in TESTS[package]),
    )
    own = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (work / "pyproject.toml").write_text(own + settings, encoding="utf-8")


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(json.dumps(each) for each in words)


def _codes(work: Path) -> dict[str, int | None]:
    """Read what mutmut wrote down beside each changed file."""
    codes: dict[str, int | None] = {}
    for path in sorted((work / "mutants" / "src").rglob("*.meta")):
        codes |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return codes


def score_of(codes: Mapping[str, int | None]) -> Score:
    """Give how changes fared, by the code with which their tests ended.

    A change whose tests never ran counts as one that no test reaches.
    """
    return Score(
        sum(code not in {SURVIVED, UNTESTED, None} for code in codes.values()),
        tuple(sorted(name for name, code in codes.items() if code == SURVIVED)),
        tuple(sorted(name for name, code in codes.items() if code in {UNTESTED, None})),
    )


def told(package: str, score: Score) -> Iterator[str]:
    """Yield the lines of a package: its share, and the functions with what was not noticed."""
    yield (
        f"{package}: {score.noticed} of {score.all} changes noticed, {score.share:.1f} % "
        f"({len(score.survived)} not noticed, {len(score.untested)} reached by no test)"
    )
    for words, names in (("not noticed", score.survived), ("not reached", score.untested)):
        functions = Counter(name.rpartition("__mutmut_")[0] for name in names)
        for function, count in sorted(functions.items(), key=lambda each: (-each[1], each[0])):
            yield f"  {words} {count:4}  {function}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
