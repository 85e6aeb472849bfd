"""Tables that lie across the page: their head stands on every page, every run has its language."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from gollanma.exchange.word.paper import Cover, as_bytes, element, fill, front, new_paper, runs
from gollanma.law import Piece, PieceKind
from gollanma.model import Text
from gollanma.views import prose
from gollanma.views.context import Desk

LOOKS = {PieceKind.SAME: (), PieceKind.DELETED: ("b", "strike"), PieceKind.INSERTED: ("b",)}
"""How words look that one of two texts has alone: a table is for reading, it tracks nothing."""
ROOM = 14_000
"""The width of a page that lies on its side, without its margins, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph of a cell."""

    pieces: tuple[Piece, ...]
    language: str


Cell = Sequence[Words]
"""The paragraphs of a cell; empty where it says nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what stands at its head, and how many parts of the table it is wide."""

    head: str
    width: int


def said(text: str, language: str) -> Words:
    """Give a paragraph in which nothing differs."""
    return Words((Piece(PieceKind.SAME, text),), language)


def plain_words(desk: Desk, text: Text | None) -> tuple[Words, ...]:
    """Give a text without markup, by paragraphs, in the first language that has it."""
    chosen = desk.voice.chosen(text, desk.record)
    if chosen is None:
        return ()
    return tuple(
        said(each, chosen.lang) for each in prose.paragraphs(chosen.words, desk.scribe(text))
    )


def table_document(
    cover: Cover, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]
) -> bytes:
    """Give a Word file of one table."""
    paper = new_paper(cover, is_wide=True)
    for style, text in front(cover):
        fill(paper.add_paragraph(style=style), runs(text, cover.language))
    last = paper.element.body[-1]  # what Word knows of the pages stands behind all else
    last.addprevious(_table(columns, rows, cover.language))
    return as_bytes(paper)


def _table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], language: str) -> _Element:
    parts = sum(each.width for each in columns)
    widths = [ROOM * each.width // parts for each in columns]
    about = _holding("tblPr", element("tblStyle", val="TableGrid"))
    about.extend(
        (element("tblW", w=str(sum(widths)), type="dxa"), element("tblLayout", type="fixed"))
    )
    grid = _holding("tblGrid", *(element("gridCol", w=str(each)) for each in widths))
    head = [
        _cell((said(each.head, language),), width, ("b",))
        for each, width in zip(columns, widths, strict=True)
    ]
    table = _holding("tbl", about, grid)
    table.append(_holding("tr", _holding("trPr", element("tblHeader")), *head))
    for row in rows:
        table.append(
            _holding("tr", *(_cell(each, width) for each, width in zip(row, widths, strict=True)))
        )
    return table


def _cell(cell: Cell, width: int, look: Sequence[str] = ()) -> _Element:
    about = _holding("tcPr", element("tcW", w=str(width), type="dxa"))
    # Word opens no file in which a cell holds no paragraph.
    words = [_holding("p", *_runs(each, look)) for each in cell] or [element("p")]
    return _holding("tc", about, *words)


def _runs(words: Words, look: Sequence[str]) -> Iterator[_Element]:
    for piece in words.pieces:
        yield from runs(piece.text, words.language, look=(*look, *LOOKS[piece.kind]))


def _holding(tag: str, *inside: _Element) -> _Element:
    made = element(tag)
    made.extend(inside)
    return made
