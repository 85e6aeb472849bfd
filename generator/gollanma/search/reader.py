"""A built index, read as a browser reads it: file by file, each when it is asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from gollanma.search.coding import read_gaps, read_numbers
from gollanma.search.shards import Line, read_lines

PAGES = 100
"""Described in one file."""
MOST_FILES = 3
"""Files of words in which the rest of a word that has just begun is looked for."""


class Hit(NamedTuple):
    """A page as its index describes it."""

    ref: str
    address: str
    title: str
    kind: str
    code: str
    status: str
    marks: int


class Titled(NamedTuple):
    """A word that stands in titles, or is a label of the glossary."""

    letters: str
    """Without signs."""
    word: str
    pages: str
    """Their numbers, written as distances."""


class Place(NamedTuple):
    """A section as its index describes it."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True)
class Index:
    """The index of one language."""

    read: Callable[[str], Any]
    """Gives what a file hands over, by its name without ending."""

    @cached_property
    def meta(self) -> Mapping[str, Any]:
        """What must be known before anything else."""
        meta: Mapping[str, Any] = self.read("meta")
        return meta

    @cached_property
    def firsts(self) -> Sequence[int]:
        """The number of the first section of each page, and of one page more."""
        return (0, *accumulate(read_numbers(self.meta["counts"])))

    @cached_property
    def ways(self) -> Sequence[int]:
        """How many ways of asking for a page are known; they stand behind its sections."""
        return tuple(read_numbers(self.meta["asked"]))

    def shown(self, section: int) -> int:
        """Give the section to which one leads: a way of asking leads to the head of the page."""
        page = self.page_of(section)
        is_way = section >= self.firsts[page + 1] - self.ways[page]
        return self.firsts[page] if is_way else section

    def is_called(self, key: str) -> bool:
        """Tell whether a word asks for drafts and older editions."""
        return key in self.meta["called"]

    @cached_property
    def priors(self) -> Sequence[int]:
        """What a page counts for, in sixteenths."""
        return tuple(read_numbers(self.meta["priors"]))

    @cached_property
    def _lines(self) -> Callable[[int], Mapping[str, tuple[Line, ...]]]:
        return cache(lambda number: read_lines(self.read(f"t-{number}")))

    def lines(self, key: str) -> tuple[Line, ...]:
        """Give the lines of a word; none where no text has it."""
        number = bisect_right(self.meta["terms"], key) - 1
        return self._lines(number).get(key, ()) if number >= 0 else ()

    def beginning(self, letters: str) -> Iterator[tuple[str, int]]:
        """Yield the words that begin so, and how long what is known of each is."""
        first = max(bisect_right(self.meta["terms"], letters) - 1, 0)
        for number in range(first, min(first + MOST_FILES, len(self.meta["terms"]))):
            if number > first and not self.meta["terms"][number].startswith(letters):
                return
            for key, lines in self._lines(number).items():
                if key.startswith(letters):
                    yield key, sum(len(line.body) for line in lines)

    def page_of(self, section: int) -> int:
        """Give the page on which a section stands."""
        return bisect_right(self.firsts, section) - 1

    def hit(self, page: int) -> Hit | None:
        """Describe a page; None for one that is not written in this language."""
        row = self._pages(page // PAGES)[page % PAGES]
        return Hit(*row) if row else None

    @cached_property
    def _pages(self) -> Callable[[int], Any]:
        return cache(lambda number: self.read(f"d-{number}"))

    def place(self, section: int) -> Place:
        """Describe a section."""
        starts = self.meta["texts"]
        number = bisect_right(starts, section) - 1
        return Place(*self._packs(number)[section - starts[number]][:3])

    @cached_property
    def _packs(self) -> Callable[[int], Any]:
        return cache(lambda number: self.read(f"x-{number}"))

    @cached_property
    def vocabulary(self) -> Sequence[Titled]:
        """The words of titles and labels, sorted by their letters without signs."""
        rows = (row.split("\t") for row in self.read("v").split("\n") if row)
        return tuple(Titled(letters, word or letters, pages) for letters, word, pages in rows)

    def titled(self, letters: str) -> Iterator[int]:
        """Yield the pages with a word in their titles that begins so."""
        first = bisect_left(self.vocabulary, letters, key=lambda each: each.letters)
        for word in self.vocabulary[first:]:
            if not word.letters.startswith(letters):
                return
            yield from read_gaps(word.pages)

    @cached_property
    def facets(self) -> Sequence[tuple[str, str, Sequence[tuple[str, str, frozenset[int]]]]]:
        """By what results can be narrowed: name, label, and values with words and pages."""
        return tuple(
            (name, label, tuple((v, w, frozenset(read_gaps(pages))) for v, w, pages in values))
            for name, label, values in self.read("f")
        )
