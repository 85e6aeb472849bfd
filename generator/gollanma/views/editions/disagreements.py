"""What offices say about a draft, provision by provision, and what was answered."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.graph import Target
from gollanma.model.kinds import Act, Comment
from gollanma.views.addresses import about
from gollanma.views.context import Desk, Link
from gollanma.views.editions.heads import Top, top_of
from gollanma.views.editions.pair import COMMENTS, comments_on, edition_page
from gollanma.views.markup import safe
from gollanma.views.naming import capital, place_name
from gollanma.views.page import Page
from gollanma.views.saying import Said
from gollanma.views.status import Tag
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment."""

    id: str
    office: Link | None
    day: str
    text: Said | None
    proposal: Said | None
    answer: Said | None
    tag: Tag
    """Whether it was answered."""


@dataclass(frozen=True, slots=True)
class Disputed:
    """A provision with all that is said about it."""

    id: str
    place: Link
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """All that the page prints."""

    top: Top
    places: tuple[Disputed, ...]


def disagreement_pages(voice: Voice) -> Iterator[Page]:
    """Yield the table of comments of each edition that has any."""
    for key, act in voice.library.keyed(Act):
        for edition, _ in voice.library.editions(key):
            comments = tuple(comments_on(voice, edition))
            if comments:
                yield _page(voice, act, edition, comments)


def _page(voice: Voice, act: Act, key: str, comments: tuple[tuple[str, Comment], ...]) -> Page:
    edition = dict(voice.library.editions(key.partition("@")[0]))[key]
    desk = Desk(voice, about(voice.library, key, COMMENTS), key, edition)
    open_ones = sum(each.answer is None for _, each in comments)
    heading = voice.say("comments.heading")
    lead = voice.say("comments.lead", n=len(comments), open=open_ones)
    view = DisagreementView(
        top=top_of(desk, act, heading, lead),
        places=tuple(_places(desk, comments)),
    )
    return edition_page(desk, act, "comments.html", heading, view)


def _places(desk: Desk, comments: tuple[tuple[str, Comment], ...]) -> Iterator[Disputed]:
    """Yield the provisions in the order of the text, then what is said of the draft as a whole."""
    known = desk.voice.library.fragments_of(desk.key)
    order = {place: index for index, place in enumerate(known)}
    groups: dict[str, list[tuple[str, Comment]]] = {}
    for name, comment in comments:
        groups.setdefault((comment.on.fragment if comment.on else None) or "", []).append(
            (name, comment)
        )
    for place in sorted(groups, key=lambda each: (order.get(each, len(order)), each)):
        remarks = sorted(groups[place], key=lambda each: (str(each[1].day or ""), each[0]))
        yield Disputed(
            place or "_whole",
            _place(desk, place),
            tuple(_remark(desk, name, comment) for name, comment in remarks),
        )


def _place(desk: Desk, place: str) -> Link:
    library, act = desk.voice.library, desk.key.partition("@")[0]
    path = library.fragments_of(desk.key).get(place)
    if path is None:
        return desk.page(desk.key, safe(desk.voice.say("comments.whole")))
    target = Target(act, desk.key, place, path)
    return desk.link_to(target, safe(capital(place_name(library, desk.voice.language, target))))


def _remark(desk: Desk, name: str, comment: Comment) -> Remark:
    voice = desk.voice
    own = Desk(voice, desk.address, name, comment)
    is_answered = comment.answer is not None
    words = voice.say("comments.answered" if is_answered else "comments.open")
    return Remark(
        id=name.partition("/")[2],
        office=own.link(comment.office),
        day=voice.day(comment.day) if comment.day else "",
        text=own.block(comment.text),
        proposal=own.block(comment.proposal),
        answer=own.block(comment.answer),
        tag=Tag(words, "ok" if is_answered else "warn"),
    )
