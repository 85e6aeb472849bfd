"""Records that a record names as near: listed by kind, or counted where they are many."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from gollanma.model import Ref
from gollanma.views.addresses import beside
from gollanma.views.apart import LINKS, is_in_use
from gollanma.views.context import Desk, Link
from gollanma.views.frame import anchor
from gollanma.views.markup import safe

MOST_NAMED = 4
"""More of one kind are counted: the page of the record's uses has them all."""


@dataclass(frozen=True, slots=True)
class Near:
    """The near records of one kind."""

    kind: str
    links: tuple[Link, ...]


def near_of(desk: Desk, refs: Iterable[Ref]) -> tuple[Near, ...]:
    """Give what a record names as near, kind by kind in the order given.

    What is not shown is left out.
    """
    heaps = ((kind, desk.links(each)) for kind, each in groupby(refs, lambda ref: ref.kind))
    shown = ((kind, tuple(filter(is_shown, links))) for kind, links in heaps)
    return tuple(
        Near(desk.voice.kind(kind, plural=True), _named(desk, links))
        for kind, links in shown
        if links
    )


def is_shown(link: Link) -> bool:
    """Say whether a link leads somewhere: to a record that is published."""
    return bool(link.href)


def _named(desk: Desk, links: tuple[Link, ...]) -> tuple[Link, ...]:
    if len(links) <= MOST_NAMED or not is_in_use(desk):
        return links
    address = beside(desk.voice.library, desk.key, LINKS)
    words = desk.voice.say("common.records", n=len(links))
    return (Link(safe(words), desk.href(address, anchor("inverse"))),)
