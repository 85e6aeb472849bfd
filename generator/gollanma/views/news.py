"""What is new: which records came out in which version, the newest day first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gollanma.views.addresses import NEWS, Spot, page_of
from gollanma.views.context import Desk, Link
from gollanma.views.frame import anchor
from gollanma.views.markup import safe
from gollanma.views.page import Page
from gollanma.views.plain import plain_page
from gollanma.views.voice import Voice

MOST = 60
"""So many of the newest are named: what is older stands on the page of each record."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that came out."""

    page: Link
    version: str
    """Which version it is, and which one it follows."""
    changes: Link | None
    """What changed since; absent where it is the first version."""


@dataclass(frozen=True, slots=True)
class Day:
    """What came out on a day."""

    day: str
    """Empty: the records do not say."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class NewsView:
    """All that the page prints."""

    heading: str
    lead: str
    days: tuple[Day, ...]
    none: str


def news_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page."""
    desk, say = Desk(voice, NEWS), voice.say
    found = sorted(_released(voice), key=lambda each: (each[0] or date.min, *_place(voice, each)))
    newest = reversed(found[-MOST:])
    days = tuple(
        Day(voice.day(day) if day else "", tuple(_entry(desk, key) for _, key in these))
        for day, these in groupby(newest, key=lambda each: each[0])
    )
    view = NewsView(say("news.heading"), say("news.lead"), days, "" if days else say("news.none"))
    yield plain_page(desk, "news.html", view.heading, view)


def _released(voice: Voice) -> Iterator[tuple[date | None, str]]:
    """Yield the day and the key of each record of which a version came out."""
    keys = {each.partition("@")[0] for each in voice.library.state.released}
    for key in sorted(keys.intersection(voice.library.records)):
        yield voice.library.records[key].changed, key


def _place(voice: Voice, found: tuple[date | None, str]) -> tuple[int]:
    """Give the place of a record on its day, for a list that is read backwards."""
    kind = found[1].partition("/")[0]
    return (-voice.siblings(kind).index(found[1]),)


def _entry(desk: Desk, key: str) -> Entry:
    voice, record = desk.voice, desk.voice.library.records[key]
    old = next(iter(voice.library.state.versions_before(key, record.version)), None)
    version = record.version or ""
    if old is None:
        return Entry(desk.page(key), voice.say("news.first", version=version), None)
    spot = Spot(page_of(voice.library, f"{key}@{old}"), anchor("changes"))
    words = voice.say("news.version", version=version, old=old)
    return Entry(desk.page(key), words, Link(safe(voice.say("news.changes")), desk.way(spot)))
