"""What all records share: the head, the parts inside, and what a field demands of a status."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from gollanma.model.refs import Ref, towards
from gollanma.model.scalars import Amount, Day, Flag, LanguageCode, Slug, Version, Words
from gollanma.model.text import Text


class Status(StrEnum):
    """How far a record has come; the order is the order of a record's life."""

    IDEA = "idea"
    DRAFT = "draft"
    CONSULTATION = "consultation"
    PILOT = "pilot"
    APPROVED = "approved"
    IN_FORCE = "in-force"
    SUSPENDED = "suspended"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"
    WITHDRAWN = "withdrawn"

    @property
    def rank(self) -> int:
        """The place in a record's life, from 0."""
        return list(Status).index(self)

    @property
    def is_over(self) -> bool:
        """Nobody may rely on the record any more."""
        return self in {Status.SUPERSEDED, Status.REPEALED, Status.WITHDRAWN}


class Sensitivity(StrEnum):
    """Who may receive a record or a part of it."""

    PUBLIC = "public"
    STAFF = "staff"
    RESTRICTED = "restricted"

    def is_within(self, limit: "Sensitivity") -> bool:
        """Say whether it may go to whoever receives the limit."""
        order = list(Sensitivity)
        return order.index(self) <= order.index(limit)


class Audience(StrEnum):
    """Whom a record serves first; it sorts pages and hides nothing."""

    SOCIAL_WORKER = "social-worker"
    LEGISLATOR = "legislator"
    TRAINER = "trainer"
    PROVIDER = "provider"
    PUBLIC = "public"


class Translation(StrEnum):
    """How far people have looked at a translation; text made by a machine is a draft."""

    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"


class Modality(StrEnum):
    """How strongly a sentence binds."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    MUST_NOT = "must-not"
    IS = "is"


@dataclass(frozen=True, slots=True)
class Needed:
    """A field must be filled from this status on; SCH003 judges it."""

    status: Status


IDEA = Needed(Status.IDEA)
DRAFT = Needed(Status.DRAFT)
CONSULTATION = Needed(Status.CONSULTATION)
APPROVED = Needed(Status.APPROVED)


class Part(BaseModel):
    """A value inside a record. It never changes."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        arbitrary_types_allowed=True,
        defer_build=True,  # else every part is built once for itself and once in what holds it
    )

    anchor: ClassVar[str | None] = None
    """What stands before the part's id in its fragment; None where it has no place of its own."""


class Period(Part):
    """The days from one day to another, both counted."""

    from_: Annotated[Day | None, Field(alias="from")] = None
    """Absent: without a beginning."""
    to: Day | None = None
    """Absent: without an end."""


class Quantity(Part):
    """An amount with its unit, written once and said in each language."""

    value: Amount
    unit: Slug
    """A unit of the language packs: hour, working-day, calendar-day, month, person, manat …"""
    from_: Annotated[Slug | None, Field(alias="from")] = None
    """The event from which a time runs; absent where nothing starts it."""


class Deadline(Quantity):
    """A named time limit; services and SOPs that name the same one must agree."""

    anchor: ClassVar[str | None] = "deadline."
    id: Slug
    title: Annotated[Text | None, DRAFT] = None


class Event(Part):
    """Something that happens and from which a time can run."""

    anchor: ClassVar[str | None] = "event."
    id: Slug
    name: Annotated[Text | None, DRAFT] = None
    """In the words that follow "from": the receipt of the application."""


class LegalBasis(Part):
    """A provision on which something rests."""

    provision: Annotated[Ref, towards("act")]
    why: Text | None = None
    """What the provision allows or demands here."""


class Source(Part):
    """Where a statement comes from."""

    document: Annotated[Ref, towards("document", "act")]
    place: Words | None = None
    """Page, section or table."""


class Approval(Part):
    """The act by which an office made a record binding."""

    act: Annotated[Ref | None, towards("act", "document")] = None
    day: Day | None = None
    signatories: Annotated[tuple[Annotated[Ref, towards("role", "organisation")], ...], DRAFT] = ()
    """Offices, never persons."""


class Allowance(Part):
    """A finding that the owners of a record accept for a time."""

    code: Words
    reason: Words
    by: Words
    """An office, never a person."""
    until: Day


class Missing(StrEnum):
    """Why a detail is not here."""

    ENTER_LOCALLY = "enter-locally"


class Gap(Part):
    """A detail that the handbook does not have and never invents."""

    missing: Missing


class Contact(Part):
    """How to reach an office. No number, address or e-mail is ever invented."""

    name: Text | None = None
    """Of the desk or duty; absent where it is the office itself."""
    phone: Words | Gap | None = None
    address: Text | Gap | None = None
    email: Words | Gap | None = None
    hours: Text | None = None
    verified: Day | None = None
    """When somebody last tried it."""
    sensitivity: Sensitivity = Sensitivity.PUBLIC


class Inclusion(Part):
    """What the inclusion audit asks."""

    gender: Annotated[Text | None, CONSULTATION] = None
    disability: Annotated[Text | None, CONSULTATION] = None
    child: Annotated[Text | None, CONSULTATION] = None


class Record(Part):
    """The head that every record has."""

    kind: ClassVar[str]
    folder: ClassVar[str]
    unneeded: ClassVar[frozenset[str]] = frozenset()
    """Fields of the head that this kind does without."""

    title: Annotated[Text | None, IDEA] = None
    summary: Annotated[Text | None, DRAFT] = None
    """What it is in at most 200 characters."""
    status: Annotated[Status | None, IDEA] = None
    """Absent only for an act, whose status follows from its dates."""
    version: Annotated[Version | None, DRAFT] = None
    """Quoted, "1.0": the first number changes when somebody must do something differently."""
    valid: Period | None = None
    approved_by: Approval | None = None
    supersedes: tuple[Ref, ...] = ()
    changed: Day | None = None
    """The day on which its words last changed; pages list the newest ones."""
    owner: Annotated[Ref | None, towards("organisation", "role"), CONSULTATION] = None
    """The office that answers for it."""
    reviewed: Day | None = None
    """The day on which its owner last looked at all of it."""
    code: Words | None = None
    """National code such as SP-07, unique among all records; gives the short link."""
    authoritative: LanguageCode | None = None
    """The language whose words decide; absent: the project's default language."""
    translations: Mapping[LanguageCode, Translation] = Field(default_factory=dict)
    """How far each translation was looked at; absent: draft."""
    next_review: Day | None = None
    sources: tuple[Source, ...] = ()
    audience: tuple[Audience, ...] = ()
    sensitivity: Sensitivity = Sensitivity.PUBLIC
    quick_exit: Flag = False
    """The page may put its reader in danger: neutral titles, a way out, no trace."""
    covers: tuple[Slug, ...] = ()
    """Systems of the project's list that this record carries; for the coverage page."""
    sample: Flag = False
    """Not stated by any source: shown as "sample, not official" wherever it appears."""
    asked: tuple[Text, ...] = ()
    """How people ask for this in their own words; search finds it by them, no page prints them."""
    lint: tuple[Allowance, ...] = ()

    @property
    def name(self) -> Text:
        """What people call the record; empty where it has no title yet."""
        return self.title or Text({})

    def decided_in(self, default: str) -> str:
        """Give the language whose words decide; `default` is that of the project."""
        return self.authoritative or default
