"""Which language words are in: by their script, their frequent words, and their trigrams."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

from gollanma.languages.phrases import NOTHING, small
from gollanma.languages.tables import Table
from gollanma.languages.words import script_of

WORD = re.compile(r"[^\W\d_]+(?:['’ʻ-][^\W\d_]+)*")
EDGE = "_"
FEWEST_LETTERS = 12
"""Fewer letters are a name or a word that two languages may share."""
FEWEST_WORDS = 2
MARGIN = 1.6
"""How many times nearer another language must be where no frequent word decides."""


@dataclass(frozen=True)
class Tongue:
    """By what one knows a language; what a pack does not tell is not judged."""

    code: str
    script: str
    """The Unicode name of its script."""
    words: frozenset[str]
    """Its most frequent words."""
    trigrams: Mapping[str, int]
    """Their places, the most frequent one first."""
    near: Mapping[str, "Tongue"]
    """Languages that are taken for it and are none of the project's."""
    letters: frozenset[str]
    """Letters by which it is told from the language beside which it stands."""
    foreign: Mapping[str, str]
    """Letters that it does not have, and what they mostly stand for."""
    plain: frozenset[str]
    """Letters whose sign alone tells two words apart: nobody can say that it was forgotten."""
    _own: set[str] = field(default_factory=set, compare=False)
    """Signs that were met and are of the script, or of none."""

    def in_other_script(self, text: str) -> str:
        """Give the script in which most letters of a text stand, nothing where it is this one's."""
        if self._own.issuperset(text):
            return ""
        scripts = Counter(script_of(letter) for letter in text)
        self._own.update(each for each in set(text) if script_of(each) in {"", self.script})
        del scripts[""]
        most = max(scripts, key=lambda each: (scripts[each], each == self.script), default="")
        return most if most != self.script else ""

    def beside(self, others: Iterable["Tongue"], known: frozenset[str] = frozenset()) -> "Beside":
        """Give it beside those of other languages for which its words may be taken.

        `known` are further words in small letters that belong to this language, such as those of
        the glossary.
        """
        same_script = (each for each in others if each.script == self.script)
        return Beside(self, (*self.near.values(), *same_script), known)

    def by_letters(self, words: AbstractSet[str]) -> int:
        """Count the words that hold a letter by which the language is told."""
        if not self.letters or self.letters.isdisjoint("".join(words)):
            return 0
        return sum(not self.letters.isdisjoint(each) for each in words)

    def likeness(self, trigrams: Sequence[str]) -> float:
        """Give how much of trigrams is frequent in the language, from 0 to 1."""
        weights = filter(None, map(self._weights.get, trigrams))
        return sum(weights) / len(trigrams) if trigrams else 0.0

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        size = len(self.trigrams)
        return {each: 1 - place / (2 * size) for each, place in self.trigrams.items()}


@dataclass(frozen=True)
class Beside:
    """A language beside others for which its words may be taken."""

    own: Tongue
    rivals: tuple[Tongue, ...]
    known: frozenset[str]

    def nearer(self, text: str) -> str:
        """Give the code of the other language in which a text is; nothing for none."""
        lowered = small(text)
        found = WORD.findall(lowered)
        if self._is_plain(lowered, found):
            return ""
        words = frozenset(found)
        ours, is_told = words & self.own.words, not words.isdisjoint(self.known)
        for each in self.rivals:
            telling = ours - each.words
            is_told = is_told or bool(telling)
            theirs = len((words & each.words) - self.own.words) + each.by_letters(words)
            if theirs >= FEWEST_WORDS and theirs > len(telling):
                return each.code
        return "" if is_told else self._nearer_by_trigrams(_no_names(text))

    def _is_plain(self, lowered: str, words: list[str]) -> bool:
        """Say whether a text has words that tell its language, and nothing of another one."""
        return (
            not self._telling.isdisjoint(words)
            and self._theirs.isdisjoint(words)
            and self._letters.search(lowered) is None
        )

    @cached_property
    def _telling(self) -> frozenset[str]:
        return self.known.union(*(self.own.words - each.words for each in self.rivals))

    @cached_property
    def _theirs(self) -> frozenset[str]:
        return frozenset[str]().union(*(each.words for each in self.rivals)) - self.own.words

    @cached_property
    def _letters(self) -> re.Pattern[str]:
        letters = frozenset[str]().union(*(each.letters for each in self.rivals))
        return re.compile(f"[{re.escape(''.join(sorted(letters)))}]") if letters else NOTHING

    def _nearer_by_trigrams(self, words: list[str]) -> str:
        is_short = sum(map(len, words)) < FEWEST_LETTERS or len(words) < FEWEST_WORDS
        if is_short or not self.own.trigrams:
            return ""
        trigrams = [each for word in words for each in trigrams_of(word)]
        ours = self.own.likeness(trigrams)
        for each in self.rivals:
            if each.trigrams and each.likeness(trigrams) > MARGIN * ours + 0.1:
                return each.code
        return ""


def _no_names(text: str) -> list[str]:
    """Give the words of a text in small letters but for those that a capital shows to be names."""
    words = WORD.findall(text)
    return [small(each) for each in (*words[:1], *(e for e in words[1:] if e[0].islower()))]


def trigrams_of(word: str) -> list[str]:
    """Give every three letters in a row of a word with its edges."""
    edged = f"{EDGE}{word}{EDGE}"
    return [edged[start : start + 3] for start in range(len(edged) - 2)]


def read_tongue(code: str, script: str, frequent: Iterable[str], table: Table) -> Tongue:
    """Read by what a language is known; its frequent words are those that search leaves out."""
    near = {name: _neighbour(name, script, each) for name, each in table.table("near").tables()}
    own = frozenset(map(small, (*frequent, *table.text("words", "").split()))).difference(
        *(each.words for each in near.values())
    )
    foreign = table.table("foreign")
    places = {each: place for place, each in enumerate(table.text("trigrams", "").split())}
    letters, plain = foreign.pairs("letters"), frozenset(foreign.text("plain", ""))
    return Tongue(code, script, own, places, near, frozenset(), letters, plain)


def _neighbour(name: str, script: str, table: Table) -> Tongue:
    words = frozenset(table.text("words", "").split())
    letters = frozenset(table.text("letters", ""))
    return Tongue(name, script, words, {}, {}, letters, {}, frozenset())


def tongue_of(text: str, tongues: Mapping[str, Tongue]) -> str:
    """Give the code of the likeliest language of a text; nothing where none has its script."""
    fitting = [each for each in tongues.values() if not each.in_other_script(text)]
    if not fitting:
        return ""
    first, *others = fitting
    return first.beside(others).nearer(text) or first.code
