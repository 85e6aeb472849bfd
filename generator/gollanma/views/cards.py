"""The card of a procedure for the pocket: its steps in short, whom to call, when to stop."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.model.kinds import Sop
from gollanma.model.kinds.sops import JobAid, Step
from gollanma.views.addresses import beside, page_of, short_address
from gollanma.views.calls import Call, calls_of
from gollanma.views.context import Desk, Link
from gollanma.views.frame import companion_desk, companion_page, head_of
from gollanma.views.page import Page
from gollanma.views.qr import Code, code_of
from gollanma.views.saying import Said
from gollanma.views.scans import public_address
from gollanma.views.status import Tag
from gollanma.views.trust import cite_of
from gollanma.views.voice import Voice

CARD = "card"


@dataclass(frozen=True, slots=True)
class CardStep:
    """A step in short."""

    number: int
    title: Said | None
    who: Link | None
    when: str
    stop_if: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class CardView:
    """All that a card prints."""

    label: str
    tag: Tag | None
    title: Said
    calls: tuple[Call, ...]
    steps: tuple[CardStep, ...]
    code: Code | None
    """The short address to scan; absent where nobody said where the site will stand."""
    way: str
    """To the page that the card sums up."""
    address: str
    """The same to type: whole, or from the root of the site."""
    cite: str
    valid: str


def card_pages(voice: Voice) -> Iterator[Page]:
    """Yield the card of each procedure that has one."""
    for key, sop in voice.library.keyed(Sop):
        if has_card(sop):
            yield card_page(companion_desk(voice, key, CARD), sop)


def has_card(sop: Sop) -> bool:
    """Say whether a procedure has a card."""
    return bool(sop.job_aid and sop.job_aid.steps)


def card_links(desk: Desk, sop: Sop) -> Iterator[Link]:
    """Yield the way to the card of a procedure that has one; an old version of it has none."""
    if has_card(sop) and desk.key in desk.voice.library.records:
        address = beside(desk.voice.library, desk.key, CARD)
        yield desk.leading(address, desk.voice.say("card.open"))


def card_page(desk: Desk, sop: Sop) -> Page:
    """Give the card of a procedure."""
    heading = desk.voice.say("card.title")
    return companion_page(desk, sop, "card.html", heading, card_view(desk, sop))


def card_view(desk: Desk, sop: Sop) -> CardView:
    """Give all that a card prints."""
    head, aid = head_of(desk, sop), sop.job_aid or JobAid()
    site = desk.voice.project.site.address
    short = short_address(sop.code) if sop.code else page_of(desk.voice.library, desk.key)
    address = public_address(desk.voice, short)
    return CardView(
        head.label,
        head.tag,
        head.title,
        calls_of(desk, sop.contacts),
        tuple(_steps(desk, sop, aid)),
        code_of(address) if site else None,
        desk.href(short),
        address,
        cite_of(desk, sop),
        _valid(desk, sop, aid),
    )


def _steps(desk: Desk, sop: Sop, aid: JobAid) -> Iterator[CardStep]:
    known = {step.id: (number, step) for number, step in enumerate(sop.steps, 1)}
    for each in aid.steps:
        if each in known:
            yield _step(desk, *known[each])


def _step(desk: Desk, number: int, step: Step) -> CardStep:
    return CardStep(
        number,
        desk.name(step.title),
        desk.link(step.actor),
        desk.voice.limit(step.deadline, desk.key),
        desk.lines(step.stop_if),
    )


def _valid(desk: Desk, sop: Sop, aid: JobAid) -> str:
    """Say until when the card holds; without a day of its own, when the procedure is reviewed."""
    if aid.valid_until:
        return desk.voice.say("card.valid", day=desk.voice.day(aid.valid_until))
    if sop.next_review:
        return desk.voice.say("card.review", day=desk.voice.day(sop.next_review))
    return ""
