"""References carried over from a text that is replaced to the one that takes its place.

Files are changed by replacing the letters of a reference; every other byte stays. What has no
counterpart leads to the nearest provision above it, and is listed for a person to decide.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gollanma.diagnostics import Diagnostic, Span
from gollanma.exchange.lawtext.concordance import Concordance
from gollanma.exchange.lawtext.findings import undecided
from gollanma.graph import Graph, Link
from gollanma.model import Ref
from gollanma.source import Document
from gollanma.source.lines import LINE_END


@dataclass(frozen=True, slots=True)
class Carried:
    """One reference, and what it becomes."""

    document: Document
    span: Span
    old: str
    new: str
    finding: Diagnostic | None = None
    """Where a person has to look."""


def carried(graph: Graph, key: str, to: Concordance) -> Iterator[Carried]:
    """Yield every reference of other records to a place in an edition, with what it becomes."""
    for source, links in graph.links.items():
        if source != key:
            for link in links:
                if link.target and link.target.holder == key and link.target.fragment:
                    yield _one(graph, link, to)


def _one(graph: Graph, link: Link, to: Concordance) -> Carried:
    document = graph.library.documents[link.source]
    span = _place(document, link)
    fragment = (link.target.fragment if link.target else None) or ""
    match, nearest = to.of.get(fragment), to.nearest(fragment)
    ref = replace(link.ref or Ref(), fragment=nearest or None)
    new = str(ref)
    values = {"old": link.written, "new": new}
    finding = None
    if match is None or not match.new:
        finding = undecided(span, "none", **values)
    elif not match.is_sure:
        finding = undecided(span, "perhaps", likeness=match.likeness, **values)
    return Carried(document, span, link.written, new, finding)


def _place(document: Document, link: Link) -> Span:
    """Give the place of the letters of a reference."""
    if link.language is None:
        return document.span(*link.path)
    start = link.start + 2
    return document.within(*link.path, link.language, start=start, end=start + len(link.written))


def left_behind(graph: Graph, key: str, to: Concordance) -> Iterator[Diagnostic]:
    """Yield the references in the replaced text itself that its successor does not take over."""
    for link in graph.links[key]:
        if not link.is_prose and link.path[0] == "body" and not _is_kept(link, to):
            span = graph.library.documents[key].span(*link.path)
            yield undecided(span, "left", old=link.written)


def _is_kept(link: Link, to: Concordance) -> bool:
    match = to.of.get(link.anchor or "")
    return match is not None and bool(match.new) and link.path[-1] in KEPT


KEPT = ("defines", "reserves")
"""Fields that say what a provision is for other records, whatever its words."""


def standing_on(graph: Graph, key: str) -> Iterator[Diagnostic]:
    """Yield the other editions of the act that were made from the one that is replaced."""
    act, _, name = key.partition("@")
    for other, edition in graph.library.editions(act):
        if other != key and edition.based_on == name:
            span = graph.library.span(other, "based_on")
            yield undecided(span, "based-on", old=key, new=other)


def rewritten(found: list[Carried]) -> Mapping[str, str]:
    """Give the changed texts of files by their paths; the letters around a reference stay."""
    files: dict[str, list[Carried]] = {}
    for each in found:
        if each.old != each.new:
            files.setdefault(each.document.path, []).append(each)
    return {path: _replaced(those) for path, those in sorted(files.items())}


def _replaced(those: list[Carried]) -> str:
    text = those[0].document.text
    starts = _starts(text)
    for each in sorted(those, key=lambda one: one.span, reverse=True):
        start = starts[each.span.line - 1] + each.span.column - 1
        end = starts[each.span.end_line - 1] + each.span.end_column - 1
        written = text[start:end]
        text = text[:start] + written.replace(each.old, each.new, 1) + text[end:]
    return text


def _starts(text: str) -> list[int]:
    return [0, *(each.end() for each in LINE_END.finditer(text))]
