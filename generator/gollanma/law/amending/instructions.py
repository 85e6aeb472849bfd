"""What an amending act orders, said in no language: values that can be written out and played.

All places are ids of the text as it stands before the amending act, so that the order of the
instructions decides only where several name one place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gollanma.model.kinds.acts import Provision


class Field(StrEnum):
    """Which words of a provision."""

    HEADING = "heading"
    TEXT = "text"
    """Its own words, without those of what it holds."""


class Where(StrEnum):
    """Where something is put."""

    AFTER = "after"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is put: behind a provision, or first or last in one."""

    where: Where
    target: str
    """Empty for the act as a whole."""


class Way(StrEnum):
    """What is done to some words."""

    REPLACE = "replace"
    ADD = "add"
    """Behind the words named."""
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Substitution:
    """A change of some words of a text."""

    way: Way
    old: str
    """The words named; they stand in the text once, or the change is made everywhere."""
    new: str = ""
    is_everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """All words anew."""

    text: str
    """Empty where the words go."""


Rewording = tuple[Substitution, ...] | Whole


@dataclass(frozen=True, slots=True)
class Reword:
    """Change the heading or the own words of a provision, or the preamble."""

    target: str
    """Empty for the preamble of the act."""
    field: Field
    rewordings: Mapping[str, Rewording]
    """By language; a language that keeps its words is absent."""
    only: tuple[str, ...] = ()
    """The languages that change where another one has words and keeps them; else empty."""


@dataclass(frozen=True, slots=True)
class Restate:
    """State a provision anew, with all that it holds."""

    target: str
    provision: Provision


@dataclass(frozen=True, slots=True)
class Insert:
    """Put new provisions somewhere; all are of one unit and numbered, or all are not."""

    place: Place
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a provision out, with all that it holds and that does not move elsewhere."""

    target: str


@dataclass(frozen=True, slots=True)
class Repeal:
    """Let a provision lose its force; it keeps its place and its words."""

    target: str


@dataclass(frozen=True, slots=True)
class Renumber:
    """Give a provision another number."""

    target: str
    number: str


@dataclass(frozen=True, slots=True)
class Move:
    """Put a provision elsewhere, with all that it holds."""

    target: str
    place: Place


Instruction = Reword | Restate | Insert | Remove | Repeal | Renumber | Move
