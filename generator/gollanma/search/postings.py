"""Where each word stands, and how much it says there."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from gollanma.languages import Language
from gollanma.search.concepts import Label, Spotter
from gollanma.search.documents import Document
from gollanma.search.weights import STEPS, Length, level
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
    title: frozenset[Name] = frozenset()
    asked: frozenset[Name] = frozenset()
    """The words in which people ask for the page."""
    title_length: int = 1
    length: int = 0
    bare: frozenset[Name] = frozenset()
    """What is typed without signs, and the stem to which it leads."""


@dataclass(slots=True)
class Inverted:
    """All words of an index with their postings, in the order of the sections."""

    postings: dict[Name, list[Posting]] = field(default_factory=dict)
    sections: int = 0
    common: int = 0
    """How many of them, the first ones, are not aside: these alone say how rare a word is."""
    bare: set[Name] = field(default_factory=set)
    """What is typed without signs, and the stem to which it leads."""

    def add(self, name: Name, section: int, weight: int) -> None:
        """Note a word of a section; each name at most once."""
        self.postings.setdefault(name, []).append((section, weight))

    def rarity(self, name: Name) -> int:
        """Give how much a word tells apart, in tenths: the fewer sections have it, the more."""
        found = bisect_left(self.postings[name], (self.common, 0))
        return max(1, round(10 * math.log(1 + (self.common - found + 0.5) / (found + 0.5))))


class Tally:
    """Counts the words of documents in one language; one that comes again is counted already."""

    def __init__(self, language: Language, labels: Sequence[Label]) -> None:
        """Know the language and the labels of its concepts, and no document."""
        self.language, self.labels = language, labels
        self.words = Words(language)
        self._spotter = Spotter(labels)
        self._known: dict[Document, tuple[Counted, ...]] = {}

    def counted(self, document: Document) -> tuple[Counted, ...]:
        """Give the words of each section of a document, then of each way of asking for it."""
        known = self._known.get(document)
        if known is None:
            known = tuple(_counted(document, self.words, self._spotter))
            self._known[document] = known
        return known


@dataclass(frozen=True, slots=True)
class Tallies:
    """The tallies of all languages, kept from one index to the next."""

    by_code: dict[str, Tally] = field(default_factory=dict)

    def of(self, language: Language, labels: Sequence[Label]) -> Tally:
        """Give that of a language, a new one where the glossary is another."""
        tally = self.by_code.get(language.code)
        if tally is None or tally.language is not language or tally.labels != labels:
            tally = self.by_code[language.code] = Tally(language, labels)
        return tally


def inverted(documents: Iterable[Document], tally: Tally) -> Inverted:
    """Give the words of all documents; those that are aside stand behind the others."""
    documents = tuple(documents)
    counted = [tally.counted(each) for each in documents]
    pairs = zip(documents, counted, strict=True)
    common = [each for document, row in pairs if not document.is_aside for each in row]
    average = sum(each.length for each in common) / max(len(common), 1)
    index = Inverted(sections=sum(map(len, counted)), common=len(common))
    first = 0
    for document, row in zip(documents, counted, strict=True):
        for number, section in enumerate(row, first):
            _weigh(index, number, section, average)
            index.bare |= section.bare
        _exact(index, document, first, tally.words)
        first += len(row)
    return index


def _counted(document: Document, words: Words, spotter: Spotter) -> Iterator[Counted]:
    """Count the words of each section, then of each way of asking for the page.

    These stand by themselves: only the words of one way count together.
    """
    head, *others = document.sections
    title = words.of(document.title)
    first = _section(head.text, document.kind_words, words, spotter)
    yield replace(
        first,
        title=_names(title, spotter) | _own(document),
        title_length=len(title) or 1,
        bare=_bare(title) | first.bare,
    )
    for each in others:
        yield _section(each.text, each.heading, words, spotter)
    for way in document.asked:
        phrase = _section(way, "", words, spotter)
        yield replace(phrase, asked=frozenset(phrase.body))


def _section(text: str, heading: str, words: Words, spotter: Spotter) -> Counted:
    body, head = words.of(text), words.of(heading)
    names = [each.name for each in body if not each.is_stop]
    concepts = ((CONCEPT + each, "") for each in spotter.concepts(body))
    return Counted(
        Counter((*names, *concepts)),
        _names(head, spotter),
        length=len(names),
        bare=_bare(body) | _bare(head),
    )


def _bare(row: Iterable[Known]) -> frozenset[Name]:
    return frozenset((each.bare, each.key) for each in row if each.bare)


def _names(row: Sequence[Known], spotter: Spotter) -> frozenset[Name]:
    """Give the words of a row that say something, and the concepts in it."""
    words = (each.name for each in row if not each.is_stop)
    return frozenset((*words, *((CONCEPT + each, "") for each in spotter.concepts(row))))


def _own(document: Document) -> frozenset[Name]:
    """Give the concept whose page it is."""
    return frozenset({(CONCEPT + document.concept, "")} if document.concept else ())


def _weigh(index: Inverted, number: int, section: Counted, average: float) -> None:
    """Note the words of a section: most of them stand there once, and weigh the same."""
    length = Length(section.length, average, section.title_length)
    weights: dict[tuple[int, bool, bool, bool], int] = {}
    for name in section.body.keys() | section.heading | section.title | section.asked:
        in_heading, in_title = name in section.heading, name in section.title
        said = section.body[name], in_heading, in_title, name in section.asked
        if said not in weights:
            weights[said] = level(
                said[0], length, in_heading=in_heading, in_title=in_title, in_asked=said[3]
            )
        index.add(name, number, weights[said])


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
