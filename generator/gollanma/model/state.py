"""State: what was released, reviewed and retired. Commands write it, people commit it.

Questions about the past are answered from here, never from git.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from gollanma.diagnostics import Diagnostic
from gollanma.model.base import Part, Record
from gollanma.model.decode import decode
from gollanma.model.kinds import BY_NAME
from gollanma.model.refs import Ref
from gollanma.model.scalars import Day, Words
from gollanma.source import Document

FOLDER = "normative/state"
MARK = "h1:"
DIGITS = 20


class Retired(Part):
    """An address that is no longer used, and where its readers should go."""

    new: Ref | None = None
    """Absent where nothing took its place."""
    reason: Words | None = None
    on: Day | None = None


class RetiredList(Part):
    """The file `retired.yml`."""

    retired: Mapping[str, Retired] = Field(default_factory=dict)
    """By the old reference, with or without fragment."""


class Review(Part):
    """That an office looked at a part as it then was."""

    part: str
    """The fragment; empty for the whole record."""
    stamp: Annotated[str, Field(pattern=r"^h1:[0-9a-f]{20}$")]
    by: Words
    on: Day


class ReviewList(Part):
    """A file of `reviewed/`: what was looked at in one record."""

    reviewed: tuple[Review, ...] = ()


class ReleasedList(Part):
    """The file `released.yml`: the stamp of every released copy, by key and version."""

    released: Mapping[str, Annotated[str, Field(pattern=r"^h1:[0-9a-f]{20}$")]] = Field(
        default_factory=dict
    )


class Accepted(Part):
    """A finding that stood when the project began to check, kept apart from new ones."""

    code: Words
    path: Words
    stamp: Words
    """The stamp of the finding's sentence and of the line on which it stands."""


class Baseline(Part):
    """The file `baseline.yml`."""

    findings: tuple[Accepted, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """Everything under `state/`."""

    released: Mapping[str, Record] = field(default_factory=dict)
    """By key and version: `sop/intake@1.2`."""
    copies: Mapping[str, Document] = field(default_factory=dict)
    """The files of the released versions, by the same keys."""
    stamps: Mapping[str, str] = field(default_factory=dict)
    """What the released files were when they were written, by the same keys."""
    retired: Mapping[str, Retired] = field(default_factory=dict)
    reviewed: Mapping[str, tuple[Review, ...]] = field(default_factory=dict)
    """By key."""
    baseline: tuple[Accepted, ...] = ()


def stamp(part: object) -> str:
    """Give the stamp of a part: `h1:` and 20 hex digits of SHA-256 over its canonical JSON."""
    plain = part.model_dump(mode="json", by_alias=True) if isinstance(part, Part) else part
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return MARK + hashlib.sha256(text.encode("utf-8")).hexdigest()[:DIGITS]


def assemble_state(
    documents: Sequence[Document], languages: Sequence[str]
) -> tuple[State, tuple[Diagnostic, ...]]:
    """Make the state of the files under `state/`, with what was wrong in them."""
    found: list[Diagnostic] = []
    released: dict[str, Record] = {}
    copies: dict[str, Document] = {}
    stamps: Mapping[str, str] = {}
    retired: Mapping[str, Retired] = {}
    reviewed: dict[str, tuple[Review, ...]] = {}
    baseline: tuple[Accepted, ...] = ()
    for document in documents:
        found.extend(document.diagnostics)
        parts = document.path.removeprefix(f"{FOLDER}/").removesuffix(".yml").split("/")
        match parts:
            case ["released", kind, slug, version] if kind in BY_NAME:
                key = f"{kind}/{slug}@{version}"
                record, wrong = decode(BY_NAME[kind], document, languages)
                found.extend(wrong)
                copies[key] = document
                if record is not None:
                    released[key] = record
            case ["reviewed", kind, slug]:
                reviews, wrong = decode(ReviewList, document, languages)
                found.extend(wrong)
                reviewed[f"{kind}/{slug}"] = reviews.reviewed if reviews else ()
            case ["released"]:
                listed, wrong = decode(ReleasedList, document, languages)
                found.extend(wrong)
                stamps = listed.released if listed else {}
            case ["retired"]:
                retirements, wrong = decode(RetiredList, document, languages)
                found.extend(wrong)
                retired = retirements.retired if retirements else {}
            case ["baseline"]:
                accepted, wrong = decode(Baseline, document, languages)
                found.extend(wrong)
                baseline = accepted.findings if accepted else ()
            case _:
                pass
    return State(released, copies, stamps, retired, reviewed, baseline), tuple(found)
