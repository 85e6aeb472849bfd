"""Values that were read from a document, as trees that know their places in it.

They are the trees of our own files, so that a record decodes from them and every mistake is shown
where it stands in the document.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from gollanma.diagnostics import Span
from gollanma.exchange.akn.parsing import Markup
from gollanma.exchange.akn.prose import Element
from gollanma.source import Document, Entry, Lines, Mapping, Node, Scalar
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


class JoinedLines(Lines):
    """The lines of several documents, one behind the other."""

    def __init__(self, documents: Sequence[Markup]) -> None:
        """Take the documents in the order of their makers."""
        super().__init__(documents[0].path, "".join(each.text for each in documents))
        self._documents = documents
        self.bases = (0, *accumulate(len(each.text) for each in documents))

    def span(self, start: int, end: int) -> Span:
        """Give a place in the document that holds it."""
        index = max(n for n, base in enumerate(self.bases[:-1]) if base <= start)
        base = self.bases[index]
        return self._documents[index].lines.span(start - base, end - base)


def joined(root: Mapping, lines: JoinedLines) -> Document:
    """Give a tree of several documents as one that decodes."""
    return Document(lines.path, lines.text, root, (), (), lines)
