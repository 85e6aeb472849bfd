"""Where a service is given, and by whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from gollanma.views.asking import Question, where_asked
from gollanma.views.context import Desk, Link
from gollanma.views.facets import FEWEST
from gollanma.views.places import Given, Places


@dataclass(frozen=True, slots=True)
class Provider:
    """An organisation that gives the service."""

    organisation: Link
    territories: tuple[Link, ...]
    """Empty where it says nothing of the place."""
    capacity: str
    verified: str
    near: str
    """The slugs of the places for which it counts: those named, around them and inside them."""


def providers_of(desk: Desk, service: str) -> tuple[Provider, ...]:
    """Give the organisations that give a service, by the territories where they do."""
    places = Places(desk.voice.library)
    found = (_provider(desk, each, places) for each in places.offers(service))
    sort_key = desk.voice.language.sort_key
    return tuple(sorted(found, key=lambda each: [sort_key(str(t.words)) for t in each.territories]))


def _provider(desk: Desk, given: Given, places: Places) -> Provider:
    offer = given.offer
    return Provider(
        desk.page(given.key),
        desk.links(given.where),
        desk.voice.amount(offer.capacity),
        desk.voice.day(offer.verified) if offer.verified else "",
        places.words((given,)),
    )


def where_of(desk: Desk, providers: Iterable[Provider]) -> Question | None:
    """Give by what providers are narrowed: each part of the country, and inside it where they are.

    Where somebody lives in a place that is not named, her part of the country is.
    """
    near = {slug for each in providers for slug in each.near.split()}
    words = desk.voice.say("service.where.asked")
    question = where_asked(desk.voice, words, lambda key: key.partition("/")[2] in near)
    return question if near and question.answers >= FEWEST else None
