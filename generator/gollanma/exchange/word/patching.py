"""Proposals as changes of the files of an edition: shown as a difference, never written.

Letters outside a change stay as they are. What was changed is read again and compared with what was
meant; a proposal that cannot be laid on the file surely is left for a person, and named.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff

from gollanma.diagnostics import Span
from gollanma.exchange.records import STEP, flow_words, part_as_yaml, words_lines
from gollanma.exchange.word.applying import applied, provision_of
from gollanma.exchange.word.plain import SIGNATURE
from gollanma.exchange.word.record import Proposal
from gollanma.law import PREAMBLE, units
from gollanma.model import Text
from gollanma.model.chapters import gathered
from gollanma.model.decode import decode
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import ChangeKind
from gollanma.model.walk import Path
from gollanma.source import Document, read_text
from gollanma.source.lines import LINE_END

FIELDS = ("heading", "text")


@dataclass(frozen=True, slots=True)
class Patch:
    """What proposals make of the files of an edition."""

    diff: str
    """Unified, with the paths of files from the project's folder; empty where nothing changes."""
    left: tuple[Proposal, ...]
    """Those that a person has to lay on the file."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """Letters in the place of others, in one file."""

    path: str
    start: int
    end: int
    letters: str


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where something new stands."""

    path: str
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
    """Give what proposals make of the files of an edition."""
    laying, edits = _Laying(edition, document), list[_Edit]()
    laid, left = list[Proposal](), list[Proposal]()
    for each in proposals:
        try:
            edits += laying.edits(each)
            laid.append(each)
        except _NotSureError:
            left.append(each)
    after = {each.path: _with(each, edits) for each in document.files}
    if _read(after, languages) != applied(edition, laid):
        return Patch("", tuple(proposals))
    return Patch("".join(_differing(document, after)), tuple(left))


def _with(document: Document, edits: Sequence[_Edit]) -> str:
    """Give the text of a file with its edits; of those at one place the first stands first."""
    text, own = document.text, [each for each in edits if each.path == document.path]
    for _, each in sorted(enumerate(own), key=lambda one: (one[1].start, one[0]), reverse=True):
        text = text[: each.start] + each.letters + text[each.end :]
    return text


def _read(files: Mapping[str, str], languages: Sequence[str]) -> Edition | None:
    (document,) = gathered((read_text(path, text.encode()) for path, text in files.items()), [])
    return decode(Edition, document, languages)[0]


def _differing(document: Document, after: Mapping[str, str]) -> Iterator[str]:
    for each in document.files:
        old, new = each.text.splitlines(keepends=True), after[each.path].splitlines(keepends=True)
        yield from unified_diff(old, new, f"a/{each.path}", f"b/{each.path}")


class _Laying:
    """Lays proposals on one file."""

    def __init__(self, edition: Edition, document: Document) -> None:
        self._units = units(edition)
        self._document = document
        self._texts = {each.path: each.text for each in document.files}
        self._starts = {
            path: [0, *(each.end() for each in LINE_END.finditer(text))]
            for path, text in self._texts.items()
        }
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
        end = self._end(span)
        if self._is_flow(path):
            return _Edit(span.path, self._start(span), end, flow_words(words))
        indent = " " * (key.column - 1)
        lines = "\n".join(words_lines(language, words, indent))
        return _Edit(span.path, self._start(key), end, lines[len(indent) :])

    def _field(self, path: Path, name: str, written: str) -> _Edit:
        """Give a field another value, or a line of its own behind unit and number."""
        whole = (*path, name)
        if self._document.value(*whole) is not None:
            span = self._document.span(*whole)
            return _Edit(span.path, self._start(span), self._end(span), written)
        if self._is_flow(path):
            raise _NotSureError
        before = "unit" if self._document.value(*path, "number") is None else "number"
        key = self._document.key_span(*path, before)
        at = self._line_end(self._document.span(*path, before))
        return _Edit(key.path, at, at, f"\n{' ' * (key.column - 1)}{name}: {written}")

    # --- what is new

    def _inserted(self, proposal: Proposal) -> _Edit:
        if not (proposal.unit and (proposal.id or proposal.target)):
            raise _NotSureError
        lines = part_as_yaml(provision_of(proposal), ()).splitlines()
        spot = self._spot(proposal)
        self._new[proposal.id or proposal.target or ""] = _Spot(spot.path, spot.at, spot.indent)
        marks = (f"{spot.indent}- ", *[f"{spot.indent}{STEP}"] * (len(lines) - 1))
        letters = "\n".join(f"{a}{b}" if b else "" for a, b in zip(marks, lines, strict=True))
        return _Edit(spot.path, spot.at, spot.at, f"\n{spot.opening}{letters}")

    def _spot(self, proposal: Proposal) -> _Spot:
        if proposal.after is None:
            return self._first(self._path_of(proposal.parent) if proposal.parent else ())
        if proposal.after in self._new:
            return self._new[proposal.after]
        before = self._path_of(proposal.after)
        span = self._document.span(*before)
        return _Spot(span.path, self._line_end(span), self._indent(before[:-1]))

    def _first(self, holder: Path) -> _Spot:
        """Give the place before all that a provision, or the edition, holds."""
        items = (*holder, "contains" if holder else "body")
        if self._document.value(*items):
            key = self._document.key_span(*items)
            return _Spot(key.path, self._line_end(key), self._indent(items))
        if self._is_flow(holder) or not holder:
            raise _NotSureError
        indent = " " * (self._document.key_span(*holder).column - 1)
        span = self._document.span(*holder)
        return _Spot(span.path, self._line_end(span), indent + STEP, f"{indent}contains:\n")

    def _indent(self, items: Path) -> str:
        """Give what stands before the dashes of a list."""
        if self._is_flow(items):
            raise _NotSureError
        first = self._document.span(*items, 0)
        start = self._start(first)
        line = self._texts[first.path][start - first.column + 1 : start]
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
        return self._texts[span.path][self._start(span)] in "{["

    def _start(self, span: Span) -> int:
        return self._starts[span.path][span.line - 1] + span.column - 1

    def _end(self, span: Span) -> int:
        return self._starts[span.path][span.end_line - 1] + span.end_column - 1

    def _line_end(self, span: Span) -> int:
        """Give where the last line of a place ends."""
        text, line = self._texts[span.path], self._starts[span.path][span.end_line - 1]
        found = LINE_END.search(text, line)
        return found.start() if found else len(text)
