"""Typed reading of the tables of a language pack."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

_HOLE = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


class BrokenPackError(ValueError):
    """A language pack lacks a table or holds something of another type: its author's mistake."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a pack, which knows its own name so that a mistake can be found."""

    name: str
    content: Mapping[str, object]

    def __contains__(self, key: object) -> bool:
        """Say whether the table has the key."""
        return key in self.content

    def __iter__(self) -> Iterator[str]:
        """Give the keys in the order of the file."""
        return iter(self.content)

    def text(self, key: str, absent: str | None = None) -> str:
        """Give a string."""
        return self._typed(key, str, absent)

    def flag(self, key: str) -> bool:
        """Give a yes or no; an absent key is a no."""
        return self._typed(key, bool, absent=False)

    def number(self, key: str) -> int:
        """Give a whole number."""
        return self._typed(key, int, None)

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of strings; an absent key is an empty list."""
        return tuple(str(each) for each in self._typed(key, list, []))

    def table(self, key: str) -> "Table":
        """Give a table inside this one; an absent key is an empty table."""
        return Table(f"{self.name}.{key}", self._typed(key, dict, {}))

    def tables(self) -> Iterator[tuple[str, "Table"]]:
        """Give each table inside this one with its key."""
        return ((key, self.table(key)) for key in self if isinstance(self.content[key], dict))

    def strings(self) -> dict[str, str]:
        """Give the whole table as a mapping of strings."""
        return {key: self.text(key) for key in self}

    def pairs(self, key: str) -> dict[str, str]:
        """Give a list of letters with what becomes of them: `ä→a ъ→` (the last becomes nothing)."""
        pairs = (each.partition("→") for each in self.text(key, "").split())
        return {letter: becomes for letter, _, becomes in pairs}

    def _typed(self, key: str, kind: type[T], absent: T | None) -> T:
        value = self.content.get(key, absent)
        if not isinstance(value, kind):
            raise BrokenPackError(f"`{self.name}.{key}` is to be a {kind.__name__}, is {value!r}")
        return value


def filled(pattern: str, values: Mapping[str, str]) -> str:
    """Fill the holes `{name}` of a pattern; other braces stay as they are."""
    return _HOLE.sub(lambda hole: values[hole[1]], pattern)


def holes(pattern: str) -> frozenset[str]:
    """Give the names of the holes of a pattern."""
    return frozenset(_HOLE.findall(pattern))
