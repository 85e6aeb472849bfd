"""References: the address of a record, of its edition or version, and of a place inside it."""

import re
from dataclasses import dataclass
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

REFERENCE = re.compile(
    r"""(?:
          (?P<kind>[a-z]+)/(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)  # the record
          (?:@(?P<at>[a-z0-9]+(?:[.-][a-z0-9]+)*))?            # its edition or version
        )?
        (?:\#(?P<fragment>[a-z0-9]+(?:[.-][a-z0-9]+)*))?       # the article, step or field
    """,
    re.VERBOSE,
)
REFERENCE_PATTERN = (
    r"^(([a-z]+/[a-z0-9]+(-[a-z0-9]+)*(@[a-z0-9]+([.-][a-z0-9]+)*)?)"
    r"(#[a-z0-9]+([.-][a-z0-9]+)*)?|#[a-z0-9]+([.-][a-z0-9]+)*)$"
)


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """`kind/slug[@edition or version][#fragment]`; inside a record `#fragment` alone."""

    kind: str = ""
    """Empty in a reference within its own record, and so is the slug."""
    slug: str = ""
    at: str | None = None
    """Absent: the edition in force on the day, or the newest version."""
    fragment: str | None = None

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Give the reference that a text writes, or None when it writes none."""
        match = REFERENCE.fullmatch(text)
        if match is None or not text:
            return None
        kind, slug, at, fragment = match["kind"], match["slug"], match["at"], match["fragment"]
        return cls(kind or "", slug or "", at, fragment)

    @property
    def record(self) -> str:
        """The record that it leads to, `kind/slug`; empty inside a record."""
        return f"{self.kind}/{self.slug}" if self.kind else ""

    @property
    def is_local(self) -> bool:
        """It leads to a place in the record that holds it."""
        return not self.kind

    def within(self, record: str) -> "Ref":
        """Give the same reference written from outside the record that holds it."""
        if not self.is_local:
            return self
        kind, _, rest = record.partition("/")
        slug, _, at = rest.partition("@")
        return Ref(kind, slug, at or None, self.fragment)

    def __str__(self) -> str:
        """Write the reference as an author does."""
        at = f"@{self.at}" if self.at else ""
        fragment = f"#{self.fragment}" if self.fragment else ""
        return f"{self.record}{at}{fragment}"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Validate a text that writes a reference."""
        return core_schema.no_info_plain_validator_function(
            _read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe the text that writes a reference."""
        return {"type": "string", "pattern": REFERENCE_PATTERN}


def _read(value: object) -> Ref:
    if isinstance(value, Ref):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "a reference is text")
    reference = Ref.parse(value)
    if reference is None:
        raise PydanticCustomError("reference_shape", "a reference is kind/slug#fragment")
    return reference


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of record to which a field may point; a check reads it from the field."""

    names: tuple[str, ...]


def towards(*kinds: str) -> Kinds:
    """Give the mark of a field that may point to these kinds alone."""
    return Kinds(kinds)
