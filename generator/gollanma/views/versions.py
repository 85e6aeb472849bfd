"""The pages of released versions: the record as it was, and what has changed since."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from gollanma.graph import Target
from gollanma.model import Record, Ref, Text
from gollanma.model.base import Quantity
from gollanma.model.compare import Change, Difference, DifferenceKind, differences
from gollanma.model.kinds import (
    Calendar,
    Document,
    Fact,
    Form,
    Group,
    Indicator,
    Organisation,
    Role,
    Service,
    Sop,
    Term,
    Territory,
    Training,
)
from gollanma.model.walk import ASKED, fragments
from gollanma.views.addresses import page_of
from gollanma.views.context import Desk, Link
from gollanma.views.documents import document_page
from gollanma.views.forms import form_page
from gollanma.views.frame import anchor, desk_of
from gollanma.views.groups import group_page
from gollanma.views.markup import NOTHING, Html, safe
from gollanma.views.measures import calendar_page, fact_page, indicator_page
from gollanma.views.organisations import organisation_page
from gollanma.views.page import Crumb, Page, TocEntry
from gollanma.views.roles import role_page
from gollanma.views.services import service_page
from gollanma.views.sops import sop_page
from gollanma.views.status import Tag
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
    Indicator: indicator_page,
    Document: document_page,
    Fact: fact_page,
    Calendar: calendar_page,
}
"""Who writes the page of a record; an act keeps its editions instead of versions."""
TONES = {
    DifferenceKind.INSERTED: "ok",
    DifferenceKind.DELETED: "stop",
    DifferenceKind.CHANGED: "info",
}
BOOKKEEPING = frozenset(
    {
        "version",
        "status",
        "valid",
        "approved_by",
        "supersedes",
        "reviewed",
        "next_review",
        "translations",
        "lint",
        *ASKED,
    }
)
"""Fields of the head that change without telling a reader anything to do."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Words before and after; one side may be empty."""

    old: Html
    new: Html


@dataclass(frozen=True, slots=True)
class Changed:
    """One place that differs."""

    place: Link
    tag: Tag
    pairs: tuple[Pair, ...]
    more: str
    """That there are changes without words; empty where there are none."""


@dataclass(frozen=True, slots=True)
class VersionView:
    """The page of the record as it was, and the changes."""

    lead: str
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
    changes = tuple(
        filter(None, (_changed(desk, old, new, each) for each in differences(old, new)))
    )
    lead = voice.say("version.lead", old=old.version or version, new=new.version or "")
    place = anchor("changes")
    view = VersionView(lead, page.template, page.view, changes, place)
    current = Crumb(new.code or voice.title(key).words, page_of(voice.library, key))
    return replace(
        page,
        template="version.html",
        title=voice.say("version.title", title=page.title, version=version),
        crumbs=(*page.crumbs[:-1], current, Crumb(version, None)),
        toc=(*page.toc, TocEntry(place, voice.say("section.changes"))),
        view=view,
    )


def _changed(desk: Desk, old: Record, new: Record, difference: Difference) -> Changed | None:
    """Give what a reader is told of a place; nothing where only bookkeeping changed."""
    changes = tuple(each for each in difference.changes if not _is_bookkeeping(difference, each))
    if difference.kind is DifferenceKind.CHANGED and not changes:
        return None
    pairs = tuple(filter(None, (_pair(desk, each) for each in changes)))
    more = desk.voice.say("version.more") if len(pairs) < len(changes) else ""
    tag = Tag(desk.voice.say(f"version.{difference.kind.value}"), TONES[difference.kind])
    return Changed(_place(desk, old, new, difference), tag, pairs, more)


def _is_bookkeeping(difference: Difference, change: Change) -> bool:
    return not difference.fragment and bool(BOOKKEEPING & set(change.path[:1]))


def _place(desk: Desk, old: Record, new: Record, difference: Difference) -> Link:
    """Give the way to the place: on this page, or on the current one where it is new."""
    fragment, key = difference.fragment, desk.key.partition("@")[0]
    if not fragment:
        return Link(safe(desk.voice.say("version.record")))
    if difference.kind is DifferenceKind.INSERTED:
        return desk.place_in(Target(key, key, fragment, fragments(new)[fragment]))
    return desk.place_in(Target(key, desk.key, fragment, fragments(old)[fragment]))


def _pair(desk: Desk, change: Change) -> Pair | None:
    old, new = _words(desk, change.old), _words(desk, change.new)
    return Pair(old, new) if old or new else None


def _words(desk: Desk, value: object) -> Html:
    """Give a value in words; nothing where it has none for a reader."""
    match value:
        case Text():
            return safe(desk.line(value) or "")
        case Quantity():
            return safe(desk.voice.limit(value, desk.key))
        case Ref():
            return safe(desk.link(value) or "")
        case _:
            return NOTHING
