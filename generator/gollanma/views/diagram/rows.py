"""How much room the words of a step take: each row of its block, and what stands beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.views.diagram.course import Away, Handing, Phrase, Stop, Way
from gollanma.views.diagram.measure import wrap

INDENT = 34
"""From the left edge of a box to its words: there is the number, or the mark of a question."""
MARGIN = 8
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


def rows_of(stop: Stop, room: int, away_room: int) -> tuple[Row, ...]:
    """Measure the rows of a step in a box of a width; `away_room` is that of what is beside."""
    return tuple(_rows(stop, room, away_room))


def _rows(stop: Stop, room: int, away_room: int) -> Iterator[Row]:
    yield _titled(stop, stop.title, TITLE, room)
    if stop.handing is not None:
        yield _titled(stop.handing, stop.handing.phrase, ANSWER, room)
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
    beside = tuple(_beside(way, away_room))
    below = beside[-1].top + beside[-1].height + 3 if beside else 0
    height = max(ANSWER.height(lines), below)
    port = beside[0].top + beside[0].height // 2 if beside else height // 2
    return Row(way, phrase, ANSWER, lines, height, port, beside)


def _beside(way: Way, room: int) -> Iterator[Beside]:
    top = 3
    for away in way.away:
        lines = wrapped(away.name, room - 2 * MARGIN, AWAY)
        height = AWAY.height(lines)
        yield Beside(away, lines, top, height)
        top += height + GAP_AWAY


def wrapped(phrase: Phrase, room: int, style: Style) -> tuple[str, ...]:
    """Break a phrase into lines."""
    return wrap(phrase.words, room, style.size, is_bold=style.is_bold)
