"""What paper puts around a text: numbers of pages, and what stands at their heads and feet.

It interrupts a sentence where a page ends. What is taken out is said with its line.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from gollanma.diagnostics import Diagnostic
from gollanma.exchange.lawtext.findings import guessed
from gollanma.exchange.lawtext.lines import Line
from gollanma.exchange.lawtext.paper import is_ended
from gollanma.languages import LawForm

_BARE = re.compile(r"[-–—•\s]*(?P<number>[0-9]{1,4})[-–—•\s]*")
_FIGURES = re.compile("[0-9]+")
_BRACKETS = ("(", "[")
_SHORT = 40
"""Letters of a line that numbers a page."""


def without_furniture(
    form: LawForm, lines: Sequence[Line]
) -> tuple[tuple[Line, ...], tuple[Diagnostic, ...]]:
    """Leave out what belongs to pages and not to the text."""
    numbers = frozenset(_page_numbers(form, lines))
    heads = frozenset(_running_heads(lines, numbers))
    found = [
        *(guessed(lines[index].span, "page-number") for index in sorted(numbers)),
        *(guessed(lines[index].span, "running-head") for index in sorted(heads)),
    ]
    return tuple(_kept(lines, numbers | heads)), tuple(found)


def _kept(lines: Sequence[Line], out: AbstractSet[int]) -> Iterator[Line]:
    """Yield the lines of the text; where a page ended in a sentence there is no gap."""
    last: Line | None = None
    is_behind = False
    for index, line in enumerate(lines):
        if index in out:
            is_behind = True
            continue
        is_broken = is_behind and last is not None and not is_ended(last)
        last = replace(line, after_gap=False) if is_broken else line
        is_behind = False
        yield last


# --- numbers


def _page_numbers(form: LawForm, lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines that number pages: by a word, by counting on, or in the midst of words."""
    named = _named(form)
    bare = {
        index: int(found["number"])
        for index, line in enumerate(lines)
        if (found := _BARE.fullmatch(line.text))
    }
    counting = {
        each
        for first, second in pairwise(bare)
        if bare[second] == bare[first] + 1
        for each in (first, second)
    }
    for index, line in enumerate(lines):
        if index in bare:
            is_sure = index in counting or line.is_on_new_page or _interrupts(lines, index)
        else:
            is_sure = len(line.text) <= _SHORT and named.fullmatch(line.text) is not None
        if is_sure:
            yield index


def _named(form: LawForm) -> re.Pattern[str]:
    words = "|".join(map(re.escape, form.words["pages"])) or "(?!)"
    return re.compile(
        rf"""[-–—\s]*
            (?: (?:{words})\s*[0-9]{{1,4}} (?:\s*(?:/|\w{{2}})\s*[0-9]{{1,4}})?  # page 3 of 12
              | [0-9]{{1,4}}(?:[-‑]\w{{2,3}})?\s*(?:{words})                      # 3-nji sahypa
            )[-–—\s]*""",
        re.VERBOSE | re.IGNORECASE,
    )


# --- heads and feet


def _running_heads(lines: Sequence[Line], numbers: AbstractSet[int]) -> Iterator[int]:
    """Yield the lines that come again and again where pages end."""
    edges = {
        index: 2 if _is_at_edge(lines, numbers, index) else 3
        for index in range(len(lines))
        if _may_be_head(lines, numbers, index)
    }
    often = Counter(_alike(lines[index]) for index in edges)
    yield from (index for index, least in edges.items() if often[_alike(lines[index])] >= least)


def _may_be_head(lines: Sequence[Line], numbers: AbstractSet[int], index: int) -> bool:
    """Say whether a line stands at the end of a page, or like a stranger in a sentence."""
    text = lines[index].text
    if index in numbers or text.startswith(_BRACKETS):
        return False
    if _is_at_edge(lines, numbers, index):
        return True
    return not text[0].islower() and _interrupts(lines, index)


def _is_at_edge(lines: Sequence[Line], numbers: AbstractSet[int], index: int) -> bool:
    is_first = lines[index].is_on_new_page or index - 1 in numbers
    is_last = index + 1 in numbers or (index + 1 < len(lines) and lines[index + 1].is_on_new_page)
    return is_first or is_last


def _interrupts(lines: Sequence[Line], index: int) -> bool:
    """Say whether the line before a line goes on behind it."""
    if not 0 < index < len(lines) - 1:
        return False
    return lines[index + 1].text[0].islower() and not is_ended(lines[index - 1])


def _alike(line: Line) -> str:
    return _FIGURES.sub("#", line.text.casefold())
