"""The comments of a Word file: their words and days, never whose they are."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lxml.etree import _Element

from gollanma.exchange.word.events import W, events
from gollanma.exchange.word.passages import passages

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?=T|$)")


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody wrote beside the text."""

    text: str
    day: date | None


def remarks_in(comments: _Element | None) -> Mapping[str, Remark]:
    """Give the comments that say something by their numbers."""
    return dict(_remarks(comments)) if comments is not None else {}


def _remarks(comments: _Element) -> Iterator[tuple[str, Remark]]:
    for each in comments.iter(f"{W}comment"):
        text = "\n".join(found.text for found in passages(events(each)) if found.text)
        if text:
            yield each.get(f"{W}id", ""), Remark(text, _day(each.get(f"{W}date", "")))


def _day(written: str) -> date | None:
    """Give the day of a comment; None where the program that wrote it gave none."""
    found = DAY.match(written)
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None
