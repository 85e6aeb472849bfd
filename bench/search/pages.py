"""Made-up pages in the shape of ours: a title, a lead, six headings, a table, a list, links.

The same number gives the same page, and the first thousand pages of ten thousand are the thousand.
Their words are real and their sentences have no sense; the content of a page is nobody's.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.search.words import Lexicon, lexicon, words_of_content

NEW_WORDS = 200_000
"""More than ten thousand pages use up."""
HEADINGS, LEAD, PARAGRAPH, ROWS, COLUMNS, POINTS = 6, 50, 52, 4, 3, 5
CELL, POINT = (1, 4), (5, 11)
TABLE_IN, LIST_IN = 2, 4
TITLE, HEADING, LABEL, SENTENCE = (3, 6), (2, 5), (1, 3), (6, 16)
TOPIC_WORDS, ON_TOPIC, PLAIN_WORDS = 40, 0.25, 100
"""A page keeps to its matter; the most frequent words belong to no matter."""
TERMS, LINKS = 240, 8


@dataclass(frozen=True, slots=True)
class Term:
    """A concept of the glossary with its label in each language."""

    slug: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under a heading; the lead has none."""

    anchor: str
    heading: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    points: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """All that is read below the heading, as one text."""
        cells = " · ".join(cell for row in self.rows for cell in row)
        return " ".join(filter(None, (self.text, cells, " · ".join(self.points))))


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page in one language."""

    number: int
    lang: str
    title: str
    parts: tuple[Part, ...]
    links: tuple[str, ...]
    """Slugs of the terms that its text names."""

    @property
    def slug(self) -> str:
        """Give the name of its file."""
        return f"page-{self.number:05}"

    @property
    def code(self) -> str:
        """Give its national code."""
        return f"SP-{self.number}"


@dataclass(frozen=True)
class Corpus:
    """From where pages are made: the words of each language, and the glossary."""

    lexicons: Mapping[str, Lexicon]
    terms: tuple[Term, ...]

    def pages(self, lang: str, count: int) -> Iterator[MadePage]:
        """Yield the pages of a language from the first on."""
        return (page(self, lang, number) for number in range(count))


def corpus(root: Path, new_words: int = NEW_WORDS) -> Corpus:
    """Give the corpus that is made from the words of a project."""
    counted = words_of_content(root)
    lexicons = {lang: lexicon(each, new_words, lang) for lang, each in counted.items()}
    return Corpus(lexicons, tuple(term(lexicons, number) for number in range(TERMS)))


def term(lexicons: Mapping[str, Lexicon], number: int) -> Term:
    """Give a concept; its labels mean nothing, so they need not mean the same."""
    chance = random.Random(f"term {number}")  # noqa: S311 - a benchmark, not a secret
    labels = {
        lang: " ".join(matter(each, chance, chance.randint(*LABEL)))
        for lang, each in lexicons.items()
    }
    return Term(f"term-{number:03}", labels)


def matter(words: Lexicon, chance: random.Random, count: int) -> list[str]:
    """Give words that say what a text is about: no plain ones."""
    plain = frozenset(words.words[:PLAIN_WORDS])
    found: list[str] = []
    while len(found) < count:
        found += (each for each in words.draw(chance, count * 3) if each not in plain)
    return found[:count]


def page(source: Corpus, lang: str, number: int) -> MadePage:
    """Give one page."""
    chance = random.Random(f"page {lang} {number}")  # noqa: S311 - a benchmark, not a secret
    words = source.lexicons[lang]
    links = chance.sample(source.terms, LINKS)
    labels = [each.labels[lang] for each in links]
    writer = _Writer(words, matter(words, chance, TOPIC_WORDS), chance)
    title = writer.phrase(TITLE)
    parts = [_part(writer, place, labels[place : place + 1]) for place in range(HEADINGS + 1)]
    return MadePage(number, lang, title, tuple(parts), tuple(each.slug for each in links))


def _part(writer: "_Writer", place: int, labels: list[str]) -> Part:
    if place == 0:
        return Part("", "", writer.prose(LEAD, labels))
    table, points = place == TABLE_IN, place == LIST_IN
    return Part(
        anchor=f"part-{place}",
        heading=writer.phrase(HEADING),
        text=writer.prose(PARAGRAPH if table or points else PARAGRAPH * 3 // 2, labels),
        rows=tuple(writer.row() for _ in range(ROWS)) if table else (),
        points=tuple(writer.phrase(POINT) for _ in range(POINTS)) if points else (),
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes about one matter."""

    words: Lexicon
    topic: list[str]
    chance: random.Random

    def draw(self, count: int) -> list[str]:
        """Give words, some of them on the matter."""
        drawn = self.words.draw(self.chance, count)
        last = len(self.topic) - 1
        for place in range(count):
            if self.chance.random() < ON_TOPIC:
                drawn[place] = self.topic[min(last, int(self.chance.expovariate(0.1)))]
        return drawn

    def phrase(self, length: tuple[int, int]) -> str:
        """Give a few words that begin large."""
        return " ".join(self.draw(self.chance.randint(*length))).capitalize()

    def row(self) -> tuple[str, ...]:
        """Give one row of a table."""
        return tuple(self.phrase(CELL) for _ in range(COLUMNS))

    def prose(self, count: int, labels: list[str]) -> str:
        """Give sentences of together so many words, and some that name labels."""
        drawn, sentences = self.draw(count), list(labels)
        while drawn:
            end = self.chance.randint(*SENTENCE)
            sentences.append(" ".join(drawn[:end]))
            drawn = drawn[end:]
        return " ".join(f"{each[:1].upper()}{each[1:]}." for each in sentences)
