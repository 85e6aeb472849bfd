"""How much room the words of a step take: each row of its block, and what stands beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gollanma.views.diagram.course import Away, Handing, Phrase, Stop, Way
from gollanma.views.diagram.measure import wrap

INDENT = 34
"""From the left edge of a box to its words: there is the number, or the mark of a question."""
MARGIN = 8
UNDER = 3
"""From the edge of a row to what stands beside it."""
GAP_AWAY = 12
"""Between two places that one answer leads to."""


@dataclass(frozen=True, slots=True)
class Style:
    """How words of a kind are set."""

    size: int
    leading: int
    least: int
    """The height of a box with one line."""
    is_bold: bool = False

    def height(self, lines: tuple[str, ...]) -> int:
        """Give the height of a box with these lines."""
        return self.least + (max(1, len(lines)) - 1) * self.leading


TITLE = Style(13, 16, 34)
QUESTION = Style(13, 16, 32, is_bold=True)
ANSWER = Style(12, 15, 26)
AWAY = Style(12, 15, 26)
HEAD = Style(12, 15, 28, is_bold=True)


@dataclass(frozen=True, slots=True)
class Beside:
    """A place beside the steps, measured."""

    away: Away
    lines: tuple[str, ...]
    top: int
    """From the upper edge of its row."""
    height: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a block, measured: a step's title, whom it hands on to, its question, an answer."""

    what: Stop | Way | Handing
    phrase: Phrase
    style: Style
    lines: tuple[str, ...]
    height: int
    port: int
    """From its upper edge to where ways leave it."""
    beside: tuple[Beside, ...] = ()
    is_question: bool = False

    @property
    def entry(self) -> int:
        """How far down ways come in, where it is the first row of a step."""
        return self.style.height(self.lines) // 3


def rows_of(stop: Stop, room: int, away_room: int) -> tuple[Row, ...]:
    """Measure the rows of a step in a box of a width; `away_room` is that of what is beside."""
    return tuple(_rows(stop, room, away_room))


def _rows(stop: Stop, room: int, away_room: int) -> Iterator[Row]:
    title = _titled(stop, stop.title, TITLE, room)
    if stop.handing is None:
        yield _led_on(title, stop, away_room, title.entry + UNDER)
    else:
        yield title
        handing = _titled(stop.handing, stop.handing.phrase, ANSWER, room)
        yield _led_on(handing, stop, away_room, UNDER)
    for way in stop.ways:
        if way.is_refusal:
            yield _answer(way, room, away_room)
    if stop.question is not None:
        yield _titled(stop, stop.question, QUESTION, room)
        for way in stop.ways:
            if not way.is_refusal:
                yield _answer(way, room, away_room)


def _titled(what: Stop | Handing, phrase: Phrase, style: Style, room: int) -> Row:
    lines = wrapped(phrase, room - INDENT - MARGIN, style)
    height = style.height(lines)
    return Row(what, phrase, style, lines, height, height * 2 // 3, (), style is QUESTION)


def _answer(way: Way, room: int, away_room: int) -> Row:
    phrase = way.answer or Phrase("")
    lines = wrapped(phrase, room - INDENT - MARGIN, ANSWER)
    height = ANSWER.height(lines)
    return _with_beside(Row(way, phrase, ANSWER, lines, height, height // 2), way, away_room)


def _led_on(row: Row, stop: Stop, room: int, top: int) -> Row:
    """Put beside the row from which a step goes on what its way leads to without a question.

    It begins so far below the row's upper edge: above it ways come in.
    """
    way = next((each for each in stop.ways if each.answer is None), None)
    return _with_beside(row, way, room, top) if way else row


def _with_beside(row: Row, way: Way, room: int, top: int = UNDER) -> Row:
    beside = tuple(_beside(way, room, top))
    if not beside:
        return row
    height = max(row.height, beside[-1].top + beside[-1].height + UNDER)
    port = beside[0].top + beside[0].height // 2
    return replace(row, height=height, port=port, beside=beside)


def _beside(way: Way, room: int, top: int) -> Iterator[Beside]:
    for away in way.away:
        lines = wrapped(away.name, room - 2 * MARGIN, AWAY)
        height = AWAY.height(lines)
        yield Beside(away, lines, top, height)
        top += height + GAP_AWAY


def wrapped(phrase: Phrase, room: int, style: Style) -> tuple[str, ...]:
    """Break a phrase into lines."""
    return wrap(phrase.words, room, style.size, is_bold=style.is_bold)
