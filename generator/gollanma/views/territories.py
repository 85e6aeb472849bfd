"""The page of a territory: its offices, who gives which service there, who works there."""

from collections.abc import Iterator
from dataclasses import replace

from gollanma.model.kinds import Service, Territory
from gollanma.model.kinds.people import Office
from gollanma.views.calls import calls_of, phone_of, reach_of
from gollanma.views.context import Desk, Link
from gollanma.views.frame import Frame, desk_of, frame_of
from gollanma.views.inverse import grouped, pointing
from gollanma.views.markup import Html, joined, safe
from gollanma.views.page import Page
from gollanma.views.places import Given, Places
from gollanma.views.sheets import (
    Block,
    Cells,
    Section,
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

SHOWN = frozenset({"territory.parent", "organisation.provides.territories"})
"""Relations that the page says in sections of their own."""


def territory_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each territory."""
    for key, territory in voice.library.keyed(Territory):
        yield territory_page(desk_of(voice, key), territory)


def territory_page(desk: Desk, territory: Territory) -> Page:
    """Give the page of a territory."""
    sections = (
        section_of(desk, "whom-first", Block(rows=rows(*_first(desk, territory)))),
        section_of(desk, "territory", _about(desk, territory)),
        section_of(desk, "inside", Block(points=tuple(_inside(desk)))),
        section_of(desk, "offices", *(_office(desk, each) for each in territory.offices)),
        _providers(desk),
        section_of(desk, "elsewhere", Block(table=_elsewhere(desk))),
        section_of(desk, "workers", _workers(desk, territory)),
        section_of(desk, "history", _history(desk, territory)),
    )
    return sheet_page(desk, territory, _frame(desk, territory), sections)


def _frame(desk: Desk, territory: Territory) -> Frame:
    others = (each for each in pointing(desk.voice, desk.key) if each.relation not in SHOWN)
    return replace(frame_of(desk, territory), inverse=grouped(desk, others))


def _about(desk: Desk, territory: Territory) -> Block:
    say, levels = desk.voice.say, desk.voice.project.territory_levels
    about = rows(
        (say("territory.level"), desk.voice.entry(levels, territory.level)),
        (say("territory.parent"), desk.link(territory.parent)),
        (say("territory.merged-into"), desk.link(territory.merged_into)),
    )
    return Block(prose=prose(desk.block(territory.about)), rows=about)


def _inside(desk: Desk) -> Iterator[Html]:
    library = desk.voice.library
    for key in desk.voice.siblings(Territory.kind):
        record = library.records[key]
        if isinstance(record, Territory) and record.parent and record.parent.record == desk.key:
            yield safe(desk.page(key))


def _office(desk: Desk, office: Office) -> Block:
    link, text = desk.link(office.organisation), desk.line(office.text)
    reach = reach_of(desk, (office.contact,)) if office.contact else ()
    details = tuple(row for each in reach for row in each.rows)
    return Block(safe(link or ""), prose=prose(text), rows=details)


def _history(desk: Desk, territory: Territory) -> Block:
    former = several(each for each in map(desk.name, territory.former_names) if each)
    happened = ((desk.voice.day(each.day), desk.line(each.text)) for each in territory.lifecycle)
    return Block(rows=rows((desk.voice.say("territory.former"), former), *happened))


# --- who gives and who works


def _providers(desk: Desk) -> Section:
    """Give who gives which service here, or in what this is part of, or in a part of it."""
    columns = ("service", "provider", "capacity", "verified")
    names = heads(desk, *(f"organisation.{each}" for each in columns))
    places = Places(desk.voice.library)
    near = places.near(desk.key)
    offers = [each for each in places.offers() if each.places & near]
    order = desk.voice.siblings(Service.kind)
    offers.sort(key=lambda each: order.index(each.service) if each.service in order else -1)
    given = table(names, (_provider(desk, each) for each in offers))
    nobody = safe(desk.voice.say("territory.no-provider"))
    block = Block(table=given) if given.rows else Block(prose=(nobody,))
    return section_of(desk, "providers", block)


def _provider(desk: Desk, given: Given) -> Cells:
    offer, voice = given.offer, desk.voice
    return cells(
        desk.link(offer.service),
        _who(desk, given),
        voice.amount(offer.capacity),
        voice.day(offer.verified) if offer.verified else voice.say("territory.not-verified"),
    )


def _who(desk: Desk, given: Given) -> Html:
    where = several(desk.links(given.where))
    return joined(filter(None, (desk.page(given.key), where)), Html("<br>"))


def _elsewhere(desk: Desk) -> Table:
    """Give the services that nobody gives here, with the nearest who do."""
    names = heads(desk, "organisation.service", "territory.nearest")
    return table(names, _far(desk, Places(desk.voice.library)))


def _far(desk: Desk, places: Places) -> Iterator[Cells]:
    first, near = desk.voice.project.first_service, places.near(desk.key)
    for key in desk.voice.siblings(Service.kind):
        given = tuple(places.offers(key))
        if any(each.places & near for each in given) or (first and first.record == key):
            continue
        nearest = places.nearest(desk.key, (place for each in given for place in each.places))
        who = [_who(desk, each) for each in given if each.places.intersection(nearest)]
        nobody = desk.voice.say("service.where.nobody")
        yield cells(desk.page(key), several(who, Html("<br>")) or nobody)


def _first(desk: Desk, territory: Territory) -> Iterator[tuple[str, Html | Link | None]]:
    """Yield whom to call first: in danger, then for any service, then each office here."""
    for call in calls_of(desk):
        yield str(call.name), call.number
    yield desk.voice.say("territory.begin"), desk.link(desk.voice.project.first_service)
    for office in territory.offices:
        contact, link = office.contact, desk.link(office.organisation)
        if contact and contact.phone and link:
            yield str(link.words), phone_of(desk, contact.phone)


def _workers(desk: Desk, territory: Territory) -> Block:
    unknown = desk.voice.say("territory.unknown-count")
    names = heads(desk, "territory.post", "territory.count")
    posts = (
        cells(desk.link(each.role), desk.voice.amount(each.count) or unknown)
        for each in territory.posts
    )
    return Block(table=table(names, posts))
