"""Folding: what a reader types and what is written meet in one plain form, for search alone.

The browser folds by the same table: what a letter is, is asked of no table of Unicode.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from gollanma.languages.forms import LETTER
from gollanma.languages.tables import Table

_SOFT_HYPHEN = "\u00ad"
_SIGNS = re.compile("[\u0300-\u036f]")
_LETTER = re.compile(f"[{LETTER}]")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", _SOFT_HYPHEN: None})


@dataclass(frozen=True)
class Folding:
    """The folds of a language: letters without their signs, and its older alphabet."""

    letters: Mapping[str, str]
    own: frozenset[str]
    """Letters of the alphabet: those without a fold stay as they are."""
    older: Mapping[str, str]
    """The letters of an alphabet in which the language was once written."""
    older_initial: Mapping[str, str]
    older_vowels: frozenset[str]

    def fold(self, text: str) -> str:
        """Give a text small, in today's alphabet, without signs on letters."""
        return self.today(text).translate(self._plain)

    def today(self, text: str) -> str:
        """Give a text small and composed, in today's alphabet, its signs kept."""
        small = text.lower()
        if not small.isascii():
            small = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
            small = small.translate(_APOSTROPHES)
        return small if self._replaced.isdisjoint(small) else self._transliterated(small)

    @cached_property
    def _plain(self) -> Mapping[int, str]:
        return _Plain(self)

    @cached_property
    def _replaced(self) -> frozenset[str]:
        return frozenset(self.older) | frozenset(self.older_initial)

    def _transliterated(self, text: str) -> str:
        before = ["", *text]
        return "".join(map(self._renewed, before, text))

    def _renewed(self, before: str, letter: str) -> str:
        if letter in self.older_initial and (
            not _LETTER.match(before) or before in self.older_vowels
        ):
            return self.older_initial[letter]
        return self.older.get(letter, letter)

    def without_signs(self, letter: str) -> str:
        """Give what stands for a small letter of today's alphabet where signs are not typed."""
        if letter in self.letters:
            return self.letters[letter]
        if letter.isascii() or letter in self.own:
            return letter
        return _SIGNS.sub("", unicodedata.normalize("NFKD", letter))

    @property
    def table(self) -> Mapping[str, Any]:
        """The folds in their JSON form."""
        return {
            "letters": dict(self.letters),
            "own": "".join(sorted(self.own)),
            "older": dict(self.older),
            "initial": dict(self.older_initial),
            "vowels": "".join(sorted(self.older_vowels)),
        }


class _Plain(dict[int, str]):
    """Letters without their signs, each found out once: a text is folded at one stroke."""

    def __init__(self, folding: Folding) -> None:
        super().__init__()
        self._folding = folding

    def __missing__(self, code: int) -> str:
        self[code] = self._folding.without_signs(chr(code))
        return self[code]


def read_folding(fold: Table, older: Table, letters: tuple[str, ...]) -> Folding:
    """Read the folds of a pack."""
    return Folding(
        fold.pairs("letters"),
        frozenset(letter.lower() for letter in letters),
        older.pairs("letters"),
        older.pairs("initial"),
        frozenset(older.text("vowels", "")),
    )
