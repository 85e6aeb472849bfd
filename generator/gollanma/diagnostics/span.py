"""A place in a file of the project."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A part of a file, from its first character up to, not with, the character at its end.

    Lines and columns count from 1, columns in code points, as editors show them.
    """

    path: str
    """POSIX, relative to the project."""
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def of_file(cls, path: str) -> Self:
        """Give the place that stands for a file as a whole: its very beginning."""
        return cls(path, 1, 1, 1, 1)

    @classmethod
    def at(cls, path: str, line: int, column: int, width: int = 0) -> Self:
        """Give a place within one line."""
        return cls(path, line, column, line, column + width)

    def __str__(self) -> str:
        """Give the form that editors and terminals turn into a link."""
        return f"{self.path}:{self.line}:{self.column}"
