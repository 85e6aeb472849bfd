"""In which order the sentences of an amending act stand.

Each cites by the numbers of the text before the act, and a clerk carries out one after the other:
so no sentence may take away what a later one points to. What goes from a place, or comes beside
what has come there, is said behind the sentence that moves; what is counted anew is named once for
each row, behind all that cite the old numbers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from gollanma.law.amending.instructions import (
    Insert,
    Instruction,
    Move,
    Place,
    Remove,
    Renumber,
    Where,
)
from gollanma.law.amending.places import Places, Spot
from gollanma.law.amending.sequence import ROWS, in_sequence, touches
from gollanma.law.amending.statements import Order, Statement, statements

INSERTED_BEHIND = frozenset({Order.INSERT_AFTER, Order.INSERT_LAST})


@dataclass(frozen=True)
class Ordering:
    """Instructions about one edition, as statements in their order."""

    places: Places
    instructions: Sequence[Instruction]

    @cached_property
    def still(self) -> tuple[Statement, ...]:
        """What is said in the order of the text: it stands before all that moves."""
        said = [
            each
            for instruction in self.instructions
            if not isinstance(instruction, Move | Renumber) and instruction not in self._awaiting
            for each in statements(instruction, self.places)
        ]
        rows = [each for each in self._rows if not self._is_late(each)]
        return tuple(sorted((*said, *rows), key=self._rank))

    @cached_property
    def late(self) -> tuple[Statement, ...]:
        """What moves, in its own order, and what can only be said behind it."""
        rows = [each for each in self._rows if self._is_late(each)]
        return in_sequence(self.places, (*self._moving, *self._waiting, *rows))

    # --- what moves

    @cached_property
    def _moves(self) -> Mapping[str, Place]:
        return {each.target: each.place for each in self.instructions if isinstance(each, Move)}

    @cached_property
    def _numbers(self) -> Mapping[str, str]:
        return {
            each.target: each.number for each in self.instructions if isinstance(each, Renumber)
        }

    @cached_property
    def _moving(self) -> tuple[Statement, ...]:
        moves = (each for each in self.instructions if isinstance(each, Move))
        return tuple(
            replace(
                said,
                numbers=(self._numbers[move.target],) if move.target in self._numbers else (),
                is_beside_moved=self._is_behind_moved(move.place),
            )
            for move in moves
            for said in statements(move, self.places)
        )

    @cached_property
    def _awaiting(self) -> tuple[Insert | Remove, ...]:
        """What is put to where something moves, and what goes of which something is saved."""
        goals = {*self._moves.values()}
        above = {each for place in self._moves for each in self.places.units[place].above}
        return tuple(
            each
            for each in self.instructions
            if (
                isinstance(each, Insert)
                and (each.place in goals or self._is_behind_moved(each.place))
            )
            or (isinstance(each, Remove) and each.target in above)
        )

    @cached_property
    def _waiting(self) -> tuple[Statement, ...]:
        return tuple(
            replace(
                said,
                is_beside_moved=isinstance(each, Insert) and self._is_behind_moved(each.place),
            )
            for each in self._awaiting
            for said in statements(each, self.places)
        )

    def _is_behind_moved(self, place: Place) -> bool:
        return place.where is Where.AFTER and place.target in self._moves

    # --- what is counted anew

    @cached_property
    def _rows(self) -> tuple[Statement, ...]:
        """What is renumbered where it stands: those of one row together."""
        staying = {place for place in self._numbers if place not in self._moves}
        found = []
        for members in self.places.families.values():
            named = [each for each in members if each in staying]
            found += [self._row(named)] if named else []
        return tuple(found)

    def _row(self, named: Sequence[str]) -> Statement:
        order = Order.RENUMBER_EACH if len(named) > 1 else Order.RENUMBER
        first, *others = map(Spot, named)
        numbers = tuple(self._numbers[each] for each in named)
        return Statement(order, first, numbers=numbers, others=tuple(others))

    def _is_late(self, row: Statement) -> bool:
        late = (*self._moving, *self._waiting)
        return any(touches(self.places, each, row) for each in late)

    # --- the order of the text

    def _rank(self, said: Statement) -> tuple[int, int, int, int]:
        """Give the place of a statement: behind a provision stands what comes behind it.

        What is renumbered comes behind all that is inside what holds it.
        """
        place, depth = said.spot.id, len(self.places.ways[said.spot]) if said.spot.id else 0
        if said.order in ROWS:
            around, _ = self.places.family(place)
            end = self._ends[around[-1].id] if around else len(self._order) + 1
            return end, 1, -depth, 1
        if said.order in INSERTED_BEHIND:
            inside = depth + (said.order is Order.INSERT_LAST)
            return self._ends.get(place, len(self._order) + 1), 1, -inside, 0
        return self._order.get(place, 0), 0, 0, 0

    @cached_property
    def _order(self) -> dict[str, int]:
        """The place of each provision in the text, from 1."""
        return {each: index for index, each in enumerate(self.places.units, 1)}

    @cached_property
    def _ends(self) -> dict[str, int]:
        """The place of the last provision inside each."""
        ends = dict(self._order)
        for place, unit in self.places.units.items():
            for above in unit.above:
                ends[above] = self._order[place]
        return ends


def alone(said: Statement) -> Iterator[Statement]:
    """Yield a statement as several that order the same, each about one provision and one change."""
    spots: Iterable[Spot] = (said.spot, *said.others)
    if said.beside is not None:
        yield replace(said, numbers=(), is_beside_moved=False)
    elif said.order not in ROWS:
        yield replace(said, is_beside_moved=False)
    for spot, number in zip(spots, said.numbers, strict=False):
        yield Statement(Order.RENUMBER, spot, numbers=(number,))
