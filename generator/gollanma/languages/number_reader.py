"""Finding the numbers of a text: in figures and words, with their units, days apart."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest
from typing import Literal

from gollanma.languages.figures import FIGURES, value_of
from gollanma.languages.number_words import NumberWords, WordNumber
from gollanma.languages.numerals import lowered
from gollanma.languages.units import Units
from gollanma.languages.words import words

WordAt = tuple[int, int, str]
NumberKind = Literal["count", "ordinal", "date", "money", "percent"]

_HIDDEN = re.compile(
    r"""\[\[[^\]|]*\|?           # the target of a reference; its words are read
      | https?://\S+ | \S+@\S+   # addresses
      | `[^`]*`                  # code
      | \+[0-9][0-9 ()\u00a0-]{5,}[0-9]   # a telephone
    """,
    re.VERBOSE,
)
_GAP = re.compile(r"[\s\u00a0\u202f-]*")
_RANGE = re.compile(r"\s*[–—-]\s*")
_LETTERS = re.compile(r"\w+")
_FIGURE = re.compile("[0-9]")
_HIDING = "\x00"
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """A number found in a text."""

    start: int
    end: int
    value: Decimal
    """Of a day: its figures as YYYYMMDD, without what is not said."""
    unit: str | None
    """A unit of amounts; absent where no known one follows."""
    kind: NumberKind
    raised: str = ""
    """The raised number of an article 12¹."""
    sure: bool = True
    """False for a word that is often no number, such as a pronoun."""


@dataclass(frozen=True, slots=True)
class NumberReader:
    """What a language needs to read numbers."""

    words: NumberWords
    units: Units
    decimal: str
    ordinal: re.Pattern[str]
    """The ending of an ordinal behind its figures."""
    idioms: re.Pattern[str]
    """Phrases with a number word that count nothing."""
    dates: Callable[[str], Iterator[Number]]
    amounts: Callable[[str], Iterator[Number]]
    """Finds phrases that say an amount without a number."""

    def __call__(self, text: str) -> tuple[Number, ...]:
        """Give all numbers and days of a text in its order, doubtful ones too."""
        seen = self.idioms.sub(_blank, _HIDDEN.sub(_blank, text))
        known = [*self.amounts(seen), *(self.dates(seen) if _FIGURE.search(seen) else ())]
        for each in known:
            seen = seen[: each.start] + _HIDING * (each.end - each.start) + seen[each.end :]
        found = [*known, *self._in_figures(seen), *self._in_words(seen)]
        return tuple(_sharing_units(sorted(found), text))

    def _in_figures(self, text: str) -> Iterator[Number]:
        for match in FIGURES.finditer(text):
            value = value_of(match["figures"], self.decimal)
            if value is None:
                continue
            raised = lowered(match["raised"] or "").removeprefix("^")
            ending = self.ordinal.match(text, match.end())
            end = ending.end() if ending else match.end()
            number = Number(
                match.start(), end, value, None, "ordinal" if ending else "count", raised
            )
            yield self._with_unit(self._scaled(number, text), text)

    def _scaled(self, number: Number, text: str) -> Number:
        start = _end_of(_GAP, text, number.end)
        word = next(words(text[start : start + 40]), None)
        if word is None or word[0] or not self.words.is_scale(self.words.plain(word[2])):
            return number
        scale = self.words.cardinals[self.words.plain(word[2])]
        return replace(number, value=number.value * scale, end=start + word[1])

    def _in_words(self, text: str) -> Iterator[Number]:
        if not any(map(self.words.may_begin, _LETTERS.findall(self.words.plain(text)))):
            return
        found = [(start, end, self.words.plain(word)) for start, end, word in words(text)]
        at = 0
        while at < len(found):
            number, taken = self._next(found, at, text)
            if number is not None:
                yield number
            at += taken

    def _next(self, found: Sequence[WordAt], at: int, text: str) -> tuple[Number | None, int]:
        if not self.words.begins_with(found[at][2]):
            return self._grown_together(*found[at]), 1
        run = _run(found[at : at + _MOST_WORDS], text)
        read = self.words.read([word for *_, word in run])
        return self._said(run[: read.words], read, text), read.words

    def _said(self, taken: Sequence[WordAt], read: WordNumber, text: str) -> Number | None:
        said = [word for *_, word in taken]
        start, end = taken[0][0], taken[-1][1]
        if _follows_figures(text, start) or (len(said) == 1 and said[0] in self.words.never):
            return None
        kind: NumberKind = "ordinal" if read.is_ordinal else "count"
        number = self._with_unit(Number(start, end, read.decimal, None, kind), text)
        return replace(number, sure=self._is_sure(number, said, text))

    def _is_sure(self, number: Number, said: Sequence[str], text: str) -> bool:
        if len(said) > 1:
            return True
        is_joined = text[number.start - 1 : number.start] == "-"
        if number.value == 1 or is_joined or text[number.start : number.end].isupper():
            return False
        return self.words.is_sure(said) or number.unit is not None

    def _grown_together(self, start: int, end: int, word: str) -> Number | None:
        for prefix, value in self.words.prefixes.items():
            rest = word.removeprefix(prefix)
            unit = self.units.following(rest, 0) if rest != word else None
            if unit is not None:
                return self._typed(Number(start, end, Decimal(value), unit.name, "count"))
        return None

    def _with_unit(self, number: Number, text: str) -> Number:
        unit = self.units.around(text, number.start, number.end)
        return number if unit is None else self._typed(replace(number, unit=unit))

    def _typed(self, number: Number) -> Number:
        kind = self.units.kinds.get(number.unit or "")
        match kind:
            case "money" | "percent":
                return replace(number, kind=kind)
            case _:
                return number


def _blank(hidden: re.Match[str]) -> str:
    return _HIDING * len(hidden[0])


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


def _run(found: Sequence[WordAt], text: str) -> list[WordAt]:
    run = [found[0]]
    for each in found[1:]:
        if not _GAP.fullmatch(text, run[-1][1], each[0]):
            break
        run.append(each)
    return run


def _follows_figures(text: str, start: int) -> bool:
    """Say whether figures stand before a word, which then scales them: 5 million."""
    before = text[:start].rstrip(" \u00a0\u202f")
    return before[-1:].isdecimal()


def _sharing_units(numbers: Sequence[Number], text: str) -> Iterator[Number]:
    """Give the beginning of a range the unit of its end: 5–9 days."""
    for number, after in zip_longest(numbers, numbers[1:]):
        if after and number.unit is None and _RANGE.fullmatch(text, number.end, after.start):
            yield replace(number, unit=after.unit, kind=after.kind)
        else:
            yield number
