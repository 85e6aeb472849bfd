"""What is taught and what is measured: trainings and indicators."""

from typing import Annotated, ClassVar

from gollanma.model.base import CONSULTATION, DRAFT, Part, Quantity, Record
from gollanma.model.refs import Ref, towards
from gollanma.model.scalars import Amount, Day, Flag, Slug, Version, Whole
from gollanma.model.text import Text


class Objective(Part):
    """What somebody can do afterwards, and the exact place that was taught."""

    anchor: ClassVar[str | None] = "objective."
    id: Slug
    text: Annotated[Text | None, DRAFT] = None
    teaches: Annotated[
        tuple[Ref, ...], towards("sop", "act", "service", "form", "term", "document")
    ] = ()
    version: Version | None = None
    """The version that was taught; a change since then is reported to the trainer."""


class Session(Part):
    """A session of a training day."""

    anchor: ClassVar[str | None] = "session."
    id: Slug
    day: Whole
    minutes: Whole
    title: Annotated[Text | None, DRAFT] = None
    text: Text | None = None
    methods: tuple[Slug, ...] = ()
    """Ways of teaching from the project's list: talk, role play …"""
    notes: Text | None = None
    """For whoever leads the session: it stands in the trainer's book, not in the participant's."""
    uses: Annotated[
        tuple[Ref, ...],
        towards("sop", "act", "form", "term", "service", "document", "indicator", "practice"),
    ] = ()
    """The exact steps and places that are worked with; books print the steps whole."""
    handouts: Annotated[
        tuple[Ref, ...], towards("document", "form", "sop", "service", "act", "practice")
    ] = ()
    objectives: tuple[Objective, ...] = ()


class Material(Part):
    """Something handed out."""

    title: Annotated[Text | None, DRAFT] = None
    document: Annotated[Ref | None, towards("document", "form", "sop", "service", "act")] = None


class Answer(Part):
    """An answer to a quiz question."""

    text: Text
    right: Flag = False
    why: Text | None = None


class Question(Part):
    """A question of the quiz."""

    anchor: ClassVar[str | None] = "question."
    id: Slug
    text: Annotated[Text | None, DRAFT] = None
    answers: tuple[Answer, ...] = ()


class Training(Record):
    """A course or module."""

    kind: ClassVar[str] = "training"
    folder: ClassVar[str] = "trainings"

    purpose: Annotated[Text | None, DRAFT] = None
    duration: Annotated[Quantity | None, DRAFT] = None
    roles: Annotated[tuple[Ref, ...], towards("role")] = ()
    """For whom it is."""
    day_minutes: Whole | None = None
    """How long a day of teaching is, breaks apart; its sessions fill it."""
    sessions: Annotated[tuple[Session, ...], DRAFT] = ()
    materials: tuple[Material, ...] = ()
    quiz: tuple[Question, ...] = ()


class Target(Part):
    """A value to be reached by a day."""

    by: Day
    value: Amount


class Observation(Part):
    """A value that was measured."""

    day: Day
    value: Amount
    fact: Annotated[Ref | None, towards("fact")] = None


class Indicator(Record):
    """A number by which somebody sees whether the work helps."""

    kind: ClassVar[str] = "indicator"
    folder: ClassVar[str] = "indicators"

    measures: Annotated[tuple[Ref, ...], towards("service", "sop", "act", "document"), DRAFT] = ()
    unit: Annotated[Slug | None, DRAFT] = None
    definition: Annotated[Text | None, DRAFT] = None
    numerator: Annotated[Text | None, DRAFT] = None
    denominator: Text | None = None
    """Absent for a plain count."""
    collected_in: Annotated[tuple[Ref, ...], towards("form")] = ()
    disaggregation: Annotated[tuple[Slug, ...], CONSULTATION] = ()
    """Dimensions of the project: sex, age, disability …"""
    frequency: Annotated[Slug | None, CONSULTATION] = None
    baseline: Observation | None = None
    targets: tuple[Target, ...] = ()
    observations: tuple[Observation, ...] = ()
