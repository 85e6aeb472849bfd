"""Records as YAML, in the shape in which people write them here.

What is written reads back as the same record. Fields stand in the order of the model, those that
say nothing are left out, and prose is folded into blocks that a person can edit.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gollanma.model import Part, Record, Ref
from gollanma.model.places import RECORDS, SCHEMAS
from gollanma.model.walk import Slot, slots
from gollanma.source.ambiguous import reading_of

WIDTH = 100
STEP = "  "
ALWAYS_QUOTED = frozenset({"number"})
"""A number is data that looks like a number of YAML; in quotation marks nobody wonders."""

_OPENS_OTHERWISE = frozenset("-?:,[]{}#&*!|>'\"%@`=<~ \t")
"""What YAML, or one of its readers, does not take for the beginning of a plain text."""


def as_yaml(record: Record, path: str, languages: Sequence[str]) -> str:
    """Give the text of the file of a record that stands at a path of the project.

    The words of a text stand in the order of the languages.
    """
    return modeline(path, record.kind) + part_as_yaml(record, languages)


def modeline(path: str, schema: str) -> str:
    """Give the line by which editors find the schema of a file that stands at a path."""
    depth = path.count("/")
    up = "../" * (depth - 1) if path.startswith(f"{RECORDS}/") else f"../{RECORDS}/"
    return f"# yaml-language-server: $schema={up}{SCHEMAS}/{schema}.json\n"


def entries_as_yaml(key: str, names: Sequence[str]) -> str:
    """Give a list of names under a key, one on a line."""
    lines = "".join(f"{STEP}- {_inline(each)}\n" for each in names)
    return f"{key}:\n{lines}" if names else f"{key}: []\n"


def part_as_yaml(part: Part, languages: Sequence[str]) -> str:
    """Give the fields of a part, or of a record, as YAML."""
    return "".join(f"{line}\n" for line in _Pen(tuple(languages)).fields(part, ""))


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes values line by line; texts in the order of the project's languages."""

    languages: tuple[str, ...]

    def fields(self, part: Part, indent: str) -> Iterator[str]:
        for slot in slots(type(part)):
            value = getattr(part, slot.name)
            if value is not None and not _says_nothing(part, slot, value):
                yield from self._field(slot.key, value, indent)

    def _field(self, key: str, value: object, indent: str) -> Iterator[str]:
        match value:
            case Part():
                yield from _map(key, tuple(self.fields(value, indent + STEP)), indent)
            case Mapping():
                yield from _map(key, tuple(self._entries(value, indent + STEP)), indent)
            case tuple():
                yield from self._list(key, value, indent)
            case str() if not isinstance(value, StrEnum):
                yield from words_lines(key, value, indent, quoted=key in ALWAYS_QUOTED)
            case _:
                yield f"{indent}{key}: {_single(value)}"

    def _entries(self, values: Mapping[str, object], indent: str) -> Iterator[str]:
        order = [*(each for each in self.languages if each in values), *values]
        for key in dict.fromkeys(order):
            yield from self._field(key, values[key], indent)

    def _list(self, key: str, items: tuple[object, ...], indent: str) -> Iterator[str]:
        if not any(isinstance(each, Part | Mapping) for each in items):
            line = f"{indent}{key}: [{', '.join(_single(each) for each in items)}]"
            if len(line) <= WIDTH:
                yield line
                return
        yield f"{indent}{key}:"
        for each in items:
            yield from self._item(each, indent + STEP)

    def _item(self, value: object, indent: str) -> Iterator[str]:
        match value:
            case Part():
                lines: Iterable[str] = self.fields(value, indent + STEP)
            case Mapping():
                lines = self._entries(value, indent + STEP)
            case _:
                lines = (f"{indent}{STEP}{_single(value)}",)
        for number, line in enumerate(lines):
            yield line if number else f"{indent}- {line[len(indent) + len(STEP) :]}"


def _says_nothing(part: Part, slot: Slot, value: object) -> bool:
    field = type(part).model_fields[slot.name]
    return not field.is_required() and value == field.get_default(call_default_factory=True)


def _map(key: str, lines: tuple[str, ...], indent: str) -> Iterator[str]:
    yield f"{indent}{key}:" if lines else f"{indent}{key}: {{}}"
    yield from lines


def _single(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case Ref():
            return _inline(str(value), in_flow=True)
        case Decimal():
            return format(value.normalize(), "f")
        case date() | int():
            return str(value)
        case _:
            return _inline(str(value), in_flow=True)


def words_lines(key: str, words: str, indent: str, *, quoted: bool = False) -> Iterator[str]:
    """Yield the lines of a text after its key: on one line, folded, or literal."""
    opening = f"{indent}{key}:"
    line = f"{opening} {_quoted(words) if quoted else _inline(words)}"
    room = WIDTH - len(indent) - len(STEP)
    if len(line) <= WIDTH and "\n" not in words:
        yield line
    elif _keeps_in_literal(words):
        yield f"{opening} |-"
        yield from (f"{indent}{STEP}{each}" if each else "" for each in words.split("\n"))
    elif _keeps_when_folded(words):
        yield f"{opening} >-"
        yield from (f"{indent}{STEP}{each}" for each in _folded(words, room))
    else:
        yield line


def flow_words(words: str) -> str:
    """Give a text on one line, as it may stand in a map in brackets."""
    return _inline(words, in_flow=True)


def _keeps_when_folded(words: str) -> bool:
    """Say whether a text has nothing but single spaces where its lines may break."""
    return not set(words) & set("\n\t") and all(words.split(" "))


def _keeps_in_literal(words: str) -> bool:
    lines = words.split("\n")
    is_bare = any(each != each.rstrip() for each in lines) or words.startswith((" ", "\t"))
    return len(lines) > 1 and bool(lines[0] and lines[-1]) and not is_bare and "\t" not in words


def _folded(words: str, room: int) -> Iterator[str]:
    line = ""
    for word in words.split(" "):
        if line and len(line) + 1 + len(word) > room:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _inline(words: str, *, in_flow: bool = False) -> str:
    return words if _is_plain(words, in_flow=in_flow) else _quoted(words)


def _is_plain(words: str, *, in_flow: bool) -> bool:
    """Say whether every reader of YAML takes the bare words for this very text."""
    return (
        words.isprintable()
        and words == words.strip()
        and reading_of(words) is None
        and words[0] not in _OPENS_OTHERWISE
        and not any(sign in words for sign in (": ", " #"))
        and not words.endswith(":")
        and not (in_flow and set(words) & set(",[]{}"))
    )


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
