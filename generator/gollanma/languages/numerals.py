"""Whole numbers in figures and words, and the ordinals made of them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gollanma.languages.inflection import Cases
from gollanma.languages.tables import Table

_WRITTEN = re.compile(r"(?P<base>[0-9]+)(?:\^(?P<raised>[0-9]+))?")
_RAISED_WRITTEN = re.compile(r"(?P<base>[0-9]+|[IVXLCDM]+)\^(?P<raised>[0-9]+)")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_RUN = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_HUNDRED = 100
_TEN = 10


def raised(number: str) -> str:
    """Give a number as printed: `12^1` is 12¹, `II^1` is II¹."""
    match = _RAISED_WRITTEN.fullmatch(number)
    if match is None:
        return number
    return match["base"] + match["raised"].translate(_RAISED)


def lowered(text: str) -> str:
    """Give the number of a text as data: 12¹ is `12^1`."""
    return _RAISED_RUN.sub(lambda run: "^" + run[0].translate(_LOWERED), text)


def roman(number: str) -> str:
    """Give a number in Roman figures; what is no number, or is Roman, stays as printed."""
    if not number.isdecimal():
        return raised(number)
    rest, figures = int(number), ""
    for value, letters in _ROMAN:
        figures += letters * (rest // value)
        rest %= value
    return figures


def from_roman(figures: str) -> int | None:
    """Give the number that Roman figures write, or None when they write none."""
    values = {letters: value for value, letters in _ROMAN}
    rest, number = figures, 0
    while rest:
        letters = next((each for each in (rest[:2], rest[:1]) if each in values), None)
        if letters is None:
            return None
        number += values[letters]
        rest = rest[len(letters) :]
    return number if figures and roman(str(number)) == figures else None


def arabic(number: str) -> str:
    """Give a Roman number in plain figures; what is no Roman number stays as written."""
    figures, caret, above = number.partition("^")
    value = from_roman(figures)
    return number if value is None else f"{value}{caret}{above}"


@dataclass(frozen=True, slots=True)
class Spoken:
    """How a language says a whole number, from its largest word to its smallest."""

    words: Mapping[int, str]
    counted: frozenset[int]
    """Words that a smaller number multiplies: two hundred."""
    silent_one: frozenset[int]
    """Counted words that stand alone for one of them."""
    between_tens_and_ones: str
    after_hundreds: str

    def parts(self, n: int) -> tuple[int, ...]:
        """Give the values of the spoken words of a number; empty if it cannot be said."""
        return tuple(self._split(n)) if n <= self.largest else ()

    @property
    def largest(self) -> int:
        """The largest number that can be said: 999 where no word for a thousand is known."""
        word = max(self.words, default=-1)
        return word * 1000 - 1 if word in self.counted else word + 99

    def say(self, n: int) -> str:
        """Give a number in words, or in figures if the language's table ends before it."""
        parts = self.parts(n)
        return self.join([self.words[part] for part in parts], parts) if parts else str(n)

    def join(self, words: list[str], parts: tuple[int, ...]) -> str:
        """Join the words of a number, each of which stands for one of its parts."""
        said = words[0]
        for word, before, part in zip(words[1:], parts, parts[1:], strict=False):
            said += self._between(before, part) + word
        return said

    def _between(self, before: int, part: int) -> str:
        if before < part:
            return " "
        if before >= _HUNDRED:
            return self.after_hundreds if part < _HUNDRED else " "
        return self.between_tens_and_ones

    def _split(self, n: int) -> Iterator[int]:
        if n == 0 and n in self.words:
            yield n
        for word in sorted(self.words, reverse=True):
            if not 0 < word <= n:
                continue
            times, n = divmod(n, word)
            if word in self.counted and (times > 1 or word not in self.silent_one):
                yield from self._split(times)
            yield word


