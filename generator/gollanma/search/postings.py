"""Where each word stands, and how much it says there."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gollanma.search.concepts import Spotter
from gollanma.search.documents import Document, Section
from gollanma.search.weights import STEPS, level
from gollanma.search.words import Known, Words

Name = tuple[str, str]
"""A word of the index: its folded stem, and its stem with signs."""
Posting = tuple[int, int]
"""The number of a section, and the weight of the word there."""

CONCEPT, CODE, PLACE = "~", "#", "§"
"""They begin the names of what is no word: of a concept, a national code, a cited place."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The words of one section."""

    body: Counter[Name]
    heading: frozenset[Name]
    title: frozenset[Name]
    title_length: int
    length: int


@dataclass(slots=True)
class Inverted:
    """All words of an index with their postings, in the order of the sections."""

    postings: dict[Name, list[Posting]] = field(default_factory=dict)
    sections: int = 0

    def add(self, name: Name, section: int, weight: int) -> None:
        """Note a word of a section; each name at most once."""
        self.postings.setdefault(name, []).append((section, weight))

    def rarity(self, name: Name) -> int:
        """Give how much a word tells apart, in tenths: the fewer sections have it, the more."""
        found = len(self.postings[name])
        return max(1, round(10 * math.log(1 + (self.sections - found + 0.5) / (found + 0.5))))


def inverted(documents: Iterable[Document], words: Words, spotter: Spotter) -> Inverted:
    """Give the words of all documents."""
    documents = tuple(documents)
    counted = [list(_counted(each, words, spotter)) for each in documents]
    total = sum(map(len, counted))
    average = sum(each.length for row in counted for each in row) / max(total, 1)
    index = Inverted(sections=total)
    first = 0
    for document, row in zip(documents, counted, strict=True):
        for number, section in enumerate(row, first):
            _weigh(index, number, section, average)
        _exact(index, document, first, words)
        first += len(row)
    return index


def _counted(document: Document, words: Words, spotter: Spotter) -> Iterator[Counted]:
    for section in document.sections:
        title = words.of(document.title) if not section.anchor else []
        yield _section(section, title, words, spotter, document.concept)


def _section(
    section: Section, title: list[Known], words: Words, spotter: Spotter, concept: str
) -> Counted:
    body = words.of(section.text)
    heading = words.of(section.heading) if section.anchor else []
    own = {concept} if concept and not section.anchor else set()
    names = [(each.key, each.exact) for each in body if not each.is_stop]
    return Counted(
        Counter((*names, *_concepts(spotter.concepts(body)))),
        frozenset((*_names(heading), *_concepts(spotter.concepts(heading)))),
        frozenset((*_names(title), *_concepts({*spotter.concepts(title), *own}))),
        len(title) or 1,
        len(names),
    )


def _names(row: Iterable[Known]) -> Iterator[Name]:
    return ((each.key, each.exact) for each in row if not each.is_stop)


def _concepts(found: Iterable[str]) -> Iterator[Name]:
    return ((CONCEPT + each, "") for each in found)


def _weigh(index: Inverted, number: int, section: Counted, average: float) -> None:
    for name in sorted(section.body.keys() | section.heading | section.title):
        weight = level(
            section.body[name],
            section.length,
            average,
            in_heading=name in section.heading,
            title=section.title_length if name in section.title else 0,
        )
        index.add(name, number, weight)


def _exact(index: Inverted, document: Document, first: int, words: Words) -> None:
    """Note by what a page or a place on it is asked for exactly."""
    if document.code:
        index.add((CODE + words.code(document.code), ""), first, STEPS)
    numbers = {each.anchor: number for number, each in enumerate(document.sections, first)}
    noted = set()
    for written, anchor in document.places:
        place = (written, _nearest(anchor, numbers))
        if place not in noted:
            noted.add(place)
            index.add((PLACE + place[0], ""), place[1], STEPS)


def _nearest(anchor: str, numbers: dict[str, int]) -> int:
    """Give the section that holds an anchor: a point has none of its own, its part has."""
    while anchor not in numbers and "." in anchor:
        anchor = anchor.rpartition(".")[0]
    return numbers.get(anchor, numbers[""])


def in_order(names: Iterable[Name]) -> Sequence[Name]:
    """Give names sorted by their letters, the plain stem before those with signs."""
    return sorted(names)
