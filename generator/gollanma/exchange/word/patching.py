"""Proposals as changes of the file of an edition: shown as a difference, never written.

Letters outside a change stay as they are. What was changed is read again and compared with what was
meant; a proposal that cannot be laid on the file surely is left for a person, and named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff

from gollanma.exchange.records import STEP, flow_words, part_as_yaml, words_lines
from gollanma.exchange.word.applying import applied, provision_of
from gollanma.exchange.word.plain import SIGNATURE
from gollanma.exchange.word.record import Proposal
from gollanma.law import PREAMBLE, units
from gollanma.model import Text
from gollanma.model.decode import decode
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import ChangeKind
from gollanma.model.walk import Path
from gollanma.source import Document, read_text
from gollanma.source.lines import LINE_END

FIELDS = ("heading", "text")


@dataclass(frozen=True, slots=True)
class Patch:
    """What proposals make of a file."""

    diff: str
    """Unified, with the file's path from the project's folder; empty where nothing is changed."""
    left: tuple[Proposal, ...]
    """Those that a person has to lay on the file."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """Letters in the place of others."""

    start: int
    end: int
    letters: str


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where something new stands."""

    at: int
    """Behind which letter of the file."""
    indent: str
    """What stands before the dash."""
    opening: str = ""
    """What opens a list that is not there yet."""


class _NotSureError(Exception):
    """A proposal cannot be laid on the file surely; never seen outside."""


def patch(
    edition: Edition, document: Document, proposals: Sequence[Proposal], languages: Sequence[str]
) -> Patch:
    """Give what proposals make of the file of an edition."""
    laying, edits = _Laying(edition, document), list[_Edit]()
    laid, left = list[Proposal](), list[Proposal]()
    for each in proposals:
        try:
            edits += laying.edits(each)
            laid.append(each)
        except _NotSureError:
            left.append(each)
    after = _with(document.text, edits)
    again, _ = decode(Edition, read_text(document.path, after.encode()), languages)
    if again != applied(edition, laid):
        return Patch("", tuple(proposals))
    lines = unified_diff(
        document.text.splitlines(keepends=True),
        after.splitlines(keepends=True),
        f"a/{document.path}",
        f"b/{document.path}",
    )
    return Patch("".join(lines), tuple(left))


def _with(text: str, edits: Sequence[_Edit]) -> str:
    """Give a text with edits; of those at one place the first stands first."""
    for _, each in sorted(enumerate(edits), key=lambda one: (one[1].start, one[0]), reverse=True):
        text = text[: each.start] + each.letters + text[each.end :]
    return text


