"""A finding and the file in which it stands, as a mender is given them."""

from dataclasses import dataclass, replace

from gollanma.diagnostics import Diagnostic, Span
from gollanma.graph import Graph
from gollanma.source import Lines


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A piece of a text to be put in the place of another, by positions of characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """A finding, the lines of its file, and the graph."""

    found: Diagnostic
    lines: Lines
    graph: Graph

    @property
    def text(self) -> str:
        """What the file says."""
        return self.lines.text

    @property
    def bounds(self) -> tuple[int, int]:
        """Where the place of the finding begins and ends in the text."""
        return self.lines.bounds(self.found.span)

    @property
    def piece(self) -> str:
        """What stands there."""
        start, end = self.bounds
        return self.text[start:end]

    def value(self, name: str = "value") -> str:
        """Give what fills a hole of the finding's sentence; empty where it has none."""
        found = self.found.values.get(name, "")
        return found if isinstance(found, str) else ""

    def swap(self, old: str, new: str) -> Edit | None:
        """Put words in the place of others that stand there once; a capital stays a capital."""
        (start, _), piece = self.bounds, self.piece
        if piece.count(old) != 1 and len(old) == len(old.lower()) == len(piece.lower()):
            piece, old = piece.lower(), old.lower()
        if not old or piece.count(old) != 1:
            return None
        at = start + piece.index(old)
        was = self.text[at : at + len(old)]
        if was[:1].isupper() and new[:1].islower() and was != old:
            new = new[:1].upper() + new[1:]
        return Edit(at, at + len(old), new) if was != new else None

    def around(self, word: str) -> "Case":
        """Give the case at the whole word of which the finding names a letter."""
        start, end = self.bounds
        at = self.text.lower().find(word.lower(), start - len(word) + 1, end + len(word) - 1)
        span = self.found.span
        if at < 0 or len(self.text.lower()) != len(self.text) or "\n" in self.text[at:start]:
            return self
        place = Span.at(span.path, span.line, span.column - (start - at), len(word))
        return replace(self, found=replace(self.found, span=place))

    @property
    def scalar(self) -> tuple[int, int] | None:
        """Where the whole value begins and ends in which the finding stands; None if untold."""
        key, *path = self.found.where or ("",)
        document = self.graph.library.documents.get(key)
        if document is None:
            return None
        span = document.span(*(int(each) if each.isdecimal() else each for each in path))
        return self.lines.bounds(span) if span.path == self.found.span.path else None
