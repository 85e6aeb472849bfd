"""What the work is written down in: forms, documents, facts, calendars."""

from enum import StrEnum
from typing import Annotated, ClassVar

from gollanma.model.base import DRAFT, IDEA, Part, Quantity, Record, Sensitivity
from gollanma.model.refs import Ref, towards
from gollanma.model.scalars import Amount, Day, Flag, LanguageCode, Slug, Whole, Words
from gollanma.model.text import Text


class FieldKind(StrEnum):
    """What is written into a field."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    DATE = "date"
    NUMBER = "number"
    CHOICE = "choice"
    YES_NO = "yes-no"
    SIGNATURE = "signature"


class FormField(Part):
    """One field of a form, and who may see what is written there."""

    anchor: ClassVar[str | None] = "field."
    id: Slug
    heading: Text | None = None
    """Of the group of fields that begins with this one; absent: it belongs to the group before."""
    label: Annotated[Text | None, DRAFT] = None
    kind: FieldKind = FieldKind.TEXT
    help: Text | None = None
    choices: tuple[Text, ...] = ()
    several: Flag = False
    """More than one of the choices may be marked."""
    personal_data: Flag = False
    needs_consent: Flag = False
    shared_with: Annotated[tuple[Ref, ...], towards("role")] = ()
    """Who may see it beside the one who fills it in."""
    sensitivity: Sensitivity = Sensitivity.PUBLIC


class Form(Record):
    """A form of the service."""

    kind: ClassVar[str] = "form"
    folder: ClassVar[str] = "forms"

    purpose: Annotated[Text | None, DRAFT] = None
    filled_by: Annotated[Ref | None, towards("role"), DRAFT] = None
    when: Text | None = None
    fields: Annotated[tuple[FormField, ...], DRAFT] = ()
    retention: Quantity | None = None
    """How long it is kept; absent while no act says so."""
    legal_basis: Annotated[tuple[Ref, ...], towards("act")] = ()


class Section(Part):
    """A part of a document's description."""

    anchor: ClassVar[str | None] = "section."
    id: Slug
    title: Annotated[Text | None, DRAFT] = None
    text: Annotated[Text | None, DRAFT] = None


class Document(Record):
    """A report, plan, guide or list that the handbook names or is made from."""

    kind: ClassVar[str] = "document"
    folder: ClassVar[str] = "documents"

    document_kind: Annotated[Slug | None, DRAFT] = None
    """A kind of document of the project: report, plan, guidance, code …"""
    publisher: Annotated[tuple[Ref, ...], towards("organisation")] = ()
    published: Words | None = None
    """Year or day, quoted, as precisely as is known."""
    languages: tuple[LanguageCode, ...] = ()
    about: Annotated[Text | None, DRAFT] = None
    sections: tuple[Section, ...] = ()
    reading: Annotated[
        tuple[Ref, ...], towards("document", "act", "sop", "service", "training")
    ] = ()


class Statement(Part):
    """A value that a source states."""

    value: Amount
    as_of: Day | None = None
    document: Annotated[Ref | None, towards("document")] = None
    place: Words | None = None
    scope: Slug | None = None
    """What the value covers where that is less than all: one agency's share, one region."""
    approximate: Slug | None = None
    """at-least, about, almost, over; absent: exactly."""


class Fact(Record):
    """A number that the handbook states, with its source."""

    kind: ClassVar[str] = "fact"
    folder: ClassVar[str] = "facts"
    unneeded: ClassVar[frozenset[str]] = frozenset({"summary", "version"})

    unit: Annotated[Slug | None, IDEA] = None
    statements: Annotated[tuple[Statement, ...], IDEA] = ()
    """The newest one is shown; two that cover the same and differ are a contradiction."""
    total_of: Annotated[tuple[Ref, ...], towards("fact")] = ()
    """The facts that make up this one."""
    split_of: Annotated[Ref | None, towards("fact")] = None
    """The whole of which this is one share in percent."""

    @property
    def shown(self) -> Statement | None:
        """The statement that stands for the fact: of the whole before that of a share, the newest.

        Of two that say it of one day, the first; None where nothing is stated.
        """
        return max(
            self.statements,
            key=lambda each: (each.scope is None, each.as_of.isoformat() if each.as_of else ""),
            default=None,
        )


class Holiday(Part):
    """A day on which offices are closed."""

    day: Day
    name: Annotated[Text | None, DRAFT] = None


class Calendar(Record):
    """The holidays of a year, for deadlines in working days."""

    kind: ClassVar[str] = "calendar"
    folder: ClassVar[str] = "calendars"
    unneeded: ClassVar[frozenset[str]] = frozenset({"summary"})

    year: Annotated[Whole | None, IDEA] = None
    holidays: tuple[Holiday, ...] = ()
    working_days: tuple[Day, ...] = ()
    """Days of the weekend on which offices work."""
