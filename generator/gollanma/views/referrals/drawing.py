"""Draws who sends people to whom: senders on the left, services amid, receivers on the right.

Every way runs in the gutter between two columns, so none crosses a box.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from gollanma.views.diagram.course import Phrase
from gollanma.views.diagram.measure import wrap
from gollanma.views.diagram.rows import HEAD, TITLE, Style
from gollanma.views.diagram.shapes import Box, Label

NOTE = Style(12, 15, 30)
PAD = 10
"""From the edge of a box to its words."""
GAP = 10
PART = 30
"""Above the heading of a part of the middle column."""
TOP = 30
"""For the heads of the columns."""
TIP, HALF = 7, 4
"""The tip of an arrow."""


@dataclass(frozen=True, slots=True)
class Node:
    """A box: who sends, serves or receives."""

    key: str
    name: Phrase
    href: str
    look: str
    """A class of the style."""
    note: str = ""
    """When one comes from there or goes there; empty where a table alone says it."""


@dataclass(frozen=True, slots=True)
class Part:
    """Boxes of the middle column under one heading."""

    heading: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Arc:
    """A way between a box of the middle and one of a side."""

    middle: str
    side: str
    is_in: bool
    """It leads into the middle from the left; else out of it, to the right."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be drawn."""

    heads: tuple[str, str, str]
    left: tuple[Node, ...]
    parts: tuple[Part, ...]
    right: tuple[Node, ...]
    arcs: tuple[Arc, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """How wide the columns are."""

    side: int
    gutter: int
    middle: int

    @property
    def width(self) -> int:
        """Give the width of the whole."""
        return 2 * (self.side + self.gutter) + self.middle

    @property
    def columns(self) -> tuple[tuple[int, int], ...]:
        """Give the left edge and the width of each column."""
        amid = self.side + self.gutter
        return (0, self.side), (amid, self.middle), (amid + self.middle + self.gutter, self.side)


@dataclass(frozen=True, slots=True)
class Placed:
    """A box in its place, with its words."""

    node: Node
    box: Box
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """A drawn way, from its start to the tip at its end."""

    arc: Arc
    start: tuple[int, int]
    end: tuple[int, int]

    @property
    def path(self) -> str:
        """Give the line."""
        (x, y), (to_x, to_y) = self.start, self.end
        amid = (x + to_x) // 2
        return f"M{x} {y}C{amid} {y} {amid} {to_y} {to_x - TIP} {to_y}"

    @property
    def tip(self) -> str:
        """Give the tip."""
        x, y = self.end
        return f"M{x} {y}l-{TIP}-{HALF}v{2 * HALF}z"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A box of the middle with all its ways: whoever points at it sees them stand out."""

    placed: Placed
    curves: tuple[Curve, ...]

    @property
    def line(self) -> str:
        """Give all lines as one path."""
        return "".join(each.path for each in self.curves)

    @property
    def tips(self) -> str:
        """Give all tips as one path, equal ones once."""
        return "".join(dict.fromkeys(each.tip for each in self.curves))


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing."""

    width: int
    height: int
    heads: tuple[Label, ...]
    sides: tuple[Placed, ...]
    bundles: tuple[Bundle, ...]

    @property
    def box(self) -> Box:
        """Give all of it as a box."""
        return Box(0, 0, self.width, self.height)


def chart_of(plan: Plan, sheet: Sheet) -> Chart:
    """Draw a plan; the same plan gives the same drawing."""
    left, amid, right = sheet.columns
    middle, headings, bottom = _middle(plan.parts, *amid)
    boxes = {each.node.key: each.box for each in middle}
    wanted = [
        _wanted(nodes, boxes, [arc for arc in plan.arcs if arc.is_in is is_in], column[1])
        for nodes, column, is_in in ((plan.left, left, True), (plan.right, right, False))
    ]
    height = max(bottom, *(_needed(column) for column in wanted))
    sides = [
        tuple(_stacked(column, x, height))
        for column, (x, _) in zip(wanted, (left, right), strict=True)
    ]
    heads = (
        _label(head, HEAD, x + PAD, TOP - 12)
        for head, (x, _) in zip(plan.heads, sheet.columns, strict=True)
    )
    curves = _curves(plan.arcs, boxes, *({p.node.key: p.box for p in each} for each in sides))
    bundles = (
        Bundle(each, tuple(curve for curve in curves if curve.arc.middle == each.node.key))
        for each in middle
    )
    return Chart(
        sheet.width, height + 2, (*heads, *headings), (*sides[0], *sides[1]), tuple(bundles)
    )


# --- words in boxes


def _label(words: str, style: Style, x: int, y: int) -> Label:
    return Label(Phrase(words), (words,), x, y, style)


def _lines(node: Node, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    room = width - 2 * PAD
    return wrap(node.name.words, room, TITLE.size), wrap(node.note, room, NOTE.size)


def _height(node: Node, width: int) -> int:
    name, note = _lines(node, width)
    return TITLE.height(name) + len(note) * NOTE.leading


def _placed(node: Node, box: Box) -> Placed:
    name, note = _lines(node, box.width)
    y = box.y + TITLE.least // 2 + 4
    below = y + len(name) * TITLE.leading
    labels = [Label(node.name, name, box.x + PAD, y, TITLE)]
    if note:
        labels.append(Label(Phrase(node.note), note, box.x + PAD, below, NOTE))
    return Placed(node, box, tuple(labels))


# --- columns


def _middle(
    parts: Iterable[Part], x: int, width: int
) -> tuple[tuple[Placed, ...], tuple[Label, ...], int]:
    """Put the parts of the middle below each other; give boxes, headings and where they end."""
    placed, headings, y = list[Placed](), list[Label](), TOP
    for part in parts:
        if part.heading:
            headings.append(_label(part.heading, HEAD, x + PAD, y + PART - 12))
            y += PART
        for node in part.nodes:
            placed.append(_placed(node, Box(x, y, width, _height(node, width))))
            y = placed[-1].box.bottom + GAP
    return tuple(placed), tuple(headings), y


@dataclass(frozen=True, slots=True)
class _Wish:
    """Where a box of a side would like to stand: amid those to which its ways lead."""

    node: Node
    middle: float
    box: Box
    """Its size; its place is found later."""


def _wanted(
    nodes: Iterable[Node], boxes: Mapping[str, Box], arcs: Sequence[Arc], width: int
) -> list[_Wish]:
    wishes = [
        _Wish(
            node,
            fmean([boxes[arc.middle].middle for arc in arcs if arc.side == node.key] or [0]),
            Box(0, 0, width, _height(node, width)),
        )
        for node in nodes
    ]
    return sorted(wishes, key=lambda each: (each.middle, each.node.key))


def _needed(wishes: Iterable[_Wish]) -> int:
    return TOP + sum(each.box.height + GAP for each in wishes)


def _stacked(wishes: Sequence[_Wish], x: int, height: int) -> Iterator[Placed]:
    """Yield the boxes of a side in the order of their wishes, none over another."""
    tops, y = list[int](), TOP
    for each in wishes:
        tops.append(max(y, round(each.middle) - each.box.height // 2))
        y = tops[-1] + each.box.height + GAP
    limit = height
    for place in range(len(wishes) - 1, -1, -1):
        size = wishes[place].box.height + GAP
        tops[place] = min(tops[place], limit - size)
        limit = tops[place]
    for each, top in zip(wishes, tops, strict=True):
        yield _placed(each.node, Box(x, top, each.box.width, each.box.height))


# --- ways


def _curves(
    arcs: Iterable[Arc],
    middle: Mapping[str, Box],
    left: Mapping[str, Box],
    right: Mapping[str, Box],
) -> tuple[Curve, ...]:
    known = sorted(set(arcs), key=lambda arc: (arc.is_in, arc.middle, arc.side))
    side = {arc: (left if arc.is_in else right)[arc.side] for arc in known}
    amid = {arc: middle[arc.middle] for arc in known}
    at_side, at_middle = _ports(side, amid), _ports(amid, side)
    return tuple(
        Curve(arc, (side[arc].right, at_side[arc]), (amid[arc].x, at_middle[arc]))
        if arc.is_in
        else Curve(arc, (amid[arc].right, at_middle[arc]), (side[arc].x, at_side[arc]))
        for arc in known
    )


def _ports(here: Mapping[Arc, Box], there: Mapping[Arc, Box]) -> dict[Arc, int]:
    """Give how far down each way leaves or reaches its box: in the order of its other ends."""
    found: dict[Arc, int] = {}
    for box, is_in in dict.fromkeys((here[arc], arc.is_in) for arc in here):
        mine = [arc for arc in here if here[arc] == box and arc.is_in is is_in]
        mine.sort(key=lambda arc: (there[arc].middle, arc.middle, arc.side))
        for number, arc in enumerate(mine, 1):
            found[arc] = box.y + box.height * number // (len(mine) + 1)
    return found
