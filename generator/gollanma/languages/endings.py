"""Stems of a language whose endings stack: found by the tables of a pack.

Endings are taken off slot by slot from the end of a word. Vowel harmony, the sound before an
ending and a list of known stems decide between readings; then the last vowel is taken off and the
last consonant loses its voice, so that all forms of a word meet. A stem is a key, never shown.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from gollanma.languages.tables import BrokenPackError, Table

_SHORTEST = 2
_SHORTEST_BEFORE_OPEN = 3


@dataclass(frozen=True, slots=True)
class Ending:
    """One ending, with what must stand before it."""

    before: frozenset[str]
    """Letters; none where any will do."""
    letters: tuple[frozenset[str], ...]
    shortest: int
    """Letters that the stem keeps."""
    known_only: bool
    """It is taken off only where a known stem remains."""

    def start_in(self, word: str) -> int | None:
        """Give where the ending begins in a word that has it."""
        at = len(word) - len(self.letters)
        if at < 1 or (self.before and word[at - 1] not in self.before):
            return None
        fits = all(letter in known for letter, known in zip(word[at:], self.letters, strict=True))
        return at if fits else None


@dataclass(frozen=True)
class Endings:
    """The endings of a language, the outermost slot first."""

    slots: tuple[tuple[Ending, ...], ...]
    back: frozenset[str]
    front: frozenset[str]
    """A letter that is both may stand for either: it was typed without its signs."""
    open: frozenset[str]
    """Vowels that are taken off a stem only while three letters remain."""
    final: Mapping[str, str]
    restored: Mapping[str, str]
    """Stems that lose a vowel before an ending, and with it."""
    stems: frozenset[str]
    """Words that end like an ending, or are too short to be found by rule."""

    @cached_property
    def _by_last(self) -> Sequence[Mapping[str, Sequence[Ending]]]:
        """The endings of each slot by the letter in which they end."""
        return [
            {
                letter: [each for each in slot if letter in each.letters[-1]]
                for letter in frozenset().union(*(each.letters[-1] for each in slot))
            }
            for slot in self.slots
        ]

    @classmethod
    def of(cls, table: Mapping[str, Any], fold: Callable[[str], str] = str) -> "Endings":
        """Make an interpreter from the JSON form of a pack's endings."""

        def letters(text: str) -> frozenset[str]:
            return frozenset(fold(text))

        blurred = frozenset(fold(each) for each in table["glides"] if fold(each) != each)
        return cls(
            tuple(tuple(_ending(each, fold) for each in slot) for slot in table["slots"]),
            letters(table["back"]) | blurred,
            letters(table["front"]) | blurred,
            letters(table["open"]),
            {fold(letter): fold(becomes) for letter, becomes in table["final"].items()},
            {fold(stem): fold(whole) for stem, whole in table["restored"].items()},
            frozenset(fold(stem) for stem in table["stems"]),
        )

    def stem(self, word: str) -> str:
        """Give what all forms of a word share."""
        for by_last in self._by_last:
            if self._is_known(word):
                break
            word = self._without(by_last.get(word[-1:], ()), word)
        return self._finished(self._closed(self._whole(word)))

    def _without(self, slot: Sequence[Ending], word: str) -> str:
        ruled = ""
        for stem, ending in self._readings(slot, word):
            if self._is_known(stem):
                return stem
            if not ruled and not ending.known_only:
                ruled = stem
        return ruled or word

    def _readings(self, slot: Sequence[Ending], word: str) -> Iterator[tuple[str, Ending]]:
        for ending in slot:
            at = ending.start_in(word)
            if at is None:
                continue
            stem = word[:at]
            long_enough = at >= ending.shortest or self._is_known(stem)
            if long_enough and self._in_harmony(stem, word[at:]):
                yield stem, ending

    def _in_harmony(self, stem: str, ending: str) -> bool:
        one, other = self._kind(reversed(stem)), self._kind(ending)
        return other in {one, ""} or "either" in {one, other}

    def _kind(self, letters: Iterable[str]) -> str:
        """Give the harmony of the first vowel: back, front, either, or nothing where none is."""
        for letter in letters:
            is_back, is_front = letter in self.back, letter in self.front
            if is_back or is_front:
                return "either" if is_back and is_front else "back" if is_back else "front"
        return ""

    def _is_known(self, stem: str) -> bool:
        whole = self._whole(stem)
        return whole in self.stems or self._finished(whole) in self.stems

    def _whole(self, stem: str) -> str:
        return self.restored.get(stem, stem)

    def _closed(self, stem: str) -> str:
        shortest = _SHORTEST_BEFORE_OPEN if stem[-1:] in self.open else _SHORTEST
        rest = stem[:-1]
        if stem[-1:] in self._vowels and len(rest) >= shortest and self._kind(rest):
            return rest
        return stem

    @cached_property
    def _vowels(self) -> frozenset[str]:
        return self.back | self.front

    def _finished(self, stem: str) -> str:
        last = stem[-1:]
        return stem[:-1] + self.final[last] if last in self.final else stem


def _ending(row: Sequence[Any], fold: Callable[[str], str]) -> Ending:
    before, letters, shortest, known_only = row
    return Ending(
        frozenset(fold(before)),
        tuple(frozenset(fold(each)) for each in letters),
        shortest,
        known_only,
    )


# --- the tables of a pack


_WRITTEN = re.compile(
    r"""(?P<before>[^+?]*)     # the sounds before it, none if any will do
        (?P<known>[+?])        # `?`: only where a known stem remains
        (?P<ending>\w+)        # capitals stand for the vowels of a class
        (?:/(?P<shortest>\d))? # letters that the stem keeps, if not two
    """,
    re.VERBOSE,
)


def endings_table(table: Table) -> dict[str, Any]:
    """Give the endings of a pack in their JSON form."""
    sounds = table.table("sounds")
    slots = table.table("slots")
    return {
        "slots": [[_row(each, sounds) for each in slots.texts(slot)] for slot in slots],
        "back": sounds.text("back"),
        "front": sounds.text("front"),
        "glides": sounds.text("glides", ""),
        "open": sounds.text("open"),
        "final": sounds.pairs("final"),
        "restored": table.pairs("restored"),
        "stems": sorted(set(table.text("stems").split())),
    }


def _row(written: str, sounds: Table) -> list[Any]:
    match = _WRITTEN.fullmatch(written)
    if match is None:
        raise BrokenPackError(f"an ending is written `V+nY/3`, not `{written}`")
    classes = sounds.table("classes").strings()
    return [
        classes[match["before"]] if match["before"] else "",
        [classes.get(each, each) for each in match["ending"]],
        int(match["shortest"] or _SHORTEST),
        match["known"] == "?",
    ]
