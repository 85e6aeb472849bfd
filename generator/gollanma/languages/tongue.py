"""Which language words are in: by their script, their frequent words, and their trigrams."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from gollanma.languages.phrases import small
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

    def nearer(
        self, text: str, others: Iterable["Tongue"], known: AbstractSet[str] = frozenset()
    ) -> str:
        """Give the code of another language of this script in which a text is; nothing for none.

        `known` are further words in small letters that belong to this language, such as those of
        the glossary.
        """
        words = frozenset(WORD.findall(small(text)))
        rivals = [*self.near.values(), *(each for each in others if each.script == self.script)]
        ours, is_told = words & self.words, not words.isdisjoint(known)
        for each in rivals:
            telling = ours - each.words
            is_told = is_told or bool(telling)
            theirs = len((words & each.words) - self.words) + each.by_letters(words)
            if theirs >= FEWEST_WORDS and theirs > len(telling):
                return each.code
        return "" if is_told else self._nearer_by_trigrams(_no_names(text), rivals)

    def by_letters(self, words: AbstractSet[str]) -> int:
        """Count the words that hold a letter by which the language is told."""
        if not self.letters or self.letters.isdisjoint("".join(words)):
            return 0
        return sum(not self.letters.isdisjoint(each) for each in words)

    def _nearer_by_trigrams(self, words: list[str], rivals: Iterable["Tongue"]) -> str:
        if sum(map(len, words)) < FEWEST_LETTERS or len(words) < FEWEST_WORDS or not self.trigrams:
            return ""
        ours = self.likeness(words)
        for each in rivals:
            if each.trigrams and each.likeness(words) > MARGIN * ours + 0.1:
                return each.code
        return ""

    def likeness(self, words: Iterable[str]) -> float:
        """Give how much of words is made of the language's frequent trigrams, from 0 to 1."""
        met = [each for word in words for each in trigrams_of(word)]
        size = len(self.trigrams)
        weights = (1 - self.trigrams[each] / (2 * size) for each in met if each in self.trigrams)
        return sum(weights) / len(met) if met else 0.0


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
    return first.nearer(text, others) or first.code
