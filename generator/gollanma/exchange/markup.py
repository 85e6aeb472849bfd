"""XML from strangers: parsed without entities, network or document types, every element in place.

A document type is refused before anything is parsed: it can hold a bomb, or open files.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from gollanma.diagnostics import Diagnostic, Span
from gollanma.source import Lines
from gollanma.source.encodings import Undecodable, decode
from gollanma.source.findings import refused

Element = etree._Element  # noqa: SLF001 - lxml names the type of its elements no other way
LARGEST = 16_000_000
"""Bytes of one document; the longest codes have a tenth of it in one language."""
DEEPEST = 60
"""Elements inside each other; a law needs a third of it."""
PROLOG = re.compile(
    r"""(?: \s | (?> <\?.*?\?> ) | (?> <!--.*?--> ) )*+ (?P<doctype> <!DOCTYPE )""",
    re.VERBOSE | re.DOTALL,
)
MARKUP = re.compile(
    r"""  <!--.*?--> | <\?.*?\?> | <!\[CDATA\[.*?\]\]>                # no elements
        | < (?P<end>/)? [^\s/>]+ (?: [^>"'] | "[^"]*" | '[^']*' )* >
    """,
    re.VERBOSE | re.DOTALL,
)
NO_ELEMENT = ("<!", "<?")


@dataclass(frozen=True)
class Markup:
    """A document with the place of each of its elements."""

    path: str
    text: str
    root: Element
    starts: Mapping[Element, tuple[int, int]]
    """From the first to behind the last character of the tag that opens an element."""
    lines: Lines

    def span(self, element: Element) -> Span:
        """Give the place of the tag that opens an element."""
        return self.lines.span(*self.starts[element])


Unreadable = Callable[..., Diagnostic]
"""Gives the finding of a place, with the key of its sentence and what fills it."""


def parse(path: str, data: bytes, unreadable: Unreadable) -> Markup | Diagnostic:
    """Parse a document, or say what is wrong with it; nothing is raised."""
    if len(data) > LARGEST:
        return unreadable(Span.of_file(path), "size", limit=LARGEST // 1_000_000)
    text = decode(data)
    if isinstance(text, Undecodable):
        return refused(Span.at(path, text.line, text.column), text.key, **text.values)
    return _parse(Lines(path, text), unreadable)


def _parse(lines: Lines, unreadable: Unreadable) -> Markup | Diagnostic:
    prolog = PROLOG.match(lines.text)
    if prolog:
        return unreadable(lines.span(prolog.start("doctype"), prolog.end()), "doctype")
    if not lines.text.strip():
        return unreadable(Span.of_file(lines.path), "empty")
    try:
        root = etree.fromstring(lines.text.encode(), _parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        is_far = error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT  # type: ignore[attr-defined]
        key = "limits" if is_far else "syntax"
        return unreadable(Span.at(lines.path, max(1, line), max(1, column)), key)
    tags = list(_tags(lines.text))
    deep = next((place for depth, place in tags if depth > DEEPEST), None)
    if deep:
        return unreadable(lines.span(*deep), "deep", limit=DEEPEST)
    starts = dict(zip(root.iter(), (place for _, place in tags), strict=True))
    return Markup(lines.path, lines.text, root, starts, lines)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _tags(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield depth and place of each tag that opens an element of a well-formed document."""
    depth = 0
    for match in MARKUP.finditer(text):
        if match[0].startswith(NO_ELEMENT):
            continue
        if match["end"]:
            depth -= 1
            continue
        depth += 1
        yield depth, match.span()
        depth -= match[0].endswith("/>")
