"""The paragraphs of a Word file: read without entities, DTD or network, within bounds."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from gollanma.diagnostics import Diagnostic, Span
from gollanma.exchange.lawtext.findings import refused, unread
from gollanma.exchange.lawtext.lines import Line, Reading, full, make_line
from gollanma.exchange.lawtext.numbering import Counters, read_counters
from gollanma.exchange.lawtext.raising import raised_run

MOST = 60_000_000
"""Bytes of one file inside, unpacked: a bomb is refused before it is opened."""
_TEXT, _NUMBERS = "word/document.xml", "word/numbering.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",
}
_STRUCK = frozenset({f"{W}del", f"{W}moveFrom"})


def read_word(path: str, data: bytes) -> Reading:
    """Read a Word file; tracked changes are read as if they were accepted."""
    whole = Span.of_file(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            names = {each.filename: each.file_size for each in pack.infolist()}
            if _TEXT not in names:
                return Reading(path, (), (refused(whole, "no-word"),))
            if max(names[_TEXT], names.get(_NUMBERS, 0)) > MOST:
                return Reading(path, (), (refused(whole, "bomb", limit=MOST),))
            text = _parsed(pack.read(_TEXT))
            numbers = _parsed(pack.read(_NUMBERS)) if _NUMBERS in names else None
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError):
        return Reading(path, (), (refused(whole, "no-word"),))
    except etree.LxmlError:
        return Reading(path, (), (refused(whole, "no-word"),))
    lines = full(_lines(path, text, read_counters(numbers)))
    return Reading(path, lines, tuple(_changes(whole, text)))


def _parsed(data: bytes) -> etree._Element:
    """Read XML that may be hostile; a document type is refused as no Word file has one."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise etree.LxmlError("no Word file has a document type")
    return root


def _lines(path: str, text: etree._Element, counters: Counters) -> Iterator[Line]:
    for number, paragraph in enumerate(text.iter(f"{W}p"), 1):
        words = counters.marker(paragraph) + "".join(_words(paragraph))
        for index, each in enumerate(words.split("\n")):
            yield make_line(each, Span.at(path, number, 1), after_gap=not index)


def _words(element: etree._Element) -> Iterator[str]:
    """Yield the words of a paragraph, without what was struck out or stands in a box of its own."""
    for child in element:
        if child.tag in _STRUCK or child.tag == f"{W}p":
            continue
        if child.tag == f"{W}t":
            yield raised_run(child.text or "", is_raised=_is_raised(element))
        elif child.tag in _BREAKS:
            yield _BREAKS[str(child.tag)]
        else:
            yield from _words(child)


def _is_raised(run: etree._Element) -> bool:
    align = run.find(f"{W}rPr/{W}vertAlign")
    return align is not None and align.get(f"{W}val") == "superscript"


def _changes(whole: Span, text: etree._Element) -> Iterator[Diagnostic]:
    """Say that a file holds tracked changes or tables, whose reading a person should look at."""
    if any(
        True for tag in ("ins", *_STRUCK) for _ in text.iter(tag if "{" in tag else f"{W}{tag}")
    ):
        yield unread(whole, "tracked")
    tables = sum(1 for _ in text.iter(f"{W}tbl"))
    if tables:
        yield unread(whole, "tables", count=tables)
