"""The picture of a procedure: who does which step, and where each answer leads.

`course` reads a procedure, `layout` draws it in whole pixels, `pictures_of` has it printed.
"""

from dataclasses import dataclass

from gollanma.model.kinds import Sop
from gollanma.views.context import Desk
from gollanma.views.diagram.course import Away, Course, Handing, Stop, Way, course_of
from gollanma.views.diagram.layout import drawn
from gollanma.views.diagram.lines import tips, ways
from gollanma.views.diagram.shapes import Drawing, Piece
from gollanma.views.diagram.sheet import TALL, WIDE
from gollanma.views.steps import URGENT, home


@dataclass(frozen=True, slots=True)
class Card:
    """A box of a picture, and how it looks."""

    look: str
    """A class of the style: `do`, `hand`, `ask`, `way`, `else`, `hot` or `pill`."""
    href: str
    """Empty where it leads nowhere."""
    number: str
    """Of a step; empty elsewhere."""
    piece: Piece


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, ready to print."""

    look: str
    """`wide` for screens and paper, `tall` for phones."""
    title: str
    told: str
    drawing: Drawing
    cards: tuple[Card, ...]
    ways: str
    """The path of all ways."""
    tips: str
    """The path of the tips of arrows."""


def pictures_of(desk: Desk, sop: Sop) -> tuple[Picture, ...]:
    """Give the pictures of a procedure, wide and tall; none of one without steps."""
    if not sop.steps:
        return ()
    course = course_of(desk, sop)
    return tuple(
        _picture(desk, look, drawn(course, sheet))
        for look, sheet in (("wide", WIDE), ("tall", TALL))
    )


def _picture(desk: Desk, look: str, drawing: Drawing) -> Picture:
    title = desk.voice.title(desk.key).words
    return Picture(
        look,
        desk.voice.say("picture.title", title=title),
        desk.voice.say("picture.told"),
        drawing,
        tuple(_card(desk, each) for each in drawing.pieces),
        ways(drawing.edges),
        tips(drawing.edges),
    )


def _card(desk: Desk, piece: Piece) -> Card:
    match piece.what:
        case Stop() as stop if piece.is_question:
            return Card("ask", home(desk, stop.question_id), "", piece)
        case Stop() as stop:
            return Card("do", home(desk, stop.id), str(stop.number), piece)
        case Handing():
            return Card("hand", "", "", piece)
        case Way():
            return Card("way", "", "", piece)
        case Away() as away:
            return Card("hot" if away.key == URGENT else "else", away.href, "", piece)
        case None:
            return Card("pill", "", "", piece)


__all__ = ["Card", "Course", "Picture", "course_of", "pictures_of"]
