"""The pages of plain records: sections of prose, facts in rows, points and tables.

A kind that needs no more than that says what stands in each section; one template prints them all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gollanma.model import Record
from gollanma.views.context import Desk
from gollanma.views.frame import Frame, Sections, anchor, closing, record_page
from gollanma.views.markup import NOTHING, Html, Printed, joined, safe
from gollanma.views.page import Page
from gollanma.views.trust import Row


@dataclass(frozen=True, slots=True)
class Cells:
    """A row of a table."""

    cells: tuple[Html, ...]
    """The first one heads the row."""
    id: str = ""
    """The anchor of a place inside the record; empty where it has none."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head for each column."""

    heads: tuple[str, ...]
    rows: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """What stands under one heading; most of it is empty."""

    heading: str = ""
    prose: tuple[Html, ...] = ()
    rows: tuple[Row, ...] = ()
    points: tuple[Html, ...] = ()
    ticks: tuple[Html, ...] = ()
    """Points that one ticks on paper."""
    table: Table | None = None
    id: str = ""
    """The anchor of a place inside the record; empty where it has none."""

    @property
    def holds(self) -> bool:
        """Say whether there is anything to print, if only the place to which others lead."""
        listed = self.points or self.ticks or (self.table and self.table.rows)
        return bool(self.prose or self.rows or self.id or listed)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the page; its title is a sentence of the interface."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    id: str


@dataclass(frozen=True, slots=True)
class SheetView:
    """All that the page of a plain record prints."""

    frame: Frame
    sections: tuple[Section, ...]


def section_of(desk: Desk, name: str, *blocks: Block) -> Section:
    """Give a section with the blocks that hold anything."""
    kept = tuple(each for each in blocks if each.holds)
    return Section(name, desk.voice.say(f"section.{name}"), kept, anchor(name))


def sheet_page(
    desk: Desk,
    record: Record,
    frame: Frame,
    sections: Iterable[Section],
    template: str = "sheet.html",
) -> Page:
    """Give the page of a plain record; a template of its own makes it a page type of its own."""
    kept = tuple(each for each in sections if each.blocks)
    view = SheetView(frame, kept)
    names: Sections = (*((each.name, True) for each in kept), *closing(frame))
    return record_page(desk, record, template, view, names)


def prose(*these: Printed | None) -> tuple[Html, ...]:
    """Give what there is of several texts."""
    return tuple(safe(each) for each in these if each)


def rows(*pairs: tuple[str, str | Printed | None]) -> tuple[Row, ...]:
    """Give names with what belongs to them; what is not there is left out."""
    return tuple(Row(name, safe(value)) for name, value in pairs if value)


def several(these: Iterable[Printed], between: str = ", ") -> Html | None:
    """Give several links in one line; nothing where there is none."""
    pieces = tuple(these)
    return joined(pieces, between) if pieces else None


def cells(*these: str | Printed | None, place: str = "") -> Cells:
    """Give a row of a table; what is not there leaves its cell empty."""
    return Cells(tuple(safe(each) if each else NOTHING for each in these), place)


def heads(desk: Desk, *keys: str) -> tuple[str, ...]:
    """Give the heads of a table by the keys of their words."""
    return tuple(map(desk.voice.say, keys))


def table(heads: tuple[str, ...], rows: Iterator[Cells]) -> Table:
    """Give a table."""
    return Table(heads, tuple(rows))
