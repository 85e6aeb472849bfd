"""Reading the numbers of units out of the words that cite them."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from gollanma.languages import Language, lowered

MOST_SAID = 200
"""Ordinals in words are known up to this one."""
EXAMPLE = "1,2"
"""What a list of numbers is like."""
FEWEST_IN_RANGE = 3
"""Two numbers are named one by one."""

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


def numbers_in(
    language: Language, unit: str, said: str, case: str, known: Collection[str] | None = None
) -> tuple[str, ...] | None:
    """Give the numbers that a citation of several of a unit lists; None if it is no such list.

    Only `known` numbers are looked for, where they are given. Of a range each whole number counts.
    """
    grammar = language.citations.grammar
    found: list[str] = []
    most, _, last = said.rpartition(grammar.last)
    for words in (*filter(None, most.split(grammar.list)), last):
        first, between, end = words.rpartition(grammar.range)
        number = _number(language, unit, end, case, known)
        if number is None:
            return None
        found += _between(language, unit, first, number, case) if between else [number]
    return tuple(found)


def without_words(language: Language, unit: str, case: str, example: str, said: str) -> str:
    """Give the list of numbers in a citation like that of `EXAMPLE`; empty where it is not."""
    before, counted, after = example.partition(language.citations.numbers(unit, EXAMPLE, case))
    inner = said.removeprefix(before).removesuffix(after)
    return inner if counted and f"{before}{inner}{after}" == said else ""


def in_runs(old: Sequence[str], new: Sequence[str], places: Sequence[int]) -> tuple[str, str]:
    """Give two lists of numbers as citations take them, those of neighbours as a range.

    Neighbours follow each other in the text by their places, and in both lists.
    """
    counts = (old, new, [str(each) for each in places])
    runs: list[list[int]] = []
    for index in range(len(old)):
        if runs and all(_counts_on(each, index) for each in counts):
            runs[-1].append(index)
        else:
            runs.append([index])
    return _written(old, runs), _written(new, runs)


def _written(numbers: Sequence[str], runs: Sequence[Sequence[int]]) -> str:
    return ",".join(
        f"{numbers[run[0]]}..{numbers[run[-1]]}"
        if len(run) >= FEWEST_IN_RANGE
        else ",".join(numbers[each] for each in run)
        for run in runs
    )


def _counts_on(numbers: Sequence[str], index: int) -> bool:
    before, here = numbers[index - 1], numbers[index]
    return before.isdecimal() and here.isdecimal() and int(before) + 1 == int(here)


def _number(
    language: Language, unit: str, said: str, case: str, known: Collection[str] | None
) -> str | None:
    as_it_stands = language.citations.units[unit].numbering in _AS_IT_STANDS
    numbers = _candidates(said, as_it_stands=as_it_stands) if known is None else known
    cited = language.citations.numbers
    return next((each for each in numbers if each and cited(unit, each, case) == said), None)


def _between(language: Language, unit: str, first: str, last: str, case: str) -> list[str]:
    """Give the whole numbers from one that is said in some words to the last of them."""
    start = next(
        (
            each
            for each in range(1, int(last) if last.isdecimal() else 0)
            if _is_range(language, unit, (str(each), last), first, case)
        ),
        None,
    )
    return [] if start is None else [str(each) for each in range(start, int(last) + 1)]


def _is_range(language: Language, unit: str, ends: tuple[str, str], first: str, case: str) -> bool:
    said = language.citations.numbers(unit, "..".join(ends), case)
    return said.startswith(first + language.citations.grammar.range)


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
