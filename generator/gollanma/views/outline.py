"""How an edition is built: which of its provisions have a page, and what stands around them."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.languages import UnknownWordError
from gollanma.law import number_of
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.walk import Path
from gollanma.views.addresses import has_page
from gollanma.views.naming import capital
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class Placed:
    """A provision, and its place in its edition."""

    provision: Provision
    path: Path
    above: tuple["Placed", ...] = ()
    """The divisions and chapters around it, the outermost first."""

    def inside(self) -> Iterator["Placed"]:
        """Yield the provisions directly in it."""
        for index, each in enumerate(self.provision.contains):
            yield Placed(each, (*self.path, "contains", index), (*self.above, self))

    def all(self) -> Iterator["Placed"]:
        """Yield it and everything in it, in the order of the text."""
        yield self
        for each in self.inside():
            yield from each.all()


def tops_of(edition: Edition) -> Iterator[Placed]:
    """Yield the outermost provisions of an edition."""
    return (Placed(each, ("body", index)) for index, each in enumerate(edition.body))


def articles_in(voice: Voice, key: str, placed: Placed) -> Iterator[Placed]:
    """Yield the provisions with a page of their own that one is or holds."""
    if has_page(voice.library, key, placed.provision):
        yield placed
        return
    for each in placed.inside():
        yield from articles_in(voice, key, each)


def articles_of(voice: Voice, key: str, edition: Edition) -> tuple[Placed, ...]:
    """Give the provisions of an edition that have a page of their own."""
    return tuple(each for top in tops_of(edition) for each in articles_in(voice, key, top))


def unit_name(voice: Voice, provision: Provision) -> str:
    """Give what a provision is called within what holds it: article 8, part three."""
    number = number_of(provision)
    try:
        return capital(voice.language.cite(((provision.unit, number),)))
    except UnknownWordError:
        return number or provision.unit


def unit_title(voice: Voice, edition: Edition, provision: Provision) -> str:
    """Give name and heading of a provision: Article 8. Assessment."""
    heading = voice.heading(provision.heading, edition)
    name = unit_name(voice, provision)
    return voice.say("act.titled", name=name, heading=heading.words) if heading else name
