"""What every record's page has: its head, its basis, what points to it, whether to trust it.

A maker of pages builds its view around a `Frame` and calls `record_page`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gollanma.model import Record, Ref
from gollanma.model.kinds import Act, Comment, Edition
from gollanma.model.walk import printed
from gollanma.views.addresses import HOME, beside, index_of, page_of
from gollanma.views.basis import Basis, basis_of
from gollanma.views.context import Desk
from gollanma.views.inverse import Group, inverse_of
from gollanma.views.markup import Html, joined, safe
from gollanma.views.naming import capital
from gollanma.views.neighbours import neighbours
from gollanma.views.page import Crumb, Page, SideLink, TocEntry
from gollanma.views.saying import Said
from gollanma.views.status import Tag, status_of, tag_of
from gollanma.views.trust import Trust, original_of, trust_of
from gollanma.views.voice import Voice

Sections = Sequence[tuple[str, object]]
"""Name of a section and what it holds: an empty section is left out of the page's contents."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know before reading on."""

    words: Html
    tone: str = "note-warn"
    id: str = ""
    """An address that was withdrawn and still leads here."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a record's page."""

    label: str
    """Kind and code: Procedure SP-07."""
    tag: Tag | None
    title: Said
    lead: Said | None
    line: str
    """When it was reviewed, when it will be, and how its translation stands."""
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What every record's page has around its own content."""

    head: Head
    basis: Basis
    inverse: tuple[Group, ...]
    trust: Trust


def desk_of(voice: Voice, key: str) -> Desk:
    """Give the desk at which a record's own page is written."""
    library = voice.library
    record = library.records.get(key) or library.state.released[key]
    return Desk(voice, page_of(library, key), key, record)


def companion_desk(voice: Voice, key: str, what: str) -> Desk:
    """Give the desk of a page that goes with a record: `sop/intake--card.html`."""
    return Desk(voice, beside(voice.library, key, what), key, voice.library.records[key])


def frame_of(desk: Desk, record: Record) -> Frame:
    """Give all that surrounds the content of a record's page."""
    return Frame(
        head_of(desk, record),
        basis_of(desk, record),
        inverse_of(desk, desk.key),
        trust_of(desk, record),
    )


def head_of(desk: Desk, record: Record) -> Head:
    """Give the head of a record's page."""
    title = desk.voice.title(desk.key)
    return Head(
        label_of(desk.voice, record),
        tag_of(desk.voice, desk.key),
        Said(safe(title.words), title.lang, is_missing=title.lang != desk.voice.code),
        desk.line(record.summary),
        capital(" · ".join(_line(desk, record))),
        tuple(_notices(desk, record)),
    )


def label_of(voice: Voice, record: Record) -> str:
    """Give kind and code of a record, in words that tell nothing of what it is about."""
    kind = voice.kind(record.kind)
    return f"{kind} {record.code}" if record.code else kind


def _line(desk: Desk, record: Record) -> Iterator[str]:
    voice = desk.voice
    if record.reviewed:
        yield voice.say("head.reviewed", day=voice.day(record.reviewed))
    if record.next_review:
        yield voice.say("head.next", day=voice.day(record.next_review))
    status = record.translations.get(voice.code)
    if status and voice.code != original_of(desk, record):
        yield voice.say("head.translation", status=voice.say(f"translation.{status.value}"))
    yield from filter(None, [voice.late_in(desk.key, voice.code)])


def _notices(desk: Desk, record: Record) -> Iterator[Notice]:
    yield from _over(desk, record)
    shown = sorted({lang for lang in _other_languages(desk, record) if lang != desk.voice.code})
    if shown:
        names = ", ".join(map(desk.voice.language_name, shown))
        yield Notice(safe(desk.voice.say("head.untranslated", languages=names)))
    yield from _withdrawn(desk)


def _other_languages(desk: Desk, record: Record) -> Iterator[str]:
    for _, text in printed(record):
        chosen = desk.voice.chosen(text, record)
        if chosen:
            yield chosen.lang


def _over(desk: Desk, record: Record) -> Iterator[Notice]:
    status = status_of(desk.voice.library, desk.key)
    if status and status.is_over:
        followers = [
            _page(desk, link.source)
            for link in desk.voice.graph.backlinks.get(desk.key, ())
            if link.relation == f"{record.kind}.supersedes"
        ]
        yield Notice(joined((desk.voice.say("head.over"), *followers), " "))


