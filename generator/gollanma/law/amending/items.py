"""The items of an amending act: statements put in order and nested by article, part and point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TypeGuard

from gollanma.law.amending.instructions import Instruction, Move, Renumber
from gollanma.law.amending.places import ACT, Spot
from gollanma.law.amending.sentences import INSIDE, Sentences, UnreadableError
from gollanma.law.amending.statements import Order, Statement, statements

DEEPEST = 3
"""Items have numbers, those inside them letters, those inside these dashes."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: a sentence, or the words above further items."""

    marker: str
    line: str
    quoted: tuple[str, ...] = ()
    items: "tuple[Item, ...]" = ()


@dataclass(frozen=True)
class Items:
    """Writes instructions about one edition as items."""

    sentences: Sentences

    def of(self, instructions: Sequence[Instruction]) -> tuple[Item, ...]:
        """Give the items in the order of the text; what moves stands last, in its own order."""
        places = self.sentences.places
        moving = [each.target for each in instructions if isinstance(each, Move)]
        still = [each for each in instructions if not _goes_with(each, moving)]
        late = [each for each in instructions if _goes_with(each, moving)]
        late.sort(key=lambda each: (moving.index(each.target), isinstance(each, Renumber)))
        said = sorted((said for each in still for said in statements(each, places)), key=self._rank)
        nested = list(self._nested(said, "", 1))
        for one in late:
            for each in statements(one, places):
                nested.append(self._item(each, "", 1, len(nested)))
        return tuple(nested)

    @cached_property
    def _order(self) -> dict[str, int]:
        """The place of each provision in the text, from 1."""
        return {each: index for index, each in enumerate(self.sentences.places.units, 1)}

    @cached_property
    def _ends(self) -> dict[str, int]:
        """The place of the last provision inside each."""
        ends = dict(self._order)
        for place, unit in self.sentences.places.units.items():
            for above in unit.above:
                ends[above] = self._order[place]
        return ends

    def _rank(self, said: Statement) -> tuple[int, int]:
        """Give the place of a statement: what comes behind a provision is said behind it."""
        place = said.spot.id
        if said.order in {Order.INSERT_AFTER, Order.INSERT_LAST}:
            return self._ends.get(place, 0), 1
        return self._order.get(place, 0), 0

    def _nested(self, said: Sequence[Statement], within: str, level: int) -> Iterator[Item]:
        for index, (place, group) in enumerate(self._groups(said, within, level)):
            if place:
                header = self.sentences.header(place, within)
                inner = tuple(self._nested(group, place, level + 1))
                yield Item(self._marker(level, index), header, (), inner)
            else:
                yield self._item(group[0], within, level, index)

    def _item(self, said: Statement, within: str, level: int, index: int) -> Item:
        sentence = self.sentences.write(said, within)
        return Item(self._marker(level, index), sentence.line, sentence.quoted)

    def _groups(
        self, said: Sequence[Statement], within: str, level: int
    ) -> Iterator[tuple[str, Sequence[Statement]]]:
        """Yield neighbours about the inside of one provision, and by themselves all others."""
        for place, group in groupby(said, lambda each: self._next(each, within)):
            those = list(group)
            if self._may_nest(those, place, within, level):
                yield place, those
            else:
                yield from (("", [each]) for each in those)

    def _next(self, said: Statement, within: str) -> str:
        """Give the provision around a statement, next to the one that was named before."""
        ways = self.sentences.places.ways
        way = ways[said.spot] if said.spot != ACT else ()
        rest = way[len(ways[Spot(within)]) if within else 0 :]
        is_inside = len(rest) > 1 or (bool(rest) and said.order in INSIDE)
        return rest[0].id if is_inside else ""

    def _may_nest(self, those: Sequence[Statement], place: str, within: str, level: int) -> bool:
        """Say whether statements can stand below a header and still be read as they are meant."""
        if not place or level == DEEPEST or len(those) == 1:
            return False
        sentences = self.sentences
        try:
            is_found = sentences.read_header(sentences.header(place, within), within) == place
            return is_found and all(
                sentences.read(sentences.write(each, place), place) == each for each in those
            )
        except UnreadableError:
            return False

    def _marker(self, level: int, index: int) -> str:
        """Give what stands before an item; letters that run out are followed by figures."""
        amending = self.sentences.language.amending
        if level == DEEPEST:
            return amending.dash
        letters = amending.letters if level > 1 else ()
        return f"{letters[index] if index < len(letters) else index + 1})"


def _goes_with(instruction: Instruction, moving: Sequence[str]) -> TypeGuard[Move | Renumber]:
    """Say whether an instruction moves a provision, or gives a moved one its number."""
    return isinstance(instruction, Move | Renumber) and instruction.target in moving
