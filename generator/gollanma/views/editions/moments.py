"""An act as it binds on a day: one page for each day on which something in it changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gollanma.law import Moment, binds, moments
from gollanma.model import Library
from gollanma.model.kinds import Act, Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.stems import stem_of
from gollanma.views.addresses import has_page
from gollanma.views.context import Desk, Link
from gollanma.views.editions.heads import Top, top_of
from gollanma.views.editions.pair import edition_page
from gollanma.views.markup import safe
from gollanma.views.outline import Placed, articles_in, tops_of, unit_title
from gollanma.views.page import Page
from gollanma.views.provisions import Provisions
from gollanma.views.status import Tag
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class MomentLine:
    """A line of the text as it binds on the day."""

    link: Link | None
    """Absent for a chapter."""
    title: str
    tag: Tag | None
    """That it does not bind on the day, or begins to bind on it."""
    is_inner: bool
    """A part or point that differs from its article in this."""


@dataclass(frozen=True, slots=True)
class MomentView:
    """All that the page prints."""

    top: Top
    edition: Link
    days: tuple[Link, ...]
    """The other days on which something changed."""
    lines: tuple[MomentLine, ...]


def moment_address(library: Library, act: str, day: date) -> str:
    """Give the address of an act as it binds on a day."""
    return f"{stem_of(library, act)}/on--{day.isoformat()}.html"


def moment_pages(voice: Voice) -> Iterator[Page]:
    """Yield for each day on which the text of an act changes what binds on it."""
    for key, act in voice.library.keyed(Act):
        editions = dict(voice.library.editions(key))
        days = moments(voice.library, key)
        for moment in days:
            yield _page(voice, act, moment, editions[moment.edition], days)


def _page(
    voice: Voice, act: Act, moment: Moment, edition: Edition, days: tuple[Moment, ...]
) -> Page:
    key = moment.edition
    act_key = key.partition("@")[0]
    desk = Desk(voice, moment_address(voice.library, act_key, moment.day), key, edition)
    heading = voice.say("moment.heading", day=voice.day(moment.day))
    view = MomentView(
        top=top_of(desk, act, heading),
        edition=desk.page(key, safe(voice.say("draft.text"))),
        days=tuple(day_links(desk, act_key, days, moment.day)),
        lines=tuple(_lines(desk, edition, moment, tuple(tops_of(edition)))),
    )
    return edition_page(desk, act, "moment.html", heading, view)


def day_links(
    desk: Desk, act: str, days: tuple[Moment, ...], here: date | None = None
) -> Iterator[Link]:
    """Yield the ways to the act on each day on which it changes."""
    for each in days:
        way = (
            "" if each.day == here else desk.href(moment_address(desk.voice.library, act, each.day))
        )
        yield Link(safe(desk.voice.day(each.day)), way)


def _lines(
    desk: Desk, edition: Edition, moment: Moment, these: tuple[Placed, ...]
) -> Iterator[MomentLine]:
    voice = desk.voice
    for placed in these:
        title = unit_title(voice, edition, placed.provision)
        tag = _tag(voice, placed.provision, moment)
        if has_page(voice.library, desk.key, placed.provision):
            link = desk.link_to(Provisions(desk, edition).target(placed), safe(title))
            yield MomentLine(link, title, tag, is_inner=False)
            yield from _inner(desk, edition, moment, placed)
        elif any(articles_in(voice, desk.key, placed)):
            yield MomentLine(None, title, tag, is_inner=False)
            yield from _lines(desk, edition, moment, tuple(placed.inside()))


def _inner(desk: Desk, edition: Edition, moment: Moment, article: Placed) -> Iterator[MomentLine]:
    """Yield the parts and points of an article that have days of their own."""
    for placed in tuple(article.all())[1:]:
        tag = _tag(desk.voice, placed.provision, moment)
        if tag:
            link = desk.place_in(Provisions(desk, edition).target(placed))
            yield MomentLine(link, str(link.words), tag, is_inner=True)


def _tag(voice: Voice, provision: Provision, moment: Moment) -> Tag | None:
    if provision.id in moment.begins:
        return Tag(voice.say("moment.begins"), "ok")
    if provision.repealed:
        return Tag(voice.say("status.repealed"), "stop")
    if binds(provision.in_force, moment.day):
        return None
    period = provision.in_force
    is_coming = bool(period and period.from_ and period.from_ > moment.day)
    words = "moment.not-yet" if is_coming else "moment.no-more"
    return Tag(voice.say(words), "warn" if is_coming else "stop")
