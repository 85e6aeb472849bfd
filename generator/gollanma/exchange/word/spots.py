"""Where in the file of an edition a proposal applies: for the hand that takes it over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gollanma.exchange.word.placing import New
from gollanma.exchange.word.plain import SIGNATURE
from gollanma.law import PREAMBLE, Unit
from gollanma.source import Document


@dataclass(frozen=True)
class Spots:
    """The lines of the provisions of an edition."""

    document: Document | None
    """Absent for an edition without a file."""
    units: Mapping[str, Unit]
    _new: dict[str, int] = field(default_factory=dict)

    def of(self, target: str) -> str | None:
        """Give file and line of a provision that is there."""
        path = self.units[target].path if target in self.units else _AROUND.get(target)
        if self.document is None or path is None:
            return None
        return self._said(self.document.key_span(*path).line)

    def behind(self, new: New) -> str | None:
        """Give file and line behind which something new is put."""
        if self.document is None:
            return None
        line = self._new[new.id] = self._line(self.document, new)
        return self._said(line)

    def _line(self, document: Document, new: New) -> int:
        if new.after in self._new:
            return self._new[new.after]
        if new.after in self.units:
            return last_line(document, self.units[new.after])
        holder = self.units.get(new.parent)
        if holder is None:
            return document.key_span("body").line
        if holder.provision.contains:
            return document.key_span(*holder.path, "contains").line
        return last_line(document, holder)

    def _said(self, line: int) -> str | None:
        return f"{self.document.path}:{line}" if self.document else None


_AROUND = {PREAMBLE: ("preamble",), SIGNATURE: ("signature",)}


def last_line(document: Document, unit: Unit) -> int:
    """Give the last line of a provision in its file."""
    span = document.span(*unit.path)
    return span.end_line if span.end_column > 1 else span.end_line - 1
