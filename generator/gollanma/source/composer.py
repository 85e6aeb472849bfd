"""From the parser's events to a tree, refusing what our YAML leaves out.

Anchors, tags and the like are refused where they stand and then passed over, so that the rest
of a file is judged in the same run.
"""

from gollanma.diagnostics import Diagnostic
from gollanma.source.findings import refused
from gollanma.source.keys import Keys
from gollanma.source.libyaml import (
    DOCUMENT_START,
    MAPPING_END,
    MAPPING_START,
    SCALAR,
    SEQUENCE_END,
    SEQUENCE_START,
    STREAM_END,
    Event,
    MarkedYAMLError,
    events_of,
)
from gollanma.source.limits import Limits
from gollanma.source.lines import Lines
from gollanma.source.normal import composed
from gollanma.source.quoted import hidden_by_escapes
from gollanma.source.syntax import explain
from gollanma.source.tree import Mapping, Node, Scalar, Sequence, make_entry, make_scalar


class _Stop(Exception):  # noqa: N818 - not an error: the finding says what is wrong
    """Nothing is left to read, or reading further would only repeat what the finding says."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding)
        self.finding = finding


class Composer:
    """Reads the events of one text once; afterwards it holds what it met on the way."""

    def __init__(self, lines: Lines, text: str, limits: Limits, *, is_loose: bool) -> None:
        self._lines = lines
        self._limits = limits
        self._is_loose = is_loose
        self._has_escapes = "\\" in lines.text
        self._next = events_of(text)
        self.findings: list[Diagnostic] = []
        self._keys = Keys(lines, self.findings)
        self.scalars: list[Scalar] = []

    def read(self) -> Mapping | None:
        """Give the map at the top of the file, or nothing where there is none to judge."""
        try:
            return self._document()
        except _Stop as stop:
            self.findings.append(stop.finding)
        except MarkedYAMLError as error:
            self.findings.append(explain(error, self._lines))
        return None

    def _document(self) -> Mapping | None:
        self._next()  # the start of the stream
        opening = self._next()
        if type(opening) is STREAM_END:
            raise _Stop(refused(self._lines.span(0, 0), "empty"))
        self._no_directive(opening)
        root = self._node(self._next(), 0)
        self._no_second_document()
        return self._top(root)

    def _no_directive(self, opening: Event) -> None:
        start = opening.start_mark.index
        if self._lines.text.startswith("%", start):
            self._refuse(start, start + 1, "directive")

    def _no_second_document(self) -> None:
        self._next()  # the end of the first
        after = self._next()
        if type(after) is DOCUMENT_START:
            self._refuse(after.start_mark.index, after.end_mark.index, "documents")

    def _top(self, root: Node) -> Mapping | None:
        """Give the root if it is a map: a record has fields."""
        match root:
            case Mapping():
                return root
            case Sequence():
                self._refuse(root.start, root.start, "top-list")
            case Scalar(value="", style=""):
                self._refuse(0, 0, "empty")
            case Scalar():
                self._refuse(root.start, root.start, "top-text")
        return None

    def _refuse(self, start: int, end: int, key: str, **values: str | int) -> None:
        self.findings.append(refused(self._lines.span(start, end), key, **values))

    def _node(self, event: Event, depth: int) -> Node:
        kind = type(event)
        if kind is SCALAR:
            return self._scalar(event)
        if kind is MAPPING_START:
            return self._mapping(event, self._deeper(event, depth))
        if kind is SEQUENCE_START:
            return self._sequence(event, self._deeper(event, depth))
        return self._alias(event)

    def _scalar(self, event: Event) -> Scalar:
        style = event.style or ""
        start, end = event.start_mark.index, event.end_mark.index
        scalar = make_scalar((event.value, style, start, end))
        if event.anchor or event.tag:
            self._no_marks(event)
        if self._is_loose or (self._has_escapes and style == '"'):
            scalar = self._composed(scalar)
        self.scalars.append(scalar)
        return scalar

    def _composed(self, scalar: Scalar) -> Scalar:
        """Put loose signs on their letters, and look at what escapes say."""
        proper = scalar._replace(value=composed(scalar.value))
        if scalar.style == '"':
            self.findings += hidden_by_escapes(self._lines, proper)
        return proper

    def _alias(self, event: Event) -> Scalar:
        """Refuse an alias and take it for the words that it looks like."""
        start, end = event.start_mark.index, event.end_mark.index
        self._refuse(start, end, "alias", name=self._lines.text[start:end])
        return Scalar(self._lines.text[start:end], "", start, end)

    def _no_marks(self, event: Event) -> None:
        start = event.start_mark.index
        if event.anchor:
            self._refuse(start, start + 1, "anchor", name=f"&{event.anchor}")
        if event.tag:
            self._refuse(start, start + 1, "tag", name=self._lines.word(start))

    def _deeper(self, event: Event, depth: int) -> int:
        """Give the depth inside a list or map; a bound spares us 20,000 brackets."""
        if event.anchor or event.tag:
            self._no_marks(event)
        if depth < self._limits.depth:
            return depth + 1
        start = event.start_mark.index
        raise _Stop(refused(self._lines.span(start, start), "deep", limit=self._limits.depth))

    def _mapping(self, opening: Event, depth: int) -> Mapping:
        pairs = []
        while type(event := self._next()) is not MAPPING_END:
            key = self._scalar(event) if type(event) is SCALAR else self._node(event, depth)
            event = self._next()
            value = self._scalar(event) if type(event) is SCALAR else self._node(event, depth)
            pairs.append(make_entry((key, value)))
        entries = self._keys.entries(pairs, is_flow=opening.flow_style)
        end = event.end_mark.index if opening.flow_style else pairs[-1].value.end
        return Mapping(entries, opening.start_mark.index, end)

    def _sequence(self, opening: Event, depth: int) -> Node:
        """Give a list, or what looks like one and is prose that begins with a reference."""
        items = []
        while type(event := self._next()) is not SEQUENCE_END:
            items.append(self._node(event, depth))
        start, end = opening.start_mark.index, event.end_mark.index
        if opening.flow_style and self._lines.text.startswith("[[", start):
            self._refuse(start, start + 2, "brackets")
            return Scalar(self._lines.text[start:end], "", start, end)
        return Sequence(tuple(items), start, end if opening.flow_style else items[-1].end)
