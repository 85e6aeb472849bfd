"""Which tests reach a change, and in what order they are asked."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from tools.mutants.planting import Mutant

SLOW = 1.0
"""Seconds: what takes longer is asked last."""


class Reach:
    """Knows what each test runs, how long it takes, and what it noticed so far."""

    def __init__(
        self,
        at_import: Mapping[str, Iterable[int]],
        tests: Mapping[str, Any],
        changes: Iterable[Mutant],
        folders: Sequence[str] = (),
    ) -> None:
        self.seconds: dict[str, float] = {name: each["seconds"] for name, each in tests.items()}
        self._folders = folders
        self._at_import = {file: set(lines) for file, lines in at_import.items()}
        self._noticed: dict[str, set[str]] = {}
        self._by_line: dict[tuple[str, int], list[str]] = {
            (each.file, line): [] for each in changes for line in each.lines
        }
        self._extent = {
            name: Counter({file: len(lines) for file, lines in each["lines"].items()})
            for name, each in tests.items()
        }
        for name, each in tests.items():
            for file, lines in each["lines"].items():
                for line in lines:
                    self._by_line.get((file, line), []).append(name)

    def tests(self, change: Mutant) -> list[str]:
        """Give the tests that run the changed statement, in the order in which they are asked.

        Those that noticed a change to the function come first, then those that noticed one to the
        module, then folder by folder as they are given. There the slow wait, and those that run the
        most of the module go ahead: it is in what they are about.
        """
        names = {name for line in change.lines for name in self._by_line[change.file, line]}
        near = self._noticed.get(change.function, set())
        around = self._noticed.get(change.module, set())
        return sorted(
            names,
            key=lambda n: (n not in near, n not in around, *self._rank(n, change.file)),
        )

    def _rank(self, test: str, file: str) -> tuple[int, bool, int, float, str]:
        seconds = self.seconds[test]
        return self._folder(test), seconds > SLOW, -self._extent[test][file], seconds, test

    def first(self, tests: Sequence[str], within: float) -> list[str]:
        """Give the first of some tests that take so many seconds together, and one at least."""
        ends = accumulate(self.seconds[each] for each in tests)
        count = sum(end <= within for end in ends)
        return [*tests[: max(count, 1)]]

    def _folder(self, test: str) -> int:
        found = (n for n, each in enumerate(self._folders) if test.startswith(f"{each}/"))
        return next(found, len(self._folders))

    def is_at_import(self, change: Mutant) -> bool:
        """Say whether the statement runs when modules are imported or tests are collected."""
        return not self._at_import.get(change.file, set()).isdisjoint(change.lines)

    def remember(self, change: Mutant, test: str | None) -> None:
        """Ask this test early when something nearby is changed."""
        if test is not None and test in self.seconds:
            for place in (change.function, change.module):
                self._noticed.setdefault(place, set()).add(test)
