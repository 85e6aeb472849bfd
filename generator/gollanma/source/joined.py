"""Several texts read as one: each place in them is still that of its own file."""

from collections.abc import Mapping as Map
from collections.abc import Sequence as Items
from itertools import accumulate

from gollanma.diagnostics import Diagnostic, Span, in_order
from gollanma.source.document import Document
from gollanma.source.held import Held
from gollanma.source.lines import Lines
from gollanma.source.tree import Entry, Mapping, Node, Scalar, Sequence

BETWEEN = "\n"
"""Behind each text, so that its end is not the beginning of the next."""


class JoinedLines(Lines):
    """The lines of several texts, one behind the other."""

    def __init__(self, texts: Items[Lines]) -> None:
        """Take the texts in their order; the first gives its path."""
        super().__init__(texts[0].path, "".join(f"{each.text}{BETWEEN}" for each in texts))
        self._texts = texts
        self.bases = (0, *accumulate(len(each.text) + len(BETWEEN) for each in texts))
        """Where each text begins, and where a further one would."""

    def span(self, start: int, end: int) -> Span:
        """Give a place in the text that holds it."""
        index = max(n for n, base in enumerate(self.bases[:-1]) if base <= start)
        base = self.bases[index]
        return self._texts[index].span(start - base, end - base)


def joined(
    head: Document, field: str, parts: Map[str, Document], found: Items[Diagnostic] = ()
) -> Document:
    """Give a file and its parts as one document.

    A word in the list `field` of the head that names a part stands for all that the part says; for
    nothing, where the part could not be read.
    `found` is what was wrong with the parts' names.
    """
    files = (head, *parts.values())
    lines = JoinedLines([Lines(each.path, each.text) for each in files])
    moved = [*zip(parts.items(), lines.bases[1:], strict=False)]

    def compose() -> Mapping | None:
        roots = {
            name: _moved(part.root, base) if part.root else None for (name, part), base in moved
        }
        return _with_parts(head.root, field, roots) if head.root else None

    root = compose()
    wrong = (*(each for file in files for each in file.diagnostics), *found)
    return Document(
        path=head.path,
        text=lines.text,
        tree=Held(root, compose) if root else None,
        diagnostics=in_order(dict.fromkeys(wrong)),
        comments=tuple(each for file in files for each in file.comments),
        _lines=lines,
        parts=files,
    )


def named_in(head: Document, field: str) -> tuple[tuple[int, str], ...]:
    """Give the words in a list of a file, with their indexes."""
    entry = head.root.entries.get(field) if head.root else None
    items = entry.value.items if entry and isinstance(entry.value, Sequence) else ()
    return tuple((n, each.value) for n, each in enumerate(items) if isinstance(each, Scalar))


def _with_parts(root: Mapping, field: str, roots: Map[str, Node | None]) -> Mapping:
    entry = root.entries.get(field)
    if entry is None or not isinstance(entry.value, Sequence):
        return root
    items = (
        roots.get(each.value, each) if isinstance(each, Scalar) else each
        for each in entry.value.items
    )
    whole = Entry(entry.key, entry.value._replace(items=tuple(filter(None, items))))
    return root._replace(entries={**root.entries, field: whole})


def _moved(node: Node, by: int) -> Node:
    """Give a tree with all its places moved back."""
    start, end = node.start + by, node.end + by
    match node:
        case Scalar():
            return node._replace(start=start, end=end)
        case Sequence():
            return Sequence(tuple(_moved(each, by) for each in node.items), start, end)
        case Mapping():
            entries = {name: _entry(each, by) for name, each in node.entries.items()}
            return Mapping(entries, start, end)


def _entry(entry: Entry, by: int) -> Entry:
    key = entry.key
    return Entry(key._replace(start=key.start + by, end=key.end + by), _moved(entry.value, by))
