"""Parts of a record's page that stand on pages of their own: its picture, its law and uses.

Who works by a procedure or a service has its page open beside a family; these parts are read at a
desk, and would make that page twice as long.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.model import Record
from gollanma.model.kinds import Service, Sop
from gollanma.views.addresses import beside
from gollanma.views.basis import Basis, basis_of
from gollanma.views.context import Desk, Link
from gollanma.views.diagram import Picture, pictures_of
from gollanma.views.frame import (
    Frame,
    companion_desk,
    companion_page,
    frame_of,
    head_of,
    label_of,
)
from gollanma.views.inverse import Group, grouped, pointing
from gollanma.views.page import Page
from gollanma.views.status import Tag, tag_of
from gollanma.views.trust import cite_of, trust_of
from gollanma.views.voice import Voice

PICTURE = "picture"
LINKS = "links"
"""What these pages are called in addresses."""
APART = (Service, Sop)
"""Kinds whose terms and uses stand apart."""
SHOWN = frozenset(
    {"organisation.provides.service", "service.ways_in.office", "service.ways_out.office"}
)
"""Relations that a service's table of providers and map of ways say in full."""


@dataclass(frozen=True, slots=True)
class ApartView:
    """What the head of such a page prints."""

    label: str
    tag: Tag | None
    heading: str
    back: Link
    """To the record, in its own name."""
    cite: str


@dataclass(frozen=True, slots=True)
class PictureView:
    """All that the page of a picture prints."""

    head: ApartView
    pictures: tuple[Picture, ...]
    """The steps and their ways, drawn for screens and paper, and for phones."""


@dataclass(frozen=True, slots=True)
class LinksView:
    """All that the page of law and uses prints."""

    head: ApartView
    basis: Basis
    inverse: tuple[Group, ...]


def apart_pages(voice: Voice) -> Iterator[Page]:
    """Yield, of each service and procedure, the pages of what stands apart."""
    for kind in APART:
        for key, record in voice.library.keyed(kind):
            if isinstance(record, Sop) and record.steps:
                yield _picture_page(companion_desk(voice, key, PICTURE), record)
            yield _links_page(companion_desk(voice, key, LINKS), record)


def front_of(desk: Desk, record: Record) -> Frame:
    """Give what surrounds the page of a record in use: of its law and uses, the law at most.

    An old version has no pages beside it: it keeps all.
    """
    if not is_in_use(desk):
        return frame_of(desk, record)
    grounds = () if isinstance(record, Sop) else basis_of(desk, record).grounds
    return Frame(head_of(desk, record), Basis(grounds, ()), (), trust_of(desk, record))


def picture_link(desk: Desk, sop: Sop) -> Iterator[Link]:
    """Yield the way to the picture of a procedure that has steps; an old version has none."""
    if sop.steps and is_in_use(desk):
        address = beside(desk.voice.library, desk.key, PICTURE)
        yield desk.leading(address, desk.voice.say("section.picture"))


def links_link(desk: Desk) -> Iterator[Link]:
    """Yield the way to the law and uses of a record; an old version has them on its page."""
    if is_in_use(desk):
        address = beside(desk.voice.library, desk.key, LINKS)
        yield desk.leading(address, desk.voice.say("apart.links"))


def is_in_use(desk: Desk) -> bool:
    """Say whether the record is the one in use, which has pages beside its own."""
    return desk.key in desk.voice.library.records


def _picture_page(desk: Desk, sop: Sop) -> Page:
    view = PictureView(_head(desk, sop, "section.picture"), pictures_of(desk, sop))
    return companion_page(desk, sop, "picture.html", view.head.heading, view)


def _links_page(desk: Desk, record: Record) -> Page:
    head = _head(desk, record, "apart.links")
    others = (each for each in pointing(desk.voice, desk.key) if each.relation not in SHOWN)
    view = LinksView(head, basis_of(desk, record), grouped(desk, others))
    return companion_page(desk, record, "links.html", head.heading, view)


def _head(desk: Desk, record: Record, heading: str) -> ApartView:
    voice = desk.voice
    return ApartView(
        label_of(voice, record),
        tag_of(voice, desk.key),
        voice.say(heading),
        desk.page(desk.key),
        cite_of(desk, record),
    )
