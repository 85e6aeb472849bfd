"""The comparative table of working groups: in force, proposed, why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gollanma.law import Row
from gollanma.views.context import Link
from gollanma.views.editions.cells import Cells
from gollanma.views.editions.heads import Top
from gollanma.views.editions.pair import TABLE, Pair, all_pairs
from gollanma.views.editions.parts import parts_of
from gollanma.views.markup import Html, safe
from gollanma.views.page import Page
from gollanma.views.saying import Said
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One provision: its words before and after, and why they change."""

    id: str
    title: str
    old: Html
    new: Html
    reasons: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """All that the page prints."""

    top: Top
    old: Link
    new: Link
    rows: tuple[ComparedRow, ...]
    parts: tuple[Link, ...]


def comparison_pages(voice: Voice) -> Iterator[Page]:
    """Yield for every two editions of an act the table of what was and what is proposed."""
    for pair in all_pairs(voice):
        parts = parts_of(pair.rows, len(voice.project.languages.all))
        for number, rows in enumerate(parts):
            yield _page(pair, rows, number, len(parts))


def _page(pair: Pair, rows: Sequence[Row], number: int, count: int) -> Page:
    address, say = pair.address(TABLE, number + 1), pair.voice.say
    desk, heading = pair.desk(address), say("comparison.heading")
    view = ComparisonView(
        top=pair.top(desk, heading),
        old=desk.page(pair.old, safe(pair.name(pair.old))),
        new=desk.page(pair.new, safe(pair.name(pair.new))),
        rows=tuple(compared(pair, address, row) for row in rows),
        parts=pair.parts(TABLE, desk, number, count),
    )
    return pair.page(address, "comparison.html", heading, view)


def compared(pair: Pair, address: str, row: Row) -> ComparedRow:
    """Give one provision before and after, as the page at an address prints it."""
    old, new = Cells(pair, address).beside(row, pair.voice.code)
    return ComparedRow(row.id, pair.titled(row), old, new, pair.why(pair.desk(address), row))
