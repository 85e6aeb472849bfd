"""Stems of a language whose endings stack: found by the tables of a pack.

Endings are taken off slot by slot from the end of a word. Vowel harmony, the sound before an
ending and a list of known stems decide between readings; then the last vowel is taken off and the
last consonant loses its voice, so that all forms of a word meet. A stem is a key, never shown.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gollanma.languages.tables import BrokenPackError, Table

_SHORTEST = 2
_SHORTEST_BEFORE_OPEN = 3


@dataclass(frozen=True, slots=True)
class Ending:
    """One ending, with what must stand before it."""

    pattern: re.Pattern[str]
    shortest: int
    """Letters that the stem keeps."""
    known_only: bool
    """It is taken off only where a known stem remains."""


@dataclass(frozen=True, slots=True)
class Endings:
    """The endings of a language, the outermost slot first."""

    slots: tuple[tuple[Ending, ...], ...]
    back: frozenset[str]
    front: frozenset[str]
    open: frozenset[str]
    """Vowels that are taken off a stem only while three letters remain."""
    final: Mapping[str, str]
    restored: Mapping[str, str]
    """Stems that lose a vowel before an ending, and with it."""
    stems: frozenset[str]
    """Words that end like an ending, or are too short to be found by rule."""

    def stem(self, word: str) -> str:
        """Give what all forms of a word share."""
        for slot in self.slots:
            if self._is_known(word):
                break
            word = self._without(slot, word)
        return self._finished(self._closed(self._whole(word)))

    def _without(self, slot: Sequence[Ending], word: str) -> str:
        readings = list(self._readings(slot, word))
        known = (stem for stem, _ in readings if self._is_known(stem))
        ruled = (stem for stem, ending in readings if not ending.known_only)
        return next(known, None) or next(ruled, word)

    def _readings(self, slot: Sequence[Ending], word: str) -> Iterator[tuple[str, Ending]]:
        for ending in slot:
            match = ending.pattern.search(word)
            if match is None:
                continue
            stem = word[: match.start()]
            long_enough = len(stem) >= ending.shortest or self._is_known(stem)
            if long_enough and self._in_harmony(stem, match[0]):
                yield stem, ending

    def _in_harmony(self, stem: str, ending: str) -> bool:
        return self._kind(reversed(stem)) == self._kind(iter(ending))

    def _kind(self, letters: Iterator[str]) -> bool | None:
        for letter in letters:
            if letter in self.back:
                return True
            if letter in self.front:
                return False
        return None

    def _is_known(self, stem: str) -> bool:
        whole = self._whole(stem)
        return whole in self.stems or self._finished(whole) in self.stems

    def _whole(self, stem: str) -> str:
        return self.restored.get(stem, stem)

    def _closed(self, stem: str) -> str:
        shortest = _SHORTEST_BEFORE_OPEN if stem[-1:] in self.open else _SHORTEST
        is_open = stem[-1:] in self.back | self.front
        rest = stem[:-1]
        if is_open and len(rest) >= shortest and self._kind(iter(rest)) is not None:
            return rest
        return stem

    def _finished(self, stem: str) -> str:
        last = stem[-1:]
        return stem[:-1] + self.final[last] if last in self.final else stem


def read_endings(table: Table) -> Endings:
    """Read the endings of a pack."""
    sounds = table.table("sounds")
    slots = table.table("slots")
    return Endings(
        tuple(tuple(_ending(each, sounds) for each in slots.texts(slot)) for slot in slots),
        frozenset(sounds.text("back")),
        frozenset(sounds.text("front")),
        frozenset(sounds.text("open")),
        sounds.pairs("final"),
        table.pairs("restored"),
        frozenset(table.text("stems").split()),
    )


_WRITTEN = re.compile(
    r"""(?P<before>[^+?]*)     # the sounds before it, none if any will do
        (?P<known>[+?])        # `?`: only where a known stem remains
        (?P<ending>\w+)        # capitals stand for the vowels of a class
        (?:/(?P<shortest>\d))? # letters that the stem keeps, if not two
    """,
    re.VERBOSE,
)


def _ending(written: str, sounds: Table) -> Ending:
    match = _WRITTEN.fullmatch(written)
    if match is None:
        raise BrokenPackError(f"an ending is written `V+nY/3`, not `{written}`")
    classes = sounds.table("classes").strings()
    before = f"(?<=[{classes[match['before']]}])" if match["before"] else ""
    ending = "".join(f"[{classes[each]}]" if each in classes else each for each in match["ending"])
    return Ending(
        re.compile(f"{before}{ending}$"),
        int(match["shortest"] or _SHORTEST),
        match["known"] == "?",
    )
