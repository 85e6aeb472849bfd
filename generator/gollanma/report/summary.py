"""How many records were checked, and how many findings of each weight there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from gollanma.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures at the end of a report."""

    records: int
    languages: tuple[str, ...]
    errors: int
    warnings: int
    infos: int
    allowed: int
    baseline: int
    seconds: float


def summarise(  # noqa: PLR0913 - the figures of one run
    findings: Sequence[Diagnostic],
    *,
    records: int,
    languages: tuple[str, ...],
    allowed: int = 0,
    baseline: int = 0,
    seconds: float = 0.0,
) -> Summary:
    """Count the findings of a run."""
    weights = [each.severity for each in findings]
    return Summary(
        records,
        languages,
        weights.count(Severity.ERROR),
        weights.count(Severity.WARNING),
        weights.count(Severity.INFO),
        allowed,
        baseline,
        seconds,
    )
