"""The order of letters: sorting and the A–Z of a language, never the machine's locale."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from gollanma.languages.tables import Table

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]
"""Letters, then which of two like letters came, then small before capital."""

OTHER = "#"
"""Where an A–Z puts what begins with no letter of the alphabet."""

_SPACE, _DIGIT, _LETTER, _FOREIGN = range(4)


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The letters of a language in their order."""

    letters: tuple[str, ...]
    """Capitals, as an A–Z lists them."""
    places: Mapping[str, int]
    """Where a small letter sorts."""

    def sort_key(self, text: str) -> SortKey:
        """Give what sorts a text; words come before longer words, marks do not count."""
        places = [place for letter in self._letters(text) if (place := self._place(letter))]
        return tuple(places), self._likeness(text), text.swapcase()

    def first_letter(self, text: str) -> str:
        """Give the letter under which an A–Z lists a text."""
        for letter in self._letters(text):
            if letter.isalnum():
                return self._listed(letter)
        return OTHER

    def _listed(self, letter: str) -> str:
        plain = unicodedata.normalize("NFD", letter)[:1]
        capitals = (letter.upper(), plain.upper())
        return next((each for each in capitals if each in self.letters), OTHER)

    def _letters(self, text: str) -> str:
        return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())

    def _place(self, letter: str) -> tuple[int, int] | None:
        if letter in self.places:
            return _LETTER, self.places[letter]
        if letter.isspace() or letter in "-–—":
            return _SPACE, 0
        if letter.isdigit():
            return _DIGIT, unicodedata.digit(letter, 0)
        return self._foreign(letter) if letter.isalpha() else None

    def _foreign(self, letter: str) -> tuple[int, int]:
        plain = unicodedata.normalize("NFD", letter)[0]
        return (_LETTER, self.places[plain]) if plain in self.places else (_FOREIGN, ord(letter))

    def _likeness(self, text: str) -> tuple[int, ...]:
        return tuple(ord(letter) for letter in self._letters(text) if letter.isalpha())


def read_alphabet(table: Table) -> Alphabet:
    """Read the alphabet of a pack."""
    letters = tuple(table.text("letters").split())
    places = {letter.lower(): 2 * place for place, letter in enumerate(letters)}
    for letter, before in table.pairs("after").items():
        places[letter.lower()] = places[before.lower()] + 1
    for letter, like in table.pairs("same").items():
        places[letter.lower()] = places[like.lower()]
    return Alphabet(letters, places)
