"""Folding: what a reader types and what is written meet in one plain form, for search alone.

The browser folds by the same table: what a letter is, is asked of no table of Unicode.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gollanma.languages.forms import LETTER
from gollanma.languages.tables import Table

_SOFT_HYPHEN = "\u00ad"
_SIGNS = re.compile("[\u0300-\u036f]")
_LETTER = re.compile(f"[{LETTER}]")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", _SOFT_HYPHEN: None})


@dataclass(frozen=True, slots=True)
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
        return "".join(self._folded(letter) for letter in self.today(text))

    def today(self, text: str) -> str:
        """Give a text small and composed, in today's alphabet, its signs kept."""
        small = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
        small = small.translate(_APOSTROPHES)
        return self._transliterated(small) if self.older else small

    def _transliterated(self, text: str) -> str:
        before = ["", *text]
        return "".join(map(self._renewed, before, text))

    def _renewed(self, before: str, letter: str) -> str:
        if letter in self.older_initial and (
            not _LETTER.match(before) or before in self.older_vowels
        ):
            return self.older_initial[letter]
        return self.older.get(letter, letter)

    def _folded(self, letter: str) -> str:
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


def read_folding(fold: Table, older: Table, letters: tuple[str, ...]) -> Folding:
    """Read the folds of a pack."""
    return Folding(
        fold.pairs("letters"),
        frozenset(letter.lower() for letter in letters),
        older.pairs("letters"),
        older.pairs("initial"),
        frozenset(older.text("vowels", "")),
    )
