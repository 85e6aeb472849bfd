"""Who may have a service, how they come to it and what they bring."""

from dataclasses import dataclass

from gollanma.model.kinds.services import Ages, Eligibility, Ground, Paper, Way
from gollanma.views.context import Desk, Link
from gollanma.views.saying import Said
from gollanma.views.steps import coded
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class GroundView:
    """A reason for which somebody may have the service."""

    id: str
    text: Said | None
    evidence: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class May:
    """Who may have the service, and who decides it."""

    who: Said | None
    ages: str
    grounds: tuple[GroundView, ...]
    exclusions: tuple[Said, ...]
    priority: tuple[Said, ...]
    decided_by: Link | None
    deciding: Said | None


@dataclass(frozen=True, slots=True)
class WayView:
    """A way in or out."""

    office: Link | None
    text: Said | None


@dataclass(frozen=True, slots=True)
class PaperView:
    """What to bring or sign."""

    text: Said | None
    form: Link | None


def may_of(desk: Desk, eligibility: Eligibility | None) -> May | None:
    """Give who may have the service; None where it does not say."""
    if eligibility is None:
        return None
    return May(
        desk.block(eligibility.who),
        ages_said(desk.voice, eligibility.ages),
        tuple(_ground(desk, each) for each in eligibility.grounds),
        desk.lines(eligibility.exclusions),
        desk.lines(eligibility.priority),
        desk.link(eligibility.decided_by),
        desk.block(eligibility.deciding),
    )


def ages_said(voice: Voice, ages: Ages | None) -> str:
    """Say the ages between which something is; nothing where any age will do."""
    bounds = {"from": ages.from_year, "to": ages.to_year} if ages else {}
    known = {name: value for name, value in bounds.items() if value is not None}
    return voice.say(f"service.ages.{'-'.join(known)}", **known) if known else ""


def _ground(desk: Desk, ground: Ground) -> GroundView:
    evidence = tuple(map(coded, desk.links(ground.evidence)))
    return GroundView(f"{ground.anchor}{ground.id}", desk.line(ground.text), evidence)


def way_of(desk: Desk, way: Way) -> WayView:
    """Give a way in or out."""
    return WayView(desk.link(way.office), desk.line(way.text))


def paper_of(desk: Desk, paper: Paper) -> PaperView:
    """Give what to bring or sign."""
    form = desk.link(paper.form)
    return PaperView(desk.line(paper.text), coded(form) if form else None)
