"""One tree of the trees of several languages: equal structure, words side by side."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import zip_longest

from gollanma.diagnostics import Diagnostic, Span
from gollanma.exchange.akn.findings import disagreement
from gollanma.source import Entry, Mapping, Node, Scalar
from gollanma.source import Sequence as Items

ID = "id"
NONE = "—"
"""Stands for a provision that is not there."""
Placed = Callable[[int, int], Span]
"""Gives the place of the characters of a node."""


@dataclass(frozen=True)
class Merger:
    """Lays trees onto each other, and notes where they differ."""

    placed: Placed
    found: list[Diagnostic] = field(default_factory=list)

    def merged(self, trees: Sequence[Mapping]) -> Mapping:
        """Give one tree; what differs is found, the first tree wins."""
        return reduce(self._maps, trees)

    def _nodes(self, first: Node, other: Node) -> Node:
        match first, other:
            case Mapping(), Mapping():
                return self._maps(first, other)
            case Items(), Items():
                return self._lists(first, other)
            case Scalar(), Scalar() if first.value == other.value:
                return first
            case Scalar(), Scalar():
                self._note(first, other, "value", value=other.value, was=first.value)
            case _:
                self._note(first, other, "shape")
        return first

    def _maps(self, first: Mapping, other: Mapping) -> Mapping:
        entries = dict(first.entries)
        for name, entry in other.entries.items():
            here = entries.get(name)
            value = self._nodes(here.value, entry.value) if here else entry.value
            entries[name] = Entry(here.key if here else entry.key, value)
        return Mapping(entries, first.start, first.end)

    def _lists(self, first: Items, other: Items) -> Items:
        if list(map(_id, first.items)) != list(map(_id, other.items)):
            return self._units(first, other)
        pairs = zip(first.items, other.items, strict=True)
        merged = tuple(self._nodes(a, b) for a, b in pairs)
        return Items(merged, first.start, first.end)

    def _units(self, first: Items, other: Items) -> Items:
        """Lay what has an id onto what has the same, and note what has no equal."""
        here = {_id(each): each for each in other.items}
        merged = tuple(
            self._nodes(each, here[_id(each)]) if _id(each) in here else each
            for each in first.items
        )
        self.found.extend(self._strays(first, other))
        return Items(merged, first.start, first.end)

    def _strays(self, first: Items, other: Items) -> Iterator[Diagnostic]:
        """Yield the first entry that stands elsewhere, or in one of the two alone."""
        pairs = zip_longest(first.items, other.items)
        a, b = next((a, b) for a, b in pairs if a is None or b is None or _id(a) != _id(b))
        span, was = self._span(b or other), self._span(a or first)
        if _id(a) or _id(b):
            yield disagreement(span, was, "unit", value=_id(b) or NONE, was=_id(a) or NONE)
        else:
            counts = {"n": len(other.items), "was": len(first.items)}
            yield disagreement(span, was, "length", **counts)

    def _note(self, first: Node, other: Node, key: str, **values: str | int) -> None:
        self.found.append(disagreement(self._span(other), self._span(first), key, **values))

    def _span(self, node: Node) -> Span:
        return self.placed(node.start, node.end)


def _id(node: Node | None) -> str:
    entry = node.entries.get(ID) if isinstance(node, Mapping) else None
    return entry.value.value if entry and isinstance(entry.value, Scalar) else ""
