"""The lines of a drawing as paths of SVG: what several ways share is drawn once."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from gollanma.views.diagram.shapes import Edge, Point

LENGTH, HALF = 7, 4
"""Of the tip of an arrow."""


def ways(edges: Iterable[Edge]) -> str:
    """Give the path of all ways."""
    across: dict[int, list[Point]] = {}
    down: dict[int, list[Point]] = {}
    for edge in edges:
        for (x, y), (to_x, to_y) in pairwise(edge.points):
            if y == to_y:
                across.setdefault(y, []).append((min(x, to_x), max(x, to_x)))
            else:
                down.setdefault(x, []).append((min(y, to_y), max(y, to_y)))
    return "".join(
        (
            *(f"M{x} {y}h{end - x}" for y in sorted(across) for x, end in _joined(across[y])),
            *(f"M{x} {y}v{end - y}" for x in sorted(down) for y, end in _joined(down[x])),
        )
    )


def _joined(spans: Iterable[Point]) -> Iterator[Point]:
    """Yield spans of a line, those that touch each other as one."""
    start, end = None, 0
    for first, last in sorted(spans):
        if start is not None and first > end:
            yield start, end
            start = None
        start, end = (first, last) if start is None else (start, max(end, last))
    if start is not None:
        yield start, end


def tips(edges: Iterable[Edge]) -> str:
    """Give the path of the tips, one where several ways end together."""
    ends = {edge.points[-2:] for edge in edges}
    return "".join(sorted({_tip(before, end) for before, end in ends}))


def _tip(before: Point, end: Point) -> str:
    (x, y), (to_x, to_y) = before, end
    if y == to_y:
        back = -LENGTH if x < to_x else LENGTH
        return f"M{to_x} {to_y}l{back}-{HALF}v{2 * HALF}z"
    back = -LENGTH if y < to_y else LENGTH
    return f"M{to_x} {to_y}l-{HALF} {back}h{2 * HALF}z"
