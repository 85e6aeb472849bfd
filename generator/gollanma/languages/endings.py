"""Stems of a language whose endings stack: found by the tables of a pack.

Endings are taken off slot by slot from the end of a word, again and again until none is left.
Vowel harmony, the sound before an ending and a list of known stems decide between readings; then
the last vowel is taken off and the last consonant loses its voice, so that all forms of a word
meet. A stem is a key, never shown.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from gollanma.languages.sounds import Sounds


@dataclass(frozen=True, slots=True)
class Ending:
    """One ending, with what must stand before it."""

    before: frozenset[str]
    """Letters; none where any will do."""
    letters: tuple[frozenset[str], ...]
    shortest: int
    """Letters that the stem keeps."""
    known_only: bool
    """It is taken off only where a known stem remains: so is a lone letter without its sign."""

    def start_in(self, word: str) -> int | None:
        """Give where the ending begins in a word that has it."""
        at = len(word) - len(self.letters)
        if at < 1 or (self.before and word[at - 1] not in self.before):
            return None
        for letter, known in zip(word[at:], self.letters, strict=True):
            if letter not in known:
                return None
        return at


Slot = Mapping[str, Sequence[Ending]]
"""The endings of one place, by the letter in which they end."""
Fold = Callable[[str], str]


@dataclass(frozen=True)
class Verbs:
    """Endings that are taken off only where the root of a verb remains."""

    sounds: Sounds
    stems: frozenset[str]
    """Words that are no verb, however they end."""
    roots: frozenset[str]
    made: Slot
    """Ends of roots that are made of other words: these need not be known."""
    outer: Slot
    """Tenses, participles, and what makes a noun of a verb: one stands in each form."""
    inner: Slot
    """Voices and negation: as many as there are."""

    @classmethod
    def of(
        cls, table: Mapping[str, Any], sounds: Sounds, stems: frozenset[str], fold: Fold
    ) -> Self:
        """Read the JSON form."""
        made, outer, inner = (_slot(table[key], fold) for key in ("made", "outer", "inner"))
        return cls(sounds, stems, _words(table["roots"], fold), made, outer, inner)

    def root(self, word: str) -> str:
        """Give the root of a form of a verb; nothing for another word."""
        return self._first(self.outer, word)

    def _first(self, slot: Slot, word: str) -> str:
        rests = (rest for rest, _ in readings(slot, word, self.sounds))
        return next(filter(None, map(self._within, rests)), "")

    def _within(self, word: str) -> str:
        for each in self.sounds.meant(word):
            if each in self.roots:
                return each
        if word in self.stems:
            return ""
        made = readings(self.made, word, self.sounds)
        is_made = any(len(stem) >= ending.shortest for stem, ending in made)
        return self.sounds.closed(word) if is_made else self._first(self.inner, word)


@dataclass(frozen=True)
class Endings:
    """The endings of a language, the outermost slot first."""

    sounds: Sounds
    slots: tuple[Slot, ...]
    restored: Mapping[str, str]
    """Stems that lose a vowel before an ending, and with it."""
    stems: frozenset[str]
    """Words that end like an ending, or are too short to be found by rule."""
    instead: Mapping[str, str]
    """Vowels at the end of a form, and those of a known word that may be meant."""
    verbs: tuple[Verbs, ...]

    @classmethod
    def of(cls, table: Mapping[str, Any], fold: Fold = str) -> Self:
        """Make an interpreter from the JSON form of a pack's endings."""
        sounds = Sounds.of(table, fold)
        restored = {fold(stem): fold(whole) for stem, whole in table["restored"].items()}
        stems = _words(table["stems"], fold).union(restored.values())
        return cls(
            sounds,
            tuple(_slot(each, fold) for each in table["slots"]),
            restored,
            stems,
            _merged((fold(one), fold(others)) for one, others in table["instead"].items()),
            tuple(Verbs.of(each, sounds, stems, fold) for each in table["verbs"]),
        )

    def stem(self, word: str) -> str:
        """Give what all forms of a word share; the root of a verb stays as it is."""
        rest, judged = word, ""
        for slot in self.slots:
            if rest != judged:
                known = self._known(rest)
                root = known or self._root(rest)
                if root:
                    return known or self.sounds.finished(root)
                judged = rest
            rest = self._without(slot, rest)
        return self._closed(rest) if rest == word else self.stem(rest)

    def _closed(self, stem: str) -> str:
        return self._known(stem) or self.sounds.finished(self.sounds.closed(stem))

    def plain(self, word: str) -> str:
        """Give the stem of a word that was typed without signs, by tables without signs."""
        return self.stem(self.sounds.with_glides(word))

    def _root(self, word: str) -> str:
        if any(word in each.roots for each in self.verbs):
            return word
        if self._leads_to_known(word):
            return ""
        return next(filter(None, (each.root(word) for each in self.verbs)), "")

    def _leads_to_known(self, word: str) -> bool:
        found = (stem for slot in self.slots for stem, _ in readings(slot, word, self.sounds))
        return any(each in self.stems or self.sounds.finished(each) in self.stems for each in found)

    def _without(self, slot: Slot, word: str) -> str:
        found = tuple(readings(slot, word, self.sounds))
        known = [stem for stem, _ in found if self._known(stem)]
        ruled = [
            stem for stem, ending in found if not ending.known_only and len(stem) >= ending.shortest
        ]
        return max(known, key=len) if known else ruled[0] if ruled else word

    def _known(self, stem: str) -> str:
        """Give the word of the list that a stem is; nothing where it is none."""
        whole = self.restored.get(stem, stem)
        found = (each for each in self._spellings(whole) if each in self.stems)
        return next(found, "")

    def _spellings(self, stem: str) -> Iterator[str]:
        yield from self.sounds.meant(stem)
        yield from (stem[:-1] + each for each in self.instead.get(stem[-1:], ""))


def _merged(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Put together what was said of letters that fold to one."""
    found: dict[str, str] = {}
    for letter, others in pairs:
        found[letter] = found.get(letter, "") + others
    return found


def readings(slot: Slot, word: str, sounds: Sounds) -> Iterator[tuple[str, Ending]]:
    """Yield what each ending of a slot that a word may have leaves of it."""
    for ending in slot.get(word[-1:], ()):
        at = ending.start_in(word)
        if at is not None and sounds.agree(word[:at], word[at:]):
            yield word[:at], ending


def _words(text: str, fold: Fold) -> frozenset[str]:
    return frozenset(fold(text).split())


def _slot(rows: Iterable[Sequence[Any]], fold: Fold) -> Slot:
    endings = [_ending(row, fold) for row in rows]
    letters = sorted(frozenset[str]().union(*(each.letters[-1] for each in endings)))
    return {
        letter: tuple(each for each in endings if letter in each.letters[-1]) for letter in letters
    }


def _ending(row: Sequence[Any], fold: Fold) -> Ending:
    before, letters, shortest, known_only = row
    is_blurred = [len(each) for each in letters] == [1] and fold(letters[0]) != letters[0]
    return Ending(
        frozenset(fold(before)),
        tuple(frozenset(fold(each)) for each in letters),
        shortest,
        known_only or is_blurred,
    )
