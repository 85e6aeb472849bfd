"""Where a service is given, and by whom."""

from dataclasses import dataclass

from gollanma.views.context import Desk, Link
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
