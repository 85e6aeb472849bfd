"""What stands around a cursor, told from the letters alone: the file may be broken just now."""

import re
from dataclasses import dataclass

from gollanma.model import Ref
from gollanma.model.walk import Path
from gollanma.source import Lines

REFERENCE = re.compile(
    r"""(?:[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*           # the record
          (?:@[a-z0-9]+(?:[.-][a-z0-9]+)*)?          # its edition or version
        | (?<=\[\[) | (?<=["']))                     # or a place of the record itself
        (?:\#[a-z0-9]+(?:[.-][a-z0-9]+)*)?           # the place in it
    """,
    re.VERBOSE,
)
BEGUN = re.compile(
    r"(?:^|(?<=[\s\[{,\"']))(?P<ref>(?:[a-z]+(?:/[a-z0-9@.-]*)?)?(?:\#[a-z0-9.-]*)?)$"
)
MENTION = re.compile(r"\[\[(?P<ref>[^\]|~\n]*)$")
LETTERS = re.compile(r"[^\W\d_](?:[\w-]*\w)?$")
ID = re.compile(r"(?<![\w/#@.-])[a-z0-9]+(?:-[a-z0-9]+)*(?![\w/#@.-])")
KEY = re.compile(r"(?P<key>[\w-]+):(?=\s|$)")
BLOCK = re.compile(r":\s*[|>][-+0-9]*\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where somebody is writing."""

    path: Path
    """Of the value, or of the map whose field is being written; 0 is any item of a list."""
    begun: str
    """What stands before the cursor of the word or value."""
    is_value: bool
    """A value is being written; otherwise a field, or an item of a list."""
    is_prose: bool
    """The words stand in a block of lines."""


def reference_at(lines: Lines, index: int) -> tuple[Ref, int, int] | None:
    """Give the reference in whose letters an index stands, with its bounds."""
    start, end = lines.whole(lines.number(index))
    for found in REFERENCE.finditer(lines.text, start, end):
        ref = Ref.parse(found[0])
        if ref is not None and found.start() <= index <= found.end():
            return ref, found.start(), found.end()
    return None


def word_at(lines: Lines, index: int) -> tuple[int, int]:
    """Give the bounds of the id in whose letters an index stands; empty where in none."""
    start, end = lines.whole(lines.number(index))
    for found in ID.finditer(lines.text, start, end):
        if found.start() <= index <= found.end():
            return found.span()
    return index, index


def cursor_at(lines: Lines, index: int) -> Cursor:
    """Tell what is being written at an index."""
    number = lines.number(index)
    before = lines.before(index)
    indent = len(before) - len(before.lstrip(" "))
    above = _above(lines, number, indent if before.strip() else len(before))
    if above.is_block:
        return Cursor(above.path, _letters(before), is_value=True, is_prose=True)
    return _in_line(before, above.path)


@dataclass(frozen=True, slots=True)
class _Above:
    path: Path
    is_block: bool


def _above(lines: Lines, number: int, column: int) -> _Above:
    """Climb to the top: each line less indented may hold a field or the mark of an item."""
    path: list[str | int] = []
    limit, is_block, after_item = column, False, lines.line(number).lstrip(" ").startswith("- ")
    for each in range(number - 1, 0, -1):
        line = lines.line(each)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        for at, token in reversed(_tokens(line)):
            if at < limit or (after_item and token is not None and at == limit):
                if not path and not is_block and token and BLOCK.search(line):
                    is_block = True
                path.insert(0, 0 if token is None else token)
                limit, after_item = at, token is None
        if limit == 0 and not after_item:
            break
    return _Above(tuple(path), is_block)


def _tokens(line: str) -> list[tuple[int, str | None]]:
    """Give the marks of items (None) and the field with which a line begins, by their columns."""
    found: list[tuple[int, str | None]] = []
    at = len(line) - len(line.lstrip(" "))
    while line.startswith("- ", at) or line[at:] == "-":
        found.append((at, None))
        at += 1
        at += len(line[at:]) - len(line[at:].lstrip(" "))
    if key := KEY.match(line, at):
        found.append((at, key["key"]))
    return found


def _in_line(before: str, path: Path) -> Cursor:
    """Go through what the line says before the cursor: items, a field, maps and lists in it."""
    tokens = _tokens(before)
    inner = [*path, *(0 if token is None else token for _, token in tokens)]
    at = max((column + len(token or "-") for column, token in tokens), default=0)
    has_key = bool(tokens) and tokens[-1][1] is not None
    rest = before[at + 1 :] if has_key else before[at:]
    return _in_flow(rest, inner, is_value=has_key)


def _in_flow(rest: str, path: list[str | int], *, is_value: bool) -> Cursor:
    open_at: list[tuple[str, int]] = []
    start, quote = 0, ""
    for index, letter in enumerate(rest):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'" and not rest[start:index].strip():
            quote = letter
        elif letter in "{[":
            open_at.append((letter, len(path)))
            path += [0] if letter == "[" else []
            is_value, start = letter == "[", index + 1
        elif letter in "}]" and open_at:
            path[open_at.pop()[1] :] = []
            start = index + 1
        elif letter == "," and open_at:
            path[open_at[-1][1] + (open_at[-1][0] == "[") :] = []
            is_value, start = open_at[-1][0] == "[", index + 1
        elif (
            letter == ":"
            and open_at
            and open_at[-1][0] == "{"
            and rest[index + 1 : index + 2] == " "
        ):
            path.append(rest[start:index].strip())
            is_value, start = True, index + 1
    begun = rest[start:].lstrip()
    return Cursor(tuple(path), begun, is_value=is_value, is_prose=False)


def _letters(before: str) -> str:
    found = LETTERS.search(before)
    return found[0] if found else ""
