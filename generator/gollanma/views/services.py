"""The page of a social service, in the order in which somebody who needs it asks."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.model import Text
from gollanma.model.kinds import Service
from gollanma.model.kinds.services import (
    Activity,
    ComplaintLevel,
    Post,
    QualityStandard,
    Stage,
    Standard,
)
from gollanma.views.apart import front_of, links_link
from gollanma.views.asking import Question
from gollanma.views.basis import Ground as LegalGround
from gollanma.views.basis import grounds_of
from gollanma.views.calls import Reach, reach_of
from gollanma.views.context import Desk, Link
from gollanma.views.due import limited, tables_of
from gollanma.views.eligibility import May, PaperView, WayView, may_of, paper_of, way_of
from gollanma.views.frame import (
    Frame,
    Sections,
    closing,
    desk_of,
    record_page,
)
from gollanma.views.glance import Glance, first_of, glance_of
from gollanma.views.markup import safe
from gollanma.views.near import is_shown
from gollanma.views.offers import Provider, providers_of, where_of
from gollanma.views.page import Page
from gollanma.views.referrals import map_of
from gollanma.views.saying import Said
from gollanma.views.sops import Limit, limits_of
from gollanma.views.standard import Package, package_of
from gollanma.views.trust import Row
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class StageView:
    """What happens, by when, and the procedure behind it."""

    id: str
    title: Said | None
    text: Said | None
    when: str
    sop: Link | None


@dataclass(frozen=True, slots=True)
class ActivityView:
    """What the service does, and how long it takes."""

    id: str
    title: Said | None
    text: Said | None
    norm: str
    often: Said | None


@dataclass(frozen=True, slots=True)
class StandardView:
    """A standard: a basic one with its basis, a quality one with its statement and indicator."""

    id: str
    text: Said | None
    grounds: tuple[LegalGround, ...] = ()
    statement: Said | None = None
    indicator: Link | None = None


@dataclass(frozen=True, slots=True)
class PostView:
    """A post that the service needs."""

    role: Link
    posts: str
    per: Said | None
    qualification: Said | None


@dataclass(frozen=True, slots=True)
class Answerer:
    """Where a complaint goes, and how long the answer takes."""

    office: Link
    within: str
    text: Said | None


@dataclass(frozen=True, slots=True)
class ServiceView:
    """All that the page of a service prints."""

    frame: Frame
    glance: Glance
    level: str
    forms: str
    purpose: Said | None
    results: tuple[Said, ...]
    groups: tuple[Link, ...]
    may: May | None
    ways_in: tuple[WayView, ...]
    papers: tuple[PaperView, ...]
    cost: Said | None
    cost_kind: str
    tariff: Link | None
    duration: Said | None
    process: tuple[StageView, ...]
    limits: tuple[Limit, ...]
    due: tuple[Link, ...]
    events: tuple[str, ...]
    """Ids of the events from which its time limits run."""
    activities: tuple[ActivityView, ...]
    ways_out: tuple[WayView, ...]
    map: Link | None
    """Who sends people here, and where they are sent."""
    rights: tuple[Said, ...]
    refusal: Said | None
    complaint: Said | None
    complaint_sop: Link | None
    answerers: tuple[Answerer, ...]
    providers: tuple[Provider, ...]
    where: Question | None
    """By what the providers are narrowed; absent where there is nothing to choose."""
    first: Link | None
    """Where one may always begin; absent on its own page."""
    reach: tuple[Reach, ...]
    basic: tuple[StandardView, ...]
    quality: tuple[StandardView, ...]
    posts: tuple[PostView, ...]
    caseload: str
    requirements: tuple[Said, ...]
    package: Package
    inclusion: tuple[Row, ...]
    running: tuple[Row, ...]
    """Financing, monitoring, confidentiality."""
    related: tuple[Link, ...]

    @property
    def goes_on(self) -> bool:
        """Say whether anything is told of what happens, and until when."""
        return bool(self.process or self.limits or self.activities or self.ways_out)


def service_pages(voice: Voice) -> Iterator[Page]:
    """Yield the pages of all services."""
    for key, service in voice.library.keyed(Service):
        yield service_page(desk_of(voice, key), service)


def service_page(desk: Desk, service: Service) -> Page:
    """Give the page of a service."""
    view = service_view(desk, service)
    return record_page(desk, service, "service.html", view, _sections(view))


def _sections(view: ServiceView) -> Sections:
    return (
        ("for-whom", True),
        ("may", view.may),
        ("how", view.ways_in or view.papers),
        ("cost", view.cost or view.cost_kind),
        ("duration", view.duration),
        ("process", view.goes_on),
        ("rights", view.rights or view.refusal or view.complaint),
        ("where", True),
        ("standards", view.basic or view.quality),
        ("staffing", view.posts or view.caseload or view.requirements),
        ("package", True),
        ("inclusion", view.inclusion),
        ("running", view.running),
        *closing(view.frame),
    )


def service_view(desk: Desk, service: Service) -> ServiceView:
    """Give all that the page of a service prints."""
    project, cost, complaint = desk.voice.project, service.cost, service.complaint
    entry = desk.voice.entry
    frame = front_of(desk, service)
    return ServiceView(
        frame=frame,
        glance=glance_of(desk, service),
        level=entry(project.territory_levels, service.level),
        forms=", ".join(entry(project.service_forms, each) for each in service.forms),
        purpose=desk.block(service.purpose),
        results=desk.lines(service.results),
        groups=desk.links(service.groups),
        may=may_of(desk, service.eligibility),
        ways_in=tuple(way_of(desk, each) for each in service.ways_in),
        papers=tuple(paper_of(desk, each) for each in service.papers),
        cost=desk.block(cost.text) if cost else None,
        cost_kind=desk.voice.say(f"service.cost.{cost.kind.value}") if cost else "",
        tariff=desk.link(cost.tariff) if cost else None,
        duration=desk.block(service.duration),
        process=tuple(_stage(desk, service, each) for each in service.process),
        limits=limits_of(desk, service.deadlines),
        due=tables_of(desk, service),
        events=tuple(f"{each.anchor}{each.id}" for each in service.events),
        activities=tuple(_activity(desk, each) for each in service.activities),
        ways_out=tuple(way_of(desk, each) for each in service.ways_out),
        map=map_of(desk),
        rights=desk.lines(service.rights),
        refusal=desk.block(service.refusal),
        complaint=desk.block(complaint.text) if complaint else None,
        complaint_sop=desk.link(complaint.sop) if complaint else None,
        answerers=tuple(_answerer(desk, each) for each in complaint.levels) if complaint else (),
        providers=(providers := providers_of(desk, desk.current)),
        where=where_of(desk, providers),
        first=first_of(desk),
        reach=reach_of(desk, service.contacts),
        basic=tuple(_basic(desk, each) for each in service.basic_standards),
        quality=tuple(_quality(desk, each) for each in service.quality_standards),
        posts=tuple(_post(desk, each) for each in service.staffing),
        caseload=desk.voice.amount(service.caseload),
        requirements=desk.lines(service.provider_requirements),
        package=package_of(desk, service),
        inclusion=tuple(_inclusion(desk, service)),
        running=tuple(_running(desk, service)),
        related=(*filter(is_shown, desk.links(service.related)), *links_link(desk)),
    )


def _stage(desk: Desk, service: Service, stage: Stage) -> StageView:
    limit = next((each for each in service.deadlines if each.id == stage.deadline), None)
    return StageView(
        f"{stage.anchor}{stage.id}",
        desk.name(stage.title),
        desk.line(stage.text),
        limited(desk, limit),
        desk.link(stage.sop),
    )


def _activity(desk: Desk, activity: Activity) -> ActivityView:
    return ActivityView(
        f"{activity.anchor}{activity.id}",
        desk.name(activity.title),
        desk.line(activity.text),
        desk.voice.amount(activity.norm),
        desk.line(activity.often),
    )


def _answerer(desk: Desk, level: ComplaintLevel) -> Answerer:
    office = desk.link(level.office) or desk.lost(level.office)
    return Answerer(office, limited(desk, level.deadline), desk.line(level.text))


def _basic(desk: Desk, standard: Standard) -> StandardView:
    grounds = grounds_of(desk, standard.legal_basis)
    return StandardView(f"{standard.anchor}{standard.id}", desk.line(standard.text), grounds)


def _quality(desk: Desk, standard: QualityStandard) -> StandardView:
    statement, indicator = desk.line(standard.statement), desk.link(standard.indicator)
    fragment = f"{standard.anchor}{standard.id}"
    return StandardView(fragment, desk.line(standard.text), (), statement, indicator)


def _post(desk: Desk, post: Post) -> PostView:
    role = desk.link(post.role) or desk.lost(post.role)
    posts = desk.voice.amount(post.posts)
    return PostView(role, posts, desk.line(post.per), desk.line(post.qualification))


def _inclusion(desk: Desk, service: Service) -> Iterator[Row]:
    audit = service.inclusion
    if audit is not None:
        yield from _row(desk, "gender", audit.gender)
        yield from _row(desk, "disability", audit.disability)
        yield from _row(desk, "child", audit.child)


def _running(desk: Desk, service: Service) -> Iterator[Row]:
    yield from _row(desk, "financing", service.financing)
    yield from _row(desk, "monitoring", service.monitoring)
    yield from _row(desk, "confidentiality", service.confidentiality)


def _row(desk: Desk, name: str, text: Text | None) -> Iterator[Row]:
    said = desk.block(text)
    if said:
        yield Row(desk.voice.say(f"service.{name}"), safe(said))
