"""How hard a text is to read: the length of its sentences, its long words, its vague times.

LIX is the readability index of Björnsson (1968): the words of a sentence on average, and how many
of a hundred words have more than six letters. It needs no syllables, so it serves every language;
the values of two languages are not comparable, those of two texts in one language are.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain

from gollanma.languages.phrases import Phrases, pattern_of
from gollanma.languages.tables import Table

SENTENCE = re.compile(r"[.!?…]+(?:\s|$)|\n+")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+")
LONG = 6
"""Letters of the longest word that is not long."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was counted in some texts of one language."""

    sentences: tuple[int, ...]
    """The words of each sentence."""
    long_words: int
    vague: tuple[str, ...]
    """Words of time that name no time, as often as they stand there."""

    @property
    def words(self) -> int:
        """The number of words."""
        return sum(self.sentences)

    @property
    def longest(self) -> int:
        """The words of the longest sentence; 0 where there is none."""
        return max(self.sentences, default=0)

    @property
    def mean(self) -> float:
        """The words of a sentence on average; 0 where there is none."""
        return self.words / len(self.sentences) if self.sentences else 0.0

    @property
    def lix(self) -> float:
        """The readability index; 0 where there is nothing to read."""
        return self.mean + 100 * self.long_words / self.words if self.words else 0.0


def reading_of(texts: Iterable[str], vague: Iterable[str] = ()) -> Reading:
    """Count what makes texts hard to read; `vague` are words in small letters, or several in a row.

    Texts are plain: without references and marks.
    """
    wanted = tuple(vague)
    read = [_read(text, wanted) for text in texts]
    return Reading(
        tuple(chain.from_iterable(each.sentences for each in read)),
        sum(each.long_words for each in read),
        tuple(chain.from_iterable(each.vague for each in read)),
    )


@lru_cache(maxsize=2**15)
def _read(text: str, vague: tuple[str, ...]) -> Reading:
    """Count one text; many copies of a handbook hold the same ones."""
    words = [WORD.findall(each) for each in SENTENCE.split(text)]
    small = text.lower()
    return Reading(
        tuple(len(each) for each in words if each),
        sum(len(word) > LONG for each in words for word in each),
        tuple(each for each in vague for _ in _as_whole(each).finditer(small)),
    )


@cache
def _as_whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")


@dataclass(frozen=True)
class Plain:
    """What a pack tells of plain words in its language; nothing where it tells nothing."""

    vague: tuple[str, ...]
    """Words of time that name no time, in small letters."""
    timed: tuple[str, ...]
    """Words that begin a time which is named, though they hold vague ones."""
    open: tuple[str, ...]
    """Words that end a list without an end."""
    passive: re.Pattern[str]
    """A deed without somebody who does it."""
    repeats: tuple[str, ...]
    """Words that stand twice in a row and are right."""
    placeholders: tuple[str, ...]
    """How writers begin a gap that they leave in brackets."""
    limits: Mapping[str, int]
    """Words of a sentence of a `step` and of any `sentence`, and the readability `index`."""

    @cached_property
    def vague_times(self) -> Phrases:
        """The vague words, with those that only look so: they end with no mark of theirs."""
        return Phrases((*self.vague, *self.timed))

    @cached_property
    def endless(self) -> Phrases:
        """The words that end a list without an end."""
        return Phrases(self.open)


def read_plain(table: Table) -> Plain:
    """Read what a pack tells of plain words."""
    limits = table.table("limits")
    return Plain(
        table.texts("vague"),
        table.texts("timed"),
        table.texts("open"),
        pattern_of(table.text("passive", "")),
        table.texts("repeats"),
        table.texts("placeholders"),
        {name: limits.number(name) for name in limits},
    )
