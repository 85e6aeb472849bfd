"""Stems of a language whose endings stack: found by the tables of a pack.

Endings are taken off slot by slot from the end of a word, again and again until none is left.
Vowel harmony, the sound before an ending and a list of known stems decide between readings; then
the last vowel is taken off and the last consonant loses its voice, so that all forms of a word
meet. A stem is a key, never shown.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Self

from gollanma.languages.slots import Fold, Reading, Slots
from gollanma.languages.sounds import Sounds

OFTEN = 2**14
"""Stems that are kept in mind: a word is met in many forms, and each leads to shorter ones."""


@dataclass(frozen=True)
class Verbs:
    """Endings that are taken off only where the root of a verb remains."""

    sounds: Sounds
    stems: frozenset[str]
    """Words that are no verb, however they end."""
    roots: frozenset[str]
    made: Slots
    """Ends of roots that are made of other words: these need not be known."""
    outer: Slots
    """Tenses, participles, and what makes a noun of a verb: one stands in each form."""
    inner: Slots
    """Voices and negation: as many as there are."""

    @classmethod
    def of(
        cls, table: Mapping[str, Any], sounds: Sounds, stems: frozenset[str], fold: Fold
    ) -> Self:
        """Read the JSON form."""
        made, outer, inner = (
            Slots.of([table[key]], sounds, fold) for key in ("made", "outer", "inner")
        )
        return cls(sounds, stems, _words(table["roots"], fold), made, outer, inner)

    def root(self, word: str) -> str:
        """Give the root of a form of a verb; nothing for another word."""
        return self._first(self.outer, word)

    def _first(self, slots: Slots, word: str) -> str:
        rests = (rest for _, rest in slots.readings(word))
        return next(filter(None, map(self._within, rests)), "")

    def _within(self, word: str) -> str:
        if word in self.roots:
            return word
        for each in self.sounds.meant.get(word[-1:], ()):
            if word[:-1] + each in self.roots:
                return word[:-1] + each
        if word in self.stems:
            return ""
        made = self.made.readings(word)
        is_made = any(len(stem) >= ending.shortest for ending, stem in made)
        return self.sounds.closed(word) if is_made else self._first(self.inner, word)


@dataclass(frozen=True)
class Endings:
    """The endings of a language, the outermost slot first."""

    sounds: Sounds
    slots: Slots
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
            Slots.of(table["slots"], sounds, fold),
            restored,
            stems,
            _merged((fold(one), fold(others)) for one, others in table["instead"].items()),
            tuple(Verbs.of(each, sounds, stems, fold) for each in table["verbs"]),
        )

    @cached_property
    def stem(self) -> Callable[[str], str]:
        """Gives what all forms of a word share; the root of a verb stays as it is."""
        return lru_cache(OFTEN)(self._stem)

    def _stem(self, word: str) -> str:
        rest, judged = word, ""
        readings: list[Reading] = []
        for slot in range(self.slots.count):
            if rest != judged:
                readings = self.slots.readings(rest)
                known = self._known(rest)
                root = known or self._root(rest, readings)
                if root:
                    return known or self.sounds.finished(root)
                judged = rest
            here = [each for each in readings if each[0].slot == slot]
            rest = self._without(here, rest) if here else rest
        return self._closed(rest) if rest == word else self.stem(rest)

    def _closed(self, stem: str) -> str:
        return self._known(stem) or self.sounds.finished(self.sounds.closed(stem))

    def plain(self, word: str) -> str:
        """Give the stem of a word that was typed without signs, by tables without signs."""
        return self.stem(self.sounds.with_glides(word))

    def _root(self, word: str, readings: Sequence[Reading]) -> str:
        if any(word in each.roots for each in self.verbs):
            return word
        if self._leads_to_known(readings):
            return ""
        return next(filter(None, (each.root(word) for each in self.verbs)), "")

    def _leads_to_known(self, readings: Sequence[Reading]) -> bool:
        found = (stem for _, stem in readings)
        return any(each in self.stems or self.sounds.finished(each) in self.stems for each in found)

    def _without(self, readings: Sequence[Reading], word: str) -> str:
        """Give a word without its ending of one slot."""
        known = [stem for _, stem in readings if self._known(stem)]
        ruled = [
            stem
            for ending, stem in readings
            if not ending.known_only and len(stem) >= ending.shortest
        ]
        return max(known, key=len) if known else ruled[0] if ruled else word

    def _known(self, stem: str) -> str:
        """Give the word of the list that a stem is; nothing where it is none."""
        whole = self.restored.get(stem, stem)
        if whole in self.stems:
            return whole
        others = (whole[:-1] + each for each in self._others.get(whole[-1:], ()))
        return next((each for each in others if each in self.stems), "")

    @cached_property
    def _others(self) -> Mapping[str, Sequence[str]]:
        """What the last letter of a stem may stand for in the word of the list."""
        meant, instead = self.sounds.meant, self.instead
        return {
            letter: [*meant.get(letter, ()), *instead.get(letter, "")]
            for letter in meant.keys() | instead.keys()
        }


def _merged(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Put together what was said of letters that fold to one."""
    found: dict[str, str] = {}
    for letter, others in pairs:
        found[letter] = found.get(letter, "") + others
    return found


def _words(text: str, fold: Fold) -> frozenset[str]:
    return frozenset(fold(text).split())
