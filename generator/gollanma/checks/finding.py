"""What a check yields: a place in a record, the key of a sentence, and its values."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from gollanma.diagnostics import Severity, Value
from gollanma.graph import Graph
from gollanma.model import Status
from gollanma.model.walk import Path


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of the words of one language, within the text at a finding's path."""

    language: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Also:
    """A second place that explains the finding."""

    source: str
    path: Path
    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found."""

    source: str
    """The key of the record."""
    path: Path
    key: str
    """Of the sentence, within the check's code."""
    values: Mapping[str, Value] = field(default_factory=dict)
    severity: Severity | None = None
    """Absent: the check's own."""
    words: Words | None = None
    on_key: bool = False
    """The mistake is the name of the field, not what it holds."""
    also: tuple[Also, ...] = ()


Judge = Callable[[Graph], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check with its code; the docstring of the judge is the check's page in English."""

    code: str
    severity: Severity
    judge: Judge

    @property
    def name(self) -> str:
        """A short name in English, for machines."""
        return self.judge.__name__.replace("_", "-")

    @property
    def why(self) -> str:
        """Why the mistake matters to a person."""
        return self.judge.__doc__ or ""


def check(code: str, severity: Severity = Severity.ERROR) -> Callable[[Judge], Check]:
    """Give a judge its code and how much its findings weigh."""
    return lambda judge: Check(code, severity, judge)


def binding(status: Status | None, weight: Severity = Severity.ERROR) -> Severity:
    """Give the weight of a rule that binds from the pilot on and informs below it."""
    is_binding = status is not None and Status.PILOT.rank <= status.rank
    return weight if is_binding else Severity.INFO


def stricter_in_force(status: Status | None) -> Severity:
    """Give the weight of a rule that warns until a record is in force."""
    return Severity.ERROR if status is Status.IN_FORCE else Severity.WARNING
