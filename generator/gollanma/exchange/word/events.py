"""The text of a Word file as it reads when every change is accepted, sign by sign in its order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from gollanma.languages import raised

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same words once more, for programs that know less."""
GONE = frozenset({f"{W}del", f"{W}moveFrom"})
ABOUT = frozenset({f"{W}pPr", f"{W}rPr", f"{W}sectPr", FALLBACK})
SIGNS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
FIGURES = re.compile("[0-9]+")


@dataclass(frozen=True, slots=True)
class Said:
    """Some words."""

    text: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A bookmark begins."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Closed:
    """A bookmark ends."""

    number: str


@dataclass(frozen=True, slots=True)
class Remarked:
    """A comment is about what stands here."""

    number: str


@dataclass(frozen=True, slots=True)
class Ended:
    """A paragraph ends; one whose end is gone runs into the next."""

    is_gone: bool


Event = Said | Opened | Closed | Remarked | Ended


def events(element: _Element, *, is_gone: bool = False) -> Iterator[Event]:
    """Yield what a reader meets inside an element; words that are gone are not met."""
    for child in element:
        if child.tag in ABOUT:
            continue
        found = _single(child, element)
        if found is None:
            yield from events(child, is_gone=is_gone or child.tag in GONE)
        elif not (is_gone and isinstance(found, Said)):
            yield found
        if child.tag == f"{W}p":
            yield Ended(_is_end_gone(child))


def _single(child: _Element, holder: _Element) -> Event | None:
    """Give the event of an element that holds no others; None for one that may."""
    match str(child.tag).removeprefix(W):
        case "t":
            return Said(_raised(child.text or "", holder))
        case "tab" | "br" | "cr" | "noBreakHyphen":
            return Said(SIGNS[str(child.tag)])
        case "bookmarkStart":
            return Opened(child.get(f"{W}id", ""), child.get(f"{W}name", ""))
        case "bookmarkEnd":
            return Closed(child.get(f"{W}id", ""))
        case "commentRangeStart" | "commentReference":
            return Remarked(child.get(f"{W}id", ""))
    return None


def _raised(text: str, run: _Element) -> str:
    """Give words, with the figures raised that Word raises."""
    align = run.find(f"{W}rPr/{W}vertAlign")
    if align is None or align.get(f"{W}val") != "superscript":
        return text
    return FIGURES.sub(lambda figures: raised(f"0^{figures[0]}")[1:], text)


def _is_end_gone(paragraph: _Element) -> bool:
    look = paragraph.find(f"{W}pPr/{W}rPr")
    return look is not None and any(each.tag in GONE for each in look)
