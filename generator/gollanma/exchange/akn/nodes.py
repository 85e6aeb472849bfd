"""Values that were read from a document, as trees that know their places in it.

They are the trees of our own files, so that a record decodes from them and every mistake is shown
where it stands in the document.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from gollanma.exchange.markup import Element, Markup
from gollanma.source import Document, Entry, Held, JoinedLines, Mapping, Node, Scalar
from gollanma.source import Sequence as Items

QUOTED = '"'
"""Words, whatever they look like."""
PLAIN = ""
"""Yes or no: the field decides."""


@dataclass(frozen=True)
class Maker:
    """Makes nodes of one document; its places come behind those of the documents before it."""

    markup: Markup
    base: int

    def words(self, element: Element, value: str) -> Scalar:
        """Give words."""
        return Scalar(value, QUOTED, *self._place(element))

    def flag(self, element: Element, value: str) -> Scalar:
        """Give a yes or no."""
        return Scalar(value, PLAIN, *self._place(element))

    def items(self, element: Element, items: Iterable[Node]) -> Items:
        """Give a list."""
        return Items(tuple(items), *self._place(element))

    def fields(self, element: Element, fields: Iterable[tuple[str, Node | None]]) -> Mapping:
        """Give a map; fields without a value are left out, the first of two equal ones stays."""
        entries: dict[str, Entry] = {}
        for name, value in fields:
            if value is not None:
                key = Scalar(name, PLAIN, value.start, value.end)
                entries.setdefault(name, Entry(key, value))
        return Mapping(entries, *self._place(element))

    def _place(self, element: Element) -> tuple[int, int]:
        start, end = self.markup.starts[element]
        return self.base + start, self.base + end


def joined(root: Mapping, lines: JoinedLines) -> Document:
    """Give a tree of several documents as one that decodes."""
    return Document(lines.path, lines.text, Held(root, lambda: root), (), (), lines)
