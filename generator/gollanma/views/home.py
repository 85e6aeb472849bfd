"""The home page: what this is, danger first, the most used tasks, a door for each reader."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.model.kinds import Act, Service, Sop, Term, Territory
from gollanma.model.project import Door, Pointer
from gollanma.views.addresses import HOME, index_of
from gollanma.views.context import Desk, Link
from gollanma.views.danger import DangerView, danger_of, pointer_of
from gollanma.views.markup import safe
from gollanma.views.page import Page
from gollanma.views.voice import Voice

FIRST = (Service.kind, Sop.kind, Term.kind, Act.kind)
"""Kinds that most readers come for."""


@dataclass(frozen=True, slots=True)
class WayView:
    """The way to the list of a kind, and how many there are, or from which letter to which."""

    link: Link
    note: str


@dataclass(frozen=True, slots=True)
class DoorView:
    """A door: for whom, and where it leads."""

    title: Link
    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HereView:
    """The place of a copy that is cut to one: its own page and those of its offices."""

    page: Link
    offices: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """All that the home page prints."""

    here: HereView | None
    """Absent where the handbook is that of the whole country."""
    purpose: str
    lead: str
    ways: tuple[WayView, ...]
    danger: DangerView | None
    tasks: tuple[Link, ...]
    doors: tuple[DoorView, ...]
    places: tuple[Link, ...]
    """The largest parts of the country, each with its services; none in the copy of one place."""


def home_pages(voice: Voice) -> Iterator[Page]:
    """Yield the home page."""
    desk, site = Desk(voice, HOME), voice.project.site
    view = HomeView(
        _here(desk),
        voice.plain(site.purpose),
        voice.plain(site.lead),
        tuple(_way(desk, kind) for kind in FIRST if voice.siblings(kind)),
        danger_of(desk),
        _pointers(desk, voice.project.home.tasks),
        tuple(_door(desk, each) for each in voice.project.home.doors),
        () if voice.library.here else tuple(desk.page(key) for key in _largest(voice)),
    )
    yield Page(
        address=HOME,
        lang=voice.code,
        template="home.html",
        title=view.purpose,
        heading=view.purpose,
        description=" ".join((f"{view.purpose}.", view.lead)).strip(),
        quick_exit=False,
        sample=False,
        crumbs=(),
        side_title="",
        side=(),
        toc=(),
        view=view,
        languages=voice.project.languages.all,
    )


def _here(desk: Desk) -> HereView | None:
    """Give the one place for which the library is; nothing where it is for all."""
    key = desk.voice.library.here
    record = desk.voice.library.records.get(key) if key else None
    if key is None or not isinstance(record, Territory):
        return None
    named = (each.organisation for each in record.offices)
    offices = dict.fromkeys(ref.record for ref in named if ref)
    held = (each for each in offices if each in desk.voice.library.records)
    return HereView(desk.page(key), tuple(desk.page(each) for each in held))


def _way(desk: Desk, kind: str) -> WayView:
    voice, letters = desk.voice, desk.voice.language.letters
    note = f"{letters[0]}–{letters[-1]}" if kind == Term.kind else str(len(voice.siblings(kind)))
    return WayView(desk.leading(index_of(kind), voice.kind(kind, plural=True)), note)


def _door(desk: Desk, door: Door) -> DoorView:
    links = _pointers(desk, door.links)
    first = links[0].href if links else ""
    title = Link(safe(desk.voice.plain(door.title)), first)
    return DoorView(title, desk.voice.plain(door.text), links)


def _pointers(desk: Desk, pointers: tuple[Pointer, ...]) -> tuple[Link, ...]:
    return tuple(pointer_of(desk, each) for each in pointers)


def _largest(voice: Voice) -> tuple[str, ...]:
    """Give the territories of the first level, from the top down, that has several."""
    every = [
        tuple(
            key
            for key in voice.siblings(Territory.kind)
            if isinstance(here := voice.library.records[key], Territory) and here.level == level.id
        )
        for level in voice.project.territory_levels
    ]
    return next((keys for keys in every if len(keys) > 1), every[0] if every else ())
