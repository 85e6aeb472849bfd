"""Literal and folded scalars, character by character."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gollanma.source.lines import LINE_END
from gollanma.source.units import Unit

HEADER = re.compile(
    r"""
      (?P<style>  [|>] )
      (?P<signs>  [-+1-9]{0,2} )            # what happens to the last ends of line; indentation
      (?: [ \t]+ (?P<comment> \# [^\r\n]* )? )?
      [ \t]* (?: \r\n | \r | \n )?
    """,
    re.VERBOSE,
)
_WIDEST = 64
"""Tried indentations of a block that states its own; nobody indents deeper."""


class _Line(NamedTuple):
    """A line of a block: its first character, its end, the end of its line end."""

    start: int
    end: int
    after: int

    @property
    def line_end(self) -> tuple[Unit, ...]:
        """The end of line as a unit; none at the end of a file."""
        return (Unit("\n", self.end, self.after),) if self.after > self.end else ()


def block_readings(text: str, start: int, end: int) -> Iterator[list[Unit]]:
    """Yield the characters of a block, once for each indentation that it may have."""
    header = HEADER.match(text, start, end)
    if header is None:
        return
    lines = tuple(_lines(text, header.end(), end))
    for indent in _indents(text, lines, states_it=header["signs"].strip("-+") != ""):
        yield _read(text, lines, indent, header)


def _lines(text: str, start: int, end: int) -> Iterator[_Line]:
    for found in LINE_END.finditer(text, start, end):
        yield _Line(start, found.start(), found.end())
        start = found.end()
    if start < end:
        yield _Line(start, end, end)


def _indents(text: str, lines: Sequence[_Line], *, states_it: bool) -> Iterator[int]:
    """Yield possible indentations: the first line's, or for a stated one all that fit."""
    full = [_spaces(text, each) for each in lines if not _is_blank(text, each)]
    widest = max((_spaces(text, each) for each in lines), default=0)
    if states_it:
        most = min(full, default=widest)
        yield from range(max(most, 1), max(0, most - _WIDEST), -1)
    else:
        yield full[0] if full else widest


def _spaces(text: str, line: _Line) -> int:
    written = text[line.start : line.end]
    return len(written) - len(written.lstrip(" "))


def _is_blank(text: str, line: _Line) -> bool:
    return not text[line.start : line.end].strip(" ")


def _read(text: str, lines: Sequence[_Line], indent: int, header: re.Match[str]) -> list[Unit]:
    """Walk the lines as the parser does; ends of line wait until the next words are known."""
    units: list[Unit] = []
    waiting: tuple[Unit, ...] = ()
    empty: list[Unit] = []
    was_inset = False
    for line in lines:
        start = line.start + indent
        if line.end <= start and _is_blank(text, line):
            empty += line.line_end
            continue
        is_inset = text[start] in " \t"
        folds = header["style"] == ">" and not (is_inset or was_inset)
        units += _ends(waiting, empty, folds=folds)
        units += (Unit(text[index], index, index + 1) for index in range(start, line.end))
        waiting, empty, was_inset = line.line_end, [], is_inset
    return units + _chomped(waiting, empty, header["signs"])


def _ends(waiting: tuple[Unit, ...], empty: list[Unit], *, folds: bool) -> list[Unit]:
    """Between two lines: a folded single end is a space, before empty lines it is nothing."""
    if not folds:
        return [*waiting, *empty]
    return empty or [each._replace(sign=" ") for each in waiting]


def _chomped(waiting: tuple[Unit, ...], empty: list[Unit], signs: str) -> list[Unit]:
    """After the last line: `-` keeps no end of line, `+` all, otherwise one."""
    if "-" in signs:
        return []
    return [*waiting, *empty] if "+" in signs else [*waiting]
