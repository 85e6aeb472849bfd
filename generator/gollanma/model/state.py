"""State: what was released, reviewed and retired. Commands write it, people commit it.

Questions about the past are answered from here, never from git.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import Field

from gollanma.diagnostics import Diagnostic
from gollanma.model.base import Part, Record
from gollanma.model.decode import decode
from gollanma.model.kinds import BY_NAME
from gollanma.model.refs import Ref
from gollanma.model.scalars import Day, LanguageCode, Whole, Words
from gollanma.model.text import Text
from gollanma.model.undecided import Undecided, UndecidedList
from gollanma.model.walk import ASKED, Path
from gollanma.source import Document

FOLDER = "normative/state"
RETIRED = f"{FOLDER}/retired.yml"
ADDRESSES = f"{FOLDER}/addresses.txt"
"""Every address that was ever published, one a line, in the default language."""
RELEASED = f"{FOLDER}/released.yml"
UNDECIDED = f"{FOLDER}/undecided.yml"
RECALLS = f"{FOLDER}/recalls.yml"
MARK = "h1:"
DIGITS = 20
PASSING = frozenset({"reviewed", "next_review", "translations", "lint", *ASKED})
"""Fields of a record's head that say when somebody looked or how people ask, not what it says."""

Stamp = Annotated[str, Field(pattern=r"^h1:[0-9a-f]{20}$")]


class Retired(Part):
    """An address that is no longer used, and where its readers should go."""

    new: Ref | None = None
    """Absent where nothing took its place."""
    reason: Text | None = None
    on: Day | None = None


class RetiredList(Part):
    """The file `retired.yml`."""

    retired: Mapping[str, Retired] = Field(default_factory=dict)
    """By the old reference, with or without fragment."""


class Review(Part):
    """That an office looked at a part of a record, or at what it rests on, as that then was."""

    part: str
    """The fragment, empty for the whole record; or a reference to what the record rests on."""
    stamp: Stamp
    by: Words
    on: Day


class ReviewList(Part):
    """A file of `reviewed/`: what was looked at in one record."""

    reviewed: tuple[Review, ...] = ()


class TranslatedList(Part):
    """A file of `translated/`: what the words said that each translation was made from."""

    translated: Mapping[str, Mapping[LanguageCode, Stamp]] = Field(default_factory=dict)
    """By the place of the text, such as `summary` or `consent/action`; see `place_of`."""


class ReleasedList(Part):
    """The file `released.yml`: the stamp of every released copy, by key and version."""

    released: Mapping[str, Stamp] = Field(default_factory=dict)


class Accepted(Part):
    """A finding that stood when the project began to check, kept apart from new ones."""

    code: Words
    path: Words
    stamp: Words
    """The stamp of the finding's sentence and of the line on which it stands."""


class Recalled(Part):
    """A place that copies must no longer show as it was, and the notice that says so to them."""

    ref: Ref
    on: Day
    first: Whole
    """The oldest version of a bundle that is meant."""
    last: Whole
    """The newest version of a bundle that is meant."""
    stamp: Stamp
    """What the place said when it was recalled: while it says the same, it stays withdrawn."""
    notice: Words
    """Signed, in letters fit for a short message."""


