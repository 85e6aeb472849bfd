"""The endings that a word may have, each found by how it is written."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple, Self

from gollanma.languages.sounds import Sounds
from gollanma.languages.suffixes import Lengths

Fold = Callable[[str], str]


class Ending(NamedTuple):
    """One ending, with what must stand before it."""

    place: int
    """Its place in the pack: an earlier ending is taken first."""
    slot: int
    before: frozenset[str]
    """Letters; none where any will do."""
    harmony: str
    shortest: int
    """Letters that the stem keeps."""
    known_only: bool
    """It is taken off only where a known stem remains: so is a lone letter without its sign."""


Reading = tuple[Ending, str]
"""An ending that a word may have, and what it leaves of the word."""


@dataclass(frozen=True)
class Slots:
    """The endings of some slots, the outermost slot first."""

    sounds: Sounds
    count: int
    endings: Mapping[str, Sequence[Ending]]
    """By all the ways to write them: a class of vowels stands for several letters."""
    lengths: Lengths

    @classmethod
    def of(cls, slots: Sequence[Sequence[Sequence[Any]]], sounds: Sounds, fold: Fold) -> Self:
        """Read the JSON form."""
        endings: dict[str, list[Ending]] = {}
        for place, (slot, row) in enumerate(_numbered(slots)):
            for written, ending in _endings(place, slot, row, sounds, fold):
                endings.setdefault(written, []).append(ending)
        return cls(sounds, len(slots), endings, Lengths(endings))

    def readings(self, word: str) -> list[Reading]:
        """Give each ending that a word may have with what it leaves, in the order of the pack."""
        size = len(word)
        found: list[Reading] = []
        for length in self.lengths[word[-2:]]:
            if length >= size:
                break
            at = size - length
            for ending in self.endings.get(word[at:], ()):
                has_sound = not ending.before or word[at - 1] in ending.before
                if has_sound and self.sounds.agree(word[:at], ending.harmony):
                    found.append((ending, word[:at]))
        if len(found) > 1:
            found.sort()
        return found


def _numbered(slots: Sequence[Sequence[Sequence[Any]]]) -> Iterator[tuple[int, Sequence[Any]]]:
    return ((slot, row) for slot, rows in enumerate(slots) for row in rows)


def _endings(
    place: int, slot: int, row: Sequence[Any], sounds: Sounds, fold: Fold
) -> Iterator[tuple[str, Ending]]:
    before, letters, shortest, known_only = row
    is_blurred = [len(each) for each in letters] == [1] and fold(letters[0]) != letters[0]
    for written in map("".join, product(*(sorted({*fold(each)}) for each in letters))):
        yield (
            written,
            Ending(
                place,
                slot,
                frozenset(fold(before)),
                sounds.harmony(written),
                shortest,
                known_only or is_blurred,
            ),
        )
