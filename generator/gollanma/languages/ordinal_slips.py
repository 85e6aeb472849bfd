"""Ordinals in figures whose ending does not follow the number: 10-nji, 22th."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.languages.numerals import Ordinals, lowered

_SETTLED = frozenset({"last-vowel", "last-figures"})
"""Rules by which a number has one ending alone."""


@dataclass(frozen=True, slots=True)
class OrdinalSlip:
    """An ordinal as written and as it should be."""

    start: int
    end: int
    written: str
    right: str


def ordinal_slips(ordinals: Ordinals, text: str) -> Iterator[OrdinalSlip]:
    """Give each ordinal of a text whose ending the language's rule does not give."""
    for match in _pattern(ordinals).finditer(text):
        number = lowered(match["number"])
        right = match["number"] + ordinals.ending(int(number.split("^")[-1]), ordinals.cases.first)
        if right != match[0]:
            yield OrdinalSlip(match.start(), match.end(), match[0], right)


def _pattern(ordinals: Ordinals) -> re.Pattern[str]:
    if ordinals.rule not in _SETTLED:
        return re.compile("(?!)")
    endings = "|".join(sorted({*ordinals.known_endings}, key=len, reverse=True))
    figures = r"(?<![\w.,])(?P<number>[0-9]+(?:\^[0-9]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?)"
    return re.compile(rf"{figures}{re.escape(ordinals.joiner)}(?:{endings})(?!\w)")
