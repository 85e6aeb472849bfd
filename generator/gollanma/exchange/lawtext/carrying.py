"""References carried over from a text that is replaced to the one that takes its place.

Files are changed by replacing the letters of a reference; every other byte stays. What has no
counterpart leads to the nearest provision above it, and is listed for a person to decide.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gollanma.diagnostics import Diagnostic, Span
from gollanma.exchange.lawtext.concordance import Concordance
from gollanma.exchange.lawtext.findings import undecided
from gollanma.graph import Graph, Link, Target
from gollanma.graph.links import resolve
from gollanma.graph.prose import SHOWN, mentions
from gollanma.model import Ref
from gollanma.source import Document, Lines
from gollanma.source.lines import LINE_END


@dataclass(frozen=True, slots=True)
class Carried:
    """One reference, and what it becomes."""

    text: str
    """Of the file in which it stands."""
    span: Span
    old: str
    new: str
    where: str
    """The record and the place in it, or the path of a page."""
    finding: Diagnostic | None = None
    """Where a person has to look."""
    is_kept: bool = False
    """It stands in what the official text takes over from the sample."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """Finds the references to places in an edition, and says what they become."""

    graph: Graph
    key: str
    to: Concordance

    def all(self, pages: Mapping[str, str]) -> Iterator[Carried]:
        """Yield every reference to the edition: of records, itself too, of the state, of `pages`.

        The pages are those written by hand, as Markdown, by their paths.
        """
        for source, links in self.graph.links.items():
            yield from self._of_record(self.graph.library.documents[source], links)
        for document in self.graph.library.state.files.values():
            yield from self._of_state(document)
        for path, text in sorted(pages.items()):
            yield from self._of_page(Lines(path, text))

    def _of_record(self, document: Document, links: Sequence[Link]) -> Iterator[Carried]:
        for link in links:
            if link.ref is not None and self._fragment(link.target):
                span, anchor = _place(document, link), f"#{link.anchor}" if link.anchor else ""
                spot = _Spot(f"{link.source}{anchor}", document.file(span.path).text, span)
                carried = self._one(spot, link.written, link.ref, link.target)
                yield replace(carried, is_kept=is_kept(link, self.to))

    def _of_state(self, document: Document) -> Iterator[Carried]:
        """Yield what retired addresses lead to, and on what records were said to rest."""
        for path in _in_state(document.plain()):
            written = str(document.value(*path))
            ref = Ref.parse(written)
            target = self._target(ref)
            if ref is not None and self._fragment(target):
                spot = _Spot(document.path, document.text, document.span(*path))
                yield self._one(spot, written, ref, target)

    def _of_page(self, lines: Lines) -> Iterator[Carried]:
        shown = [found.span() for found in SHOWN.finditer(lines.text)]
        for each in mentions(lines.text):
            target = self._target(each.ref)
            is_shown = any(start <= each.start < end for start, end in shown)
            if each.ref is not None and self._fragment(target) and not is_shown:
                spot = _Spot(lines.path, lines.text, lines.span(each.start, each.end))
                yield self._one(spot, each.written, each.ref, target)

    def _target(self, ref: Ref | None) -> Target | None:
        is_whole = ref is not None and not ref.is_local
        found = resolve(self.graph.library, ref, "") if ref and is_whole else None
        return found if isinstance(found, Target) else None

    def _fragment(self, target: Target | None) -> str | None:
        return target.fragment if target and target.holder == self.key else None

    def _one(self, spot: "_Spot", written: str, ref: Ref, target: Target | None) -> Carried:
        """Say what a reference becomes; one to no place in its own record names the record."""
        fragment = self._fragment(target) or ""
        match, nearest = self.to.of.get(fragment), self.to.nearest(fragment)
        known = ref if nearest else ref.within(spot.where.partition("#")[0])
        new = str(replace(known, fragment=nearest or None))
        values, finding = {"old": written, "new": new}, None
        if match is None or not match.new:
            finding = undecided(spot.span, "none", **values)
        elif not match.is_sure:
            finding = undecided(spot.span, "perhaps", likeness=match.likeness, **values)
        return Carried(spot.text, spot.span, written, new, spot.where, finding)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a reference stands: the record and the place in it, the text of the file, the span."""

    where: str
    text: str
    span: Span


def _place(document: Document, link: Link) -> Span:
    """Give the place of a reference in a field, or of its brackets in prose."""
    if link.language is None:
        return document.span(*link.path)
    return document.within(*link.path, link.language, start=link.start, end=link.end)


def _in_state(plain: object) -> Iterator[tuple[str | int, ...]]:
    """Yield the paths of references that a file of the state holds as they are now."""
    found = plain if isinstance(plain, dict) else {}
    retired, reviewed = found.get("retired"), found.get("reviewed")
    for name, each in retired.items() if isinstance(retired, dict) else ():
        if isinstance(each, dict) and "new" in each:
            yield "retired", name, "new"
    for index, each in enumerate(reviewed if isinstance(reviewed, list) else ()):
        if isinstance(each, dict) and "part" in each:
            yield "reviewed", index, "part"


def left_behind(graph: Graph, key: str, to: Concordance) -> Iterator[Diagnostic]:
    """Yield the references in the replaced text itself that its successor does not take over."""
    for link in graph.links[key]:
        if not link.is_prose and link.path[0] == "body" and not is_kept(link, to):
            span = graph.library.documents[key].span(*link.path)
            yield undecided(span, "left", old=link.written)


def is_kept(link: Link, to: Concordance) -> bool:
    """Say whether a reference stands in what an official text takes over from its sample."""
    match = to.of.get(link.anchor or "")
    return match is not None and bool(match.new) and any(each in KEPT for each in link.path)


KEPT = ("modality", "defines", "reserves", "by_laws", "explanation")
"""Fields that say what a provision is for readers and other records, beside its words."""


def rewritten(found: Iterable[Carried]) -> Mapping[str, str]:
    """Give the changed texts of files by their paths; the letters around a reference stay."""
    files: dict[str, list[Carried]] = {}
    for each in found:
        if each.old != each.new:
            files.setdefault(each.span.path, []).append(each)
    return {path: _replaced(those) for path, those in sorted(files.items())}


def _replaced(those: list[Carried]) -> str:
    text = those[0].text
    starts = _starts(text)
    for each in sorted(those, key=lambda one: one.span, reverse=True):
        start = starts[each.span.line - 1] + each.span.column - 1
        end = starts[each.span.end_line - 1] + each.span.end_column - 1
        written = text[start:end]
        text = text[:start] + written.replace(each.old, each.new, 1) + text[end:]
    return text


def _starts(text: str) -> list[int]:
    return [0, *(each.end() for each in LINE_END.finditer(text))]
