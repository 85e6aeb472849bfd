"""The order of fields: as the model has them, so that all records of a kind read alike.

Lines move whole, with the comments above them; no letter of a line changes. What is written on one
line, in braces, stays as it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gollanma.model import Record
from gollanma.model.base import Part
from gollanma.model.walk import Path, parts, slots
from gollanma.source import Document, read_text
from gollanma.source.tree import Mapping as Map
from gollanma.source.tree import Node
from gollanma.source.tree import Sequence as Items

EARLY = "id", "title", "short_title"
LATE = "asked", "asked_articles", "lint"
"""What a part is called stands above all; how people ask for it, and what is allowed, below."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A field as it stands in a file: the lines above it that belong to it, and its own."""

    key: str
    above: str
    body: str
    """From its name to the end of its last line."""


def in_order(document: Document, record: Record, languages: Sequence[str]) -> str:
    """Give the text of a record's file with its fields, and its languages, in their order.

    A file that is read with errors, or that would say anything else afterwards, stays as it is.
    """
    fields = {path: fields_of(type(part)) for path, part in parts(record)}
    text, left = document.text, set[Path]()
    while (root := read_text(document.path, text.encode()).root) is not None:
        rows = ((at, node, fields.get(at, languages)) for at, node in _maps(root) if at not in left)
        found = next((row for row in rows if _is_astray(*row[1:])), None)
        if found is None:
            break
        at, node, order = found
        left.add(at)
        text = _moved(text, node, order) or text
    return text if _says_the_same(document, text) else document.text


def fields_of(part: type[Part]) -> Sequence[str]:
    """Give the fields of a class of parts as a file has them."""
    keys = [slot.key for slot in slots(part)]
    middle = [each for each in keys if each not in (*EARLY, *LATE)]
    return [
        *(each for each in EARLY if each in keys),
        *middle,
        *(each for each in LATE if each in keys),
    ]


def _maps(node: Node, path: Path = ()) -> Iterator[tuple[Path, Map]]:
    """Yield every map of a file, the outer ones first."""
    if isinstance(node, Map):
        yield path, node
        for key, entry in node.entries.items():
            yield from _maps(entry.value, (*path, key))
    elif isinstance(node, Items):
        for number, each in enumerate(node.items):
            yield from _maps(each, (*path, number))


def _is_astray(node: Map, order: Sequence[str]) -> bool:
    """Tell whether all fields of a map are known and stand in another order."""
    if not set(node.entries) <= set(order):
        return False
    places = [order.index(key) for key in node.entries]
    return places != sorted(places)


def _moved(text: str, node: Map, order: Sequence[str]) -> str | None:
    """Give the text with the fields of a map in their order; None where lines cannot move."""
    begins = [entry.key.start for entry in node.entries.values()]
    indent = begins[0] - _line(text, begins[0])
    rows = _rows(text, node, begins, indent)
    if rows is None:
        return None
    prefix = text[_line(text, begins[0]) : begins[0]]
    sorted_rows = sorted(rows, key=lambda row: order.index(row.key))
    first, *others = sorted_rows
    if prefix.strip() and first.above.strip():
        return None  # a comment cannot stand between the dash of an item and its first field
    start = begins[0] if prefix.strip() else _line(text, begins[0])
    head = first.body if prefix.strip() else f"{first.above}{prefix}{first.body}"
    rest = "".join(f"{row.above}{' ' * indent}{row.body}" for row in others)
    end = begins[0] + sum(len(row.above) + len(row.body) for row in rows) + indent * len(others)
    return f"{text[:start]}{head}{rest}{text[end:]}"


def _rows(text: str, node: Map, begins: Sequence[int], indent: int) -> list[_Row] | None:
    """Give the fields of a map; None where two share a line, or a line begins otherwise."""
    rows: list[_Row] = []
    end = begins[0]
    for (key, entry), begin in zip(node.entries.items(), begins, strict=True):
        line = _line(text, begin)
        if rows and (line < end or text[line:begin] != " " * indent):
            return None
        above = text[end:line] if rows else ""
        last = max(entry.key.end, begin + len(text[begin : entry.value.end].rstrip()))
        end = text.find("\n", last) + 1
        if end == 0:
            return None
        rows.append(_Row(key, above, text[begin:end]))
    return rows


def _line(text: str, at: int) -> int:
    """Give where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def _says_the_same(document: Document, text: str) -> bool:
    """Tell whether a text is read as a file was, but for the order in which it says things."""
    read = read_text(document.path, text.encode())
    comments = sorted(each.text for each in document.comments)
    return (
        read.plain() == document.plain()
        and sorted(each.text for each in read.comments) == comments
        and len(read.diagnostics) == len(document.diagnostics)
    )
