"""Letters of documents as we keep them: composed, and none that nobody sees."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from gollanma.diagnostics import Diagnostic, Span
from gollanma.exchange.akn.findings import misfit
from gollanma.exchange.akn.merging import Placed
from gollanma.source import Entry, Mapping, Node, Scalar
from gollanma.source import Sequence as Items
from gollanma.source.characters import REFUSED
from gollanma.source.normal import composed, is_composed, overloaded


@dataclass(frozen=True)
class Letters:
    """Composes the words of trees, and finds what our own files refuse."""

    placed: Placed
    found: list[Diagnostic] = field(default_factory=list)

    def kept(self, tree: Mapping) -> Mapping:
        """Give a tree with the letters that we keep."""
        return Mapping(dict(self._entries(tree)), tree.start, tree.end)

    def _entries(self, tree: Mapping) -> Iterator[tuple[str, Entry]]:
        for name, each in tree.entries.items():
            yield name, Entry(each.key, self._node(each.value))

    def _node(self, node: Node) -> Node:
        match node:
            case Mapping():
                return self.kept(node)
            case Items():
                return Items(tuple(map(self._node, node.items)), node.start, node.end)
            case Scalar():
                return node._replace(value=self._words(node))

    def _words(self, node: Scalar) -> str:
        unseen = REFUSED.search(node.value)
        if unseen:
            self._note(node, "unseen", sign=f"U+{ord(unseen[0]):04X}")
            return node.value
        if is_composed(node.value):
            return node.value
        if overloaded(node.value):
            self._note(node, "signs")
            return node.value
        return composed(node.value)

    def _note(self, node: Scalar, key: str, **values: str) -> None:
        self.found.append(misfit(self._span(node), key, **values))

    def _span(self, node: Scalar) -> Span:
        return self.placed(node.start, node.end)
