"""The lines of a law text with their places, whatever file they came in."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gollanma.diagnostics import Diagnostic, Span

_BLANKS = re.compile(r"[\u00a0\u202f]*[ \t][ \t\u00a0\u202f]*")
"""Spaces that hold words together are kept where they stand alone."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_HYPHEN = "\u00ad"
_WIDE_GAP = re.compile(r"\t| {2,}")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the text."""

    text: str
    """With single spaces, composed letters and nothing unseen."""
    span: Span
    """Line and column of a text; of a Word file the number of the paragraph."""
    indent: int = 0
    cells: tuple[str, ...] = ()
    """What stands apart on the line: an office, and far to the right a name."""
    after_gap: bool = False
    """It surely begins a paragraph: an empty line stands before it, or the file says so."""
    is_divided: bool = False
    """Its last word goes on in the next line: a hyphen that nobody sees stands behind it."""
    is_on_new_page: bool = False
    """A page begins before it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds, and what was wrong with it."""

    path: str
    lines: tuple[Line, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def seen(written: str) -> str:
    """Give a text without the signs that nobody sees."""
    return _UNSEEN.sub("", written)


def make_line(written: str, span: Span, *, indent: int = 0, after_gap: bool = True) -> Line:
    """Give a paragraph as it was written, cleaned of what nobody sees."""
    whole = unicodedata.normalize("NFC", seen(written)).strip()
    cells = tuple(each.strip() for each in _WIDE_GAP.split(whole) if each.strip())
    is_divided = written.rstrip().endswith(_HYPHEN)
    return Line(_BLANKS.sub(" ", whole), span, indent, cells, after_gap, is_divided)


def full(lines: Iterator[Line]) -> tuple[Line, ...]:
    """Give the lines that say something, each knowing whether an empty one stood before it."""
    kept: list[Line] = []
    is_gap = False
    for each in lines:
        if each.text:
            kept.append(replace(each, after_gap=is_gap or each.after_gap))
        is_gap = not each.text
    return tuple(kept)
