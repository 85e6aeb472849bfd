"""The directory: who gives what where, how to reach them, and until when it holds."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from gollanma.checks.finding import Finding, binding, check
from gollanma.checks.nearest import nearest
from gollanma.checks.reading import all_read
from gollanma.checks.standing import is_over
from gollanma.diagnostics import Severity, Value
from gollanma.graph import Graph, Problem
from gollanma.model import Ref
from gollanma.model.base import Contact, Gap
from gollanma.model.kinds import Organisation, Service, Territory
from gollanma.model.kinds.people import Offer
from gollanma.model.load import PROJECT_FILE
from gollanma.model.walk import Path, parts

PHONE = re.compile(r"\+?[0-9]+(?:[ ()\-]+[0-9]+)*")
"""Figures in groups; a short number such as that of an ambulance has two."""
FIGURES = range(2, 16)
"""How many figures a number has, at most as many as ITU-T E.164 allows."""
EMAIL = re.compile(r"[^\s@<>,;]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
EVERYWHERE = ""
"""In the place of territories: an offer that names none holds in all of them."""
SHOWN = 3
"""How many places without a service a finding names."""


@check("DIR001")
def offered_where_nothing_is(graph: Graph) -> Iterator[Finding]:
    """A provider names a service or a place that is not there, or a place that was merged.

    The family looks under the name of today, and the help stands under the name of yesterday.
    """
    for key, organisation in graph.library.keyed(Organisation):
        if not is_over(organisation):
            for path, ref in _named(organisation):
                yield from _there(graph, key, path, ref)


def _named(organisation: Organisation) -> Iterator[tuple[Path, Ref]]:
    """Yield the services and territories that an organisation names."""
    yield from ((("territories", n), ref) for n, ref in enumerate(organisation.territories))
    for index, offer in enumerate(organisation.provides):
        here: Path = ("provides", index)
        yield (*here, "service"), offer.service
        yield from (((*here, "territories", n), ref) for n, ref in enumerate(offer.territories))


def _there(graph: Graph, key: str, path: Path, ref: Ref) -> Iterator[Finding]:
    link = graph.link_at[key, path]
    place = graph.library.get(ref)
    if link.problem is Problem.NO_RECORD:
        values = {"value": str(ref), "near": nearest(graph, link)}
        yield Finding(key, path, "gone", values)
    elif isinstance(place, Territory) and place.merged_into:
        yield Finding(key, path, "merged", {"value": str(ref), "near": str(place.merged_into)})


@check("DIR002", Severity.WARNING)
def nobody_to_turn_to(graph: Graph) -> Iterator[Finding]:
    """A place has no office, no worker or no number to call, or nobody gives a service there.

    Whoever lives there reads of help and has nowhere to go.
    """
    offices = {ref: each.contacts for ref, each in graph.library.keyed(Organisation)}
    places = dict(_lowest(graph))
    for key, place in places.items() if all_read(graph, Organisation.kind) else ():
        weight = binding(place.status, Severity.WARNING)
        held = [each.contact for each in place.offices if each.contact]
        named = [each.organisation.record for each in place.offices if each.organisation]
        contacts = [*held, *(each for office in named for each in offices.get(office, ()))]
        if not place.offices:
            yield Finding(key, ("offices",), "no-office", severity=weight, on_key=True)
        elif not any(_answers(each, weight) for each in contacts):
            yield Finding(key, ("offices",), "no-number", severity=weight, on_key=True)
        if not place.posts:
            yield Finding(key, ("posts",), "no-worker", severity=weight, on_key=True)
    if all_read(graph, Organisation.kind, Territory.kind):
        yield from _holes(graph, places)


def _lowest(graph: Graph) -> Iterator[tuple[str, Territory]]:
    """Yield the places at which people live: those of the lowest level that still exist."""
    lowest = graph.project.lowest_level
    for key, place in graph.library.keyed(Territory):
        if place.level == lowest and not place.merged_into and not is_over(place):
            yield key, place


def _answers(contact: Contact, weight: Severity) -> bool:
    """Say whether there is a number; a draft may leave it to the office to enter."""
    return isinstance(contact.phone, str) or (
        weight is Severity.INFO and isinstance(contact.phone, Gap)
    )


def _holes(graph: Graph, places: Mapping[str, Territory]) -> Iterator[Finding]:
    """Yield the services that some places lack; one that is being prepared is given nowhere yet."""
    lowest = graph.project.lowest_level
    given = _given(graph)
    for key, service in graph.library.keyed(Service):
        binds = binding(service.status, Severity.WARNING) is Severity.WARNING
        if service.level != lowest or not binds or is_over(service):
            continue
        missing = [each for each in places if not _upwards(graph, each) & given.get(key, set())]
        if missing and EVERYWHERE not in given.get(key, set()):
            values: dict[str, Value] = {"n": len(missing), "value": "`, `".join(missing[:SHOWN])}
            yield Finding(key, (), "hole", values)


def _given(graph: Graph) -> Mapping[str, set[str]]:
    """Give for each service the places in which somebody gives it."""
    found: dict[str, set[str]] = {}
    for organisation in graph.library.of(Organisation):
        for offer in organisation.provides if not is_over(organisation) else ():
            where = offer.territories or organisation.territories
            places = {each.record for each in where} or {EVERYWHERE}
            found.setdefault(offer.service.record, set()).update(places)
    return found


def _upwards(graph: Graph, key: str) -> set[str]:
    """Give a place with all that it lies in."""
    found: set[str] = set()
    here: str | None = key
    while here and here not in found:
        found.add(here)
        place = graph.library.records.get(here)
        here = place.parent.record if isinstance(place, Territory) and place.parent else None
    return found


@check("DIR003", Severity.WARNING)
def contact_cannot_be_trusted(graph: Graph) -> Iterator[Finding]:
    """A number or an address is not written as one, or nobody has tried it for a year.

    She finds the courage to call once, and nobody answers.
    """
    project = graph.project
    for index, call in enumerate(project.emergency.calls if project.emergency else ()):
        yield from _phone(PROJECT_FILE, ("emergency", "calls", index, "phone"), call.phone)
    yield from _email(PROJECT_FILE, ("site", "report"), project.site.report)
    for key, record in graph.library.records.items():
        for path, part in parts(record) if not is_over(record) else ():
            if isinstance(part, Contact):
                yield from _phone(key, (*path, "phone"), part.phone)
                yield from _email(key, (*path, "email"), part.email)
                yield from _tried(graph, key, path, part)
            elif isinstance(part, Offer) and part.verified:
                yield from _old(graph, key, path, part.verified)


def _phone(source: str, path: Path, phone: str | Gap | None) -> Iterator[Finding]:
    if isinstance(phone, str):
        figures = sum(each.isdecimal() for each in phone)
        if not PHONE.fullmatch(phone) or figures not in FIGURES:
            yield Finding(source, path, "phone", {"value": phone})


def _email(source: str, path: Path, email: str | Gap | None) -> Iterator[Finding]:
    if isinstance(email, str) and not EMAIL.fullmatch(email):
        yield Finding(source, path, "email", {"value": email})


def _tried(graph: Graph, key: str, path: Path, contact: Contact) -> Iterator[Finding]:
    """Yield what is wrong with the day on which somebody last tried a contact."""
    if contact.verified:
        yield from _old(graph, key, path, contact.verified)
    elif graph.library.records[key].sample:
        return
    elif isinstance(contact.phone, str) or isinstance(contact.email, str):
        yield Finding(key, path, "never")


def _old(graph: Graph, key: str, path: Path, day: date) -> Iterator[Finding]:
    """Yield a day that lies more than a year back."""
    now = graph.today
    if (day.year + 1, day.month, day.day) < (now.year, now.month, now.day):
        yield Finding(key, (*path, "verified"), "old", {"day": day.isoformat()})


@check("DIR004", Severity.WARNING)
def contract_has_ended(graph: Graph) -> Iterator[Finding]:
    """A provider offers a service under a contract that has ended.

    The family comes on Monday, and the money ran out on Friday.
    """
    for key, organisation in graph.library.keyed(Organisation):
        for index, offer in enumerate(organisation.provides if not is_over(organisation) else ()):
            valid = offer.contract.valid if offer.contract else None
            if valid and valid.to and valid.to < graph.today:
                path = ("provides", index, "contract", "valid", "to")
                yield Finding(key, path, "ended", {"day": valid.to.isoformat()})
