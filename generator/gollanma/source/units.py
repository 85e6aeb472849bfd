"""One character of a value and the part of the file that it was made from."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gollanma.source.normal import clusters, composed


class Unit(NamedTuple):
    """A character that a scalar says, with the bounds of the characters that write it."""

    sign: str
    start: int
    end: int


def text_of(units: Iterable[Unit]) -> str:
    """Give the value that units make."""
    return "".join(each.sign for each in units)


def composed_units(units: list[Unit]) -> Iterator[Unit]:
    """Yield units of the composed value: a letter and its loose signs become one."""
    text = text_of(units)
    for start, end in clusters(text):
        for sign in composed(text[start:end]):
            yield Unit(sign, units[start].start, units[end - 1].end)
