"""Draws a procedure: rows of steps from above downwards, each in the lane of the one who does it.

No two steps stand in one row, so a way may leave its row to either side; it then runs in a gutter,
where it has a track, and comes into the row to which it leads. So no way crosses a box.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from gollanma.views.diagram.blocks import placed
from gollanma.views.diagram.course import Course, Phrase
from gollanma.views.diagram.measure import width
from gollanma.views.diagram.rows import ANSWER, HEAD, INDENT, MARGIN, rows_of, wrapped
from gollanma.views.diagram.shapes import Box, Drawing, Lane, Piece, label_in
from gollanma.views.diagram.sheet import INSET, SPINE, Columns, Sheet, columns_of
from gollanma.views.diagram.ways import Block, Router

GAP = 26
"""Between two rows: ways run in its upper part, their tips in the lower one."""
TURN = 14
"""From a row to the band of the next actor: ways run between them."""
BREATH = 10
PILL = 24
"""The height of the box for the start or the end."""


def drawn(course: Course, sheet: Sheet) -> Drawing:
    """Draw a procedure that has steps on a sheet; the same procedure gives the same drawing."""
    return _Drawing(course, sheet, columns_of(course, sheet)).drawing()


@dataclass(frozen=True, slots=True)
class _Tops:
    """Where things begin from above downwards."""

    heads: tuple[tuple[int, int], ...]
    """The lane of each turn, and where it begins."""
    start: int
    blocks: tuple[int, ...]
    end: int
    height: int


@dataclass(frozen=True)
class _Drawing:
    course: Course
    sheet: Sheet
    columns: Columns

    def drawing(self) -> Drawing:
        rows = [
            rows_of(stop, self.columns.box_width, self.columns.away_width)
            for stop in self.course.stops
        ]
        tops = self._tops([sum(row.height for row in each) for each in rows])
        start = self._pill(self.course.stops[0].lane, tops.start, self.course.start)
        end = self._pill(self.course.stops[-1].lane, tops.end, self.course.end)
        steps = [
            placed(stop, self.columns, top, each)
            for stop, top, each in zip(self.course.stops, tops.blocks, rows, strict=True)
        ]
        last = Block(self.course.stops[-1].lane, end.box, end.box.middle, ())
        blocks = (*(step.block for step in steps), last)
        router = Router(self.course, self.columns, start.box, blocks)
        return Drawing(
            self.columns.width,
            tops.height,
            tuple(self._lanes(tops)),
            (
                start,
                *(piece for step in steps for piece in step.pieces),
                *((end,) if self.course.has_end else ()),
            ),
            tuple(router.edges()),
        )

    # --- from above downwards

    def _tops(self, heights: Sequence[int]) -> _Tops:
        heads: list[tuple[int, int]] = []
        blocks: list[int] = []
        y = start = 0
        for number, (stop, height) in enumerate(zip(self.course.stops, heights, strict=True)):
            if self._begins_turn(number):
                y += TURN if number else 0
                heads.append((stop.lane, y))
                y += self._head(stop.lane) + BREATH
            if not number:
                start = y
                y += PILL
            if not number or not self._begins_turn(number):
                y += GAP
            blocks.append(y)
            y += height
        end = y + GAP
        last = end + PILL if self.course.has_end else y
        return _Tops(tuple(heads), start, tuple(blocks), end, last + BREATH)

    def _begins_turn(self, number: int) -> bool:
        """Say whether a head stands before a step: once above columns, else for each turn."""
        stops = self.course.stops
        return not number or (
            not self.sheet.has_columns and stops[number].lane != stops[number - 1].lane
        )

    def _head(self, lane: int) -> int:
        lanes = range(len(self.course.lanes)) if self.sheet.has_columns else (lane,)
        return max(HEAD.height(self._name(each)) for each in lanes)

    def _name(self, lane: int) -> tuple[str, ...]:
        room = self.columns.lanes[lane][1] - self._indent - MARGIN
        return wrapped(self.course.lanes[lane], room, HEAD)

    # --- what is drawn

    def _lanes(self, tops: _Tops) -> Iterator[Lane]:
        if self.sheet.has_columns:
            for lane in range(len(self.course.lanes)):
                yield self._lane(lane, 0, tops.height)
        else:
            ends = (*(top for _, top in tops.heads[1:]), tops.height)
            for (lane, top), end in zip(tops.heads, ends, strict=True):
                yield self._lane(lane, top, end)

    def _lane(self, lane: int, top: int, end: int) -> Lane:
        left, across = self.columns.lanes[lane]
        head = Box(left, top, across, self._head(lane))
        label = label_in(head, self.course.lanes[lane], self._name(lane), HEAD, self._indent)
        return Lane(lane, replace(head, height=end - top), label)

    @property
    def _indent(self) -> int:
        """How far from the edge of a lane its name stands: beside bands' ways, above columns."""
        return MARGIN if self.sheet.has_columns else INSET + INDENT

    def _pill(self, lane: int, y: int, phrase: Phrase) -> Piece:
        words = ceil(width(phrase.words, ANSWER.size))
        box = Box(self.columns.box(lane), y, max(2 * SPINE, words + 2 * MARGIN), PILL)
        return Piece(box, label_in(box, phrase, (phrase.words,), ANSWER, MARGIN), None)
