"""Reading the number of a unit out of the words that cite it."""

import re
from collections.abc import Iterator
from functools import cache

from gollanma.languages import Language, lowered

MOST_SAID = 200
"""Ordinals in words are known up to this one."""

_AS_IT_STANDS = frozenset({"roman", "as-written"})
_FIGURES = re.compile("[0-9]+[⁰¹²³⁴⁵⁶⁷⁸⁹]*")
_TOKEN = re.compile(r"[^\s()«»„“\"]+")


def number_in(language: Language, unit: str, said: str, case: str) -> str | None:
    """Give the number with which a unit is cited in these words; None if it is not that unit."""
    as_it_stands = language.citations.units[unit].numbering in _AS_IT_STANDS
    for number in _candidates(said, as_it_stands=as_it_stands):
        if language.cite(((unit, number),), case) == said:
            return number
    return None


def _candidates(said: str, *, as_it_stands: bool) -> Iterator[str]:
    """Yield what the number may be: none, figures, an ordinal in words, as it stands."""
    yield ""
    tokens, figures = [lowered(each) for each in _TOKEN.findall(said)], _FIGURES.findall(said)
    if as_it_stands:
        yield from tokens
    yield from map(lowered, figures)
    if not figures:
        yield from _counted()
    yield from tokens


@cache
def _counted() -> tuple[str, ...]:
    return tuple(str(each) for each in range(1, MOST_SAID + 1))
