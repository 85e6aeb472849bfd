"""Numbers that Word draws before paragraphs and that stand in no paragraph's text."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from gollanma.languages import roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HOLE = re.compile(r"%([1-9])")
_DEEPEST = 9
_ALPHABET = 26


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % _ALPHABET)


_WRITTEN: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "upperRoman": lambda number: roman(str(number)),
    "lowerRoman": lambda number: roman(str(number)).lower(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
}
"""How numbers are drawn; bullets and the rest draw none."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a numbered list is drawn."""

    start: int
    style: str
    text: str
    """`%1.` or `%1.%2)`."""


@dataclass
class Counters:
    """The lists of a file while its paragraphs are read in order."""

    levels: Mapping[str, Mapping[int, Level]]
    """By list, then by depth."""
    counts: dict[str, list[int]] = field(default_factory=dict)

    def marker(self, paragraph: etree._Element) -> str:
        """Give the number that Word draws before a paragraph; empty where it draws none."""
        name, depth = _list_of(paragraph)
        levels = self.levels.get(name, {})
        if depth not in levels:
            return ""
        counts = self.counts.setdefault(name, [0] * _DEEPEST)
        start = levels[depth].start
        counts[depth] = counts[depth] + 1 if counts[depth] else start
        counts[depth + 1 :] = [0] * (_DEEPEST - depth - 1)
        drawn = _HOLE.sub(lambda hole: _drawn(levels, counts, int(hole[1]) - 1), levels[depth].text)
        return f"{drawn} " if levels[depth].style in _WRITTEN and drawn else ""


def _drawn(levels: Mapping[int, Level], counts: list[int], depth: int) -> str:
    level = levels.get(depth)
    write = _WRITTEN.get(level.style) if level else None
    return write(counts[depth] or (level.start if level else 1)) if write else ""


def _list_of(paragraph: etree._Element) -> tuple[str, int]:
    properties = paragraph.find(f"{W}pPr/{W}numPr")
    if properties is None:
        return "", 0
    depth = _value(properties.find(f"{W}ilvl"))
    name = _value(properties.find(f"{W}numId"))
    return name, min(int(depth), _DEEPEST - 1) if depth.isdecimal() else 0


def _value(element: etree._Element | None) -> str:
    return (element.get(f"{W}val") or "") if element is not None else ""


def read_counters(numbering: etree._Element | None) -> Counters:
    """Give the lists of a file, before its first paragraph."""
    if numbering is None:
        return Counters({})
    abstract = {
        each.get(f"{W}abstractNumId"): _levels(each) for each in numbering.iter(f"{W}abstractNum")
    }
    return Counters(
        {
            each.get(f"{W}numId") or "": abstract.get(_value(each.find(f"{W}abstractNumId")), {})
            for each in numbering.iter(f"{W}num")
        }
    )


def _levels(abstract: etree._Element) -> dict[int, Level]:
    found = {}
    for each in abstract.iter(f"{W}lvl"):
        depth, start = each.get(f"{W}ilvl") or "", _value(each.find(f"{W}start"))
        if depth.isdecimal() and int(depth) < _DEEPEST:
            found[int(depth)] = Level(
                int(start) if start.isdecimal() else 1,
                _value(each.find(f"{W}numFmt")) or "decimal",
                _value(each.find(f"{W}lvlText")),
            )
    return found
