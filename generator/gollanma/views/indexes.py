"""The list of all records of a kind: whole without script, narrowed by choices with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gollanma.model import Record
from gollanma.model.kinds import KINDS, Act, Comment, Edition, Fact, Term, Territory
from gollanma.views.addresses import HOME, index_of
from gollanma.views.context import Desk, Link
from gollanma.views.facets import Choice, Filter, choices_of, filters_of
from gollanma.views.naming import amount_of
from gollanma.views.page import Crumb, Page
from gollanma.views.saying import Said
from gollanma.views.voice import Voice

LONGEST = 100
"""Records on one page of a list; more go on further pages."""
FEW = 5
"""A list that one sees whole needs no filters."""
LISTED = tuple(each.kind for each in KINDS if each not in {Edition, Comment, Term})
"""Kinds whose list is made here; terms have their A–Z."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The words of one filter that an entry carries, separated by blanks."""

    facet: str
    values: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in a list."""

    link: Link
    summary: Said | str | None
    carried: tuple[Carried, ...]


@dataclass(frozen=True, slots=True)
class Heap:
    """Entries under one heading."""

    heading: str
    """Empty where the list is not divided."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """All that a list prints."""

    heading: str
    count: str
    is_long: bool
    """One cannot see it whole: it can be narrowed by words too."""
    filters: tuple[Filter, ...]
    heaps: tuple[Heap, ...]
    ways: tuple[Link, ...]
    """The other pages of a long list; a page without a way is this one."""


def index_pages(voice: Voice) -> Iterator[Page]:
    """Yield the list of each kind."""
    for kind in LISTED:
        keys = voice.siblings(kind)
        parts = [keys[first : first + LONGEST] for first in range(0, len(keys), LONGEST)] or [()]
        for number, part in enumerate(parts, 1):
            desk = Desk(voice, index_of(kind, number))
            yield _page(desk, kind, _view(desk, kind, part, (number, len(parts))))


def _view(desk: Desk, kind: str, keys: Sequence[str], place: tuple[int, int]) -> IndexView:
    voice = desk.voice
    choices = {key: tuple(choices_of(voice, key, voice.library.records[key])) for key in keys}
    carried = (choice for key in keys for choice in choices[key])
    is_long = len(keys) > FEW
    return IndexView(
        voice.kind(kind, plural=True),
        voice.say("index.count", n=len(voice.siblings(kind))),
        is_long,
        filters_of(voice, carried) if is_long else (),
        tuple(_heaps(desk, keys, choices)),
        _ways(desk, kind, *place),
    )


def _heaps(
    desk: Desk, keys: Sequence[str], choices: dict[str, tuple[Choice, ...]]
) -> Iterator[Heap]:
    heaps: dict[str, list[str]] = {}
    for key in keys:
        heaps.setdefault(_heading(desk.voice, key), []).append(key)
    for heading in sorted(heaps, key=lambda each: (bool(each), desk.voice.language.sort_key(each))):
        yield Heap(heading, tuple(_entry(desk, key, choices[key]) for key in heaps[heading]))


def _heading(voice: Voice, key: str) -> str:
    match voice.library.records[key]:
        case Territory(parent=parent) if parent and parent.record in voice.library.records:
            return voice.title(parent.record).words
        case Act(act_kind=name) if rules := voice.project.act_kind(name):
            return voice.plain(rules.plural)
        case _:
            return ""


def _entry(desk: Desk, key: str, choices: tuple[Choice, ...]) -> Entry:
    record = desk.voice.library.records[key]
    values: dict[str, list[str]] = {}
    for each in choices:
        known = values.setdefault(each.facet, [])
        if each.value not in known:
            known.append(each.value)
    carried = tuple(Carried(facet, " ".join(words)) for facet, words in values.items())
    return Entry(desk.page(key), _told(desk, record), carried)


def _told(desk: Desk, record: Record) -> Said | str | None:
    """Give what a list says below a title: the summary, of a fact the number itself."""
    if isinstance(record, Fact) and record.summary is None and record.shown:
        return amount_of(desk.voice.language, record)
    return desk.name(record.summary)


def _ways(desk: Desk, kind: str, number: int, count: int) -> tuple[Link, ...]:
    if count == 1:
        return ()
    return tuple(
        desk.leading(index_of(kind, each) if each != number else "", str(each))
        for each in range(1, count + 1)
    )


def _page(desk: Desk, kind: str, view: IndexView) -> Page:
    voice = desk.voice
    return Page(
        address=desk.address,
        lang=voice.code,
        template="index.html",
        title=view.heading,
        heading=view.heading,
        description="",
        quick_exit=False,
        sample=all(voice.library.records[key].sample for key in voice.siblings(kind)),
        crumbs=(Crumb(voice.say("frame.home"), HOME), Crumb(view.heading, None)),
        side_title="",
        side=(),
        toc=(),
        view=view,
        languages=voice.project.languages.all,
    )
