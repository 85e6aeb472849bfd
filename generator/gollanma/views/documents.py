"""The page of a document: what it is, what is in it, what to read with it."""

from collections.abc import Iterator

from gollanma.model import Ref
from gollanma.model.kinds import Document
from gollanma.model.kinds.records import Section as DocumentSection
from gollanma.views.context import Desk
from gollanma.views.frame import desk_of, frame_of
from gollanma.views.markup import NOTHING, Html, element, joined, safe
from gollanma.views.page import Page
from gollanma.views.sheets import Block, prose, rows, section_of, several, sheet_page
from gollanma.views.voice import Voice


def document_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each document."""
    for key, document in voice.library.keyed(Document):
        yield document_page(desk_of(voice, key), document)


def document_page(desk: Desk, document: Document) -> Page:
    """Give the page of a document."""
    say, voice = desk.voice.say, desk.voice
    about = rows(
        (say("document.kind"), voice.entry(voice.project.document_kinds, document.document_kind)),
        (say("document.publisher"), several(desk.links(document.publisher))),
        (say("document.published"), document.published),
        (say("document.languages"), ", ".join(map(voice.language_name, document.languages))),
    )
    reading = tuple(_reading(desk, each) for each in document.reading)
    sections = (
        section_of(desk, "document", Block(prose=prose(desk.block(document.about)), rows=about)),
        section_of(desk, "parts", *(_part(desk, each) for each in document.sections)),
        section_of(desk, "reading", Block(ticks=reading)),
    )
    return sheet_page(desk, document, frame_of(desk, document), sections)


def _reading(desk: Desk, ref: Ref) -> Html:
    """Give something to read, with what helps to find it on a shelf: its kind, code and year."""
    link = desk.link(ref) or desk.lost(ref)
    record = desk.voice.library.records.get(ref.record)
    published = record.published if isinstance(record, Document) else None
    about = ", ".join(filter(None, (link.kind, link.code, published)))
    small = element("span", about, class_="small soft") if about else NOTHING
    return joined(filter(None, (link, small)), " ")


def _part(desk: Desk, section: DocumentSection) -> Block:
    title, text = desk.name(section.title), desk.block(section.text)
    return Block(safe(title or ""), prose=prose(text), id=f"{section.anchor}{section.id}")
