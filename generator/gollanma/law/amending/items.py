"""The items of an amending act: statements put in order and nested by article, part and point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from gollanma.law.amending.instructions import Instruction
from gollanma.law.amending.ordering import Ordering, alone
from gollanma.law.amending.places import ACT, Spot
from gollanma.law.amending.sentences import FAULTS, INSIDE, Sentences, UnreadableError
from gollanma.law.amending.statements import Statement

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
        """Give the items in an order in which they can be carried out one after the other."""
        ordering = Ordering(self.sentences.places, instructions)
        nested = list(self._nested(list(self._clear(ordering.still)), "", 1))
        for each in self._clear(ordering.late):
            nested.append(self._item(each, "", 1, len(nested)))
        return tuple(nested)

    def _clear(self, said: Sequence[Statement]) -> Iterator[Statement]:
        """Yield statements; what can only be read apart is said apart."""
        for each in said:
            yield from (each,) if self._is_clear(each) else alone(each)

    def _is_clear(self, said: Statement) -> bool:
        try:
            return self.sentences.read(self.sentences.write(said)) == said
        except FAULTS:
            return False

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
