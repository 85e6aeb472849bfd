"""Places as editors count them: lines and columns from 0, columns in units of UTF-16."""

from lsprotocol.types import Position, Range

from gollanma.diagnostics import Span
from gollanma.source import Lines

UNIT = "utf-16-le"


def units(text: str) -> int:
    """Count the UTF-16 units of a text: two for a letter beyond the first 65,536."""
    return len(text.encode(UNIT, errors="surrogatepass")) // 2


def position(lines: Lines, index: int) -> Position:
    """Give the place of a character of a text."""
    line, _ = lines.place(index)
    return Position(line - 1, units(lines.before(index)))


def range_of(lines: Lines, start: int, end: int) -> Range:
    """Give the place of the characters from one index up to, not with, another."""
    return Range(position(lines, start), position(lines, end))


def range_of_span(lines: Lines, span: Span) -> Range:
    """Give a place of ours; one beyond the text, if the text is newer, is its end."""
    try:
        start, end = lines.bounds(span)
    except IndexError:
        start = end = len(lines.text)
    last = len(lines.text)
    return range_of(lines, min(start, last), min(max(start, end), last))


def index_at(lines: Lines, place: Position) -> int:
    """Give the character at a place; a column beyond the line, or inside a letter, is its end."""
    text = lines.line(place.line + 1) if place.line < lines.count else ""
    start = lines.whole(place.line + 1)[0] if place.line < lines.count else len(lines.text)
    counted = 0
    for offset, letter in enumerate(text):
        if counted >= place.character:
            return start + offset
        counted += units(letter)
    return start + len(text)
