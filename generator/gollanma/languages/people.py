"""How texts speak of people: what names one of them, words that hurt, spellings of names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from gollanma.languages.phrases import NOTHING, Phrases, small
from gollanma.languages.tables import Table

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}(?!\w)")
ABROAD = re.compile(r"(?<![\w+])\+\d{1,3}(?:[ ()./-]{0,2}\d){7,12}(?!\d)")
LOCAL = re.compile(r"(?<![\w.,/-])\d{2,3}-\d{2}-\d{2}(?![\w-])")
GENERAL = (("email", "@", EMAIL), ("phone", "+", ABROAD), ("phone", "-", LOCAL))
"""What is alike in all languages, by a sign that stands in each of it."""
FIGURE = re.compile(r"\d")
WORDLESS = "names"
"""What is told without a figure."""
KINDS = ("names", "identity", "phone", "home")
NEAR = 40
"""So many characters lie between the words for a birth and its day."""


@dataclass(frozen=True)
class People:
    """What a pack tells of how its language names people; nothing where it tells nothing."""

    patterns: Mapping[str, re.Pattern[str]]
    """By what they find: `names`, `identity`, `phone`, `home`; capitals are capitals."""
    birth: re.Pattern[str]
    better: Mapping[str, str]
    """Words that hurt, in small letters, and better ones."""
    alike: Mapping[str, str]
    """What becomes of the letters of a foreign name, so that two spellings of it are equal."""
    known: frozenset[str]
    """Short forms that everybody knows."""

    def named(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and kind of what could tell a reader who somebody is."""
        has_figure = FIGURE.search(text) is not None
        for kind, pattern in self.patterns.items():
            if has_figure or kind == WORDLESS:
                yield from ((each.start(), each.end(), kind) for each in pattern.finditer(text))
        for kind, sign, pattern in GENERAL:
            if sign in text:
                yield from ((each.start(), each.end(), kind) for each in pattern.finditer(text))

    def births(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the stretches around words for a birth, in which its day may stand."""
        for each in self.birth.finditer(text) if FIGURE.search(text) else ():
            yield max(0, each.start() - NEAR), each.end() + NEAR

    @cached_property
    def stigma(self) -> Phrases:
        """The words that hurt."""
        return Phrases(self.better)

    def skeleton(self, word: str) -> str:
        """Give what all spellings of a foreign name share."""
        rest = small(word)
        for letters, becomes in self.alike.items():
            rest = rest.replace(letters, becomes)
        return rest


def is_whole_day(figures: str) -> bool:
    """Say whether figures YYYYMMDD are a day of the calendar."""
    try:
        date(int(figures[:4]), int(figures[4:6]), int(figures[6:]))
    except ValueError:
        return False
    return True


def read_people(pack: Table) -> People:
    """Read how a pack's language speaks of people."""
    table, names = pack.table("people"), pack.table("spellings")
    return People(
        {kind: _pattern(table, kind) for kind in KINDS},
        _pattern(table, "birth"),
        pack.table("stigma").strings(),
        names.pairs("alike"),
        frozenset(names.texts("known")),
    )


def _pattern(table: Table, key: str) -> re.Pattern[str]:
    written = table.text(key, "")
    return re.compile(written, re.VERBOSE) if written else NOTHING
