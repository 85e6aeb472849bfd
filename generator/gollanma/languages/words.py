"""Words of running text, and letters that look like those of another script."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_WORD = re.compile(
    r"""[^\W_][\w\u0300-\u036f]*             # letters, figures, combining signs
        (?:['’\u02bc\u00ad][^\W_][\w\u0300-\u036f]*)*   # women's; a soft hyphen inside
    """,
    re.VERBOSE,
)


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Give each word of a text with its start and its end."""
    return ((match.start(), match.end(), match[0]) for match in _WORD.finditer(text))


def forms(text: str) -> list[str]:
    """Give the same words without their places, in a quarter of the time."""
    return _WORD.findall(text)


_ALONE: dict[str, set[str]] = {}
"""By script, the signs of texts that stand in it alone: nearly all others consist of them too."""


@dataclass(frozen=True, slots=True)
class MixedWord:
    """A word that mixes scripts, and one letter of it that does not belong."""

    start: int
    end: int
    word: str
    position: int
    """Of the letter, in the text."""
    letter: str

    @property
    def code_point(self) -> str:
        """The letter as Unicode names it, `U+0441`."""
        return f"U+{ord(self.letter):04X}"

    @property
    def name(self) -> str:
        """The letter's name in Unicode."""
        return unicodedata.name(self.letter, "")


def mixed_script_words(text: str) -> tuple[MixedWord, ...]:
    """Give the letters of another script inside words, in the order of the text."""
    for signs in (*_ALONE.values(),):  # an editor's threads may add to it meanwhile
        if signs.issuperset(text):
            return ()
    scripts = {script_of(letter) for letter in set(text)} - {""}
    if len(scripts) < 2:  # noqa: PLR2004  nothing to mix
        for script in scripts:
            _ALONE.setdefault(script, set()).update(text)
        return ()
    return tuple(each for start, end, word in words(text) for each in _strangers(start, end, word))


def _strangers(start: int, end: int, word: str) -> Iterator[MixedWord]:
    scripts = [script_of(letter) for letter in word]
    found = {script: scripts.count(script) for script in scripts if script}
    if len(found) < 2:  # noqa: PLR2004  a word of one script is in order
        return
    main = max(found, key=lambda script: (found[script], -scripts.index(script)))
    for offset, (letter, script) in enumerate(zip(word, scripts, strict=True)):
        if script and script != main:
            yield MixedWord(start, end, word, start + offset, letter)


@cache
def script_of(letter: str) -> str:
    """Give the script of a letter as Unicode names it, or nothing for figures and marks."""
    if not letter.isalpha():
        return ""
    return unicodedata.name(letter, "").split(" ", 1)[0]
