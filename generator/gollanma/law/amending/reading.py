"""Reading the text of an amending act back: its items, and what they order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gollanma.languages import Language
from gollanma.law.amending.clause import Clause, UnreadableClauseError, opening
from gollanma.law.amending.commencement import Commencement
from gollanma.law.amending.express import Amended
from gollanma.law.amending.frame import Frame
from gollanma.law.amending.instructions import Instruction
from gollanma.law.amending.places import Places
from gollanma.law.amending.saying import Sentence
from gollanma.law.amending.sentences import Sentences, UnreadableError
from gollanma.law.amending.statements import Statement, instructions_of
from gollanma.model.kinds import Edition
from gollanma.model.project import ActKind

_ITEM = re.compile(r"(?P<indent> *)(?P<marker>[^\s)]{1,6}\)|[–—-]) (?P<line>.*)")
_STOPS = (";", ".")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a text, with its number for who looks for it."""

    number: int
    text: str

    @property
    def indent(self) -> int:
        """How far in it stands."""
        return len(self.text) - len(self.text.lstrip(" "))


class UnreadableLineError(ValueError):
    """A line of an amending act is not understood."""

    def __init__(self, number: int, line: str) -> None:
        self.number, self.line = number, line
        super().__init__(f"line {number}: {line}")


def read(
    text: str,
    acts: Sequence[Amended],
    language: Language,
    languages: Sequence[str],
    kind: ActKind,
) -> tuple[tuple[Instruction, ...], ...]:
    """Give what a text orders about each of the acts, whose older editions it speaks of.

    A sentence that is no order, or that could be read in two ways, is refused with its line.
    """
    frame = Frame(language, kind)
    lines = tuple(_Line(n, each) for n, each in enumerate(text.split("\n"), 1))
    parts = _parts(lines, frame, acts)
    return tuple(
        _Reader(Sentences(Places(act.base, act.kind, language), tuple(languages))).read(part)
        for act, part in zip(acts, parts, strict=True)
    )


def read_commencement(
    text: str,
    acts: Sequence[Amended],
    made: Sequence[Edition],
    language: Language,
    kind: ActKind,
) -> Commencement:
    """Give from when a text says that it is in force, and what of the acts that it made.

    A line that names no provision of these, or a day that is none, is refused.
    """
    frame = Frame(language, kind)
    lines = tuple(_Line(n, each) for n, each in enumerate(text.split("\n"), 1))
    start = _clause(lines, frame, _index(lines, frame.opening(acts)))
    end = next((n for n, each in enumerate(lines[start:], start) if not each.text), len(lines))
    try:
        return Clause(frame, acts, made).read([each.text for each in lines[start:end]])
    except UnreadableClauseError as error:
        (said,) = error.args
        raise UnreadableLineError(_index(lines, said) + 1, said) from None


def _parts(
    lines: Sequence[_Line], frame: Frame, acts: Sequence[Amended]
) -> Sequence[Sequence[_Line]]:
    """Give the lines about each act."""
    start = _index(lines, frame.opening(acts))
    end = _clause(lines, frame, start)
    inside = [each for each in lines[start + 1 : end] if each.text]
    if len(acts) == 1:
        return [inside]
    parts: list[list[_Line]] = []
    for line in inside:
        count = len(parts)
        if count < len(acts) and line.text == f"{count + 1}. {frame.act(acts[count])}:":
            parts.append([])
        elif parts:
            parts[-1].append(line)
        else:
            raise UnreadableLineError(line.number, line.text)
    if len(parts) < len(acts):
        raise UnreadableLineError(lines[end].number, lines[end].text)
    return parts


def _index(lines: Sequence[_Line], wanted: str) -> int:
    for index, line in enumerate(lines):
        if line.text == wanted:
            return index
    raise UnreadableLineError(len(lines), wanted)


def _clause(lines: Sequence[_Line], frame: Frame, start: int) -> int:
    """Give the place of the line that begins to say from when the act is in force."""
    for index, line in enumerate(lines[start:], start):
        if opening(frame, line.text):
            return index
    raise UnreadableLineError(len(lines), lines[-1].text)


@dataclass(frozen=True)
class _Reader:
    """Reads the items about one act."""

    sentences: Sentences

    def read(self, lines: Sequence[_Line]) -> tuple[Instruction, ...]:
        return tuple(instructions_of(list(self._items(lines, "")), self.sentences.places))

    def _items(self, lines: Sequence[_Line], within: str) -> Iterator[Statement]:
        start = 0
        while start < len(lines):
            end = start + 1
            while end < len(lines) and lines[end].indent > lines[start].indent:
                end += 1
            yield from self._item(lines[start], lines[start + 1 : end], within)
            start = end

    def _item(self, first: _Line, inside: Sequence[_Line], within: str) -> Iterator[Statement]:
        match = _ITEM.fullmatch(first.text)
        if match is None:
            raise UnreadableLineError(first.number, first.text)
        line = match["line"]
        try:
            if not inside:
                yield self.sentences.read(Sentence(_stopped(line)), within)
            elif self._is_quoted(inside):
                quoted = self._unquoted(inside)
                yield self.sentences.read(Sentence(line.removesuffix(":"), quoted), within)
            else:
                place = self.sentences.read_header(line.removesuffix(":"), within)
                yield from self._items(inside, place)
        except UnreadableError:
            raise UnreadableLineError(first.number, first.text) from None

    def _is_quoted(self, lines: Sequence[_Line]) -> bool:
        opening, _ = self.sentences.language.quotes.outer
        return lines[0].text.lstrip(" ").startswith(opening)

    def _unquoted(self, lines: Sequence[_Line]) -> tuple[str, ...]:
        """Give the lines of a quotation without its marks, as far in as they stand in it."""
        opening, closing = self.sentences.language.quotes.outer
        indent = lines[0].indent
        inner = [each.text[indent:] for each in lines]
        last = _stopped(inner[-1])
        if any(each.indent < indent for each in lines) or not last.endswith(closing):
            raise UnreadableError(lines[-1].text)
        inner[-1] = last.removesuffix(closing)
        inner[0] = inner[0].removeprefix(opening)
        return tuple(inner)


def _stopped(line: str) -> str:
    """Give a sentence without the sign that ends it."""
    return line[:-1] if line.endswith(_STOPS) else line
