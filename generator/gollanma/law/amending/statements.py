"""Instructions as one language states them, one sentence each; and back to instructions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from gollanma.law.amending.blocks import Quoted, quoted
from gollanma.law.amending.instructions import (
    Field,
    Insert,
    Instruction,
    Move,
    Place,
    Remove,
    Renumber,
    Repeal,
    Restate,
    Reword,
    Rewording,
    Substitution,
    Way,
    Where,
    Whole,
)
from gollanma.law.amending.naming import Namer
from gollanma.law.amending.places import Places, Spot


class Order(StrEnum):
    """What a sentence orders; the names are those of the sentences in the language packs."""

    REPLACE = "replace"
    REPLACE_EVERYWHERE = "replace-everywhere"
    ADD = "add"
    TAKE_OUT = "take-out"
    RESTATE = "restate"
    REMOVE = "remove"
    REPEAL = "repeal"
    RENUMBER = "renumber"
    RENUMBER_EACH = "renumber-each"
    """Several that are counted in one row get new numbers at once."""
    MOVE_AFTER = "move-after"
    MOVE_FIRST = "move-first"
    INSERT_AFTER = "insert-after"
    INSERT_FIRST = "insert-first"
    INSERT_LAST = "insert-last"
    ELSEWHERE = "elsewhere"
    """The words change in other languages alone."""


_OF_WAY = {Way.REPLACE: Order.REPLACE, Way.ADD: Order.ADD, Way.REMOVE: Order.TAKE_OUT}
_INSERTED = {
    Where.AFTER: Order.INSERT_AFTER,
    Where.FIRST: Order.INSERT_FIRST,
    Where.LAST: Order.INSERT_LAST,
}
_INTO = {order: where for where, order in _INSERTED.items()}
_RENUMBERING = frozenset({Order.RENUMBER, Order.RENUMBER_EACH})


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an amending act."""

    order: Order
    spot: Spot
    """What is changed; of an insertion, beside or in which."""
    old: str = ""
    new: str = ""
    beside: Spot | None = None
    """Where something is moved."""
    is_beside_moved: bool = False
    """A sentence before moved what something is put behind."""
    numbers: tuple[str, ...] = ()
    """The new number; of several renumbered at once those of the spot and the others."""
    others: tuple[Spot, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    """What is stated or inserted."""
    text: str | None = None
    """The words of a heading or a text that are stated alone."""
    only: tuple[str, ...] = ()
    """The languages that change, where others have words and keep them."""


def statements(instruction: Instruction, places: Places) -> Iterator[Statement]:
    """Yield the sentences that state an instruction in the language of the places."""
    language = places.language.code
    match instruction:
        case Reword():
            yield from _of_words(instruction, places, language)
        case Restate(target, provision):
            yield Statement(Order.RESTATE, Spot(target), quoted=(quoted(provision, language),))
        case Insert(place, provisions):
            inside = tuple(quoted(each, language) for each in provisions)
            yield Statement(_INSERTED[place.where], Spot(place.target), quoted=inside)
        case Remove(target):
            yield Statement(Order.REMOVE, Spot(target))
        case Repeal(target):
            yield Statement(Order.REPEAL, Spot(target))
        case Renumber(target, number):
            yield Statement(Order.RENUMBER, Spot(target), numbers=(number,))
        case Move(target, place):
            order = Order.MOVE_AFTER if place.where is Where.AFTER else Order.MOVE_FIRST
            yield Statement(order, Spot(target), beside=Spot(place.target))


def _of_words(instruction: Reword, places: Places, language: str) -> Iterator[Statement]:
    words = Spot(instruction.target, instruction.field)
    is_plain = instruction.field is Field.TEXT and places.is_plain(instruction.target)
    spot = Spot(instruction.target) if is_plain else words
    change, only = instruction.rewordings.get(language), instruction.only
    if change is None:
        yield Statement(Order.ELSEWHERE, spot, only=tuple(instruction.rewordings))
    elif isinstance(change, tuple):
        for each in change:
            order = Order.REPLACE_EVERYWHERE if each.is_everywhere else _OF_WAY[each.way]
            yield Statement(order, spot, each.old, each.new, only=only)
    elif not change.text:
        yield Statement(Order.REMOVE, words, only=only)
    elif is_plain:
        was = quoted(places.units[spot.id].provision, language)
        yield Statement(Order.RESTATE, spot, quoted=(replace(was, text=change.text),), only=only)
    else:
        yield Statement(Order.RESTATE, words, text=change.text, only=only)


# --- back


def instructions_of(said: Sequence[Statement], places: Places) -> Iterator[Instruction]:
    """Yield the instructions that sentences state; new provisions get ids."""
    namer, language = Namer(places.units, places.kind), places.language.code
    words: dict[Spot, list[Substitution]] = {}
    for each in said:
        if each.order in _WAYS:
            words.setdefault(each.spot, []).append(_substitution(each))
        elif each.order is not Order.ELSEWHERE:
            yield from _instructions(each, places, namer)
    for spot, changes in words.items():
        yield _reword(spot, language, tuple(changes))


_WAYS = {
    Order.REPLACE: Way.REPLACE,
    Order.REPLACE_EVERYWHERE: Way.REPLACE,
    Order.ADD: Way.ADD,
    Order.TAKE_OUT: Way.REMOVE,
}


def _substitution(each: Statement) -> Substitution:
    is_everywhere = each.order is Order.REPLACE_EVERYWHERE
    return Substitution(_WAYS[each.order], each.old, each.new, is_everywhere)


def _instructions(each: Statement, places: Places, namer: Namer) -> Iterator[Instruction]:
    """Yield what a sentence orders: of one that moves and renumbers, both."""
    if each.order not in _RENUMBERING:
        yield _instruction(each, places, namer)
    for spot, number in zip((each.spot, *each.others), each.numbers, strict=False):
        yield Renumber(spot.id, number)


def _instruction(each: Statement, places: Places, namer: Namer) -> Instruction:
    if each.spot.field is not None:
        return _reword(each.spot, places.language.code, Whole(each.text or ""))
    if each.order in _INTO:
        goal = Place(_INTO[each.order], each.spot.id)
        return Insert(goal, namer.inserted(goal, each.quoted, places.language.code))
    if each.order is Order.RESTATE:
        return _restate(each.spot.id, each.quoted[0], places, namer)
    return _bare(each)


def _bare(each: Statement) -> Instruction:
    """Give what a sentence orders that quotes nothing."""
    place = each.spot.id
    if each.beside is not None:
        where = Where.AFTER if each.order is Order.MOVE_AFTER else Where.FIRST
        return Move(place, Place(where, each.beside.id))
    return Repeal(place) if each.order is Order.REPEAL else Remove(place)


def _restate(place: str, new: Quoted, places: Places, namer: Namer) -> Instruction:
    """Give what stating a provision anew changes: its words alone where all else is as it was."""
    language, was = places.language.code, places.units[place].provision
    if places.is_plain(place) and replace(quoted(was, language), text=new.text) == new:
        return _reword(Spot(place), language, Whole(new.text))
    return Restate(place, namer.restated(place, new, language))


def _reword(spot: Spot, language: str, change: Rewording) -> Reword:
    return Reword(spot.id, spot.field or Field.TEXT, {language: change})
