"""The paragraphs of a web page, with the lines of its source."""

import re
from collections.abc import Iterator

from lxml import etree, html

from gollanma.diagnostics import Span
from gollanma.exchange.lawtext.lines import Line, make_line
from gollanma.exchange.lawtext.raising import raised_run
from gollanma.source.lines import Lines

_SILENT = frozenset({"script", "style", "template", "noscript", "head", "nav", "footer", "form"})
_BLOCKS = re.compile(
    r"""address|article|aside|blockquote|body|caption|center|dd|div|dl|dt|fieldset|figcaption
        |figure|h[1-6]|header|hr|html|li|main|ol|p|pre|section|table|t(?:body|d|foot|h|head|r)|ul""",
    re.VERBOSE,
)
"""Elements that begin and end a paragraph."""
_BREAK = "\v"
"""An end of line that need not end a paragraph."""
_DEEPEST = 200


def read_html(lines: Lines) -> Iterator[Line]:
    """Yield the paragraphs of a page; what is no text to be read is passed over."""
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(lines.text.encode(), parser=parser)
    except etree.ParserError:
        return
    words, line, is_apart = "", 1, True
    for piece, place in _pieces(root, 0):
        if piece in {None, _BREAK}:
            yield from _paragraph(lines.path, words, line, is_apart=is_apart)
            is_apart = piece is None or (is_apart and not words.strip())
            words = ""
        else:
            line = line if words.strip() else place
            words += piece or ""
    yield from _paragraph(lines.path, words, line, is_apart=is_apart)


def _paragraph(path: str, words: str, line: int, *, is_apart: bool) -> Iterator[Line]:
    """Yield one paragraph; ends of line inside it are nothing but blanks."""
    joined = words.replace("\r", " ").replace("\n", " ")
    if joined.strip():
        yield make_line(joined, Span.at(path, line, 1), after_gap=is_apart)


def _pieces(element: html.HtmlElement, depth: int) -> Iterator[tuple[str | None, int]]:
    """Yield words with the line where they stand, breaks, and None where a block begins or ends."""
    tag, line = str(element.tag).lower(), element.sourceline or 1
    if tag in _SILENT or depth > _DEEPEST:
        return
    is_block = bool(_BLOCKS.fullmatch(tag))
    if is_block:
        yield None, line
    if tag == "br":
        yield _BREAK, line
    if tag == "li":
        yield _marker(element), line
    yield raised_run(element.text or "", is_raised=tag == "sup"), line
    for child in element:
        yield from _pieces(child, depth + 1)
        yield child.tail or "", child.sourceline or line
    if is_block:
        yield None, line


def _marker(item: html.HtmlElement) -> str:
    """Give the number that a browser draws before an item of a numbered list."""
    above = item.getparent()
    if above is None or above.tag != "ol":
        return ""
    start = above.get("start") or "1"
    before = sum(each.tag == "li" for each in item.itersiblings(preceding=True))
    return f"{int(start) + before}. " if start.isdecimal() else ""
