"""One thing that was found, not yet put into words.

A finding names a sentence of the message catalogue (`CODE.key`) and the values for its holes;
`report` writes it in a language.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gollanma.diagnostics.span import Span

Value = str | int | Mapping[str, str]
"""What fills a hole of a sentence; a mapping holds the words of each language (a title)."""


class Severity(StrEnum):
    """How much a finding weighs: errors stop a build, warnings a strict one, infos none."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a finding, with a sentence of its own."""

    span: Span
    key: str
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding of one check at one place; findings sort by place, code and sentence."""

    span: Span
    code: str
    severity: Severity
    key: str
    """Names the sentence: the catalogue holds `message` and `hint` under `code` and `key`."""
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)
    related: tuple[Related, ...] = ()
    where: tuple[str, ...] = ()
    """The human path, such as a record, its steps, one step, its deadline; empty if none."""

    def __lt__(self, other: "Diagnostic") -> bool:
        """Compare by place, then code, then sentence."""
        return self._order < other._order

    @property
    def _order(self) -> tuple[Span, str, str]:
        return (self.span, self.code, self.key)


def in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Give all findings sorted by place; equal places keep the order they were found in."""
    return tuple(sorted(found))