@dataclass(frozen=True, slots=True)
class Ordinals:
    """The ordinals of a language in figures (12th) and in words (twelfth)."""

    cases: Cases
    spoken: Spoken
    rule: str
    joiner: str
    endings: Mapping[str, tuple[str, ...]]
    """By the rule: vowels by ending, forms by gender, or an ending by the last figures."""
    otherwise: str
    words: Mapping[int, str]
    """The last word of an ordinal; `stem|class` where it is declined."""
    classes: Mapping[str, Mapping[str, tuple[str, ...]]]

    def figures(self, number: str, case: str, gender: str = "") -> str:
        """Give an ordinal in figures; the ending follows the last number that is spoken."""
        match = _WRITTEN.fullmatch(number)
        if match is None:
            return number
        return raised(number) + self.ending(int(match["raised"] or match["base"]), case, gender)

    def ending(self, n: int, case: str, gender: str = "") -> str:
        """Give what is written behind the figures of an ordinal."""
        forms = self._endings(n, gender)
        return self.joiner + self.cases.pick(forms, case) if forms else ""

    @property
    def known_endings(self) -> frozenset[str]:
        """All endings that the rule gives to figures."""
        if self.rule == "last-vowel":
            return frozenset(self.endings)
        endings = (ending for forms in self.endings.values() for ending in forms)
        return frozenset({*endings, self.otherwise} - {""})

    def said(self, number: str, case: str, gender: str = "") -> str:
        """Give an ordinal in words; in figures if it cannot be said."""
        parts = self.spoken.parts(int(number)) if number.isdecimal() else ()
        if not parts or parts[-1] not in self.words:
            return self.figures(number, case, gender)
        last = self._declined(self.words[parts[-1]], case, gender)
        return self.spoken.join([*(self.spoken.words[each] for each in parts[:-1]), last], parts)

    def forms(self, value: int) -> Iterator[str]:
        """Give all forms of the word of an ordinal."""
        stem, _, declension = self.words[value].partition("|")
        endings = self.classes.get(declension, {"": ("",)}).values()
        return (stem + ending for by_case in endings for ending in by_case)

    def _declined(self, word: str, case: str, gender: str) -> str:
        stem, _, declension = word.partition("|")
        if not declension:
            return stem
        return stem + self.cases.pick(self.classes[declension][gender or "m"], case)

    def _endings(self, n: int, gender: str) -> tuple[str, ...]:
        match self.rule:
            case "last-vowel":
                return self._by_vowel(self.spoken.parts(n))
            case "gender-and-case":
                return self.endings[gender or "m"]
            case "last-figures":
                return self._by_figures(str(n))
            case _:
                return (self.otherwise,) if self.otherwise else ()

    def _by_vowel(self, parts: tuple[int, ...]) -> tuple[str, ...]:
        """Give the ending that agrees with the last word; none where the number has no words."""
        word = self.spoken.words[parts[-1]] if parts else ""
        found = (
            (ending,)
            for letter in reversed(word)
            for ending, (vowels,) in self.endings.items()
            if letter in vowels
        )
        return next(found, ())

    def _by_figures(self, figures: str) -> tuple[str, ...]:
        ends = (figures[start:] for start in range(len(figures)))
        return next(
            (self.endings[each] for each in ends if each in self.endings), (self.otherwise,)
        )


def read_spoken(table: Table) -> Spoken:
    """Read the number words of a pack."""
    return Spoken(
        {int(value): word for value, word in table.table("words").strings().items()},
        frozenset(map(int, table.texts("counted"))),
        frozenset(map(int, table.texts("silent_one"))),
        table.text("between_tens_and_ones", " "),
        table.text("after_hundreds", " "),
    )


def read_ordinals(cases: Cases, spoken: Spoken, table: Table) -> Ordinals:
    """Read the ordinals of a pack."""
    endings, classes = table.table("endings"), table.table("classes")
    return Ordinals(
        cases,
        spoken,
        table.text("rule", "none"),
        table.text("joiner", ""),
        {key: cases.forms(endings, key) for key in endings},
        table.text("otherwise", ""),
        {int(value): word for value, word in table.table("words").strings().items()},
        {name: {key: cases.forms(each, key) for key in each} for name, each in classes.tables()},
    )