class _Laying:
    """Lays proposals on one file."""

    def __init__(self, edition: Edition, document: Document) -> None:
        self._units = units(edition)
        self._document = document
        self._starts = [0, *(each.end() for each in LINE_END.finditer(document.text))]
        self._new: dict[str, _Spot] = {}
        """Where new provisions stand, by their ids."""

    def edits(self, proposal: Proposal) -> list[_Edit]:
        """Give what a proposal changes; raise where it cannot be laid on the file surely."""
        match proposal.kind:
            case ChangeKind.WORDS | ChangeKind.REPLACE | ChangeKind.RENUMBER:
                return list(self._changed(proposal))
            case ChangeKind.REPEAL:
                return [self._field(self._path(proposal), "repealed", "true")]
            case ChangeKind.INSERT:
                return [self._inserted(proposal)]
            case _:
                raise _NotSureError

    def _path(self, proposal: Proposal) -> Path:
        return self._path_of(proposal.target)

    def _path_of(self, id_: str | None) -> Path:
        if id_ is None or id_ not in self._units:
            raise _NotSureError
        return self._units[id_].path

    # --- what is there

    def _changed(self, proposal: Proposal) -> Iterator[_Edit]:
        if proposal.without or proposal.variants:
            raise _NotSureError
        if proposal.number:
            yield self._field(self._path(proposal), "number", f'"{proposal.number}"')
        for name in FIELDS:
            text: Text | None = getattr(proposal, name)
            for language, words in (text or {}).items():
                yield self._words(self._text_path(proposal, name), language, words)

    def _text_path(self, proposal: Proposal, field: str) -> Path:
        if proposal.target == PREAMBLE:
            return ("preamble",)
        if proposal.target == SIGNATURE:
            return ("signature", "office" if field == FIELDS[0] else "place")
        return (*self._path(proposal), field)

    def _words(self, path: Path, language: str, words: str) -> _Edit:
        """Give words of a language in the place of others; none where there were none."""
        whole = (*path, language)
        if not isinstance(self._document.value(*whole), str):
            raise _NotSureError
        span, key = self._document.span(*whole), self._document.key_span(*whole)
        end = self._offset(span.end_line, span.end_column)
        if self._is_flow(path):
            start = self._offset(span.line, span.column)
            return _Edit(start, end, flow_words(words))
        start, indent = self._offset(key.line, key.column), " " * (key.column - 1)
        lines = "\n".join(words_lines(language, words, indent))
        return _Edit(start, end, lines[len(indent) :])

    def _field(self, path: Path, name: str, written: str) -> _Edit:
        """Give a field another value, or a line of its own behind unit and number."""
        whole = (*path, name)
        if self._document.value(*whole) is not None:
            span = self._document.span(*whole)
            start = self._offset(span.line, span.column)
            end = self._offset(span.end_line, span.end_column)
            return _Edit(start, end, written)
        if self._is_flow(path):
            raise _NotSureError
        before = "unit" if self._document.value(*path, "number") is None else "number"
        key = self._document.key_span(*path, before)
        at = self._line_end(self._document.span(*path, before).end_line)
        return _Edit(at, at, f"\n{' ' * (key.column - 1)}{name}: {written}")

    # --- what is new

    def _inserted(self, proposal: Proposal) -> _Edit:
        if not (proposal.unit and (proposal.id or proposal.target)):
            raise _NotSureError
        lines = part_as_yaml(provision_of(proposal), ()).splitlines()
        spot = self._spot(proposal)
        self._new[proposal.id or proposal.target or ""] = _Spot(spot.at, spot.indent)
        marks = (f"{spot.indent}- ", *[f"{spot.indent}{STEP}"] * (len(lines) - 1))
        letters = "\n".join(f"{a}{b}" if b else "" for a, b in zip(marks, lines, strict=True))
        return _Edit(spot.at, spot.at, f"\n{spot.opening}{letters}")

    def _spot(self, proposal: Proposal) -> _Spot:
        if proposal.after is None:
            return self._first(self._path_of(proposal.parent) if proposal.parent else ())
        if proposal.after in self._new:
            return self._new[proposal.after]
        before = self._path_of(proposal.after)
        end = self._line_end(self._document.span(*before).end_line)
        return _Spot(end, self._indent(before[:-1]))

    def _first(self, holder: Path) -> _Spot:
        """Give the place before all that a provision, or the edition, holds."""
        items = (*holder, "contains" if holder else "body")
        if self._document.value(*items):
            end = self._line_end(self._document.key_span(*items).line)
            return _Spot(end, self._indent(items))
        if self._is_flow(holder) or not holder:
            raise _NotSureError
        indent = " " * (self._document.key_span(*holder).column - 1)
        end = self._line_end(self._document.span(*holder).end_line)
        return _Spot(end, indent + STEP, f"{indent}contains:\n")

    def _indent(self, items: Path) -> str:
        """Give what stands before the dashes of a list."""
        if self._is_flow(items):
            raise _NotSureError
        first = self._document.span(*items, 0)
        line = self._document.text[self._starts[first.line - 1] :][: first.column - 1]
        before, dash, _ = line.rpartition("-")
        if not dash or before.strip():
            raise _NotSureError
        return before

    # --- letters

    def _is_flow(self, path: Path) -> bool:
        """Say whether a list or a map, or one around it, stands in brackets on its line."""
        return any(self._opens_flow(path[:size]) for size in range(1, len(path) + 1))

    def _opens_flow(self, path: Path) -> bool:
        span = self._document.span(*path)
        return self._document.text[self._offset(span.line, span.column)] in "{["

    def _offset(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column - 1

    def _line_end(self, line: int) -> int:
        found = LINE_END.search(self._document.text, self._starts[line - 1])
        return found.start() if found else len(self._document.text)
