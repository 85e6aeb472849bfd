"""Where in the file of an edition a proposal applies: for the hand that takes it over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gollanma.diagnostics import Span
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
    _new: dict[str, Span] = field(default_factory=dict)

    def of(self, target: str) -> str | None:
        """Give file and line of a provision that is there."""
        path = self.units[target].path if target in self.units else _AROUND.get(target)
        if self.document is None or path is None:
            return None
        span = self.document.key_span(*path)
        return f"{span.path}:{span.line}"

    def behind(self, new: New) -> str | None:
        """Give file and line behind which something new is put."""
        if self.document is None:
            return None
        span = self._new[new.id] = self._before(self.document, new)
        return f"{span.path}:{span.end_line}"

    def _before(self, document: Document, new: New) -> Span:
        if new.after in self._new:
            return self._new[new.after]
        if new.after in self.units:
            return document.span(*self.units[new.after].path)
        holder = self.units.get(new.parent)
        if holder is None:
            return document.key_span("body")
        if holder.provision.contains:
            return document.key_span(*holder.path, "contains")
        return document.span(*holder.path)


_AROUND = {PREAMBLE: ("preamble",), SIGNATURE: ("signature",)}
