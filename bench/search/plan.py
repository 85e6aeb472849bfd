"""What is measured at which size: a quick set for every day, and the whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bench.search.figures import OURS

MINISEARCH, LUNR, MATERIAL = "MiniSearch", "lunr", "Material"


@dataclass(frozen=True, slots=True)
class Turns:
    """How often an engine is started."""

    starts: int
    slow: int = 0
    """Starts on a CPU that is six times slower."""
    traces: int = 3
    """Starts in which the longest task is looked for."""
    early: bool = False
    """Whether it is started also by a person who turns to the box before she types."""


@dataclass(frozen=True, slots=True)
class Size:
    """A number of pages in a language, and the engines that search them."""

    pages: int
    turns: Mapping[str, Turns]


SMALL, LARGE = 1_000, 10_000
QUICK = (Size(SMALL, MappingProxyType({OURS: Turns(30, 10), MINISEARCH: Turns(10, 3)})),)
WHOLE = (
    Size(
        SMALL,
        MappingProxyType(
            {
                OURS: Turns(40, 20, 5, early=True),
                MINISEARCH: Turns(30, 5, early=True),
                LUNR: Turns(30, 3),
                MATERIAL: Turns(3, 0, 1),
            }
        ),
    ),
    Size(LARGE, MappingProxyType({OURS: Turns(40, 20, 5), MINISEARCH: Turns(8, 2)})),
)
SLOWER = 6
BEFORE = 100
"""Milliseconds between two keys of who types fast: so early the box was entered at the latest."""
QUERIES = 20
"""After which the memory is weighed."""
