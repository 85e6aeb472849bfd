"""The glossary."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from gollanma.model.base import DRAFT, Part, Record
from gollanma.model.refs import Ref, towards
from gollanma.model.scalars import LanguageCode, Words
from gollanma.model.text import Text


class LabelStatus(StrEnum):
    """Whether a word should be used for the concept."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"


class Label(Part):
    """A word for the concept in one language."""

    label: Words
    status: LabelStatus = LabelStatus.PREFERRED
    plural: Words | None = None
    """Where the dictionary form does not show it."""
    unlike: tuple[Words, ...] = ()
    """Beginnings of other words that have the same stem: for "consent" in Russian, "согласу"."""
    note: Text | None = None
    """Why not to use it, or where it is used."""


class Term(Record):
    """A concept, what it means, and its words in each language."""

    kind: ClassVar[str] = "term"
    folder: ClassVar[str] = "glossary"
    unneeded: ClassVar[frozenset[str]] = frozenset({"title", "summary"})

    labels: Annotated[Mapping[LanguageCode, tuple[Label, ...]], DRAFT] = Field(default_factory=dict)
    definition: Annotated[Text | None, DRAFT] = None
    defined_in: Annotated[Ref | None, towards("act", "document")] = None
    broader: Annotated[tuple[Ref, ...], towards("term")] = ()
    related: Annotated[tuple[Ref, ...], towards("term")] = ()
    not_to_confuse: Annotated[tuple[Ref, ...], towards("term")] = ()
    context: Text | None = None
    """A sentence that uses the word as it should be used."""

    @property
    def name(self) -> Text:
        """The preferred word of each language."""
        preferred = {
            code: each.label
            for code, labels in self.labels.items()
            for each in reversed(labels)
            if each.status is LabelStatus.PREFERRED
        }
        return Text(preferred)
