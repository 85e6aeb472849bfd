"""References that a command could only carry over in part: they wait until a person decides."""

from collections.abc import Iterable

from pydantic import Field

from gollanma.model.base import Part
from gollanma.model.scalars import Whole, Words

HEAD = "# Written by `gollanma import act --onto`, emptied by `gollanma decide`; never by hand.\n"


class Undecided(Part):
    """One reference that leads elsewhere now, or that went with the text in which it stood."""

    where: Words
    """The record with the place in it, or the path of a page written by hand."""
    old: Words
    """What it was."""
    new: Words | None = None
    """What it is now; absent where it went with its text."""
    likeness: Whole | None = None
    """Of a hundred; absent where nothing corresponds to what it led to."""


class UndecidedList(Part):
    """The file `undecided.yml`."""

    undecided: tuple[Undecided, ...] = Field(default=())


def as_text(entries: Iterable[Undecided]) -> str:
    """Give the text of the file with some entries, sorted, each once."""
    rows = sorted({_row(each) for each in entries})
    return f"{HEAD}undecided:{''.join(rows) or ' []'}".rstrip("\n") + "\n"


def _row(entry: Undecided) -> str:
    fields = [("where", _quoted(entry.where)), ("old", _quoted(entry.old))]
    fields += [("new", _quoted(entry.new))] if entry.new else []
    fields += [("likeness", str(entry.likeness))] if entry.likeness is not None else []
    lines = "\n    ".join(f"{name}: {value}" for name, value in fields)
    return f"\n  - {lines}"


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
