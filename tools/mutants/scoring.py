"""Count what was noticed, and tell it."""

import hashlib
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tools.mutants.planting import Mutant

LEAST = 85.0
"""Percent of the changes that tests have to notice."""
CERTAIN = 1.959964
"""Standard errors to each side of a share within which 95 of 100 samples have the true one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one change fared."""

    change: Mutant
    by: str | None
    """The test that noticed it; none if all that reach it passed."""
    asked: int
    """How many tests were asked, if none noticed it."""
    reach: int
    """How many tests run the statement that is changed."""

    @property
    def why(self) -> str:
        """Why nobody noticed."""
        if not self.reach:
            return "reached by no test"
        return f"not noticed by {self.asked} of the {self.reach} tests that reach it"


@dataclass(frozen=True, slots=True)
class Score:
    """How the changes to one package fared."""

    every: int
    """How many changes there are to the package."""
    verdicts: tuple[Verdict, ...]
    """Of those that were tried, by name."""

    @property
    def unnoticed(self) -> tuple[Verdict, ...]:
        """Those that the tests let pass."""
        return tuple(each for each in self.verdicts if each.by is None)

    @property
    def noticed(self) -> int:
        """How many made a test fail or run without end."""
        return len(self.verdicts) - len(self.unnoticed)

    @property
    def share(self) -> float:
        """The percentage that was noticed; none of none."""
        return 100.0 * self.noticed / len(self.verdicts) if self.verdicts else 0.0

    @property
    def between(self) -> tuple[float, float]:
        """The percentages between which that of all changes lies; itself where all were tried."""
        if len(self.verdicts) == self.every:
            return self.share, self.share
        return wilson(self.noticed, len(self.verdicts))

    @property
    def is_enough(self) -> bool:
        """Say whether the share is held for certain: the lower end of the interval counts."""
        return self.between[0] >= LEAST


def sample(changes: Sequence[Mutant], size: int | None, seed: str) -> tuple[Mutant, ...]:
    """Give so many of the changes, by name; the same ones each time, other ones by another seed."""
    drawn = sorted(
        changes, key=lambda each: hashlib.sha256(f"{seed} {each.name}".encode()).digest()
    )
    return tuple(sorted(drawn[:size], key=lambda each: each.name))


def wilson(noticed: int, tried: int) -> tuple[float, float]:
    """Give the percentages between which the true share lies, by Wilson's interval of 95 %."""
    if not tried:
        return 0.0, 100.0
    share, weight = noticed / tried, CERTAIN**2 / tried
    middle = share + weight / 2
    reach = CERTAIN * math.sqrt(share * (1 - share) / tried + weight / tried / 4)
    low, high = (100 * (middle + side) / (1 + weight) for side in (-reach, reach))
    return low, high


def told(package: str, score: Score) -> Iterator[str]:
    """Yield the lines of a package: each change that was not noticed, and the share."""
    for each in score.unnoticed:
        yield from (
            f"{each.change.name}: {each.why}",
            *_indented(each.change.diff.splitlines()),
            "",
        )
    low, high = score.between
    aside = sum(not each.reach for each in score.unnoticed)
    yield (
        f"{package}: {score.noticed} of {len(score.verdicts)} changes noticed, "
        f"{score.share:.1f} % ({low:.1f} to {high:.1f} % of all {score.every}); "
        f"{len(score.unnoticed) - aside} not noticed, {aside} reached by no test"
    )


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" for line in lines)
