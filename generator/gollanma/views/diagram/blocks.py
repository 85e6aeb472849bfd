"""The block of a step: its title, question and answers one below the other, what is beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from gollanma.views.diagram.course import Stop, Way
from gollanma.views.diagram.rows import AWAY, INDENT, MARGIN, Row
from gollanma.views.diagram.shapes import Box, Piece, label_in
from gollanma.views.diagram.sheet import Columns
from gollanma.views.diagram.ways import Block, Port


@dataclass(frozen=True, slots=True)
class Placed:
    """A block in its place, and the pieces of which it is made."""

    block: Block
    pieces: tuple[Piece, ...]


def placed(stop: Stop, columns: Columns, top: int, rows: Sequence[Row]) -> Placed:
    """Put the rows of a step below each other."""
    tops = tuple(accumulate((row.height for row in rows), initial=top))
    box = Box(columns.box(stop.lane), top, columns.box_width, tops[-1] - top)
    ports = [
        Port(y + row.port, y + row.height == box.bottom, tuple(_besides(row, columns, y)))
        for row, y in zip(rows, tops, strict=False)
    ]
    answers = (port for row, port in zip(rows, ports, strict=True) if isinstance(row.what, Way))
    ordinary = ports[1 if stop.handing else 0]
    leaving = tuple(next(answers) if way.answer else ordinary for way in stop.ways)
    pieces = (
        piece
        for row, port, y in zip(rows, ports, tops, strict=False)
        for piece in _pieces(row, port, Box(box.x, y, box.width, row.height))
    )
    return Placed(Block(stop.lane, box, top + rows[0].entry, leaving), tuple(pieces))


def _besides(row: Row, columns: Columns, y: int) -> Iterator[Box]:
    for each in row.beside:
        yield Box(columns.away, y + each.top, columns.away_width, each.height)


def _pieces(row: Row, port: Port, box: Box) -> Iterator[Piece]:
    room = max(2 * row.port, row.style.height(row.lines))
    beside_its_way = replace(box, height=min(room, box.height))
    around = beside_its_way if row.beside else box
    label = label_in(around, row.phrase, row.lines, row.style, INDENT)
    yield Piece(box, label, row.what, row.is_question)
    for each, place in zip(row.beside, port.beside, strict=True):
        yield Piece(place, label_in(place, each.away.name, each.lines, AWAY, MARGIN), each.away)
