"""Plain and quoted scalars, character by character."""

import re
from collections.abc import Iterator

from gollanma.source.lines import LINE_END
from gollanma.source.units import Unit

_END = r"(?: \r\n | \r | \n )"
_FOLD = rf"(?P<fold> [ \t]* (?: {_END} [ \t]* )+ )"
_PLAIN = re.compile(rf"{_FOLD} | (?P<sign> . )", re.VERBOSE | re.DOTALL)
_SINGLE = re.compile(rf"{_FOLD} | (?P<twin> '' ) | (?P<sign> . )", re.VERBOSE | re.DOTALL)
_DOUBLE = re.compile(
    rf"""
      (?P<join>   \\ (?: {_END} [ \t]* )+ )                           # an escaped end of line
    | (?P<code>   \\ (?: x (?P<x>.{{2}}) | u (?P<u>.{{4}}) | U (?P<w>.{{8}}) ) )
    | (?P<escape> \\ . )
    | {_FOLD}
    | (?P<sign> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = dict(zip("0abtnvfre_NLP", "\0\a\b\t\n\v\f\r\x1b\xa0\x85\u2028\u2029", strict=True))


def flow_units(text: str, style: str, start: int, end: int) -> Iterator[Unit]:
    """Yield the characters of a plain or quoted scalar that stands between two indexes."""
    match style:
        case "'":
            return _units(_SINGLE, text, start + 1, end - 1)
        case '"':
            return _units(_DOUBLE, text, start + 1, end - 1)
        case _:
            return _units(_PLAIN, text, start, end)


def _units(parts: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Unit]:
    for found in parts.finditer(text, start, end):
        match found.lastgroup:
            case "fold":
                yield from _folded(text, found.start(), found.end())
            case "join":
                yield from _joined(text, found.start(), found.end())
            case _:
                yield Unit(_sign(found), found.start(), found.end())


def _sign(found: re.Match[str]) -> str:
    """Give the one character that a part of the file stands for."""
    match found.lastgroup:
        case "code":
            return chr(int(found["x"] or found["u"] or found["w"], 16))
        case "escape":
            return _ESCAPED.get(found[0][1], found[0][1])
        case _:
            return found[0][0]


def _folded(text: str, start: int, end: int) -> Iterator[Unit]:
    """Make one end of line a space; of several, all but the first stay."""
    first, *others = LINE_END.finditer(text, start, end)
    if not others:
        yield Unit(" ", first.start(), first.end())
    for each in others:
        yield Unit("\n", each.start(), each.end())


def _joined(text: str, start: int, end: int) -> Iterator[Unit]:
    """Pass over an escaped end of line; empty lines after it stay."""
    _, *others = LINE_END.finditer(text, start, end)
    for each in others:
        yield Unit("\n", each.start(), each.end())
