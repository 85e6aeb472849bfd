"""Inside pytest: learn what each test reaches, then let the tests judge each change.

The tests are collected once, and run in processes forked from there: what one of them remembers,
in a cache or a fixture, no other one finds. A change is judged by the tests that reach the very
statement, until one fails.
"""

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage
from mutmut.mutation.trampoline import set_mutant_under_test

from tools.mutants.planting import Mutant
from tools.mutants.processes import Job, in_processes, limit
from tools.mutants.reach import Reach
from tools.mutants.stamps import EVERY
from tools.mutants.warming import build, warm

LONGER, LONGEST = 10, 5
"""How many times longer than usual a test may work under a change, and how many seconds more."""
NEVER_ENDED = "it did not end"
AT_IMPORT = "a new process"
NONE = ""
"""The name of no change at all."""
AT_ONCE = os.cpu_count() or 1


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the folder of the work."""
    parser.addoption("--mutants", type=Path, help="the folder with job.json")


def pytest_configure(config: pytest.Config) -> None:
    """Watch from here on what runs without a test: imports, and the collection of tests."""
    config.pluginmanager.register(Judge(config.getoption("mutants")), "judge")


class Judge:
    """Runs the tests in its own way."""

    def __init__(self, work: Path) -> None:
        job = json.loads((work / "job.json").read_text(encoding="utf-8"))
        self.changes = [Mutant(**each) for each in job["changes"]]
        self.again: Sequence[str] = job["again"]
        self.folder: str = job["folder"]
        self.tests: Sequence[str] = job["tests"]
        self.stamps: Mapping[str, str] = job["stamps"]
        self.within: float = job["within"]
        self.work = work
        self.items: dict[str, pytest.Item] = {}
        self.asked: dict[str, dict[str, int]] = {}
        self.failed = ""
        self.watch = self._watch()
        self.watch.start()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Take the place of pytest's own loop."""
        if session.testsfailed:
            raise session.Interrupted("the tests cannot be collected")
        self.items = {each.nodeid: each for each in session.items}
        build()
        self.watch.stop()
        warm()
        gc.collect()
        gc.freeze()
        path = self.work / "reached.json"
        before = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        tests = self._learned(before)
        path.write_text(json.dumps(tests), encoding="utf-8")
        self._judge(Reach(_lines(self.watch), tests, self.changes, self.tests))
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember what failed."""
        if report.failed:
            self.failed += report.longreprtext

    def _watch(self) -> Coverage:
        watch = Coverage(data_file=None, config_file=False, include=[f"{self.folder}/*"])
        watch.set_option("run:disable_warnings", ["no-data-collected"])
        return watch

    def _learned(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """Find out what each test reaches, and that each passes, alone and after the others.

        What was learned about a test holds until its module changes, or what all rest on.
        """
        known = {
            name: each
            for name, each in before.items()
            if name in self.items and each["stamp"] == self._stamp(name)
        }
        jobs = ((name, partial(self._watched, name)) for name in self.items if name not in known)
        new = dict(self._each(jobs))
        _all_passed(new)
        order = sorted((each["seconds"], name) for name, each in new.items())
        _all_passed(dict(self._each([("all together", partial(self._asked, NONE, order))])))
        return {**known, **new}

    def _stamp(self, test: str) -> str:
        return self.stamps[test.partition("::")[0]]

    def _each(self, jobs: Iterator[Job] | Sequence[Job]) -> Iterator[tuple[str, Any]]:
        return in_processes(jobs, self.work / "scratch", AT_ONCE)

    def _run(self, name: str, following: str | None = None) -> None:
        item, after = self.items[name], self.items[following] if following else None
        item.ihook.pytest_runtest_protocol(item=item, nextitem=after)

    def _watched(self, name: str) -> dict[str, Any]:
        watch, start = self._watch(), time.process_time()
        watch.start()
        self._run(name)
        watch.stop()
        seconds = time.process_time() - start
        lines = _lines(watch)
        stamp = self._stamp(name)
        return {"failed": self.failed, "seconds": seconds, "lines": lines, "stamp": stamp}

    def _judge(self, reach: Reach) -> None:
        by_name = {each.name: each for each in self.changes}
        start = time.monotonic()
        with (self.work / "results.jsonl").open("a", encoding="utf-8") as results:
            for count, (name, given) in enumerate(self._each(self._jobs(reach)), 1):
                change, by = by_name[name], given["by"] if given else NEVER_ENDED
                reach.remember(change, by)
                held = self._stamp(by) if by in self.items else self.stamps[EVERY]
                verdict = {"name": name, "by": by, "stamp": held, **self.asked.pop(name)}
                results.write(json.dumps(verdict) + "\n")
                results.flush()
                if count % 50 == 0 or count == len(by_name):
                    _say(f"  {count} of {len(by_name)} judged in {time.monotonic() - start:.0f} s")

    def _jobs(self, reach: Reach) -> Iterator[Job]:
        for each in self.changes:
            tests = reach.tests(each)
            order = [(reach.seconds[name], name) for name in reach.first(tests, self.within)]
            is_new = reach.is_at_import(each)
            everything = sum(reach.seconds.values()) if is_new else None
            self.asked[each.name] = {"asked": len(order) + is_new, "reach": len(tests) + is_new}
            yield each.name, partial(self._asked, each.name, order, everything)

    def _asked(
        self, change: str, order: Sequence[tuple[float, str]], everything: float | None = None
    ) -> dict[str, Any]:
        """Give the first test that notices a change.

        What runs at import is asked of a new process too, which may take as long as everything.
        """
        set_mutant_under_test(change)
        following = [*(name for _, name in order[1:]), None]
        for (seconds, name), after in zip(order, following, strict=True):
            limit(LONGEST + LONGER * seconds)
            self._run(name, after)
            if self.failed:
                return {"by": name, "failed": self.failed}
        if everything is not None:
            limit(LONGEST + LONGER * everything)
            if subprocess.run([sys.executable, *self.again], check=False).returncode:
                return {"by": AT_IMPORT, "failed": AT_IMPORT}
        return {"by": None, "failed": ""}


def _all_passed(tests: Mapping[str, dict[str, Any] | None]) -> None:
    """End here if a test fails where nothing is changed: it could not tell."""
    failed = {name: given["failed"] if given else NEVER_ENDED for name, given in tests.items()}
    if culprits := [f"{name}\n{why}" for name, why in failed.items() if why]:
        pytest.exit("\n\n".join(["without any change:", *culprits]), returncode=3)


def _lines(watch: Coverage) -> dict[str, list[int]]:
    """Give the lines that ran, by the path of the file below the folder in which we stand."""
    seen = watch.get_data()
    return {
        Path(each).relative_to(Path.cwd()).as_posix(): sorted(seen.lines(each) or ())
        for each in seen.measured_files()
    }


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
