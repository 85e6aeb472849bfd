"""From the bytes of a file to the lines of its text; nothing is raised over what it holds."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.exchange.lawtext.findings import refused
from gollanma.exchange.lawtext.html import read_html
from gollanma.exchange.lawtext.lines import Line, Reading, full, make_line
from gollanma.exchange.lawtext.word import read_word
from gollanma.source.characters import findings_in
from gollanma.source.encodings import BOM, Undecodable, decode
from gollanma.source.lines import LINE_END, Lines
from gollanma.source.normal import is_composed, overloaded

MOST = 8_000_000
"""Bytes; the longest code of any country is a fifth of it."""
_FOREIGN = ((b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"\xd0\xcf\x11\xe0", "Word 97"))
_HTML = frozenset({".html", ".htm", ".xhtml"})
_PAGE_BREAK = "\f"


def read_file(path: str, data: bytes) -> Reading:
    """Read a plain text, a web page or a Word file, told apart by what is inside."""
    whole = Span.of_file(path)
    if not data.strip():
        return Reading(path, (), (refused(whole, "empty"),))
    if len(data) > MOST:
        return Reading(path, (), (refused(whole, "size", limit=MOST),))
    foreign = next((name for sign, name in _FOREIGN if data.startswith(sign)), None)
    if foreign:
        return Reading(path, (), (refused(whole, "foreign", name=foreign),))
    if data.startswith(b"PK") or PurePosixPath(path).suffix.lower() == ".docx":
        return _or_nothing(read_word(path, data))
    return _or_nothing(_read_text(path, data))


def _or_nothing(reading: Reading) -> Reading:
    """Add that a file says nothing, where nothing else is wrong with it."""
    if reading.lines or reading.diagnostics:
        return reading
    return Reading(reading.path, (), (refused(Span.of_file(reading.path), "nothing"),))


def _read_text(path: str, data: bytes) -> Reading:
    text = decode(data)
    if isinstance(text, Undecodable):
        span = Span.at(path, text.line, text.column)
        found = Diagnostic(span, "SRC001", Severity.ERROR, text.key, text.values)
        return Reading(path, (), (found,))
    lines = Lines(path, text.replace(_PAGE_BREAK, " "))
    heap = None if is_composed(lines.text) else overloaded(lines.text)
    if heap:
        found = Diagnostic(lines.span(*heap), "SRC001", Severity.ERROR, "signs", {})
        return Reading(path, (), (found,))
    odd = findings_in(lines, bom=data.startswith(BOM), is_loose=False)
    wrong = tuple(each for each in odd if each.severity is Severity.ERROR)
    read = read_html(lines) if _is_html(path, text) else _plain(lines, text)
    return Reading(path, () if wrong else full(read), wrong)


def _is_html(path: str, text: str) -> bool:
    opening = text.lstrip()[:200].lower()
    named = PurePosixPath(path).suffix.lower() in _HTML
    return named or opening.startswith(("<!doctype html", "<html"))


def _plain(lines: Lines, whole: str) -> Iterator[Line]:
    """Yield the lines of a plain text; `whole` is the text with the marks where pages begin."""
    start, is_new = 0, False
    for end, after in _ends(lines.text):
        written = lines.text[start:end]
        first = start + len(written) - len(written.lstrip())
        last = start + len(written.rstrip())
        indent = len(written[: first - start].expandtabs(4))
        span = lines.span(min(first, end), max(first, last))
        line = make_line(written, span, indent=indent, after_gap=False)
        is_new = is_new or _PAGE_BREAK in whole[start:end]
        yield replace(line, is_on_new_page=True) if is_new else line
        is_new, start = is_new and not line.text, after


def _ends(text: str) -> Iterator[tuple[int, int]]:
    for found in LINE_END.finditer(text):
        yield found.start(), found.end()
    yield len(text), len(text)
