"""What a run of the checks came to: what is found, what is accepted, what has been mended."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gollanma.diagnostics.finding import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Allowed:
    """A finding with the reason for which somebody accepts it."""

    finding: Diagnostic
    reason: str
    until: date | None = None
    """The last day on which it is accepted; absent: for good."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A finding of the baseline that is no longer there."""

    code: str
    path: str
    """The file in which it stood; it may be gone too."""


@dataclass(frozen=True, slots=True)
class Trend:
    """What has become of the findings of one code that stood in the baseline."""

    code: str
    mended: int
    standing: int

    @property
    def before(self) -> int:
        """How many there were."""
        return self.mended + self.standing


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found."""

    findings: tuple[Diagnostic, ...] = ()
    """Sorted by place, without those that follow."""
    allowed: tuple[Allowed, ...] = ()
    standing: tuple[Diagnostic, ...] = ()
    """What stood in the baseline and still stands."""
    mended: tuple[Mended, ...] = ()
    """What stood in the baseline and is gone."""

    @property
    def trends(self) -> tuple[Trend, ...]:
        """The codes of the baseline, those with the most left to mend first."""
        mended = Counter(each.code for each in self.mended)
        standing = Counter(each.code for each in self.standing)
        codes = sorted(mended | standing, key=lambda code: (-standing[code], code))
        return tuple(Trend(code, mended[code], standing[code]) for code in codes)


def counted(findings: Iterable[Diagnostic]) -> tuple[tuple[Severity, str, int], ...]:
    """Give each weight and code with its number of findings, the gravest first."""
    numbers = Counter((each.severity, each.code) for each in findings)
    weights = list(Severity)
    in_turn = sorted(numbers, key=lambda each: (weights.index(each[0]), each[1]))
    return tuple((severity, code, numbers[severity, code]) for severity, code in in_turn)
