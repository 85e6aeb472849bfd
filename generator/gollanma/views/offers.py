"""Where a service is given, and how complete its standard package is."""

from dataclasses import dataclass

from gollanma.model import Ref
from gollanma.model.kinds import Service, Sop
from gollanma.views.context import Desk, Link
from gollanma.views.frame import anchor
from gollanma.views.markup import Html, element, safe
from gollanma.views.places import Given, Places
from gollanma.views.status import Tag
from gollanma.views.trust import Row


@dataclass(frozen=True, slots=True)
class Provider:
    """An organisation that gives the service."""

    organisation: Link
    territories: tuple[Link, ...]
    """Empty where it says nothing of the place."""
    capacity: str
    verified: str


@dataclass(frozen=True, slots=True)
class Package:
    """The standard package of a service: its statute, procedures and specification."""

    rows: tuple[Row, ...]
    verdict: Tag


def providers_of(desk: Desk, service: str) -> tuple[Provider, ...]:
    """Give the organisations that give a service, by the territories where they do."""
    found = (_provider(desk, each) for each in Places(desk.voice.library).offers(service))
    sort_key = desk.voice.language.sort_key
    return tuple(sorted(found, key=lambda each: [sort_key(str(t.words)) for t in each.territories]))


def _provider(desk: Desk, given: Given) -> Provider:
    offer = given.offer
    return Provider(
        desk.page(given.key),
        desk.links(given.where),
        desk.voice.amount(offer.capacity),
        desk.voice.day(offer.verified) if offer.verified else "",
    )


def package_of(desk: Desk, service: Service) -> Package:
    """Give what the standard package has, and what it lacks."""
    statute = service.package.statute if service.package else None
    link = desk.link(statute) if isinstance(statute, Ref) else None
    procedures = _procedures(desk)
    lacking = [
        desk.voice.say(f"service.{name}")
        for name, there in (("statute", link), ("procedures", procedures))
        if not there
    ]
    say = desk.voice.say
    planned = say("service.planned") if statute == "planned" else say("service.none")
    verdict = (
        say("service.lacking", parts=", ".join(lacking)) if lacking else say("service.complete")
    )
    return Package(
        (
            Row(say("service.statute"), safe(link) if link else safe(planned)),
            Row(say("service.procedures"), _counted(desk, procedures)),
            Row(say("service.specification"), safe(say("service.this-page"))),
        ),
        Tag(verdict, "warn" if lacking else "ok"),
    )


def _procedures(desk: Desk) -> int:
    """Count the procedures that carry out the service; they are listed where all inverses are."""
    return sum(
        any(each.record == desk.key for each in sop.implements)
        for sop in desk.voice.library.of(Sop)
    )


def _counted(desk: Desk, procedures: int) -> Html:
    if not procedures:
        return safe(desk.voice.say("service.none"))
    words = desk.voice.say("common.records", n=procedures)
    return element("a", words, href=f"#{anchor('inverse')}")
