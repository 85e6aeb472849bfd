"""The page of search: where results appear, and the lists that lead everywhere without it."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.model.kinds import Term
from gollanma.views.addresses import SEARCH, index_of
from gollanma.views.context import Desk, Link
from gollanma.views.indexes import LISTED
from gollanma.views.page import Page
from gollanma.views.plain import plain_page
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class SearchView:
    """All that the page prints before anybody has asked for anything."""

    heading: str
    letters: Link
    """The terms from A to Z."""
    lists: tuple[Link, ...]
    """The list of each kind that has records."""


def search_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page."""
    desk = Desk(voice, SEARCH)
    view = SearchView(
        voice.say("search.heading"),
        desk.leading(index_of(Term.kind), voice.say("glossary.heading")),
        tuple(
            desk.leading(index_of(kind), voice.kind(kind, plural=True))
            for kind in LISTED
            if voice.siblings(kind)
        ),
    )
    yield plain_page(desk, "search.html", view.heading, view, description=voice.say("search.lead"))
