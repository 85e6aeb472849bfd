"""The page of an organisation: what it is for, how to reach it, what it gives and receives."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from gollanma.graph import Link as Reference
from gollanma.model.kinds import Organisation
from gollanma.model.kinds.people import Contract, Offer
from gollanma.views.addresses import index_of
from gollanma.views.calls import reach_of
from gollanma.views.context import Desk
from gollanma.views.frame import Frame, desk_of, frame_of
from gollanma.views.inverse import ORDER, grouped, pointing
from gollanma.views.markup import Html, joined, safe
from gollanma.views.page import Page
from gollanma.views.provisions import days_of
from gollanma.views.sheets import (
    Block,
    Cells,
    Table,
    cells,
    heads,
    prose,
    rows,
    section_of,
    several,
    sheet_page,
    table,
)
from gollanma.views.voice import Voice

REFERRED = frozenset({"sop.steps.referral.to", "service.ways_out.office"})
"""Relations by which people come to an organisation."""


def organisation_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each organisation."""
    for key, organisation in voice.library.keyed(Organisation):
        yield organisation_page(desk_of(voice, key), organisation)


def organisation_page(desk: Desk, organisation: Organisation) -> Page:
    """Give the page of an organisation."""
    say, types = desk.voice.say, desk.voice.project.organisation_types
    about = rows(
        (say("organisation.type"), desk.voice.entry(types, organisation.type)),
        (say("organisation.parent"), desk.link(organisation.parent)),
        (say("organisation.territories"), several(desk.links(organisation.territories))),
    )
    sections = (
        section_of(desk, "about", Block(prose=prose(desk.block(organisation.mandate)), rows=about)),
        section_of(desk, "reach", *_contacts(desk, organisation)),
        section_of(desk, "provides", Block(table=_offers(desk, organisation))),
        section_of(desk, "receives", *_referrals(desk)),
        section_of(desk, "answers-for", Block(points=tuple(_owned(desk)))),
    )
    return sheet_page(desk, organisation, _frame(desk, organisation), sections)


def _frame(desk: Desk, organisation: Organisation) -> Frame:
    others = (
        each
        for each in pointing(desk.voice, desk.key)
        if each.relation not in REFERRED and not _is_owner(each)
    )
    return replace(frame_of(desk, organisation), inverse=grouped(desk, others))


def _is_owner(reference: Reference) -> bool:
    return reference.relation.endswith((".owner", ".owners"))


def _owned(desk: Desk) -> Iterator[Html]:
    """Yield how many records of each kind it answers for: of a ministry they would fill pages."""
    owned = {each.source for each in pointing(desk.voice, desk.key) if _is_owner(each)}
    counted = Counter(each.partition("/")[0] for each in owned)
    for kind in sorted(counted, key=ORDER.index):
        link = desk.leading(index_of(kind), desk.voice.kind(kind, plural=True))
        yield joined((link, f": {counted[kind]}"))


def _contacts(desk: Desk, organisation: Organisation) -> Iterator[Block]:
    for reach, contact in zip(
        reach_of(desk, organisation.contacts), organisation.contacts, strict=True
    ):
        verified = desk.voice.day(contact.verified) if contact.verified else ""
        tried = rows((desk.voice.say("organisation.verified"), verified))
        yield Block(safe(reach.name or ""), rows=(*reach.rows, *tried))


def _offers(desk: Desk, organisation: Organisation) -> Table:
    columns = ("service", "territories", "capacity", "contract")
    names = heads(desk, *(f"organisation.{each}" for each in columns))
    return table(names, (_offer(desk, organisation, each) for each in organisation.provides))


def _offer(desk: Desk, organisation: Organisation, offer: Offer) -> Cells:
    return cells(
        desk.link(offer.service),
        several(desk.links(offer.territories or organisation.territories)),
        desk.voice.amount(offer.capacity),
        _contract(desk, offer.contract) if offer.contract else None,
    )


def _contract(desk: Desk, contract: Contract) -> Html:
    valid = days_of(desk.voice, contract.valid) if contract.valid else ""
    return joined(filter(None, (contract.number, valid)), ", ")


def _referrals(desk: Desk) -> Iterator[Block]:
    """Yield from where people are sent here."""
    references = (each for each in pointing(desk.voice, desk.key) if each.relation in REFERRED)
    for group in grouped(desk, references):
        lines = (
            joined(filter(None, (each.link, several(each.places))), " · ") for each in group.entries
        )
        yield Block(group.label, points=tuple(lines))
