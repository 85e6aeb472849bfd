"""Sounds: vowel harmony, and what becomes of the last letters of a stem."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

_SHORTEST = 2
_SHORTEST_BEFORE_OPEN = 3
_SHORTEST_BEFORE_WEAK = 4


@dataclass(frozen=True, slots=True)
class Sounds:
    """The vowels of a language, and the last letters of its stems."""

    vowels: Mapping[str, str]
    """Their harmony: `back`, `front`, or `either` for one that was typed without its signs."""
    open: frozenset[str]
    """Vowels that are taken off a stem only while three letters remain."""
    weak: frozenset[str]
    """Ends of stems that look like the beginning of an ending: they leave a long stem."""
    final: Mapping[str, str]
    meant: Mapping[str, Sequence[str]]
    """What else may be meant by the last letter of a stem before an ending."""
    glides: Mapping[str, str]
    """Vowels that are a glide beside another vowel, where signs are not typed."""

    @classmethod
    def of(cls, table: Mapping[str, Any], fold: Callable[[str], str] = str) -> "Sounds":
        """Read the JSON form; the sounds of folded words are folded."""
        final = sorted(table["final"].items())
        own = {letter: fold(becomes) for letter, becomes in final if fold(letter) == letter}
        # Where signs are not typed, a letter may stand for another one with a sign.
        blurred = {fold(one): fold(becomes) for one, becomes in final if fold(one) != one}
        met = own.keys() | blurred.keys()
        return cls(
            _vowels(frozenset(fold(table["back"])), frozenset(fold(table["front"]))),
            frozenset(fold(table["open"])),
            frozenset(fold(table["weak"]).split()),
            own,
            {letter: [each[letter] for each in (own, blurred) if letter in each] for letter in met},
            table["glides"],
        )

    def is_vowel(self, letter: str) -> bool:
        """Tell whether a letter is a vowel."""
        return letter in self.vowels

    def agree(self, stem: str, harmony: str) -> bool:
        """Tell whether the last vowel of a stem harmonises with the first one of an ending."""
        return harmony in {"", "either"} or self.harmony(reversed(stem)) in {harmony, "either"}

    def harmony(self, letters: Iterable[str]) -> str:
        """Give the harmony of the first vowel; nothing where none is."""
        for letter in letters:
            if letter in self.vowels:
                return self.vowels[letter]
        return ""

    def closed(self, stem: str) -> str:
        """Take off a stem what no rule tells from an ending: its last vowel, and a weak end."""
        if len(stem) > _SHORTEST_BEFORE_WEAK and stem[-2:] in self.weak:
            stem = stem[:-1]
        last, rest = stem[-1:], stem[:-1]
        shortest = _SHORTEST_BEFORE_OPEN if last in self.open else _SHORTEST
        return (
            rest if self.is_vowel(last) and len(rest) >= shortest and self.harmony(rest) else stem
        )

    def finished(self, stem: str) -> str:
        """Give a stem with its last letter as it is where no ending follows."""
        last = stem[-1:]
        return stem[:-1] + self.final[last] if last in self.final else stem

    def with_glides(self, word: str) -> str:
        """Give a word that was typed without signs with those of its glides."""
        written = ""
        for letter, after in zip_longest(word, word[1:], fillvalue=""):
            before = written[-1:]
            beside = self.is_vowel(after) and (after not in self.glides or not before)
            glides = self.is_vowel(before) or beside
            written += self.glides.get(letter, letter) if glides else letter
        return written


def _vowels(back: frozenset[str], front: frozenset[str]) -> Mapping[str, str]:
    only = dict.fromkeys(back, "back") | dict.fromkeys(front, "front")
    return only | dict.fromkeys(back & front, "either")
