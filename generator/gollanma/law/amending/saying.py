"""Statements in the sentences of one language, made of what its pack says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from gollanma.languages import Language, UnknownWordError
from gollanma.law.amending.blocks import Blocks, Quoted
from gollanma.law.amending.labels import Labels
from gollanma.law.amending.numbers import in_runs
from gollanma.law.amending.paragraphs import text_lines
from gollanma.law.amending.patterns import Hole, fill
from gollanma.law.amending.places import Places, Spot, Way
from gollanma.law.amending.sequence import MOVES
from gollanma.law.amending.statements import Order, Statement

HERE = "-here"
"""Ends the names of sentences below a header of the very provision."""
MOVED = "-moved"
"""Ends the names of sentences that put something behind what was moved."""
AS = "-as"
"""Ends the names of sentences that also give what is moved a number."""
QUOTING = {"oldwords": "old", "newwords": "new"}
"""The holes for the noun before or behind quoted words."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement in words: its line, and the lines that it quotes."""

    line: str
    quoted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Saying:
    """Writes what is ordered about one edition, in one language."""

    places: Places
    languages: Sequence[str]
    """All languages of the texts: a sentence can say which of them change."""

    @property
    def language(self) -> Language:
        """The language of the sentences."""
        return self.places.language

    @cached_property
    def blocks(self) -> Blocks:
        """Quoted provisions."""
        return Blocks(self.language, Labels(self.language, self.places.kind))

    def header(self, place: str, within: str = "") -> str:
        """Give the words above several statements about what is inside a provision."""
        said = Statement(Order.RESTATE, Spot(place))
        return fill(self._sentences["header"], lambda hole: self._say(said, hole, within))

    def write(self, said: Statement, within: str = "") -> Sentence:
        """State what is ordered; what is around it was said before where it is `within`."""
        is_here = bool(within) and said.spot == Spot(within)
        name = (
            said.order
            + (HERE if is_here else "")
            + (MOVED if said.is_beside_moved else "")
            + (AS if said.numbers and said.order in MOVES else "")
        )
        line = fill(self._sentences[name], lambda hole: self._say(said, hole, within))
        if said.only and said.order is not Order.ELSEWHERE:
            parts = {"sentence": line, "languages": self._among[said.only]}
            line = fill(self._sentences["only"], lambda hole: parts[hole.name])
        return Sentence(line, tuple(self._lines(said)))

    def _lines(self, said: Statement) -> list[str]:
        if said.text is not None:
            return text_lines(said.text)
        return self.blocks.lines(said.quoted, said.quoted[0].unit) if said.quoted else []

    def _say(self, said: Statement, hole: Hole, within: str) -> str:
        """Give what stands in a hole of a sentence."""
        quoted = {"old": said.old, "new": said.new}
        if hole.name in quoted:
            return self._around(quoted[hole.name])
        if hole.name in QUOTING:
            return self._words(quoted[QUOTING[hole.name]], hole.case)
        return self._told(said, hole, within)

    def _told(self, said: Statement, hole: Hole, within: str) -> str:
        match hole.name:
            case "target" if said.others:
                old, _ = self._runs(said)
                return self.places.cite_each(self._family(said), old, hole.case, within)
            case "target":
                return self.places.cite(said.spot, hole.case, within)
            case "beside":
                return self.places.cite(said.beside or Spot(""), hole.case)
            case "number":
                return self._number(said, hole.case)
            case "languages":
                return self._among[said.only]
            case _:
                return self.language.amending.agreeing[hole.name][self._gender(said.spot)]

    def _number(self, said: Statement, case: str) -> str:
        if said.numbers:
            _, new = self._runs(said)
            return self.language.cite(((self._unit(said.spot), new),), case)
        return self._counted(said.quoted, case)

    def _family(self, said: Statement) -> tuple[Way, str]:
        return self.places.family(said.spot.id)

    def _runs(self, said: Statement) -> tuple[str, str]:
        """Give the numbers of what is renumbered and those it gets.

        A range stands for neighbours alone: what is between them goes with them.
        """
        members = self.places.families[self._family(said)]
        named = [each.id for each in (said.spot, *said.others)]
        at = [members.index(each) for each in named]
        old = [self.places.number(each) for each in named]
        return in_runs(old, said.numbers, at)

    def _counted(self, quoted: Sequence[Quoted], case: str) -> str:
        """Name new provisions by unit and number: points 2¹ and 2²."""
        unit, numbers = quoted[0].unit, [each.number for each in quoted]
        if any(numbers) or len(numbers) == 1:
            return self.language.cite(((unit, ",".join(numbers)),), case)
        return self.language.unit_word(unit, case, plural=True)

    def _around(self, words: str) -> str:
        opening, closing = self.language.quotes.outer
        return opening + words + closing

    def _words(self, words: str, case: str) -> str:
        is_one = sum(1 for _ in self.language.words(words)) <= 1
        return self._noun(case)[not is_one]

    def _noun(self, case: str) -> tuple[str, str]:
        """Give the noun for quoted words, of one and of several."""
        noun = self.language.amending.words
        if noun is None:
            raise UnknownWordError
        one, many = (noun.of(plural=each, possessive=False) for each in (False, True))
        cases = self.language.citations.cases
        return cases.pick(one, case), cases.pick(many, case)

    def _gender(self, spot: Spot) -> str:
        return self.language.citations.units[self._unit(spot)].noun.gender

    def _unit(self, spot: Spot) -> str:
        return self.places.ways[spot][-1].unit

    @property
    def _sentences(self) -> Mapping[str, str]:
        return self.language.amending.sentences

    @cached_property
    def _among(self) -> Mapping[tuple[str, ...], str]:
        """The words for each choice of languages."""
        grammar = self.language.citations.grammar
        names = self.language.amending.languages
        found: dict[tuple[str, ...], str] = {(): ""}
        for count in range(1, len(self.languages) + 1):
            for codes in combinations(self.languages, count):
                said = [names.get(code, code) for code in codes]
                last = grammar.last.join(filter(None, (grammar.list.join(said[:-1]), said[-1])))
                found[codes] = last
        return found
