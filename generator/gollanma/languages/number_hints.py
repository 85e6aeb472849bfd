"""Which texts may say a number: told by their words, each of which is looked at but once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from gollanma.languages.number_words import NumberWords

_WORD = re.compile(r"\w+")
_TELLING = "[0-9]|https?$"
"""Figures; and an address, from which a word before it may be cut off."""


@dataclass(frozen=True, slots=True)
class NumberHints:
    """Words without which a text says no number; most texts have none of them."""

    words: NumberWords
    telling: re.Pattern[str]
    """What tells in any word; a part of each phrase that says an amount, or hides a number."""
    _silent: set[str] = field(default_factory=set)
    """Words that were met and tell of no number."""

    def stand_in(self, text: str) -> bool:
        """Say whether a text may say a number: one that may not has none."""
        found = _WORD.findall(text)
        return not self._silent.issuperset(found) and any(map(self._tells, found))

    def _tells(self, word: str) -> bool:
        if word in self._silent:
            return False
        plain = self.words.plain(word)
        tells = (
            self.telling.search(word) is not None
            or any(map(self.words.may_begin, _WORD.findall(plain)))  # İ becomes a letter and a sign
        )
        if not tells:
            self._silent.add(word)
        return tells


def hints_of(words: NumberWords, phrases: Iterable[str]) -> NumberHints:
    """Give the hints of a language with such number words and phrases."""
    longest = sorted({max(_WORD.findall(each), key=len, default="") for each in phrases})
    telling = "|".join([_TELLING, *map(re.escape, longest)])
    return NumberHints(words, re.compile(telling, re.IGNORECASE))