class RecallList(Part):
    """The file `recalls.yml`."""

    recalls: tuple[Recalled, ...] = ()


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
    files: Mapping[str, Document] = field(default_factory=dict)
    """Every file under `state/`, by its path."""
    retired: Mapping[str, Retired] = field(default_factory=dict)
    reviewed: Mapping[str, tuple[Review, ...]] = field(default_factory=dict)
    """By key."""
    translated: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    """By key, place and language."""
    behind: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    """By key and place: the languages whose words there are older than the original."""
    recalls: tuple[Recalled, ...] = ()
    baseline: tuple[Accepted, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    addresses: tuple[str, ...] = ()
    """Addresses that were published: none of them may vanish without an entry in `retired`."""

    def versions_before(self, key: str, version: str | None) -> tuple[str, ...]:
        """Give the released versions of a record that are older than one, the newest first."""
        known = (each.partition("@") for each in self.released)
        held = [each for holder, _, each in known if holder == key]
        older = (each for each in held if _parts(each) < _parts(version or ""))
        return tuple(sorted(older, key=_parts, reverse=True))


def _parts(version: str) -> tuple[int, ...]:
    """Give what versions are ordered by: 0.10 follows 0.9."""
    return tuple(int(each) for each in version.split(".") if each.isdigit())


def stamp(part: object) -> str:
    """Give the stamp of a part: `h1:` and 20 hex digits of SHA-256 over its canonical JSON.

    What has the value that it has anyway is left out, so that a field which a later version of the
    program adds does not make every stamp old.
    """
    plain = _plain(part) if isinstance(part, Part) else part
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return MARK + hashlib.sha256(text.encode("utf-8")).hexdigest()[:DIGITS]


def content_stamp(part: Part) -> str:
    """Give the stamp of what a record or a part of it says; a new day of review keeps it."""
    plain = _plain(part)
    return stamp({key: value for key, value in plain.items() if key not in PASSING})


def _plain(part: Part) -> dict[str, Any]:
    return part.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def place_of(fragments: Mapping[Path, str], path: Path) -> str:
    """Give the lasting name of a text: the nearest id around it, then the fields below that."""
    length = next((n for n in range(len(path), 0, -1) if path[:n] in fragments), 0)
    below = ".".join(str(each) for each in path[length:])
    return f"{fragments[path[:length]]}/{below}" if length else below


SINGLE: Mapping[str, type[Part]] = {
    "released": ReleasedList,
    "retired": RetiredList,
    "recalls": RecallList,
    "baseline": Baseline,
    "undecided": UndecidedList,
}
PER_RECORD: Mapping[str, type[Part]] = {"reviewed": ReviewList, "translated": TranslatedList}


@dataclass(frozen=True, slots=True)
class Kept:
    """One file of the state."""

    document: Document
    key: str
    """Of the record, or of its version, that the file speaks of; empty where of none."""
    kind: type[Part] | None
    """None in a place of nothing."""


def assemble_state(
    documents: Sequence[Document], languages: Sequence[str]
) -> tuple[State, tuple[Diagnostic, ...]]:
    """Make the state of the files under `state/`, with what was wrong in them."""
    found: list[Diagnostic] = []
    parts: list[tuple[Kept, Part | None]] = []
    for each in map(_kept, documents):
        part, wrong = decode(each.kind, each.document, languages) if each.kind else (None, ())
        found.extend((*each.document.diagnostics, *wrong))
        parts.append((each, part))
    return _state(parts), tuple(found)


def _kept(document: Document) -> Kept:
    match document.path.removeprefix(f"{FOLDER}/").removesuffix(".yml").split("/"):
        case ["released", kind, slug, version]:
            return Kept(document, f"{kind}/{slug}@{version}", BY_NAME.get(kind))
        case [folder, kind, slug]:
            return Kept(document, f"{kind}/{slug}", PER_RECORD.get(folder))
        case [name]:
            return Kept(document, "", SINGLE.get(name))
    return Kept(document, "", None)


def _is_copy(kept: Kept) -> bool:
    return kept.kind is not None and issubclass(kept.kind, Record)


def _state(parts: Sequence[tuple[Kept, Part | None]]) -> State:
    lists = [part for _, part in parts]
    return State(
        released={each.key: part for each, part in parts if isinstance(part, Record)},
        copies={each.key: each.document for each, _ in parts if _is_copy(each)},
        stamps=next((each.released for each in lists if isinstance(each, ReleasedList)), {}),
        files={each.document.path: each.document for each, _ in parts},
        retired=next((each.retired for each in lists if isinstance(each, RetiredList)), {}),
        reviewed={each.key: part.reviewed for each, part in parts if isinstance(part, ReviewList)},
        translated={
            each.key: part.translated for each, part in parts if isinstance(part, TranslatedList)
        },
        recalls=next((each.recalls for each in lists if isinstance(each, RecallList)), ()),
        baseline=next((each.findings for each in lists if isinstance(each, Baseline)), ()),
        undecided=next((each.undecided for each in lists if isinstance(each, UndecidedList)), ()),
    )
