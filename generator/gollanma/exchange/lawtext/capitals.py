"""Capital letters of names in headings that stand in capitals alone: told by the rest of the text.

«О РАБОТЕ КАБИНЕТА МИНИСТРОВ» says nothing of names; the sentences below write «Кабинет Министров».
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise, zip_longest

from gollanma.exchange.lawtext.lines import Line
from gollanma.exchange.lawtext.roles import Roles
from gollanma.languages import Language, script_of

_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"[^\W\d_,)][\s-]+(?:\(\s*)?$|[,)]\s+$")
"""What stands before a word in the midst of a sentence."""
_ROMAN = frozenset("ivx")


class _Shape(Enum):
    SMALL = "small"
    NAME = "name"
    ACRONYM = "acronym"


@dataclass(frozen=True)
class Capitals:
    """How words are written where not everything is in capitals."""

    language: Language
    exact: Mapping[str, Counter[_Shape]]
    stems: Mapping[str, Counter[_Shape]]
    pairs: AbstractSet[tuple[str, str]]
    """Stems of what begins a sentence with the name behind it: Кабинет Министров."""

    def quiet(self, heading: str) -> tuple[str, tuple[str, ...]]:
        """Give a heading as a sentence, and the words whose capitals were told by other lines."""
        said = self.language.law_form.quiet(heading)
        return (said, ()) if said == heading else self.restored(said)

    def restored(self, said: str) -> tuple[str, tuple[str, ...]]:
        """Give what was in capitals with those of its names, and the words that were changed."""
        pieces, guesses, start = [], [], 0
        words = list(_WORD.finditer(said))
        for found, following in zip_longest(words, words[1:]):
            word = self._written(found[0], following[0] if following else "")
            pieces += [said[start : found.start()], word]
            start = found.end()
            guesses += [word] if word != found[0] else []
        return "".join((*pieces, said[start:])), tuple(dict.fromkeys(guesses))

    def _written(self, word: str, following: str) -> str:
        low = word.lower()
        if self._is_foreign(low):
            return word.upper()
        shape = self._shape(low, following.lower())
        if shape is _Shape.ACRONYM:
            return word.upper()
        return word[0].upper() + word[1:] if shape is _Shape.NAME else word

    def _is_foreign(self, low: str) -> bool:
        """Say whether a word is a Roman number, or one in letters that the language has not."""
        is_roman = len(low) > 1 and set(low) <= _ROMAN
        return is_roman or all(script_of(each) != self.language.script for each in low)

    def _shape(self, low: str, following: str) -> _Shape:
        seen = self.exact.get(low)
        if seen and seen[_Shape.ACRONYM] > seen[_Shape.SMALL] + seen[_Shape.NAME]:
            return _Shape.ACRONYM
        stem = self.language.analyse(low)
        counts = seen or self.stems.get(stem)
        if counts is None:
            is_pair = (stem, self.language.analyse(following)) in self.pairs
            return _Shape.NAME if is_pair else _Shape.SMALL
        return _Shape.NAME if counts[_Shape.NAME] > counts[_Shape.SMALL] else _Shape.SMALL


def read_capitals(
    language: Language, roles: Roles, lines: Sequence[Line], names: Sequence[str] = ()
) -> Capitals:
    """Read how words are written in the sentences of a text, and in `names` that are known."""
    said = [*(each.text for each in lines if not _is_heading(roles, each)), *names]
    exact: dict[str, Counter[_Shape]] = {}
    stems: dict[str, Counter[_Shape]] = {}
    for text in said:
        for word, shape in _shapes(text):
            exact.setdefault(word, Counter())[shape] += 1
            if shape is not _Shape.ACRONYM:
                stems.setdefault(language.analyse(word), Counter())[shape] += 1
    pairs = {
        (language.analyse(first), language.analyse(second))
        for text in said
        for first, second in _beginnings(text)
        if not any(second.startswith(each) for each in language.law_form.own_names)
    }
    return Capitals(language, exact, stems, pairs)


def _is_heading(roles: Roles, line: Line) -> bool:
    opening = roles.opening(line.text)
    return line.text.isupper() or (opening is not None and opening.has_word)


def _shapes(text: str) -> Iterator[tuple[str, _Shape]]:
    """Yield the words in the midst of sentences, in small letters, with how they are written."""
    for found in _WORD.finditer(text):
        word = found[0]
        if len(word) > 1 and word.isupper():
            yield word.lower(), _Shape.ACRONYM
        elif word.islower():
            yield word, _Shape.SMALL
        elif _INSIDE.search(text, 0, found.start()):
            yield word.lower(), _Shape.NAME


def _beginnings(text: str) -> Iterator[tuple[str, str]]:
    """Yield what begins a sentence with a capital, and the name right behind it."""
    for first, second in pairwise(_WORD.finditer(text)):
        is_begun = first[0].istitle() and not _INSIDE.search(text, 0, first.start())
        if is_begun and second[0].istitle() and text[first.end() : second.start()] == " ":
            yield first[0], second[0]
