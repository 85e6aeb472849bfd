"""The parts of a drawn procedure, in whole pixels from the upper left corner."""

from dataclasses import dataclass

from gollanma.views.diagram.course import Away, Handing, Phrase, Stop, Way
from gollanma.views.diagram.rows import Style

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Where it ends below."""
        return self.y + self.height

    @property
    def middle(self) -> int:
        """Half its height."""
        return self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Label:
    """Words in lines; `x` and `y` are where the first one begins, on its base line."""

    phrase: Phrase
    lines: tuple[str, ...]
    x: int
    y: int
    style: Style


def label_in(box: Box, phrase: Phrase, lines: tuple[str, ...], style: Style, indent: int) -> Label:
    """Give words in the middle of the height of a box, at a distance from its left edge."""
    above = (box.height - len(lines) * style.leading) // 2
    return Label(phrase, lines, box.x + indent, box.y + above + style.leading - 4, style)


@dataclass(frozen=True, slots=True)
class Lane:
    """Where the steps of one actor stand; a tall picture has one for each of her turns."""

    number: int
    box: Box
    label: Label


@dataclass(frozen=True, slots=True)
class Piece:
    """A box with words: what it shows is told by `what`."""

    box: Box
    label: Label
    what: Stop | Handing | Way | Away | None
    """A step, whom it hands on to, an answer, what is beside them; nothing at start and end."""
    is_question: bool = False
    """It is the question of a step."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A way, drawn with right angles from one piece to another."""

    points: tuple[Point, ...]
    source: str
    """The id of the step that it leaves; empty at the start."""
    way: int
    """Which of its ways."""
    target: str
    """The id of the step to which it leads, `end`, or the key of a place beside the steps."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A procedure, drawn."""

    width: int
    height: int
    lanes: tuple[Lane, ...]
    pieces: tuple[Piece, ...]
    edges: tuple[Edge, ...]
