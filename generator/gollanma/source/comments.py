"""Comments: what stands after `#` outside every scalar."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gollanma.source.blocks import HEADER
from gollanma.source.lines import LINE_END, Lines
from gollanma.source.tree import Scalar


class Comment(NamedTuple):
    """A remark of the author, with its place from 1 and its text from `#` on."""

    line: int
    column: int
    text: str
    own_line: bool
    """Nothing but spaces stands before it."""


def comments_in(lines: Lines, scalars: Sequence[Scalar]) -> Iterator[Comment]:
    """Yield the comments of a file whose scalars are given in the file's order."""
    starts = [each.start for each in scalars]
    index = lines.text.find("#")
    while index >= 0:
        inside = _inside(scalars, starts, index)
        if inside is None or _is_in_header(lines.text, inside, index):
            yield _comment(lines, index)
            index = _line_end(lines.text, index)
        else:
            index = max(inside.end, index + 1)
        index = lines.text.find("#", index)


def _inside(scalars: Sequence[Scalar], starts: Sequence[int], index: int) -> Scalar | None:
    """Give the scalar that covers a character; empty ones cover none."""
    nearest = bisect_right(starts, index) - 1
    covers = nearest >= 0 and index < scalars[nearest].end
    return scalars[nearest] if covers else None


def _is_in_header(text: str, scalar: Scalar, index: int) -> bool:
    """Say whether a comment stands beside the sign that opens a block."""
    header = HEADER.match(text, scalar.start) if scalar.style in ("|", ">") else None
    return header is not None and index == header.start("comment")


def _line_end(text: str, index: int) -> int:
    found = LINE_END.search(text, index)
    return found.start() if found else len(text)


def _comment(lines: Lines, index: int) -> Comment:
    line, column = lines.place(index)
    text = lines.text[index : _line_end(lines.text, index)].rstrip()
    before = lines.text[index - column + 1 : index]
    return Comment(line, column, text, own_line=not before.strip())
