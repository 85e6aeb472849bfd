"""The pages of released versions: the record as it was, and what has changed since."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from gollanma.model import Record
from gollanma.model.compare import differences
from gollanma.model.kinds import (
    Calendar,
    Document,
    Fact,
    Form,
    Group,
    Indicator,
    Organisation,
    Practice,
    Role,
    Service,
    Sop,
    Term,
    Territory,
    Training,
)
from gollanma.views.addresses import page_of
from gollanma.views.changes import Changed, Sides, changed_of
from gollanma.views.context import Desk, Link
from gollanma.views.documents import document_page
from gollanma.views.forms import form_page
from gollanma.views.frame import anchor, desk_of
from gollanma.views.groups import group_page
from gollanma.views.measures import calendar_page, fact_page, indicator_page
from gollanma.views.organisations import organisation_page
from gollanma.views.page import Crumb, Page, TocEntry
from gollanma.views.practices import practice_page
from gollanma.views.roles import role_page
from gollanma.views.services import service_page
from gollanma.views.sops import sop_page
from gollanma.views.terms import term_page
from gollanma.views.territories import territory_page
from gollanma.views.trainings import training_page
from gollanma.views.voice import Voice

WRITERS: dict[type[Record], Callable[[Desk, Any], Page]] = {
    Service: service_page,
    Sop: sop_page,
    Term: term_page,
    Form: form_page,
    Role: role_page,
    Organisation: organisation_page,
    Territory: territory_page,
    Group: group_page,
    Training: training_page,
    Practice: practice_page,
    Indicator: indicator_page,
    Document: document_page,
    Fact: fact_page,
    Calendar: calendar_page,
}
"""Who writes the page of a record; an act keeps its editions instead of versions."""


@dataclass(frozen=True, slots=True)
class VersionView:
    """The page of the record as it was, and the changes."""

    lead: str
    current: Link
    template: str
    view: object
    """What the template of the record's kind prints."""
    changes: tuple[Changed, ...]
    id: str


def version_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each released version that is not the one in use."""
    library = voice.library
    for key, old in library.state.released.items():
        new = library.records.get(key.partition("@")[0])
        if new is not None and new.version != old.version and type(old) in WRITERS:
            yield version_page(desk_of(voice, key), old, new)


def version_page(desk: Desk, old: Record, new: Record) -> Page:
    """Give the page of an old version."""
    page = WRITERS[type(old)](desk, old)
    voice, (key, _, version) = desk.voice, desk.key.partition("@")
    sides = Sides(desk.key, old, key, new)
    changes = tuple(filter(None, (changed_of(desk, sides, each) for each in differences(old, new))))
    lead = voice.say("version.lead", old=old.version or version, new=new.version or "")
    place = anchor("changes")
    view = VersionView(lead, desk.page(key), page.template, page.view, changes, place)
    current = Crumb(new.code or voice.title(key).words, page_of(voice.library, key))
    return replace(
        page,
        template="version.html",
        title=voice.say("version.title", title=page.title, version=version),
        crumbs=(*page.crumbs[:-1], current, Crumb(version, None)),
        toc=(*page.toc, TocEntry(place, voice.say("section.changes"))),
        view=view,
    )
