"""Who does it and where: roles, organisations, territories, groups."""

from typing import Annotated, ClassVar

from gollanma.model.base import CONSULTATION, DRAFT, IDEA, Contact, Part, Period, Quantity, Record
from gollanma.model.refs import Ref, towards
from gollanma.model.scalars import Day, Slug, Words
from gollanma.model.text import Text


class Role(Record):
    """A post or a function that a person has, never a person."""

    kind: ClassVar[str] = "role"
    folder: ClassVar[str] = "roles"

    purpose: Annotated[Text | None, DRAFT] = None
    legal_category: Annotated[Ref | None, towards("term")] = None
    """The word of the law for who may have the role."""
    duties: Annotated[tuple[Text, ...], DRAFT] = ()
    qualification: Annotated[Text | None, DRAFT] = None
    supervised_by: Annotated[Ref | None, towards("role")] = None
    next_role: Annotated[Ref | None, towards("role")] = None
    """The next step of the career; absent: none is set."""
    caseload: Quantity | None = None
    trainings: Annotated[tuple[Ref, ...], towards("training")] = ()


class Contract(Part):
    """Under what an organisation gives a service."""

    number: Words | None = None
    valid: Period | None = None


class Offer(Part):
    """A service that an organisation gives, and where."""

    service: Annotated[Ref, towards("service")]
    territories: Annotated[tuple[Ref, ...], towards("territory")] = ()
    capacity: Quantity | None = None
    contract: Contract | None = None
    verified: Day | None = None


class Organisation(Record):
    """An office, institution or association."""

    kind: ClassVar[str] = "organisation"
    folder: ClassVar[str] = "organisations"

    type: Annotated[Slug | None, DRAFT] = None
    """A type of organisation of the project."""
    mandate: Annotated[Text | None, DRAFT] = None
    """What it is there for, and what a social worker may ask of it."""
    parent: Annotated[Ref | None, towards("organisation")] = None
    territories: Annotated[tuple[Ref, ...], towards("territory")] = ()
    provides: tuple[Offer, ...] = ()
    contacts: Annotated[tuple[Contact, ...], CONSULTATION] = ()


class Office(Part):
    """An office in a territory."""

    organisation: Annotated[Ref | None, towards("organisation")] = None
    text: Text | None = None
    contact: Contact | None = None


class StaffPost(Part):
    """How many people a role has in a territory."""

    role: Annotated[Ref, towards("role")]
    count: Quantity | None = None
    """Absent while it is not known."""


class Change(Part):
    """A dated event in a territory's life."""

    day: Day
    text: Annotated[Text | None, DRAFT] = None


class Territory(Record):
    """A part of the country, at one of the project's levels."""

    kind: ClassVar[str] = "territory"
    folder: ClassVar[str] = "territories"
    unneeded: ClassVar[frozenset[str]] = frozenset({"summary", "version", "owner"})

    level: Annotated[Slug | None, IDEA] = None
    parent: Annotated[Ref | None, towards("territory")] = None
    """Absent at the top."""
    about: Text | None = None
    lifecycle: tuple[Change, ...] = ()
    merged_into: Annotated[Ref | None, towards("territory")] = None
    former_names: tuple[Text, ...] = ()
    offices: tuple[Office, ...] = ()
    posts: tuple[StaffPost, ...] = ()


class Group(Record):
    """People whom services are made for."""

    kind: ClassVar[str] = "group"
    folder: ClassVar[str] = "groups"

    description: Annotated[Text | None, DRAFT] = None
    needs: Annotated[tuple[Text, ...], DRAFT] = ()
    terms: Annotated[tuple[Ref, ...], towards("term")] = ()
