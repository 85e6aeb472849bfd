"""The standard operating procedure: who does what, in which order, by when."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from gollanma.model.base import (
    DRAFT,
    Contact,
    Deadline,
    Event,
    LegalBasis,
    Part,
    Quantity,
    Record,
)
from gollanma.model.refs import Ref, towards
from gollanma.model.scalars import Day, Slug, Version
from gollanma.model.text import Text


class Trigger(Event):
    """What sets the procedure going."""

    text: Text | None = None


class RolePart(StrEnum):
    """A role's part in a procedure; who is responsible follows from the steps' actors."""

    ACCOUNTABLE = "accountable"
    CONSULTED = "consulted"
    INFORMED = "informed"


class SopRole(Part):
    """A role's part in the procedure."""

    role: Annotated[Ref, towards("role", "organisation")]
    part: RolePart
    text: Text | None = None
    within: Quantity | None = None
    """How soon the role answers."""


class Output(Part):
    """Something that a step makes and a later one takes."""

    anchor: ClassVar[str | None] = "output."
    id: Slug
    name: Annotated[Text | None, DRAFT] = None
    form: Annotated[Ref | None, towards("form")] = None


class Refusal(Part):
    """What to do when the person says no."""

    text: Annotated[Text | None, DRAFT] = None
    next: Slug | None = None
    """The step to go on with; absent: as if she had agreed."""


class Escalation(Part):
    """When to call whom."""

    to: Annotated[Ref, towards("role", "organisation")]
    when: Annotated[Text | None, DRAFT] = None
    within: Quantity | None = None


class Referral(Part):
    """Handing a person on to another service."""

    to: Annotated[tuple[Ref, ...], towards("organisation", "service", "role")] = ()
    text: Text | None = None
    form: Annotated[Ref | None, towards("form")] = None
    sends: Annotated[tuple[Ref, ...], towards("form")] = ()
    """The fields of forms that are handed on."""
    acknowledgement: Quantity | None = None
    feedback: Quantity | None = None


class Branch(Part):
    """One answer to a question and where it leads."""

    answer: Annotated[Text | None, DRAFT] = None
    text: Text | None = None
    next: Slug | None = None
    """A step, `urgent` or `end`; absent: the following step."""
    sop: Annotated[Ref | None, towards("sop")] = None
    """Another procedure that takes over."""
    otherwise: Literal["else"] | None = None
    """The answer that holds whenever no other does."""


class Decision(Part):
    """A question at the end of a step."""

    anchor: ClassVar[str | None] = "decision."
    id: Slug
    question: Annotated[Text | None, DRAFT] = None
    branches: tuple[Branch, ...] = ()


class Step(Part):
    """One thing that somebody does."""

    anchor: ClassVar[str | None] = ""
    id: Slug
    title: Annotated[Text | None, DRAFT] = None
    actor: Annotated[Ref | None, towards("role")] = None
    """Absent while a draft leaves it open; a check wants it later."""
    together_with: Annotated[tuple[Ref, ...], towards("role", "organisation")] = ()
    action: Annotated[Text | None, DRAFT] = None
    modality: Literal["must", "should"] = "must"
    deadline: Quantity | None = None
    """Absent where the procedure sets no time."""
    inputs: tuple[Slug, ...] = ()
    """Ids of outputs of earlier steps."""
    outputs: tuple[Output, ...] = ()
    emits: tuple[Event, ...] = ()
    """What has happened once the step is done."""
    forms: Annotated[tuple[Ref, ...], towards("form")] = ()
    checklist: tuple[Text, ...] = ()
    legal_basis: tuple[LegalBasis, ...] = ()
    safety: Text | None = None
    say: tuple[Text, ...] = ()
    """Words to say, as one says them."""
    do_not_say: tuple[Text, ...] = ()
    stop_if: tuple[Text, ...] = ()
    if_refused: Refusal | None = None
    escalation: Escalation | None = None
    referral: Referral | None = None
    decision: Decision | None = None
    next: Slug | None = None
    """The step to go on with, or `end`; absent: the following step, or the end after the last."""


class Exemption(Part):
    """A case in which something else is done."""

    anchor: ClassVar[str | None] = "exception."
    id: Slug
    title: Annotated[Text | None, DRAFT] = None
    text: Annotated[Text | None, DRAFT] = None


class Urgent(Part):
    """What to do when somebody is in danger now."""

    signs: tuple[Text, ...] = ()
    acts: Annotated[tuple[Text, ...], DRAFT] = ()
    within: Quantity | None = None
    then: Slug | None = None
    """The step to go on with when the danger is over."""


class FormUse(Part):
    """A form that the procedure lists, in the version it was written for."""

    form: Annotated[Ref, towards("form")]
    version: Version | None = None


class JobAid(Part):
    """The card for the pocket: at most nine steps."""

    steps: tuple[Slug, ...] = ()
    valid_until: Day | None = None


class Screen(Part):
    """A screen that the worker and the person read together, in two languages at once.

    Nothing stands on it that is for the worker alone.
    """

    id: Slug
    step: Slug | None = None
    """The step at which it is shown."""
    title: Annotated[Text | None, DRAFT] = None
    """In words for the person: what this is about."""
    say: Annotated[tuple[Text, ...], DRAFT] = ()
    answers: tuple[Text, ...] = ()
    """What the person may answer, by a word or by a finger."""


class Card(Part):
    """A card that the person may keep; whoever else finds it learns nothing from it."""

    title: Annotated[Text | None, DRAFT] = None
    lines: Annotated[tuple[Text, ...], DRAFT] = ()
    contacts: tuple[Contact, ...] = ()
    """A number that nobody entered leaves a line to write on."""
    write: tuple[Text, ...] = ()
    """What else is written in by hand, each beside a line: opening hours, a day to come again."""


class Sop(Record):
    """A standard operating procedure."""

    kind: ClassVar[str] = "sop"
    folder: ClassVar[str] = "sops"

    implements: Annotated[tuple[Ref, ...], towards("service"), DRAFT] = ()
    purpose: Annotated[Text | None, DRAFT] = None
    scope: Annotated[Text | None, DRAFT] = None
    use_when: tuple[Text, ...] = ()
    do_not_use_when: tuple[Text, ...] = ()
    triggers: Annotated[tuple[Trigger, ...], DRAFT] = ()
    principles: tuple[Text, ...] = ()
    roles: tuple[SopRole, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    steps: Annotated[tuple[Step, ...], DRAFT] = ()
    exceptions: tuple[Exemption, ...] = ()
    urgent: Urgent | None = None
    checklist: tuple[Text, ...] = ()
    """What to go through before leaving."""
    forms: tuple[FormUse, ...] = ()
    legal_basis: tuple[LegalBasis, ...] = ()
    job_aid: JobAid | None = None
    together: tuple[Screen, ...] = ()
    """What worker and person read together: first contact, consent."""
    keepsake: Card | None = None
    indicators: Annotated[tuple[Ref, ...], towards("indicator")] = ()
    related: Annotated[tuple[Ref, ...], towards("sop", "service")] = ()
    contacts: tuple[Contact, ...] = ()
