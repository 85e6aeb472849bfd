"""The specification of a social service."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from gollanma.model.base import (
    CONSULTATION,
    DRAFT,
    Contact,
    Deadline,
    Event,
    Inclusion,
    LegalBasis,
    Part,
    Quantity,
    Record,
)
from gollanma.model.refs import Ref, towards
from gollanma.model.scalars import Slug, Whole
from gollanma.model.text import Text


class Ground(Part):
    """One reason for which a person may have the service, and what shows it."""

    anchor: ClassVar[str | None] = "ground."
    id: Slug
    text: Annotated[Text | None, DRAFT] = None
    evidence: Annotated[tuple[Ref, ...], towards("form", "document")] = ()


class Ages(Part):
    """The ages in whole years between which somebody may have the service, both counted."""

    from_year: Whole | None = None
    to_year: Whole | None = None


class Eligibility(Part):
    """Who may have the service, and who decides it."""

    who: Annotated[Text | None, DRAFT] = None
    grounds: Annotated[tuple[Ground, ...], CONSULTATION] = ()
    exclusions: tuple[Text, ...] = ()
    priority: tuple[Text, ...] = ()
    ages: Ages | None = None
    """Absent: any age."""
    decided_by: Annotated[Ref | None, towards("role", "organisation")] = None
    deciding: Text | None = None


class Way(Part):
    """A way into the service or out of it."""

    office: Annotated[Ref | None, towards("organisation", "role", "service")] = None
    """Absent where the person comes or leaves alone."""
    text: Annotated[Text | None, DRAFT] = None


class Paper(Part):
    """A document that a person brings or signs."""

    text: Annotated[Text | None, DRAFT] = None
    form: Annotated[Ref | None, towards("form")] = None


class Stage(Part):
    """A stage of the service, carried out by an SOP."""

    anchor: ClassVar[str | None] = "stage."
    id: Slug
    title: Annotated[Text | None, DRAFT] = None
    text: Text | None = None
    sop: Annotated[Ref | None, towards("sop"), CONSULTATION] = None
    deadline: Slug | None = None
    """The id of one of this service's deadlines."""


class Activity(Part):
    """Something that the service does, with the time it takes."""

    anchor: ClassVar[str | None] = "activity."
    id: Slug
    title: Annotated[Text | None, DRAFT] = None
    text: Text | None = None
    norm: Quantity | None = None
    often: Text | None = None


class CostKind(StrEnum):
    """Who pays."""

    FREE = "free"
    PARTIAL = "partial"
    FULL = "full"


class Cost(Part):
    """What the service costs the person."""

    kind: CostKind
    text: Annotated[Text | None, DRAFT] = None
    tariff: Annotated[Ref | None, towards("act", "document")] = None


class Post(Part):
    """A post that the service needs."""

    role: Annotated[Ref, towards("role")]
    posts: Quantity | None = None
    per: Text | None = None
    qualification: Text | None = None


class Standard(Part):
    """A basic standard: it must be met."""

    anchor: ClassVar[str | None] = "standard."
    id: Slug
    text: Annotated[Text | None, DRAFT] = None
    legal_basis: tuple[LegalBasis, ...] = ()


class QualityStandard(Part):
    """A quality standard: it should be met, and the person can say whether it was."""

    anchor: ClassVar[str | None] = "standard."
    id: Slug
    text: Annotated[Text | None, DRAFT] = None
    statement: Text | None = None
    """In the first person: "I know whom to call."."""
    indicator: Annotated[Ref | None, towards("indicator")] = None


class ComplaintLevel(Part):
    """Where a complaint goes, and how long the answer takes."""

    office: Annotated[Ref, towards("organisation", "role")]
    deadline: Quantity | None = None
    text: Text | None = None


class Complaint(Part):
    """How a person complains."""

    text: Annotated[Text | None, DRAFT] = None
    sop: Annotated[Ref | None, towards("sop")] = None
    levels: tuple[ComplaintLevel, ...] = ()


class Package(Part):
    """The standard package; its SOPs implement the service, its Specification is this record."""

    statute: Annotated[Ref | Literal["planned"] | None, towards("act")] = None


class Service(Record):
    """What a service is, who may have it, and what it must give."""

    kind: ClassVar[str] = "service"
    folder: ClassVar[str] = "services"

    level: Annotated[Slug | None, DRAFT] = None
    """A territory level of the project."""
    forms: Annotated[tuple[Slug, ...], DRAFT] = ()
    """Service forms of the project: at home, semi-stationary …"""
    purpose: Annotated[Text | None, DRAFT] = None
    results: Annotated[tuple[Text, ...], DRAFT] = ()
    groups: Annotated[tuple[Ref, ...], towards("group"), DRAFT] = ()
    needs: tuple[Slug, ...] = ()
    """Needs of the project's list that the service meets; the finder asks for them."""
    eligibility: Annotated[Eligibility | None, DRAFT] = None
    legal_basis: Annotated[tuple[LegalBasis, ...], DRAFT] = ()
    ways_in: Annotated[tuple[Way, ...], DRAFT] = ()
    ways_out: Annotated[tuple[Way, ...], DRAFT] = ()
    papers: tuple[Paper, ...] = ()
    events: tuple[Event, ...] = ()
    """Events from which this service's deadlines run and that none of its SOPs names."""
    deadlines: tuple[Deadline, ...] = ()
    process: Annotated[tuple[Stage, ...], DRAFT] = ()
    activities: Annotated[tuple[Activity, ...], DRAFT] = ()
    duration: Annotated[Text | None, DRAFT] = None
    cost: Annotated[Cost | None, DRAFT] = None
    staffing: Annotated[tuple[Post, ...], DRAFT] = ()
    caseload: Quantity | None = None
    provider_requirements: Annotated[tuple[Text, ...], DRAFT] = ()
    basic_standards: Annotated[tuple[Standard, ...], DRAFT] = ()
    quality_standards: Annotated[tuple[QualityStandard, ...], DRAFT] = ()
    rights: Annotated[tuple[Text, ...], DRAFT] = ()
    refusal: Annotated[Text | None, DRAFT] = None
    complaint: Annotated[Complaint | None, DRAFT] = None
    confidentiality: Annotated[Text | None, DRAFT] = None
    monitoring: Annotated[Text | None, DRAFT] = None
    financing: Annotated[Text | None, DRAFT] = None
    inclusion: Annotated[Inclusion | None, DRAFT] = None
    package: Annotated[Package | None, DRAFT] = None
    related: Annotated[tuple[Ref, ...], towards("service")] = ()
    contacts: tuple[Contact, ...] = ()
