"""Normative legal acts, their editions, and comments on their drafts."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from gollanma.model.base import (
    DRAFT,
    IDEA,
    Contact,
    Inclusion,
    Modality,
    Part,
    Period,
    Record,
)
from gollanma.model.refs import Ref, towards
from gollanma.model.scalars import Day, Flag, Fragment, LanguageCode, Slug, Words
from gollanma.model.text import Text


class Gazette(Part):
    """Where an act was published."""

    text: Annotated[Text | None, DRAFT] = None
    day: Day | None = None


class Happening(Part):
    """A dated event in an act's life."""

    stage: Slug
    """A stage of the act's kind in the project."""
    day: Day
    note: Text | None = None


class AskedArticle(Part):
    """How people ask for what an article says, as `asked` does for the whole act."""

    article: Fragment
    """Its id in the edition in force, to which search leads."""
    asked: tuple[Text, ...] = ()


class Act(Record):
    """A normative legal act; its words stand in its editions."""

    kind: ClassVar[str] = "act"
    folder: ClassVar[str] = "acts"
    unneeded: ClassVar[frozenset[str]] = frozenset({"status", "version"})

    act_kind: Annotated[Slug | None, IDEA] = None
    """A kind of act of the project: law, code, order …"""
    number: Words | None = None
    """Absent while the number is not known."""
    short_title: Text | None = None
    """As people say it; for lists and narrow places."""
    issuer: Annotated[Ref | None, towards("organisation")] = None
    frbr: Words | None = None
    """The address of the work in Akoma Ntoso."""
    gazette: tuple[Gazette, ...] = ()
    lifecycle: tuple[Happening, ...] = ()
    enabled_by: Annotated[tuple[Ref, ...], towards("act")] = ()
    """The provisions under which it was made."""
    owners: Annotated[tuple[Ref, ...], towards("organisation")] = ()
    contacts: tuple[Contact, ...] = ()
    asked_articles: tuple[AskedArticle, ...] = ()


class ByLaw(Part):
    """A by-law that a provision promises."""

    text: Annotated[Text | None, DRAFT] = None
    act: Annotated[Ref | None, towards("act")] = None
    """Absent while it has not been made."""


class Provision(Part):
    """A unit of an act: division, chapter, article, part, point, paragraph, note or heading."""

    anchor: ClassVar[str | None] = ""
    id: Fragment
    """Given once and never changed: `a8` for the article that was first numbered 8, `a8.2`."""
    unit: Slug
    """A unit of the act's kind: chapter, article, part, point …"""
    number: Words | None = None
    """As data, quoted: "8", "12^1", "II"; absent where the unit is not numbered in print."""
    heading: Text | None = None
    text: Text | None = None
    modality: Modality | None = None
    sample: Flag = False
    in_force: Period | None = None
    """Absent: as long as the edition."""
    repealed: Flag = False
    """It keeps its place and number and binds nobody."""
    defines: Annotated[Ref | None, towards("term")] = None
    by_laws: tuple[ByLaw, ...] = ()
    reserves: Annotated[Ref | None, towards("role")] = None
    """The role for which the law reserves what it describes."""
    explanation: Text | None = None
    """Why the provision is as it is; no part of the law."""
    amendment_note: Text | None = None
    """The remark in print which act gave the provision its words; no part of the law."""
    merged: tuple[LanguageCode, ...] = ()
    """Languages that say it within what holds it; never of an article or a part."""
    variants: "tuple[Variant, ...]" = ()
    contains: "tuple[Provision, ...]" = ()


class Variant(Part):
    """One of several wordings on which a working group has not agreed."""

    anchor: ClassVar[str | None] = "variant."
    id: Slug
    text: Text
    reason: Text | None = None


class ChangeKind(StrEnum):
    """What an amendment does to a provision."""

    INSERT = "insert"
    REPLACE = "replace"
    WORDS = "words"
    REPEAL = "repeal"
    RENUMBER = "renumber"
    MOVE = "move"


class Change(Part):
    """A change that an edition declares against the one it is based on."""

    kind: ChangeKind
    target: Fragment
    reason: Text | None = None
    applied: Mapping[LanguageCode, Flag] = Field(default_factory=dict)
    """Per language: whether the text already says it; absent: yes."""


class TreatyProvision(Part):
    """A provision of a treaty that a draft touches."""

    treaty: Annotated[Ref, towards("document", "act")]
    place: Words | None = None
    """Article or paragraph, as the treaty counts."""
    why: Text | None = None


class Consequence(Part):
    """An act that has to be changed when a draft passes."""

    act: Annotated[Ref, towards("act")]
    text: Text
    """What has to be changed in it."""


class Signature(Part):
    """The block at the end of an act: who signs, never a person's name, and where."""

    office: Text
    place: Text | None = None


class Edition(Record):
    """The whole text of an act as it binds from a day, or as a draft would have it."""

    kind: ClassVar[str] = "edition"
    folder: ClassVar[str] = "editions"
    unneeded: ClassVar[frozenset[str]] = frozenset(
        {"title", "summary", "status", "version", "owner"}
    )

    stage: Slug | None = None
    based_on: Slug | None = None
    """The name of the edition before it."""
    day: Day | None = None
    """When the text was made: of adoption, or of the draft."""
    in_force: Period | None = None
    """Absent for a draft."""
    preamble: Text | None = None
    note: Text | None = None
    body: Annotated[tuple[Provision, ...], DRAFT] = ()
    signature: Signature | None = None
    changes: tuple[Change, ...] = ()
    explanatory_note: Text | None = None
    """Why the draft is made and what it will take; goes with it to whoever decides."""
    inclusion: Inclusion | None = None
    treaties: tuple[TreatyProvision, ...] = ()
    consequences: tuple[Consequence, ...] = ()


class Comment(Record):
    """What an office says about a provision of a draft, and the answer."""

    kind: ClassVar[str] = "comment"
    folder: ClassVar[str] = "comments"
    unneeded: ClassVar[frozenset[str]] = frozenset({"title", "summary", "version", "owner"})

    office: Annotated[Ref | None, towards("organisation"), IDEA] = None
    on: Annotated[Ref | None, towards("act"), IDEA] = None
    """The provision in its edition."""
    text: Annotated[Text | None, IDEA] = None
    proposal: Text | None = None
    answer: Text | None = None
    language: LanguageCode | None = None
    day: Day | None = None
