"""What a picture is drawn on: how wide it is, and where its gutters, lanes and boxes stand."""

from collections.abc import Mapping
from dataclasses import dataclass

from gollanma.views.diagram.course import Course, Way
from gollanma.views.diagram.rows import MARGIN
from gollanma.views.diagram.tracks import Run, tracks_of
from gollanma.views.steps import END

TRACK = 7
"""Between two tracks of a gutter."""
RIM = 8
INSET = 12
"""From the edge of a lane to its boxes: there is a track for ways to the next step."""
SPINE = 17
"""From the left edge of a box to where ways leave it below and come in above."""
NARROWEST = 110


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of picture."""

    width: int
    away_width: int
    """How wide what stands beside the steps is."""
    widest: int
    """No box of a step is wider."""
    has_columns: bool
    """Each actor has a column; else each of her turns is a band across."""
    aside: int = 0
    """What stays free in a lane on the right of its boxes."""


WIDE = Sheet(672, 128, 360, has_columns=True)
TALL = Sheet(328, 100, 328, has_columns=False)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand from left to right."""

    width: int
    left: Mapping[int, int]
    """The tracks on the left, by the row to which they lead."""
    right: Mapping[int, int]
    lanes: tuple[tuple[int, int], ...]
    """The left edge and the width of the lane of each actor."""
    box_width: int
    away: int
    """The left edge of what stands beside the steps."""
    away_width: int

    def box(self, lane: int) -> int:
        """Give the left edge of the boxes of a lane."""
        return self.lanes[lane][0] + INSET

    def spine(self, lane: int) -> int:
        """Give where ways leave and reach the boxes of a lane."""
        return self.box(lane) + SPINE

    def track(self, target: int, *, is_left: bool) -> int:
        """Give where the track to a row stands."""
        if is_left:
            return self.lanes[0][0] - RIM - TRACK * self.left[target]
        return self.width - RIM - TRACK * (len(set(self.right.values())) - 1 - self.right[target])


def columns_of(course: Course, sheet: Sheet) -> Columns:
    """Divide the width of a picture."""
    lefts, rights = _tracks(course)
    start, after = RIM + _gutter(lefts), RIM + _gutter(rights)
    has_away = any(way.away for stop in course.stops for way in stop.ways)
    beside = sheet.away_width + INSET if has_away else 0
    count = len(course.lanes) if sheet.has_columns else 1
    room = sheet.width - start - beside - after
    each = max(room // count, NARROWEST + sheet.aside)
    widths = [each] * count
    lanes = tuple((start + sum(widths[:number]), each) for number in range(count))
    lanes_end = start + each * count
    return Columns(
        lanes_end + beside + after,
        lefts,
        rights,
        lanes if sheet.has_columns else lanes * len(course.lanes),
        min(each - INSET - MARGIN - sheet.aside, sheet.widest),
        lanes_end + INSET,
        sheet.away_width,
    )


def _gutter(tracks: Mapping[int, int]) -> int:
    return TRACK * len(set(tracks.values()))


def _tracks(course: Course) -> tuple[Mapping[int, int], Mapping[int, int]]:
    places = places_of(course)
    runs = [
        (side, Run(row, places[way.to]))
        for row, stop in enumerate(course.stops)
        for way in stop.ways
        if way.to and (side := side_of(row, way, places))
    ]
    return (
        tracks_of(run for side, run in runs if side == "left"),
        tracks_of(run for side, run in runs if side == "right"),
    )


def places_of(course: Course) -> Mapping[str, int]:
    """Give the row of each step, and of the end."""
    return {END: len(course.stops)} | {stop.id: row for row, stop in enumerate(course.stops)}


def side_of(row: int, way: Way, places: Mapping[str, int]) -> str:
    """Say by which gutter a way goes; by none to the following row."""
    target = places[way.to] if way.to else row
    if way.away or target > row + 1:
        return "right"
    return "left" if target <= row else ""