def _page(desk: Desk, key: str) -> Html:
    return safe(desk.page(key))


def _withdrawn(desk: Desk) -> Iterator[Notice]:
    """Yield what happened to places of the record that exist no more."""
    for written, retired in sorted(desk.voice.library.state.retired.items()):
        ref = Ref.parse(written)
        if ref and ref.record == desk.key and ref.fragment and retired.new is None:
            reason = desk.name(retired.reason) or desk.voice.say("head.withdrawn")
            yield Notice(joined((reason,)), "note", ref.fragment)


def former_of(desk: Desk, fragment: str) -> tuple[str, ...]:
    """Give the places of the record that were once addressed and are this one today."""
    here = f"{desk.key}#{fragment}"
    found = (
        ref.fragment
        for written, retired in sorted(desk.voice.library.state.retired.items())
        if (ref := Ref.parse(written)) and retired.new and _same(ref, retired.new, desk.key, here)
    )
    return tuple(each for each in found if each)


def _same(ref: Ref, new: Ref, key: str, here: str) -> bool:
    return ref.record == key and str(new.within(key)) == here


# --- the page


def record_page(
    desk: Desk, record: Record, template: str, view: object, sections: Sections
) -> Page:
    """Give the page of a record; `sections` are what its list of contents may name."""
    voice = desk.voice
    title, label = voice.title(desk.key).words, label_of(voice, record)
    return Page(
        address=desk.address,
        lang=voice.code,
        template=template,
        title=label if record.quick_exit else title,
        heading=title,
        description="" if record.quick_exit else desk.told(record.summary),
        quick_exit=record.quick_exit,
        sample=record.sample,
        crumbs=(*crumbs_to(voice, record.kind), Crumb(record.code or title, None)),
        side_title=voice.kind(record.kind, plural=True),
        side_address=index_of(record.kind),
        side=siblings_of(voice, desk.key),
        toc=toc_of(voice, sections),
        view=view,
        languages=voice.project.languages.all,
    )


def companion_page(desk: Desk, record: Record, template: str, heading: str, view: object) -> Page:
    """Give a page that goes with a record's page, at a desk of its own: a card, a blank, a book.

    Its title names the record; where there is a quick exit, it tells kind and code alone.
    """
    voice = desk.voice
    listed = Act.kind if isinstance(record, (Edition, Comment)) else record.kind
    title, label = voice.title(desk.key).words, label_of(voice, record)
    return Page(
        address=desk.address,
        lang=voice.code,
        template=template,
        title=label if record.quick_exit else f"{heading} · {title}",
        heading=heading,
        description="",
        quick_exit=record.quick_exit,
        sample=record.sample,
        crumbs=(
            *crumbs_to(voice, listed),
            Crumb(record.code or title, page_of(voice.library, desk.key)),
            Crumb(heading, None),
        ),
        side_title="",
        side=(),
        toc=(),
        view=view,
        languages=voice.project.languages.all,
    )


def crumbs_to(voice: Voice, kind: str) -> tuple[Crumb, Crumb]:
    """Give the way from the home page to the list of a kind."""
    return (
        Crumb(voice.say("frame.home"), HOME),
        Crumb(voice.kind(kind, plural=True), index_of(kind)),
    )


def siblings_of(voice: Voice, key: str) -> tuple[SideLink, ...]:
    """Give the records of the same kind, those near it where there are many."""
    keys = voice.siblings(key.partition("/")[0])
    here = keys.index(key) if key in keys else 0
    return tuple(
        SideLink(
            voice.title(each).words,
            page_of(voice.library, each),
            voice.codes[each],
            is_current=each == key,
        )
        for each in neighbours(keys, here)
    )


def toc_of(voice: Voice, sections: Sections) -> tuple[TocEntry, ...]:
    """Give the list of contents: `_steps` is where the section `steps` stands."""
    return tuple(
        TocEntry(anchor(name), voice.say(f"section.{name}")) for name, holds in sections if holds
    )


def anchor(section: str) -> str:
    """Give the anchor of a section; its underscore keeps it apart from every id of a record."""
    return f"_{section}"


def closing(frame: Frame) -> Sections:
    """Give the sections that close a record's page, with what they hold."""
    basis = frame.basis
    return (
        ("basis", bool(basis.grounds)),
        ("terms", bool(basis.terms and not basis.grounds)),
        ("inverse", bool(frame.inverse)),
        ("trust", True),
    )
