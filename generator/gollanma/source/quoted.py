"""Characters that a double-quoted text hides behind escapes."""

from collections.abc import Iterator

from gollanma.diagnostics import Diagnostic
from gollanma.source.characters import SUSPECT, suspect
from gollanma.source.lines import Lines
from gollanma.source.offsets import bounds_within
from gollanma.source.tree import Scalar


def hidden_by_escapes(lines: Lines, scalar: Scalar) -> Iterator[Diagnostic]:
    """Yield findings for suspect characters that are not seen in the file, only in the value."""
    for found in SUSPECT.finditer(scalar.value):
        start, end = bounds_within(lines.text, scalar, found.start(), found.end())
        if lines.text.startswith("\\", start):
            yield suspect(lines.span(start, end), found[0])
