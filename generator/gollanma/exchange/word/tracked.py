"""Paragraphs with tracked changes, as Word keeps them: in runs, and at the ends of paragraphs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from lxml.etree import _Element

from gollanma.exchange.word.marks import name_of
from gollanma.exchange.word.paper import DEEPEST, Cover, element, runs
from gollanma.exchange.word.plain import Line, Place, Role
from gollanma.exchange.word.redline import Paragraph
from gollanma.law import Piece, PieceKind

AROUND = {
    (PieceKind.INSERTED, False): "ins",
    (PieceKind.DELETED, False): "del",
    (PieceKind.INSERTED, True): "moveTo",
    (PieceKind.DELETED, True): "moveFrom",
}
"""What stands around words that change, and in the end of a paragraph that does."""


@dataclass(frozen=True)
class Pen:
    """Writes the paragraphs of one file; every change and every bookmark has its own number."""

    cover: Cover
    present: frozenset[Place]
    """The lines of the newer text: what is there needs no bookmark where it was."""
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _named: set[str] = field(default_factory=set)
    _moves: dict[Place, str] = field(default_factory=dict)
    _waiting: list[_Element] = field(default_factory=list)
    """Ends of what the last paragraph opened and did not close."""

    def marked(self, name: str, style: str, text: str) -> _Element:
        """Give a paragraph that no change touches, under a bookmark."""
        made = self._paragraph(style)
        opened, closed = self._bookmark(name)
        made.extend((opened, *runs(text, self.cover.language), closed))
        return made

    def write(self, paragraph: Paragraph) -> _Element:
        """Give a paragraph of a redline."""
        kind = (paragraph.end, paragraph.is_moved)
        made = self._paragraph(_style(paragraph.line), AROUND.get(kind, ""))
        if paragraph.is_first:
            made.extend(self._openings(paragraph))
        for piece in paragraph.pieces:
            made.extend(self._piece(piece, is_moved=paragraph.is_moved))
        if paragraph.is_last:
            made.extend(reversed(self._waiting))
            self._waiting.clear()
        return made

    def _paragraph(self, style: str, end: str = "") -> _Element:
        made, about = element("p"), element("pPr")
        about.append(element("pStyle", val=style.replace(" ", "")))
        if end:
            look = element("rPr")
            look.append(self._change(end))
            about.append(look)
        made.append(about)
        return made

    def _piece(self, piece: Piece, *, is_moved: bool) -> Iterator[_Element]:
        around = AROUND.get((piece.kind, is_moved))
        if around is None:
            yield from runs(piece.text, self.cover.language)
            return
        change = self._change(around)
        holder = "delText" if around == "del" else "t"
        change.extend(runs(piece.text, self.cover.language, holder=holder))
        yield change

    def _change(self, tag: str) -> _Element:
        return element(tag, id=self._number(), **self._signed)

    @property
    def _signed(self) -> Mapping[str, str]:
        """Who changed it, and on which day of the text, never of the clock."""
        day = {"date": f"{self.cover.day.isoformat()}T00:00:00Z"} if self.cover.day else {}
        return {"author": self.cover.author, **day}

    def _openings(self, paragraph: Paragraph) -> Iterator[_Element]:
        """Yield what opens a line; what closes it waits for the line's last paragraph."""
        place = paragraph.line.place
        if paragraph.is_moved:
            yield self._move(place, AROUND[paragraph.fate, True])
        is_elsewhere = paragraph.fate is PieceKind.DELETED and place in self.present
        name = name_of(place)
        if name not in self._named and not is_elsewhere:
            opened, closed = self._bookmark(name)
            self._waiting.append(closed)
            yield opened

    def _move(self, place: Place, tag: str) -> _Element:
        number, name = self._number(), self._moves.setdefault(place, f"move{len(self._moves) + 1}")
        self._waiting.append(element(f"{tag}RangeEnd", id=number))
        return element(f"{tag}RangeStart", id=number, name=name, **self._signed)

    def _bookmark(self, name: str) -> tuple[_Element, _Element]:
        self._named.add(name)
        number = self._number()
        return element("bookmarkStart", id=number, name=name), element("bookmarkEnd", id=number)

    def _number(self) -> str:
        return str(next(self._numbers))


def _style(line: Line) -> str:
    is_heading = line.place.role is Role.HEADING
    return f"Heading {min(line.depth + 1, DEEPEST)}" if is_heading else "Body Text"
