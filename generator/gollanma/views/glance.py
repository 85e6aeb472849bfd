"""A service at one glance: is it for this family, what it costs, when it begins, where to go."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.model.kinds import Service
from gollanma.views.addresses import FINDER
from gollanma.views.context import Desk, Link
from gollanma.views.eligibility import ages_said
from gollanma.views.frame import anchor
from gollanma.views.markup import Html
from gollanma.views.naming import capital
from gollanma.views.places import Places
from gollanma.views.sheets import rows, several
from gollanma.views.trust import Row

MOST = 4
"""Of more groups none is named, more places are counted."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What somebody who has never heard of the service must know first."""

    rows: tuple[Row, ...]
    ways: tuple[Link, ...]
    """What to do next."""


def glance_of(desk: Desk, service: Service) -> Glance:
    """Give a service at one glance; what it does not say is left out."""
    say = desk.voice.say
    ages = service.eligibility.ages if service.eligibility else None
    told = rows(
        (say("service.glance.when"), _needs(desk, service)),
        (say("service.glance.who"), _groups(desk, service)),
        (say("service.glance.ages"), capital(ages_said(desk.voice, ages))),
        (
            say("service.glance.cost"),
            say(f"service.cost.{service.cost.kind}") if service.cost else "",
        ),
        (say("service.glance.begins"), capital(_begins(desk, service))),
        (say("service.glance.where"), _where(desk)),
    )
    return Glance(told, tuple(_ways(desk, service)))


def first_of(desk: Desk) -> Link | None:
    """Give the service with which one may always begin; None on its own page and without one."""
    first = desk.voice.project.first_service
    return desk.link(first) if first and not _is_first(desk) else None


def _is_first(desk: Desk) -> bool:
    first = desk.voice.project.first_service
    return first is not None and first.record == desk.current


def _needs(desk: Desk, service: Service) -> str:
    if _is_first(desk):
        return desk.voice.say("service.glance.always")
    entries = (desk.voice.entry(desk.voice.project.needs, each) for each in service.needs)
    return capital("; ".join(entries))


def _groups(desk: Desk, service: Service) -> Html | None:
    links = desk.links(service.groups)
    return several(each.words for each in links) if len(links) <= MOST else None


def _begins(desk: Desk, service: Service) -> str:
    limits = {each.id: each for each in service.deadlines}
    first = next((each.deadline for each in service.process if each.deadline in limits), None)
    return desk.voice.limit(limits[first], desk.key) if first else ""


def _where(desk: Desk) -> str | Html | None:
    given = Places(desk.voice.library).offers(desk.current)
    places = tuple(dict.fromkeys(place for each in given for place in each.where))
    if len(places) > MOST:
        return desk.voice.say("service.glance.places", n=len(places))
    return several(each.words for each in desk.links(places))


def _ways(desk: Desk, service: Service) -> Iterator[Link]:
    """Yield what to do next, all on this page but the last."""
    say = desk.voice.say
    if service.ways_in or service.papers:
        yield desk.step(anchor("how"), say("section.how"))
    yield desk.step(anchor("where"), say("section.where"))
    if not _is_first(desk):
        yield desk.leading(FINDER, say("service.glance.other"))
