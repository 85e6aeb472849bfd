"""The ways of a drawn procedure, each a line with right angles that crosses no box."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gollanma.views.diagram.course import Course, Way
from gollanma.views.diagram.shapes import Box, Edge, Point
from gollanma.views.diagram.sheet import Columns, places_of, side_of

LOCAL = 6
"""From the left edge of a box to the track for its ways to the next row."""
BELOW = 8
"""From a row to where ways to the next one run across."""


@dataclass(frozen=True, slots=True)
class Port:
    """Where a way leaves a block."""

    y: int
    is_last: bool
    """Nothing of the block is below it."""
    beside: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The place of a step, or of the end."""

    lane: int
    box: Box
    entry: int
    """How far down ways come in from a gutter."""
    ports: tuple[Port, ...]


@dataclass(frozen=True)
class Router:
    """Leads the ways of a procedure between blocks that are placed."""

    course: Course
    columns: Columns
    start: Box
    blocks: Sequence[Block]
    """In the order of the rows."""

    def edges(self) -> Iterator[Edge]:
        """Yield the way to the first step, then the ways of each."""
        first = self.course.stops[0]
        x = self.columns.spine(first.lane)
        yield Edge(((x, self.start.bottom), (x, self.blocks[0].box.y)), "", 0, first.id)
        for row, stop in enumerate(self.course.stops):
            for number, way in enumerate(stop.ways):
                for target, points in self._legs(row, self.blocks[row].ports[number], way):
                    yield Edge(tuple(dict.fromkeys(points)), stop.id, number, target)

    @property
    def places(self) -> Mapping[str, int]:
        """The row of each step and of the end."""
        return places_of(self.course)

    def _legs(self, row: int, port: Port, way: Way) -> Iterator[tuple[str, tuple[Point, ...]]]:
        """Yield each part of a way with the place to which it leads."""
        block = self.blocks[row].box
        for away, box in zip(way.away[:1], port.beside[:1], strict=True):
            yield away.key, ((block.right, port.y), (box.x, port.y))
        for (_, over), (away, box) in pairwise(zip(way.away, port.beside, strict=True)):
            x = over.x + over.width // 2
            yield away.key, ((x, over.bottom), (x, box.y))
        if way.to is not None:
            yield way.to, self._on(row, port, way, self.places[way.to])

    def _on(self, row: int, port: Port, way: Way, target: int) -> tuple[Point, ...]:
        side = side_of(row, way, self.places)
        if not side:
            return self._down(row, port)
        block, goal = self.blocks[row].box, self.blocks[target]
        track = self.columns.track(target, is_left=side == "left")
        if side == "left":
            begin, end = (block.x, port.y), (goal.box.x, goal.entry)
        else:
            begin, end = self._right_of(block, port), (goal.box.right, goal.entry)
        return begin, (track, begin[1]), (track, end[1]), end

    @staticmethod
    def _right_of(block: Box, port: Port) -> Point:
        if port.beside:
            return port.beside[-1].right, port.beside[-1].middle
        return block.right, port.y

    def _down(self, row: int, port: Port) -> tuple[Point, ...]:
        """Lead to the following row: from below, or past the rows of the block that are below."""
        block, goal = self.blocks[row], self.blocks[row + 1]
        here, there = self.columns.spine(block.lane), self.columns.spine(goal.lane)
        across = block.box.bottom + BELOW
        end = ((there, across), (there, goal.box.y))
        if port.is_last:
            begin: tuple[Point, ...] = ((here, block.box.bottom), (here, across))
        else:
            x = block.box.x - LOCAL
            begin = ((block.box.x, port.y), (x, port.y), (x, across))
        return (*begin, *end)
