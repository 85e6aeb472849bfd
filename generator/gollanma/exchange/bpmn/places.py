"""Where the nodes and flows of a process stand that a picture draws otherwise."""

from gollanma.exchange.bpmn.pieces import Drawn
from gollanma.views.diagram.course import Way
from gollanma.views.diagram.rows import INDENT
from gollanma.views.diagram.shapes import Box, Point
from gollanma.views.diagram.sheet import SPINE

HALF = 9
"""Of a gateway."""
EVENT = 12
"""Of the circle of the start or the end: as high as what stands there in a picture."""
TIMER = 7
"""The same for a limit."""
LATE = 24
"""From the right edge of a task to its limit, and on the other side to the end after it."""
LINE = 12
Points = tuple[Point, ...]


def circle(x: int, y: int, half: int) -> Box:
    """Give the box around a circle."""
    return Box(x - half, y - half, 2 * half, 2 * half)


def beside(node: Box) -> Box:
    """Give where the name of an event stands, on its right."""
    return Box(node.right + 4, node.middle - LINE // 2, 6 * LINE, LINE)


def asked(row: Box, *, is_question: bool) -> Box:
    """Give where the name of a gateway stands: clear of the limit, and above a refusal's way."""
    y = row.middle - LINE // 2 if is_question else row.y
    return Box(row.x + INDENT, y, max(LINE, row.width - INDENT - 2 * LATE), LINE)


def under(node: Box) -> Box:
    """Give where a name stands below its node."""
    return Box(node.x - 2 * LINE, node.bottom + 1, node.width + 4 * LINE, LINE)


def led(each: Drawn, way: Way, points: Points, answer: Box | None) -> tuple[Points, Box | None]:
    """Give the points of a way from the node that it leaves in a process, and where its name is."""
    if not each.gateways:
        return points, None
    if answer is None:
        return _past(each, points), None
    y = answer.middle + 2 if way.is_refusal else min(points[0][1], answer.bottom) - LINE - 2
    label = Box(answer.x + INDENT, y, answer.width - INDENT, LINE)
    return tuple(dict.fromkeys(_answered(each, way, points, answer))), label


def _past(each: Drawn, points: Points) -> Points:
    """Lead the way of a person who agrees round below the row of the refusal."""
    (_, row), x, y = each.gateways[-1], each.title.x + SPINE, each.gateways[-1][1].bottom - 2
    begin, second, *others = points
    if not others:  # straight to what stands beside the task: from below up to there
        between = (begin[0] + second[0]) // 2
        return ((x, row.middle + HALF), (x, y), (between, y), (between, second[1]), second)
    return ((x, row.middle + HALF), (x, y), (second[0], y), *others)


def _answered(each: Drawn, way: Way, points: Points, answer: Box) -> Points:
    """Lead a way through the row of its answer."""
    spine, (x, y) = each.title.x + SPINE, points[0]
    if way.is_refusal:
        side = spine + HALF if x == answer.right else spine - HALF
        return ((side, answer.middle), (x, answer.middle), *points)
    below = each.question.middle + HALF if each.question else answer.y
    return ((spine, below), (spine, y), *points)
