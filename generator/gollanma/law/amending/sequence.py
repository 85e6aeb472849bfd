"""Which sentence has to wait for which, so that each finds what it cites by its old number."""

from collections.abc import Iterator, Sequence

from gollanma.law.amending.places import Places, Spot
from gollanma.law.amending.statements import Order, Statement

MOVES = frozenset({Order.MOVE_AFTER, Order.MOVE_FIRST})
ROWS = frozenset({Order.RENUMBER, Order.RENUMBER_EACH})
_SAME_PLACE = {Order.MOVE_AFTER: Order.INSERT_AFTER, Order.MOVE_FIRST: Order.INSERT_FIRST}


def in_sequence(places: Places, said: Sequence[Statement]) -> tuple[Statement, ...]:
    """Give statements in an order in which none takes away what a later one points to.

    They stay as they are where nothing asks for another order.
    """
    found: list[Statement] = []
    left = list(said)
    while left:
        free = (each for each in left if not _waits(places, each, left))
        found.append(next(free, left[0]))
        left.remove(found[-1])
    return tuple(found)


def touches(places: Places, said: Statement, row: Statement) -> bool:
    """Say whether a statement cites one of a row that is counted anew, or puts more into it."""
    around, _ = family = places.family(row.spot.id)
    holder = around[-1].id if around else ""
    goal = said.beside if said.order is Order.MOVE_FIRST else None
    return (goal is not None and goal.id == holder) or not _cited(places, said).isdisjoint(
        places.families[family]
    )


def _waits(places: Places, said: Statement, left: Sequence[Statement]) -> bool:
    return any(each is not said and _precedes(places, each, said) for each in left)


def _precedes(places: Places, one: Statement, other: Statement) -> bool:
    """Say whether a statement has to stand before another one."""
    is_row = other.order in ROWS and one.order not in ROWS
    return (
        not _cited(places, one).isdisjoint(_changed(other))
        or (is_row and touches(places, one, other))
        or _brings(one, other)
    )


def _brings(one: Statement, other: Statement) -> bool:
    """Say whether a statement moves something to where another one needs it."""
    if one.order not in MOVES:
        return False
    anchor = other.beside or other.spot
    is_behind = other.is_beside_moved and anchor == one.spot
    return is_behind or (other.order is _SAME_PLACE[one.order] and other.spot == one.beside)


def _cited(places: Places, said: Statement) -> frozenset[str]:
    """Give all that a statement cites or cites through; not what it says to have moved."""
    return frozenset(_steps(places, said))


def _steps(places: Places, said: Statement) -> Iterator[str]:
    anchor = said.beside or said.spot
    for spot in (said.spot, said.beside):
        for step in places.ways[Spot(spot.id)] if spot and spot.id else ():
            if not (said.is_beside_moved and step.id == anchor.id):
                yield step.id


def _changed(said: Statement) -> frozenset[str]:
    """Give what is not found any more, once a statement is carried out, where it was."""
    if said.order in MOVES | ROWS | {Order.REMOVE}:
        return frozenset(each.id for each in (said.spot, *said.others))
    return frozenset()
