"""Characters that a double-quoted text hides behind escapes."""

from collections.abc import Iterator

from gollanma.diagnostics import Diagnostic
from gollanma.source.characters import SUSPECT, suspect
from gollanma.source.lines import Lines
from gollanma.source.offsets import units_of
from gollanma.source.tree import Scalar


def hidden_by_escapes(lines: Lines, scalar: Scalar) -> Iterator[Diagnostic]:
    """Yield findings for suspect characters that are not seen in the file, only in the value."""
    if SUSPECT.search(scalar.value):
        for unit in units_of(lines.text, scalar):
            if unit.end > unit.start + 1 and SUSPECT.match(unit.sign):
                yield suspect(lines.span(unit.start, unit.end), unit.sign)
