"""Where in a text: from a character's index to its line and column."""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from gollanma.diagnostics import Span

WORD = re.compile(r"[^\s,\[\]{}]{1,40}")
LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of one text, found when the first place is asked for."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(each.end() for each in LINE_END.finditer(self.text))]
        lengths = map(len, self.text.split("\n"))
        return [before + number for number, before in enumerate(accumulate(lengths, initial=0))][
            :-1
        ]

    @property
    def count(self) -> int:
        """How many lines there are; behind the last end of line stands an empty one."""
        return len(self._starts)

    def place(self, index: int) -> tuple[int, int]:
        """Give line and column of a character, both from 1."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """Give the place of the characters from one index up to, not with, another."""
        return Span(self.path, *self.place(start), *self.place(end))

    def bounds(self, span: Span) -> tuple[int, int]:
        """Give the indexes of a place: the inverse of `span`."""
        starts = self._starts
        return (
            starts[span.line - 1] + span.column - 1,
            starts[span.end_line - 1] + span.end_column - 1,
        )

    def whole(self, number: int) -> tuple[int, int]:
        """Give the indexes of one line, with its end."""
        bounds = [*self._starts, len(self.text), len(self.text)]
        return bounds[number - 1], bounds[number]

    def before(self, index: int) -> str:
        """Give the part of a character's line that stands before it."""
        return self.text[self._starts[bisect_right(self._starts, index) - 1] : index]

    def line(self, number: int) -> str:
        """Give one line by its number, without its end; nothing beyond the last."""
        bounds = [*self._starts, len(self.text), len(self.text)]
        return self.text[bounds[number - 1] : bounds[number]].rstrip("\r\n")

    def number(self, index: int) -> int:
        """Give the line of a character."""
        return bisect_right(self._starts, index)

    def word(self, index: int) -> str:
        """Give what stands at an index up to the next space, bracket or comma."""
        found = WORD.match(self.text, index)
        return found[0] if found else ""
