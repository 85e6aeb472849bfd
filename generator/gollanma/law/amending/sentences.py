"""The sentences of an amending act in one language, written and read with the same pack data."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TypeVar

from gollanma.languages import UnknownCaseError, UnknownWordError
from gollanma.law.amending.blocks import Quoted, UnreadableBlockError
from gollanma.law.amending.numbers import EXAMPLE, number_in, numbers_in, without_words
from gollanma.law.amending.paragraphs import read_text
from gollanma.law.amending.patterns import Hole, Words, readings
from gollanma.law.amending.places import Spot, UncitableError
from gollanma.law.amending.saying import AS, HERE, MOVED, Saying, Sentence
from gollanma.law.amending.sequence import MOVES
from gollanma.law.amending.statements import Order, Statement

INSERTIONS = frozenset({Order.INSERT_AFTER, Order.INSERT_FIRST, Order.INSERT_LAST})
INSIDE = frozenset({Order.INSERT_FIRST, Order.INSERT_LAST})
"""Orders that can be said below a header of the very provision."""
BESIDE = frozenset({Order.INSERT_AFTER, Order.MOVE_AFTER})
"""Orders that put something behind a provision, which may have moved."""
T = TypeVar("T")

_FAULTS = (UncitableError, UnreadableBlockError, UnknownWordError, UnknownCaseError)


class UnreadableError(ValueError):
    """A sentence is none that this language orders changes with, or points nowhere."""


FAULTS = (*_FAULTS, UnreadableError)
"""Why a statement cannot be said, or what is said not be read."""


@dataclass(frozen=True)
class Sentences(Saying):
    """Writes and reads what is ordered about one edition, in one language."""

    def read_header(self, line: str, within: str = "") -> str:
        """Give the provision that a line names above statements about what is inside it."""
        found = set()
        for words in self._matches("header", line):
            ((hole, said),) = words.items()
            with suppress(*_FAULTS):
                found.add(self.places.find(said, hole.case, within))
        return _alone(found, line).id

    def read(self, sentence: Sentence, within: str = "") -> Statement:
        """Give what a sentence orders; refuse what is no order, points nowhere or is ambiguous."""
        readings = self._readings(sentence, within, ())
        for words in self._matches("only", sentence.line):
            said = {hole.name: each for hole, each in words.items()}
            inner = Sentence(said["sentence"], sentence.quoted)
            readings = chain(
                readings, self._readings(inner, within, self._subsets[said["languages"]])
            )
        return _alone(set(readings), sentence.line)

    def _readings(
        self, sentence: Sentence, within: str, only: tuple[str, ...]
    ) -> Iterator[Statement]:
        for order in Order:
            for name in _names(order, within):
                for words in self._matches(name, sentence.line):
                    with suppress(*_FAULTS):
                        said = self._read(order, words, sentence.quoted, within, only)
                        yield replace(said, is_beside_moved=MOVED in name)
        yield from self._renumbered(sentence, within)

    def _renumbered(self, sentence: Sentence, within: str) -> Iterator[Statement]:
        """Yield what a sentence orders that renumbers several provisions at once."""
        for found in self._matches(Order.RENUMBER_EACH, sentence.line):
            words = {hole.name: (said, hole.case) for hole, said in found.items()}
            for first, *others in self.places.find_each(*words["target"], within):
                said = Statement(
                    Order.RENUMBER_EACH,
                    Spot(first),
                    numbers=self._read_numbers(self._unit(Spot(first)), *words["number"]),
                    others=tuple(map(Spot, others)),
                )
                if len(said.numbers) == len(others) + 1 and self.write(said, within) == sentence:
                    yield said

    def _read_numbers(self, unit: str, words: str, case: str) -> tuple[str, ...]:
        example = self.language.cite(((unit, EXAMPLE),), case)
        inner = without_words(self.language, unit, case, example, words)
        return numbers_in(self.language, unit, inner, case) or ()

    def _read(
        self,
        order: Order,
        found: Mapping[Hole, str],
        lines: Sequence[str],
        within: str,
        only: tuple[str, ...],
    ) -> Statement:
        words = {hole.name: said for hole, said in found.items()}
        cases = {hole.name: hole.case for hole in found}
        spot, beside = Spot(within), None
        if "target" in words:
            spot = self.places.find(words["target"], cases["target"], within)
        if "beside" in words:
            beside = self.places.find(words["beside"], cases["beside"])
        quoted, text = self._read_quoted(order, spot, lines, words, cases)
        said = Statement(
            order,
            spot,
            self._inside(words.get("old", "")),
            self._inside(words.get("new", "")),
            beside,
            numbers=self._read_number(order, spot, words, cases),
            quoted=quoted,
            text=text,
            only=self._subsets[words["languages"]] if "languages" in words else only,
        )
        self._agree(said, found)
        return said

    def _agree(self, said: Statement, found: Mapping[Hole, str]) -> None:
        """Refuse words whose form does not follow what stands beside them."""
        for hole, words in found.items():
            is_free = hole.name in {"target", "beside", "number", "old", "new", "languages"}
            if not is_free and self._say(said, hole, "") != words:
                raise UncitableError(words)

    def _inside(self, words: str) -> str:
        """Give what stands in quotation marks."""
        opening, closing = self.language.quotes.outer
        if not words:
            return ""
        inner = words[len(opening) : -len(closing)]
        if self._around(inner) != words or not inner:
            raise UncitableError(words)
        return inner

    def _read_number(
        self, order: Order, spot: Spot, words: Mapping[str, str], cases: Mapping[str, str]
    ) -> tuple[str, ...]:
        if order in INSERTIONS or "number" not in words:
            return ()
        number = number_in(self.language, self._unit(spot), words["number"], cases["number"])
        if number is None:
            raise UncitableError(words["number"])
        return (number,)

    def _read_quoted(
        self,
        order: Order,
        spot: Spot,
        lines: Sequence[str],
        words: Mapping[str, str],
        cases: Mapping[str, str],
    ) -> tuple[tuple[Quoted, ...], str | None]:
        if order in INSERTIONS:
            return self._read_new(lines, words["number"], cases["number"]), None
        if order is not Order.RESTATE:
            if lines:
                raise UnreadableBlockError
            return (), None
        if not lines:
            raise UnreadableBlockError
        if spot.field is not None:
            return (), read_text(lines)
        quoted = self.blocks.read(lines, self._unit(spot))
        if len(quoted) != 1:
            raise UnreadableBlockError
        return quoted, None

    def _read_new(self, lines: Sequence[str], said: str, case: str) -> tuple[Quoted, ...]:
        """Give new provisions: of the unit as which the sentence names them."""
        for rule in self.places.kind.units:
            try:
                quoted = self.blocks.read(lines, rule.id)
                if quoted and self._counted(quoted, case) == said:
                    return quoted
            except _FAULTS:
                continue
        raise UnreadableBlockError(said)

    def _matches(self, name: str, line: str) -> Iterator[Mapping[Hole, str]]:
        return readings(self._sentences[name], line, self._choice)

    def _choice(self, hole: Hole) -> Words:
        """Give the words that may stand in a hole; None where it may hold any."""
        match hole.name:
            case "target" | "beside" | "number" | "old" | "new" | "sentence":
                return None
            case "languages":
                return tuple(self._subsets)
            case "oldwords" | "newwords":
                return self._noun(hole.case)
            case _:
                return tuple(self.language.amending.agreeing[hole.name].values())

    @cached_property
    def _subsets(self) -> Mapping[str, tuple[str, ...]]:
        return {said: codes for codes, said in self._among.items() if codes}


def _names(order: Order, within: str) -> Iterator[str]:
    """Yield the names of the sentences that order something, each of one provision."""
    if order is Order.RENUMBER_EACH:
        return
    yield order
    if within and order in INSIDE:
        yield order + HERE
    if order in BESIDE:
        yield order + MOVED
    if order in MOVES:
        yield order + AS
    if order in MOVES & BESIDE:
        yield order + MOVED + AS


def _alone(found: set[T], line: str) -> T:
    """Give what alone was found; refuse none and several."""
    if len(found) != 1:
        raise UnreadableError(line)
    return next(iter(found))
