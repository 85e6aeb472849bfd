"""The home page: what this is, danger first, the most used tasks, a door for each reader."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.model import Ref
from gollanma.model.kinds import Act, Service, Sop, Term, Territory
from gollanma.model.project import Door, Emergency, Pointer
from gollanma.views.addresses import HOME, index_of, pointed
from gollanma.views.calls import Call, calls_of
from gollanma.views.context import Desk, Link
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
class DangerView:
    """What to do when somebody is in danger now."""

    intro: str
    links: tuple[Link, ...]
    calls: tuple[Call, ...]
    note: str


@dataclass(frozen=True, slots=True)
class DoorView:
    """A door: for whom, and where it leads."""

    title: Link
    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """All that the home page prints."""

    purpose: str
    lead: str
    ways: tuple[WayView, ...]
    danger: DangerView | None
    tasks: tuple[Link, ...]
    doors: tuple[DoorView, ...]
    places: tuple[Link, ...]
    """The largest parts of the country, each with its services."""


def home_pages(voice: Voice) -> Iterator[Page]:
    """Yield the home page."""
    desk, site = Desk(voice, HOME), voice.project.site
    view = HomeView(
        voice.plain(site.purpose),
        voice.plain(site.lead),
        tuple(_way(desk, kind) for kind in FIRST if voice.siblings(kind)),
        _danger(desk, voice.project.emergency),
        _pointers(desk, voice.project.home.tasks),
        tuple(_door(desk, each) for each in voice.project.home.doors),
        tuple(desk.page(key) for key in _largest(voice)),
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


def _way(desk: Desk, kind: str) -> WayView:
    voice, letters = desk.voice, desk.voice.language.letters
    note = f"{letters[0]}–{letters[-1]}" if kind == Term.kind else str(len(voice.siblings(kind)))
    return WayView(desk.leading(index_of(kind), voice.kind(kind, plural=True)), note)


def _danger(desk: Desk, emergency: Emergency | None) -> DangerView | None:
    if emergency is None:
        return None
    plain = desk.voice.plain
    links = _pointers(desk, emergency.links)
    return DangerView(plain(emergency.intro), links, calls_of(desk), plain(emergency.note))


def _door(desk: Desk, door: Door) -> DoorView:
    links = _pointers(desk, door.links)
    first = links[0].href if links else ""
    title = Link(safe(desk.voice.plain(door.title)), first)
    return DoorView(title, desk.voice.plain(door.text), links)


def _pointers(desk: Desk, pointers: tuple[Pointer, ...]) -> tuple[Link, ...]:
    return tuple(_pointer(desk, each) for each in pointers)


def _pointer(desk: Desk, pointer: Pointer) -> Link:
    words = safe(desk.voice.plain(pointer.text))
    if isinstance(pointer.to, Ref):
        return desk.link(pointer.to, words) or desk.lost(pointer.to, words)
    return desk.leading(pointed(pointer.to), words)


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
