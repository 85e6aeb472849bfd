"""Capital letters of names in headings that stand in capitals alone: told by the rest of the text.

«О РАБОТЕ КАБИНЕТА МИНИСТРОВ» says nothing of names; the sentences below write «Кабинет Министров».
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
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


@dataclass(frozen=True, slots=True)
class _Seen:
    """How words are written where not everything is in capitals."""

    exact: Mapping[str, Counter[_Shape]]
    stems: Mapping[str, Counter[_Shape]]
    pairs: AbstractSet[tuple[str, str]]
    """Stems of what begins a sentence with the name behind it: Кабинет Министров."""


@dataclass(frozen=True)
class Capitals:
    """Gives headings that stand in capitals the letters of a sentence."""

    roles: Roles
    lines: Sequence[Line]
    """Of the text; read where a heading asks for it."""
    names: Sequence[str] = ()
    """Words that are known besides."""

    @property
    def language(self) -> Language:
        """The language of the text."""
        return self.roles.language

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
        seen = self._seen.exact.get(low)
        if seen and seen[_Shape.ACRONYM] > seen[_Shape.SMALL] + seen[_Shape.NAME]:
            return _Shape.ACRONYM
        stem = self.language.analyse(low)
        counts = seen or self._seen.stems.get(stem)
        if counts is None:
            is_pair = (stem, self.language.analyse(following)) in self._seen.pairs
            return _Shape.NAME if is_pair else _Shape.SMALL
        return _Shape.NAME if counts[_Shape.NAME] > counts[_Shape.SMALL] else _Shape.SMALL

    @cached_property
    def _seen(self) -> _Seen:
        said = [*(each.text for each in self.lines if not self._is_heading(each)), *self.names]
        exact: dict[str, Counter[_Shape]] = {}
        for text in said:
            for word, shape in _shapes(text):
                exact.setdefault(word, Counter())[shape] += 1
        stems: dict[str, Counter[_Shape]] = {}
        for word, counts in exact.items():
            plain = Counter({shape: counts[shape] for shape in (_Shape.SMALL, _Shape.NAME)})
            stems.setdefault(self.language.analyse(word), Counter()).update(+plain)
        return _Seen(exact, stems, frozenset(self._pairs(said)))

    def _pairs(self, said: Sequence[str]) -> Iterator[tuple[str, str]]:
        own = self.language.law_form.own_names
        analyse = self.language.analyse
        for text in said:
            for first, second in _beginnings(text):
                if not second.startswith(own):
                    yield analyse(first), analyse(second)

    def _is_heading(self, line: Line) -> bool:
        opening = self.roles.opening(line.text)
        return line.text.isupper() or (opening is not None and opening.has_word)


def _shapes(text: str) -> Iterator[tuple[str, _Shape]]:
    """Yield the words in the midst of sentences, in small letters, with how they are written."""
    for found in _WORD.finditer(text):
        word = found[0]
        if len(word) > 1 and word.isupper():
            yield word.lower(), _Shape.ACRONYM
        elif word.islower():
            yield word, _Shape.SMALL
        elif _is_inside(text, found.start()):
            yield word.lower(), _Shape.NAME


def _is_inside(text: str, start: int) -> bool:
    return _INSIDE.search(text[max(start - 4, 0) : start]) is not None


def _beginnings(text: str) -> Iterator[tuple[str, str]]:
    """Yield what begins a sentence with a capital, and the name right behind it."""
    for first, second in pairwise(_WORD.finditer(text)):
        is_begun = first[0].istitle() and not _is_inside(text, first.start())
        if is_begun and second[0].istitle() and text[first.end() : second.start()] == " ":
            yield first[0], second[0]
