"""Reading citations that were typed by hand: «статья 12», "point 2 of part 3 of Article 12".

The tables that build a citation also read it: every form of a unit's word, its number in figures,
in Roman letters or in words, before it or behind it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product, takewhile

from gollanma.languages.citations import Citations, Unit
from gollanma.languages.numerals import Ordinals, lowered
from gollanma.languages.tables import Table

MOST_IN_WORDS = 40
"""Larger numbers are written in figures."""
GENDERS = ("m", "f", "n")
FIGURES = r"[0-9]+(?:\^[0-9]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?"
ROMAN = r"(?-i:[IVXLCDM]+)(?:\^[0-9]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?"
LETTER = r"[«“„\"(]?[^\W\d_](?!\w)[»”“\")]?"
SIGNS = '«»“”„"()'


@dataclass(frozen=True, slots=True)
class CitedUnit:
    """One unit of a citation with its number, or its numbers."""

    unit: str
    numbers: tuple[str, ...]
    """As data: 12¹ is `12^1`; a range gives its ends."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in running text."""

    start: int
    end: int
    units: tuple[CitedUnit, ...]
    """The outermost first."""


@dataclass(frozen=True, eq=False)
class CitationReader:
    """What finds the citations of one language."""

    citations: Citations
    ordinals: Ordinals
    short: Mapping[str, str]
    """How people shorten units; a full stop follows."""
    relative: tuple[str, ...]
    """Patterns of words that point from where one reads: this, the following."""
    _made: dict[tuple[str, frozenset[str]], re.Pattern[str]] = field(default_factory=dict)

    def citations_in(self, text: str, units: Collection[str]) -> tuple[Citation, ...]:
        """Give the citations of a text that name these units alone, in order."""
        known = frozenset(units).intersection(self._beginnings)
        if not self._may_name(text, known):
            return ()
        found = (self._read(match) for match in self._pattern("cited", known).finditer(text))
        return tuple(self._joined(text, list(found)))

    def relative_in(self, text: str, units: Collection[str]) -> Iterator[tuple[int, int]]:
        """Yield the places where a text says this article, the following part."""
        known = frozenset(units).intersection(self._beginnings)
        if self.relative and self._may_name(text, known):
            for match in self._pattern("relative", known).finditer(text):
                yield match.start(), match.end()

    def _may_name(self, text: str, units: Collection[str]) -> bool:
        """Say whether a text may name a unit: far faster than looking for it."""
        small = text.casefold()
        return any(each in small for unit in units for each in self._beginnings[unit])

    @cached_property
    def _beginnings(self) -> Mapping[str, tuple[str, ...]]:
        """What the forms of each unit's word begin with, in small letters, and its short form."""
        return {
            name: (_beginning(self._words(name)), *self._shortened(name))
            for name, unit in self.citations.units.items()
            if unit.numbering != "none"
        }

    def _words(self, name: str) -> list[str]:
        noun = self.citations.units[name].noun
        return sorted({each for forms in noun.forms.values() for each in forms})

    def _shortened(self, name: str) -> list[str]:
        return [f"{self.short[name]}."] if name in self.short else []

    def _forms(self, name: str) -> list[str]:
        """Give all that may stand for a unit."""
        return [*self._words(name), *self._shortened(name)]

    def _pattern(self, kind: str, units: frozenset[str]) -> re.Pattern[str]:
        if (kind, units) not in self._made:
            ordered = [name for name in self.citations.units if name in units]
            make = self._cited if kind == "cited" else self._pointed
            each = "|".join(make(name) for name in ordered) or "(?!)"
            self._made[kind, units] = re.compile(rf"(?<![\w.])(?:{each})(?!\w)", re.IGNORECASE)
        return self._made[kind, units]

    def _pointed(self, name: str) -> str:
        return rf"(?:{'|'.join(self.relative)})\s+{_either(self._forms(name))}"

    def _cited(self, name: str) -> str:
        """Give the pattern of a unit with its number, which stands where the pack puts it."""
        unit = self.citations.units[name]
        word, first = _either(self._forms(name)), unit.pattern.startswith("{number}")
        one = self._number(unit, {} if first else self._counted)
        grammar = self.citations.grammar
        between = rf"\s*[–—-]\s*|,\s*|\s+(?:{grammar.last.strip()})\s+"
        many = rf"{one}(?:(?:{between}){one})*"
        ways = [(rf"{word}\s+", rf"(?P<{name}_a>{many})", "")]
        if first:
            ways = [("", rf"(?P<{name}_a>{many})", rf"\)?\s+{word}")]
        elif self._in_words:
            ways.append(("", rf"(?P<{name}_b>{_either(self._in_words)})", rf"\s+{word}"))
        return "|".join(before + number + after for before, number, after in ways)

    def _number(self, unit: Unit, counted: Mapping[str, str]) -> str:
        endings = sorted(self.ordinals.known_endings, key=len, reverse=True)
        ending = f"(?:{re.escape(self.ordinals.joiner)}(?:{'|'.join(endings)}))?" if endings else ""
        ways = [*([ROMAN] if unit.numbering == "roman" else []), FIGURES + ending]
        words = [*self._in_words, *counted]
        ways += [_either(words)] if words else []
        ways += [LETTER] if unit.numbering == "as-written" else []
        return f"(?:{'|'.join(ways)})"

    @cached_property
    def _in_words(self) -> Mapping[str, str]:
        """The numbers in words, in all their forms: third, the third's."""
        said = {
            self.ordinals.said(str(number), case, gender).casefold(): str(number)
            for number, case, gender in product(
                range(1, MOST_IN_WORDS), self.ordinals.cases.names, GENDERS
            )
        }
        return {each: number for each, number in said.items() if not each[0].isdecimal()}

    @cached_property
    def _counted(self) -> Mapping[str, str]:
        """The numbers that count, which only stand behind a word: part three."""
        said = {self.ordinals.spoken.say(each): str(each) for each in range(1, MOST_IN_WORDS)}
        return {each: number for each, number in said.items() if not each[0].isdecimal()}

    def _read(self, match: re.Match[str]) -> CitedUnit:
        group = match.lastgroup or ""
        numbers = tuple(self._as_data(each) for each in _numbers(match[group], self._splitter))
        return CitedUnit(group.rpartition("_")[0], numbers, match.start(), match.end())

    @cached_property
    def _splitter(self) -> re.Pattern[str]:
        last = re.escape(self.citations.grammar.last.strip())
        return re.compile(rf"\s*[–—]\s*|,\s*|\s+{last}\s+|(?<=[0-9])-(?=[0-9])")

    def _as_data(self, written: str) -> str:
        word = " ".join(written.casefold().split())
        said = self._in_words.get(word) or self._counted.get(word)
        if said:
            return said
        figures = re.match(FIGURES, written)
        return lowered(figures[0]) if figures else lowered(written.strip(SIGNS))

    def _joined(self, text: str, found: list[CitedUnit]) -> Iterator[Citation]:
        """Yield citations: units that follow each other belong together."""
        waiting: list[CitedUnit] = []
        for each in found:
            named = {one.unit for one in waiting}
            if waiting and (each.unit in named or not self._joins(text, waiting[-1], each)):
                yield self._citation(waiting)
                waiting = []
            waiting.append(each)
        if waiting:
            yield self._citation(waiting)

    def _joins(self, text: str, one: CitedUnit, other: CitedUnit) -> bool:
        between = text[one.end : other.start].strip().casefold()
        return between in self._joiners

    @cached_property
    def _joiners(self) -> frozenset[str]:
        units = self.citations.units.values()
        return frozenset({"", ",", *(unit.joiner.strip().casefold() for unit in units)})

    def _citation(self, found: list[CitedUnit]) -> Citation:
        order = list(self.citations.units)
        units = tuple(sorted(found, key=lambda each: order.index(each.unit)))
        return Citation(found[0].start, found[-1].end, units)


def _beginning(words: list[str]) -> str:
    """Give what all words of a list begin with; the first and the last of them decide."""
    first, last = words[0].casefold(), words[-1].casefold()
    same = takewhile(lambda both: both[0] == both[1], zip(first, last, strict=False))
    return "".join(one for one, _ in same)


def _either(words: Iterable[str]) -> str:
    """Give the pattern of one of some words, what they begin with being written once."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted({*words} - {""}):
        by_letter.setdefault(word[0], []).append(word[1:])
    ways = [_letter(first) + _rest(rests) for first, rests in by_letter.items()]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _letter(letter: str) -> str:
    return r"\s+" if letter == " " else re.escape(letter)


def _rest(rests: list[str]) -> str:
    further = _either(rests) if any(rests) else ""
    return f"(?:{further})?" if further and "" in rests else further


def _numbers(written: str, splitter: re.Pattern[str]) -> list[str]:
    return [each for each in splitter.split(written) if each]


def read_citation_reader(
    citations: Citations, ordinals: Ordinals, short: Mapping[str, str], table: Table
) -> CitationReader:
    """Make the reader of a language from what builds its citations."""
    return CitationReader(citations, ordinals, short, table.texts("relative"))
