"""Words of ours as paragraphs of Akoma Ntoso, and back, letter by letter.

A reference becomes a `ref`, strong and emphasised words become `b` and `i`, an empty line ends a
paragraph. White space that XML would fold is kept by `xml:space`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lxml import etree

from gollanma.exchange.akn.vocabulary import AKN, SPACE, akn, own
from gollanma.exchange.markup import Element
from gollanma.graph import Mention, mentions

BREAK = "\n\n"
BLANKS = " \t\r\n"
FOLDS = re.compile(f"[{BLANKS}]+")
INLINE = re.compile(
    r"""  (?P<mention> \[\[ [^\]\n]* \]\] )
        | \*\* (?P<b> [^*\s] (?: [^*\n]* [^*\s] )? ) \*\* (?! \* )
        | (?<! [\w*] ) \* (?P<i> [^*\s] (?: [^*\n]* [^*\s] )? ) \* (?! [\w*] )
    """,
    re.VERBOSE,
)
MARKS = {"b": "**", "i": "*"}
SKIPPED = frozenset(map(akn, ("authorialNote", "noteRef", "del", "marker")))
"""What is no word of the law."""
WHOLE = own("written")
"""What stands between the brackets of a reference whose words follow from its target."""
TARGET = own("to")
"""What stands there before words that the author chose."""
BAR = "|"


@dataclass(frozen=True, slots=True)
class Pointing:
    """Where a reference leads, and the words that stand for it."""

    eid: str
    href: str
    words: str


Way = Callable[[Mention], Pointing]


def put_words(into: Element, words: str, way: Way, kind: str = "") -> None:
    """Add a text to an element as paragraphs."""
    for part in words.split(BREAK):
        paragraph = etree.SubElement(into, akn("p"))
        if kind:
            paragraph.set("class", kind)
        put_line(paragraph, part, way)


def put_line(into: Element, words: str, way: Way) -> None:
    """Fill an element with words that stand within a line."""
    if words != folded(words):
        into.set(SPACE, "preserve")
    _Pen(way).write(into, words)


@dataclass(frozen=True, slots=True)
class _Pen:
    way: Way

    def write(self, into: Element, words: str) -> None:
        start = 0
        for match in INLINE.finditer(words):
            piece = self._piece(match)
            if piece is not None:
                _add(into, words[start : match.start()])
                into.append(piece)
                start = match.end()
        _add(into, words[start:])

    def _piece(self, match: re.Match[str]) -> Element | None:
        if match["mention"] is None:
            name = str(match.lastgroup)
            piece = etree.Element(akn(name))
            self.write(piece, match[name])
            return piece
        mention = next(mentions(match[0]), None)
        return self._reference(mention, match[0]) if mention and mention.ref else None

    def _reference(self, mention: Mention, written: str) -> Element:
        to = self.way(mention)
        inside = written[2:-2]
        is_named = bool((mention.words or "").strip())
        piece = etree.Element(akn("ref"), {"eId": to.eid, "href": to.href})
        piece.set(TARGET if is_named else WHOLE, inside.partition(BAR)[0] if is_named else inside)
        piece.text = mention.words if is_named else to.words
        return piece


def _add(into: Element, words: str) -> None:
    """Add letters behind what an element already holds."""
    if not words:
        return
    if len(into):
        into[-1].tail = (into[-1].tail or "") + words
    else:
        into.text = (into.text or "") + words


def folded(words: str) -> str:
    """Give words as XML leaves them where nothing says that white space counts."""
    return FOLDS.sub(" ", words).strip(BLANKS)


# --- back


Known = Callable[[str], str | None]
"""Gives the reference of ours that an address of somebody else's means."""


def words_of(paragraphs: Iterable[Element], known: Known) -> str:
    """Give the text of paragraphs; empty where they hold no word."""
    return BREAK.join(line_of(each, known) for each in paragraphs)


def line_of(element: Element, known: Known) -> str:
    """Give the words within one element."""
    words = _inside(element, known)
    return words if element.get(SPACE) == "preserve" else folded(words)


def _inside(element: Element, known: Known) -> str:
    parts = [element.text or ""]
    for each in element.iterchildren():
        parts += (_written(each, known), each.tail or "")
    return "".join(parts)


def _written(element: Element, known: Known) -> str:
    name = etree.QName(element)
    if element.tag in SKIPPED or name.namespace != AKN:
        return ""
    match name.localname:
        case "ref":
            return _bracketed(element, known)
        case "b" | "i":
            mark = MARKS[name.localname]
            return f"{mark}{_inside(element, known)}{mark}"
        case "br" | "eol":
            return "\n"
        case _:
            return _inside(element, known)


def _bracketed(element: Element, known: Known) -> str:
    if WHOLE in element.attrib:
        return f"[[{element.get(WHOLE)}]]"
    words, ours = _inside(element, known), element.get(TARGET)
    if ours is not None:
        return f"[[{ours}{BAR}{words}]]"
    ref = known(element.get("href", ""))
    return f"[[{ref}{BAR}{folded(words)}]]" if ref else words
