"""The page of a standard operating procedure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gollanma.model import Ref
from gollanma.model.base import Deadline
from gollanma.model.kinds import Sop
from gollanma.model.kinds.sops import Exemption, FormUse, SopRole, Trigger, Urgent
from gollanma.views.apart import front_of, links_link, picture_link
from gollanma.views.calls import Call, calls_of
from gollanma.views.cards import card_links
from gollanma.views.context import Desk, Link
from gollanma.views.due import limited, tables_of
from gollanma.views.frame import (
    Frame,
    Sections,
    closing,
    desk_of,
    record_page,
)
from gollanma.views.near import Near, near_of
from gollanma.views.page import Page
from gollanma.views.saying import Said
from gollanma.views.steps import Steps, StepView, coded
from gollanma.views.together import ways_of
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class UrgentView:
    """The block for danger."""

    calls: tuple[Call, ...]
    signs: tuple[Said, ...]
    acts: tuple[Said, ...]
    within: str
    then: Link | None


@dataclass(frozen=True, slots=True)
class TriggerView:
    """What sets the procedure going."""

    id: str
    name: Said | None
    text: Said | None


@dataclass(frozen=True, slots=True)
class Part:
    """A role's part in the procedure."""

    role: Link
    part: str
    text: Said | None
    steps: tuple[Link, ...]
    within: str


@dataclass(frozen=True, slots=True)
class Limit:
    """A named time limit."""

    id: str
    title: Said | None
    words: str


@dataclass(frozen=True, slots=True)
class ExemptionView:
    """A case in which something else is done."""

    id: str
    title: Said | None
    text: Said | None


@dataclass(frozen=True, slots=True)
class SopView:
    """All that the page of a procedure prints."""

    frame: Frame
    urgent: UrgentView | None
    purpose: Said | None
    scope: Said | None
    principles: tuple[Said, ...]
    use_when: tuple[Said, ...]
    do_not_use_when: tuple[Said, ...]
    triggers: tuple[TriggerView, ...]
    who: tuple[Part, ...]
    limits: tuple[Limit, ...]
    due: tuple[Link, ...]
    steps: tuple[StepView, ...]
    checklist: tuple[Said, ...]
    ways: tuple[Link, ...]
    """To the pages that go with it."""
    exceptions: tuple[ExemptionView, ...]
    forms: tuple[Link, ...]
    near: tuple[Near, ...]
    """Procedures beside it, services that it carries out, indicators."""
    beyond: tuple[Link, ...]
    """To the page of its law and uses."""


def sop_pages(voice: Voice) -> Iterator[Page]:
    """Yield the pages of all procedures."""
    for key, sop in voice.library.keyed(Sop):
        yield sop_page(desk_of(voice, key), sop)


def sop_page(desk: Desk, sop: Sop) -> Page:
    """Give the page of a procedure."""
    view = sop_view(desk, sop)
    return record_page(desk, sop, "sop.html", view, _sections(view))


def _sections(view: SopView) -> Sections:
    return (
        ("danger", view.urgent),
        ("when", view.use_when or view.do_not_use_when or view.triggers),
        ("about", view.purpose or view.scope or view.principles),
        ("who", view.who),
        ("limits", view.limits),
        ("steps", view.steps),
        ("checklist", view.checklist),
        ("exceptions", view.exceptions),
        ("see", view.forms or view.near or view.beyond),
        *closing(view.frame),
    )


def sop_view(desk: Desk, sop: Sop) -> SopView:
    """Give all that the page of a procedure prints."""
    steps, frame = Steps(desk, sop), front_of(desk, sop)
    return SopView(
        frame=frame,
        urgent=_urgent(desk, sop, steps),
        purpose=desk.block(sop.purpose),
        scope=desk.block(sop.scope),
        principles=desk.lines(sop.principles),
        use_when=desk.lines(sop.use_when),
        do_not_use_when=desk.lines(sop.do_not_use_when),
        triggers=tuple(_trigger(desk, each) for each in sop.triggers),
        who=tuple(_who(desk, sop)),
        limits=limits_of(desk, sop.deadlines),
        due=tables_of(desk, sop),
        steps=steps.views(),
        checklist=desk.ticks(sop.checklist),
        ways=(*picture_link(desk, sop), *card_links(desk, sop), *ways_of(desk, sop)),
        exceptions=tuple(_exemption(desk, each) for each in sop.exceptions),
        forms=tuple(_forms(desk, sop.forms)),
        near=near_of(desk, (*sop.related, *sop.implements, *sop.indicators)),
        beyond=tuple(links_link(desk)),
    )


def _urgent(desk: Desk, sop: Sop, steps: Steps) -> UrgentView | None:
    urgent = sop.urgent
    if urgent is None:
        return None
    return UrgentView(
        calls_of(desk, sop.contacts),
        desk.lines(urgent.signs),
        desk.lines(urgent.acts),
        _within(desk, urgent),
        steps.way(urgent.then),
    )


def _within(desk: Desk, urgent: Urgent) -> str:
    within = desk.voice.limit(urgent.within, desk.key)
    return desk.voice.say("sop.all-within", within=within) if within else ""


def _trigger(desk: Desk, trigger: Trigger) -> TriggerView:
    return TriggerView(
        f"{trigger.anchor}{trigger.id}", desk.name(trigger.name), desk.line(trigger.text)
    )


def _exemption(desk: Desk, exemption: Exemption) -> ExemptionView:
    fragment = f"{exemption.anchor}{exemption.id}"
    return ExemptionView(fragment, desk.name(exemption.title), desk.block(exemption.text))


def limits_of(desk: Desk, deadlines: Iterable[Deadline]) -> tuple[Limit, ...]:
    """Give named time limits."""
    return tuple(
        Limit(f"{each.anchor}{each.id}", desk.name(each.title), limited(desk, each))
        for each in deadlines
    )


def _forms(desk: Desk, uses: Iterable[FormUse]) -> Iterator[Link]:
    for link in desk.links(each.form for each in uses):
        if link.href:
            yield coded(link)


# --- who does what


def _who(desk: Desk, sop: Sop) -> Iterator[Part]:
    """Yield each role: whoever acts in steps first, then those who have another part."""
    declared = {str(each.role): each for each in sop.roles}
    acting = {str(step.actor): step.actor for step in sop.steps if step.actor}
    roles = acting | {name: each.role for name, each in declared.items()}
    for name, role in roles.items():
        yield _part(desk, sop, role, declared.get(name))


def _part(desk: Desk, sop: Sop, role: Ref, declared: SopRole | None) -> Part:
    steps = tuple(
        desk.step(step.id, str(number))
        for number, step in enumerate(sop.steps, 1)
        if step.actor == role
    )
    parts = ["responsible"] if steps else []
    parts += [declared.part.value] if declared else []
    return Part(
        desk.link(role) or desk.lost(role),
        ", ".join(desk.voice.say(f"sop.part.{part}") for part in parts),
        desk.line(declared.text) if declared else None,
        steps,
        limited(desk, declared.within if declared else None),
    )
