"""Translations laid in the files of records: every other letter stays as its author wrote it.

What was changed is read again and compared with what was meant; a passage that cannot be laid
surely is left for a person, and named.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.exchange.records import flow_words, words_lines
from gollanma.exchange.translation.reading import Returned
from gollanma.model import Library, Record, Text
from gollanma.model.base import Translation
from gollanma.model.chapters import gathered
from gollanma.model.decode import decode
from gollanma.model.walk import Path, texts
from gollanma.source import Document, Lines, read_text
from gollanma.source.lines import LINE_END

Edit = tuple[str, int, int, str]
"""A path, the bounds of what goes, and what comes in its place."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What translations make of the files of a project."""

    files: Mapping[str, str]
    """Paths with their text."""
    returned: tuple[Returned, ...]
    """Those that stand in the files now."""
    left: tuple[Diagnostic, ...]
    """Of those that a person has to lay."""


def laid(library: Library, returned: Iterable[Returned]) -> Laid:
    """Lay translations in the files of their records.

    A translation that was checked or approved is a draft again when its words change.
    """
    files, done, left = dict[str, str](), list[Returned](), list[Diagnostic]()
    for key, group in groupby(returned, key=lambda each: each.passage.key):
        own = tuple(group)
        after = _Laying(library, key).files(own)
        if after is None:
            left += (
                Diagnostic(
                    each.span, "TRL003", Severity.WARNING, "unsure", {"value": each.passage.place}
                )
                for each in own
            )
        else:
            files |= after
            done += own
    return Laid(files, tuple(done), tuple(left))


def _unsure(returned: Returned) -> Diagnostic:
    values = {"value": returned.passage.place}
    return Diagnostic(returned.span, "TRL003", Severity.WARNING, "unsure", values)


class _Laying:
    """Lays translations in the files of one record."""

    def __init__(self, library: Library, key: str) -> None:
        self._record = library.records[key]
        self._document = library.documents[key]
        self._languages = library.project.languages.all
        self._lines = {each.path: Lines(each.path, each.text) for each in self._document.files}

    def files(self, returned: Sequence[Returned]) -> Mapping[str, str] | None:
        """Give the files that change; nothing where it cannot be done surely."""
        new = [each for each in returned if each.words != each.passage.target]
        own = (self._edit(each) for each in new)
        edits = sorted((*own, *self._states({each.language for each in new})))
        before = {each.path: each.text for each in self._document.files}
        after = {each.path: _with(each, edits) for each in self._document.files}
        if _texts(self._read(after)) != self._meant(new):
            return None
        return {path: text for path, text in after.items() if text != before[path]}

    def _read(self, files: Mapping[str, str]) -> Record | None:
        read = (read_text(path, text.encode()) for path, text in files.items())
        (document,) = gathered(read, [])
        return decode(type(self._record), document, self._languages)[0]

    def _meant(self, returned: Sequence[Returned]) -> Mapping[Path, Text]:
        meant = _texts(self._record)
        for each in returned:
            path = each.passage.path
            meant[path] = Text({**meant[path], each.language: each.words})
        return meant

    # --- edits

    def _edit(self, returned: Returned) -> Edit:
        path, code = returned.passage.path, returned.language
        if isinstance(self._document.value(*path, code), str):
            return self._replaced(path, code, returned.words)
        return self._added(path, code, returned.words)

    def _replaced(self, path: Path, code: str, words: str) -> Edit:
        span, key = self._document.span(*path, code), self._document.key_span(*path, code)
        start, end = self._bounds(span)
        if self._is_flow(path):
            return span.path, start, end, flow_words(words)
        return span.path, self._bounds(key)[0], end, _entry(key, code, words)

    def _added(self, path: Path, code: str, words: str) -> Edit:
        """Put a language behind the one that stands before it in the project, or at the front."""
        there = [each for each in self._languages if self._document.value(*path, each) is not None]
        order = self._languages.index(code)
        before = [each for each in there if self._languages.index(each) < order]
        beside = before[-1] if before else there[0]
        key, span = self._document.key_span(*path, beside), self._document.span(*path, beside)
        start, end = self._bounds(key)[0], self._bounds(span)[1]
        if self._is_flow(path):
            entry, at = f"{code}: {flow_words(words)}", end if before else start
            return key.path, at, at, f", {entry}" if before else f"{entry}, "
        entry, indent = _entry(key, code, words), " " * (key.column - 1)
        if not before:
            return key.path, start, start, f"{entry}\n{indent}"
        found = LINE_END.search(self._lines[key.path].text, end)  # a remark stays on its line
        at = found.start() if found else len(self._lines[key.path].text)
        return key.path, at, at, f"\n{indent}{entry}"

    def _states(self, codes: Iterable[str]) -> Iterator[Edit]:
        """Yield what makes translations that people had looked at drafts again."""
        for code in codes:
            state = self._record.translations.get(code, Translation.DRAFT)
            if state is not Translation.DRAFT:
                span = self._document.span("translations", code)
                yield span.path, *self._bounds(span), Translation.DRAFT.value

    # --- places

    def _bounds(self, span: Span) -> tuple[int, int]:
        return self._lines[span.path].bounds(span)

    def _is_flow(self, path: Path) -> bool:
        """Say whether a map, or what is around it, stands in brackets on its line."""
        spans = (self._document.span(*path[:size]) for size in range(1, len(path) + 1))
        return any(self._lines[each.path].text[self._bounds(each)[0]] in "{[" for each in spans)


def _entry(key: Span, code: str, words: str) -> str:
    """Give the words of a language under its key, without what stands before the first line."""
    indent = " " * (key.column - 1)
    return "\n".join(words_lines(code, words, indent))[len(indent) :]


def _with(document: Document, edits: Sequence[Edit]) -> str:
    text = document.text
    for path, start, end, words in reversed(edits):
        if path == document.path:
            text = f"{text[:start]}{words}{text[end:]}"
    return text


def _texts(record: Record | None) -> dict[Path, Text]:
    return dict(texts(record)) if record else {}
