"""`python -m tools.mutants [--sample N] [--seed WORD] [PACKAGE or change ...]`.

Works in build/mutants/, where what was found out stays until the code changes, or the tests by
which it was found out: a run that was broken off goes on. Ends with 1 when a package stays below
its share. A change is named as a survivor is, and judged anew.
"""

import argparse
import json
import math
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tools.mutants.planting import CODE, ROOT, Mutant, planted
from tools.mutants.scoring import Score, Verdict, sample, told
from tools.mutants.stamps import of_tests

WORK = ROOT / "build" / "mutants"
TESTS = {
    "source": ("source",),
    "model": ("model", "source"),
    "graph": ("graph",),
    "checks": ("checks",),
}
"""The packages that are changed, and the folders of tests that are to notice it, nearest first."""
WITHIN = 60.0
"""Seconds of tests for a change that nobody notices: what others might, does not count. Where a
change is named, all are asked."""
READS_THE_CODE = (
    "tests/checks/test_catalogue.py::test_every_sentence_that_a_check_names_is_in_the_catalogue"
)
"""It looks at the text of the checks, where all changes stand: it would fail without any."""
PYTEST = ["-m", "pytest", "-q", "-s", "--tb=short", "--hypothesis-profile=mutants"]
PYTEST += [f"--deselect={READS_THE_CODE}"]
PLAIN = [f"-pno:{each}" for each in ("cacheprovider", "xdist", "randomly", "cov")]


def main(arguments: list[str]) -> int:
    """Change the packages that are named, all without a name; say whether each is held."""
    parser = argparse.ArgumentParser(prog="tools.mutants")
    parser.add_argument("--sample", type=int, help="try only so many changes to each package")
    parser.add_argument("--seed", default="", help="draw another sample")
    parser.add_argument("names", nargs="*", help=f"{', '.join(TESTS)}, or single changes")
    asked = parser.parse_args(arguments)
    unknown = [each for each in asked.names if package_of(each) not in TESTS]
    if unknown:
        print(f"no such package: {', '.join(unknown)}; there are {', '.join(TESTS)}")
        return 2
    below = 0
    for package in dict.fromkeys(package_of(each) for each in asked.names or TESTS):
        single = [each for each in asked.names if each != package and package_of(each) == package]
        score = measured(package, single, asked.sample, asked.seed)
        print("\n".join(told(package, score)), flush=True)
        below += not score.is_enough
    return min(below, 1)


def package_of(name: str) -> str:
    """Give the package that is named, or in which a change is that is named."""
    return name.removeprefix("gollanma.").partition(".")[0]


def measured(package: str, single: Sequence[str], size: int | None, seed: str) -> Score:
    """Let the tests judge the changes that are named, or else a sample, or else all."""
    work = WORK / package
    every = planted(work, package)
    drawn = [each for each in every if each.name in single] or sample(every, size, seed)
    stamps = of_tests(work / "tree")  # a copy: nobody changes them while they judge
    known = {} if single else _known(work, stamps)
    if missing := [each for each in drawn if each.name not in known]:
        _judge(work, package, stamps, missing, math.inf if single else WITHIN)
        known = _known(work, stamps)
    verdicts = (Verdict(each, **known[each.name]) for each in drawn)
    return Score(len(every), tuple(verdicts))


def _known(work: Path, stamps: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Read what was found out about changes; where one was judged twice, the last word counts.

    That a test noticed one holds until that test changes, that none did until any does.
    """
    held = {*stamps.values()}
    path = work / "results.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    verdicts = [each for each in map(json.loads, lines) if each["stamp"] in held]
    return {each["name"]: {key: each[key] for key in ("by", "asked", "reach")} for each in verdicts}


def _judge(
    work: Path,
    package: str,
    stamps: Mapping[str, str],
    changes: Sequence[Mutant],
    within: float,
) -> None:
    tree = work / "tree"
    tests = [f"tests/{each}" for each in TESTS[package]]
    job = {
        "changes": [asdict(each) for each in changes],
        "folder": str(tree / CODE / package),
        "again": [*PYTEST, "-x", *PLAIN, *tests],
        "tests": tests,
        "stamps": dict(stamps),
        "within": within,
    }
    (work / "job.json").write_text(json.dumps(job), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tree / CODE.parent), "PYTHONUTF8": "1"}
    command = [sys.executable, *PYTEST, *PLAIN, "-p", "tools.mutants.judging"]
    with (work / "log.txt").open("wb") as log:
        ended = subprocess.run(
            [*command, f"--mutants={work}", *tests],
            cwd=tree,
            env=environment,
            stdout=log,
            check=False,
        )
    if ended.returncode:
        sys.exit(f"the tests cannot judge: see {log.name}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
