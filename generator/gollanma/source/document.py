"""One file, read: its text, its tree, and the place of everything in it."""

from dataclasses import dataclass, field

from gollanma.diagnostics import Diagnostic, Span
from gollanma.source.ambiguous import plain
from gollanma.source.comments import Comment
from gollanma.source.held import Held
from gollanma.source.lines import Lines
from gollanma.source.offsets import bounds_within
from gollanma.source.tree import Mapping, Node, Scalar, step


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the project as its author wrote it.

    Keys lead from the top to a value: names of fields, and indexes of lists from 0.
    """

    path: str
    text: str
    """As written, with its ends of line and loose signs, without a byte order mark."""
    tree: Held | None = field(repr=False, compare=False)
    """Absent where the file could not be read as a record; the findings say why."""
    diagnostics: tuple[Diagnostic, ...]
    comments: tuple[Comment, ...]
    _lines: Lines = field(repr=False, compare=False)
    parts: "tuple[Document, ...]" = ()
    """The files of which it is made, the head first; empty for a single file."""

    @property
    def root(self) -> Mapping | None:
        """The map at the top; absent where the file could not be read as a record."""
        return self.tree.root if self.tree else None

    @property
    def files(self) -> "tuple[Document, ...]":
        """The files in which it stands."""
        return self.parts or (self,)

    def file(self, path: str) -> "Document":
        """Give the file of a path among those in which it stands."""
        return next(each for each in self.files if each.path == path)

    def span(self, *keys: str | int) -> Span:
        """Give the place of a value; of a missing one, the nearest key that it would be under."""
        trail = self._trail(keys)
        return self._place(trail[-1]) if len(trail) > len(keys) else self._key(trail, keys)

    def key_span(self, *keys: str | int) -> Span:
        """Give the place of a key; of an item of a list, where the item begins."""
        return self._key(self._trail(keys), keys)

    def within(self, *keys: str | int, start: int, end: int) -> Span:
        """Give the place of a part of a text, by offsets into the value."""
        node = self._node(keys)
        if not isinstance(node, Scalar):
            return self.span(*keys)
        return self._lines.span(*bounds_within(self.text, node, start, end))

    def value(self, *keys: str | int) -> object:
        """Give a text as written, a list or a map; nothing where there is no value."""
        node = self._node(keys)
        if isinstance(node, Scalar):
            return node.value
        return None if node is None else plain(node)

    def plain(self) -> object:
        """Give the whole file as dicts, lists, strings and `Ambiguous`; nothing if unread."""
        return self.tree.plain if self.tree else None

    def _node(self, keys: tuple[str | int, ...]) -> Node | None:
        trail = self._trail(keys)
        return trail[-1] if len(trail) > len(keys) else None

    def _trail(self, keys: tuple[str | int, ...]) -> list[Node]:
        """Give the nodes from the top along the keys, as far as there are any."""
        trail: list[Node] = []
        node: Node | None = self.root
        for key in (*keys, None):
            if node is None:
                break
            trail.append(node)
            node = None if key is None else step(node, key)
        return trail

    def _key(self, trail: list[Node], keys: tuple[str | int, ...]) -> Span:
        """Give the place of the key that leads to the last node of a trail."""
        match trail:
            case []:
                return Span.of_file(self.path)
            case [*_, Mapping() as above, _]:
                return self._place(above.entries[str(keys[len(trail) - 2])].key)
            case _:
                return self._beginning(trail[-1])

    def _beginning(self, node: Node) -> Span:
        """Give the first key of a map, or the whole of anything else."""
        if isinstance(node, Mapping) and node.entries:
            return self._place(next(iter(node.entries.values())).key)
        return self._place(node)

    def _place(self, node: Node) -> Span:
        """Give the place of a node without the end of line that closes a block."""
        written = self.text[node.start : node.end].rstrip(" \t\r\n")
        return self._lines.span(node.start, node.start + len(written))
