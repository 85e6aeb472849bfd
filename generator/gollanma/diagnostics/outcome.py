"""What a run of the checks came to: what is found, what is accepted, what has been mended."""

from dataclasses import dataclass
from datetime import date

from gollanma.diagnostics.finding import Diagnostic


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
class Outcome:
    """What a run found."""

    findings: tuple[Diagnostic, ...] = ()
    """Sorted by place, without those that follow."""
    allowed: tuple[Allowed, ...] = ()
    standing: tuple[Diagnostic, ...] = ()
    """What stood in the baseline and still stands."""
    mended: tuple[Mended, ...] = ()
    """What stood in the baseline and is gone."""
