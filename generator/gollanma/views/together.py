"""What a worker and a person read together, in two languages; and the card that the person keeps.

Nothing stands on these pages that is for the worker alone: the person looks at them too.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from gollanma.model import Text
from gollanma.model.base import Gap
from gollanma.model.kinds import Sop
from gollanma.model.kinds.sops import Card, Screen
from gollanma.views.addresses import beside
from gollanma.views.calls import phone_of
from gollanma.views.context import Desk, Link
from gollanma.views.frame import companion_desk, companion_page, label_of
from gollanma.views.markup import Html, safe
from gollanma.views.markup import in_language as spoken
from gollanma.views.page import Page
from gollanma.views.saying import Said
from gollanma.views.status import Tag, tag_of
from gollanma.views.voice import Voice

TALK = "talk"
KEEP = "keep"
"""What these pages are called in addresses: words that tell nothing."""


@dataclass(frozen=True, slots=True)
class Other:
    """Words in one of the other languages."""

    lang: str
    name: str
    """Of the language, in itself."""
    words: str
    """Empty where nobody has translated them."""


@dataclass(frozen=True, slots=True)
class Both:
    """Words in the language of the page and in each other one, of which the reader picks one."""

    own: Said | None
    others: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class ScreenView:
    """What is read at one moment of the talk."""

    id: str
    number: int
    title: Both
    say: tuple[Both, ...]
    answers: tuple[Both, ...]
    before: str
    """The place of the screen before it; empty on the first."""
    after: str


@dataclass(frozen=True, slots=True)
class TalkView:
    """All that the page of a talk prints."""

    label: str
    tag: Tag | None
    heading: str
    back: Link
    choices: tuple[Html, ...]
    """The languages of which one stands beside that of the page, and last that none does."""
    screens: tuple[ScreenView, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Whom to reach, or what else is of use; where nothing is known there is room to write it."""

    name: Said | None
    number: Html | None


@dataclass(frozen=True, slots=True)
class KeepView:
    """All that the page of a card prints."""

    label: str
    tag: Tag | None
    heading: str
    back: Link
    title: Said | None
    lines: tuple[Said, ...]
    contacts: tuple[Line, ...]
    copies: range
    """So many of them stand on a sheet of paper."""


COPIES = 8
"""On A4, two beside each other: each is as large as a bank card and fits a purse."""


def together_pages(voice: Voice) -> Iterator[Page]:
    """Yield, of each procedure that has them, the words read together and the card to keep."""
    voices = {each.code: Voice(voice.graph, each) for each in voice.others}
    for key, sop in voice.library.keyed(Sop):
        if sop.together:
            yield _talk_page(companion_desk(voice, key, TALK), sop, voices)
        if sop.keepsake:
            yield _keep_page(companion_desk(voice, key, KEEP), sop, sop.keepsake)


def ways_of(desk: Desk, sop: Sop) -> tuple[Link, ...]:
    """Give the ways from a procedure to these pages; an old version of it has none."""
    if desk.key not in desk.voice.library.records:
        return ()
    kinds = ((TALK, bool(sop.together)), (KEEP, sop.keepsake is not None))
    return tuple(
        desk.leading(beside(desk.voice.library, desk.key, what), desk.voice.say(f"together.{what}"))
        for what, is_there in kinds
        if is_there
    )


def _talk_page(desk: Desk, sop: Sop, voices: Mapping[str, Voice]) -> Page:
    voice = desk.voice
    heading = voice.say("together.talk")
    writer = _Writer(desk, tuple(Desk(each, "", desk.key, sop) for each in voices.values()))
    view = TalkView(
        label=label_of(voice, sop),
        tag=tag_of(voice, desk.key),
        heading=heading,
        back=desk.page(desk.key, safe(voice.say("together.back"))),
        choices=tuple(_choices(voice, voices.values())),
        screens=tuple(writer.screens(sop.together)),
    )
    return companion_page(desk, sop, "talk.html", heading, view)


def _choices(voice: Voice, others: Collection[Voice]) -> Iterator[Html]:
    """Yield what may stand beside the page's language; nothing where there is but one."""
    yield from (spoken(each.language.name, each.code, voice.code) for each in others)
    if others:
        yield safe(voice.say("together.alone"))


@dataclass(frozen=True)
class _Writer:
    """Writes words in all languages."""

    desk: Desk
    others: tuple[Desk, ...]

    def screens(self, these: tuple[Screen, ...]) -> Iterator[ScreenView]:
        ids = [each.id for each in these]
        for number, each in enumerate(these, 1):
            yield ScreenView(
                each.id,
                number,
                self.both(each.title),
                tuple(map(self.both, each.say)),
                tuple(map(self.both, each.answers)),
                before=ids[number - 2] if number > 1 else "",
                after=ids[number] if number < len(ids) else "",
            )

    def both(self, text: Text | None) -> Both:
        others = tuple(
            Other(each.voice.code, each.voice.language.name, each.told(text))
            for each in self.others
        )
        return Both(self.desk.name(text), others)


def _keep_page(desk: Desk, sop: Sop, card: Card) -> Page:
    voice = desk.voice
    heading = voice.say("together.keep")
    view = KeepView(
        label=label_of(voice, sop),
        tag=tag_of(voice, desk.key),
        heading=heading,
        back=desk.page(desk.key, safe(voice.say("together.back"))),
        title=desk.name(card.title),
        lines=tuple(said for said in map(desk.name, card.lines) if said),
        contacts=tuple(_lines(desk, card)),
        copies=range(COPIES),
    )
    return companion_page(desk, sop, "keep.html", heading, view)


def _lines(desk: Desk, card: Card) -> Iterator[Line]:
    for each in card.contacts:
        if each.phone:
            number = None if isinstance(each.phone, Gap) else phone_of(desk, each.phone)
            yield Line(desk.name(each.name), number)
    for label in card.write:
        yield Line(desk.name(label), None)
