"""Sounds: vowel harmony, and what becomes of the last letters of a stem."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

_SHORTEST = 2
_SHORTEST_BEFORE_OPEN = 3
_SHORTEST_BEFORE_WEAK = 4


@dataclass(frozen=True, slots=True)
class Sounds:
    """The vowels of a language, and the last letters of its stems."""

    back: frozenset[str]
    front: frozenset[str]
    """A letter that is both may stand for either: it was typed without its signs."""
    open: frozenset[str]
    """Vowels that are taken off a stem only while three letters remain."""
    weak: frozenset[str]
    """Ends of stems that look like the beginning of an ending: they leave a long stem."""
    final: Mapping[str, str]
    blurred: Mapping[str, str]
    """What else may be meant by the last letter where signs are not typed."""
    glides: Mapping[str, str]
    """Vowels that are a glide beside another vowel, where signs are not typed."""

    @classmethod
    def of(cls, table: Mapping[str, Any], fold: Callable[[str], str] = str) -> "Sounds":
        """Read the JSON form; the sounds of folded words are folded."""
        final = sorted(table["final"].items())
        return cls(
            frozenset(fold(table["back"])),
            frozenset(fold(table["front"])),
            frozenset(fold(table["open"])),
            frozenset(fold(table["weak"]).split()),
            {letter: fold(becomes) for letter, becomes in final if fold(letter) == letter},
            {fold(letter): fold(becomes) for letter, becomes in final if fold(letter) != letter},
            table["glides"],
        )

    def is_vowel(self, letter: str) -> bool:
        """Tell whether a letter is a vowel."""
        return letter in self.back or letter in self.front

    def agree(self, stem: str, ending: str) -> bool:
        """Tell whether the first vowel of an ending harmonises with the last one of a stem."""
        one, other = self._kind(reversed(stem)), self._kind(ending)
        return other in {one, ""} or "either" in {one, other}

    def _kind(self, letters: Iterable[str]) -> str:
        """Give the harmony of the first vowel: back, front, either, or nothing where none is."""
        for letter in letters:
            is_back, is_front = letter in self.back, letter in self.front
            if is_back or is_front:
                return "either" if is_back and is_front else "back" if is_back else "front"
        return ""

    def closed(self, stem: str) -> str:
        """Take off a stem what no rule tells from an ending: its last vowel, and a weak end."""
        if len(stem) > _SHORTEST_BEFORE_WEAK and stem[-2:] in self.weak:
            stem = stem[:-1]
        last, rest = stem[-1:], stem[:-1]
        shortest = _SHORTEST_BEFORE_OPEN if last in self.open else _SHORTEST
        return rest if self.is_vowel(last) and len(rest) >= shortest and self._kind(rest) else stem

    def finished(self, stem: str) -> str:
        """Give a stem with its last letter as it is where no ending follows."""
        last = stem[-1:]
        return stem[:-1] + self.final[last] if last in self.final else stem

    def meant(self, stem: str) -> Iterator[str]:
        """Yield the words that a stem before an ending may be."""
        yield stem
        yield self.finished(stem)
        if stem[-1:] in self.blurred:
            yield stem[:-1] + self.blurred[stem[-1]]

    def with_glides(self, word: str) -> str:
        """Give a word that was typed without signs with those of its glides."""
        written = ""
        for letter, after in zip_longest(word, word[1:], fillvalue=""):
            before = written[-1:]
            beside = self.is_vowel(after) and (after not in self.glides or not before)
            glides = self.is_vowel(before) or beside
            written += self.glides.get(letter, letter) if glides else letter
        return written
