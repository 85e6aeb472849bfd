"""From the bytes of one file to a document with everything found on the way."""

from collections.abc import Iterator, Sequence

from gollanma.diagnostics import Diagnostic, Span, in_order
from gollanma.source.characters import findings_in, without_refused
from gollanma.source.comments import Comment, comments_in
from gollanma.source.composer import Composer
from gollanma.source.document import Document
from gollanma.source.encodings import BOM, Undecodable, decode
from gollanma.source.findings import refused
from gollanma.source.held import Compose, Held
from gollanma.source.kept import NOTHING_KEPT, Kept, Reading
from gollanma.source.limits import LIMITS, Limits
from gollanma.source.lines import Lines
from gollanma.source.normal import is_composed, overloaded


def read_text(
    path: str, data: bytes, limits: Limits = LIMITS, kept: Kept = NOTHING_KEPT
) -> Document:
    """Read one file; what is wrong with it is in the document, nothing is raised.

    `kept` is what was read before within the same limits.
    """
    if len(data) > limits.size:
        return unread(path, refused(Span.of_file(path), "size", limit=limits.size))
    text = decode(data)
    if isinstance(text, Undecodable):
        span = Span.at(path, text.line, text.column)
        return unread(path, refused(span, text.key, **text.values))
    lines = Lines(path, text)
    known = kept.get(data)
    if known:
        return _known(lines, limits, known)
    document = _read(lines, limits, bom=data.startswith(BOM))
    if document.tree and not document.diagnostics:
        kept.put(data, Reading(document.tree.plain, document.comments))
    return document


def _known(lines: Lines, limits: Limits, known: Reading) -> Document:
    """Give the document of a file in which nothing was found; who asks for a place composes it."""
    tree = Held(None, _composing(lines, lines.text, limits, is_loose=False), known.plain)
    return Document(lines.path, lines.text, tree, (), known.comments, lines)


def _composing(lines: Lines, text: str, limits: Limits, *, is_loose: bool) -> Compose:
    return lambda: Composer(lines, text, limits, is_loose=is_loose).read()


def unread(path: str, *findings: Diagnostic, text: str = "") -> Document:
    """Give a document that stands for a file without a readable record."""
    return Document(path, text, None, findings, (), Lines(path, text))


def _read(lines: Lines, limits: Limits, *, bom: bool) -> Document:
    is_loose = not is_composed(lines.text)
    heap = overloaded(lines.text) if is_loose else None
    if heap:
        return unread(lines.path, refused(lines.span(*heap), "signs"), text=lines.text)
    found = list(findings_in(lines, bom=bom, is_loose=is_loose))
    text = without_refused(lines.text) if found else lines.text
    composer = Composer(lines, text, limits, is_loose=is_loose)
    root = composer.read()
    again = Held(root, _composing(lines, text, limits, is_loose=is_loose))
    comments = tuple(comments_in(lines, composer.scalars)) if root else ()
    found += composer.findings
    found += _mistaken(lines.path, comments)
    return Document(
        lines.path,
        lines.text,
        again if root else None,
        in_order(dict.fromkeys(found)),
        comments,
        lines,
    )


def _mistaken(path: str, comments: Sequence[Comment]) -> Iterator[Diagnostic]:
    """Yield comments that were meant as text: `from: #consent` says nothing after the colon."""
    for each in comments:
        if not each.own_line and each.text[1:2].isalnum():
            span = Span.at(path, each.line, each.column, len(each.text))
            yield refused(span, "hash", words=each.text.split()[0])
