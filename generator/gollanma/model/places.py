"""Where a record stands and what it is called: the id is the place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from gollanma.diagnostics import Value
from gollanma.model.base import Record
from gollanma.model.kinds import BY_FOLDER, Act, Comment, Edition, Term
from gollanma.source import named_point

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG = 40
RECORDS = "normative"
GLOSSARY = "glossary"
STATE = "state"
SCHEMAS = "schemas"
HEAD = "edition"
"""The file of a long edition that says everything but its chapters."""
DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that Windows keeps for itself, with and without a suffix."""


@dataclass(frozen=True, slots=True)
class Place:
    """A record's kind and key: `sop/intake`, `act/social-services@2022-01-01`."""

    kind: type[Record]
    key: str


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Why a file is no record: the key of a sentence and its values."""

    key: str
    values: Mapping[str, Value]


def place_of(path: str) -> Place | Misplaced:
    """Give the record that a file under `normative/` or `glossary/` is, by its place alone."""
    pure = PurePosixPath(path)
    folders, slug = pure.parts[:-1], pure.stem
    match folders:
        case ("glossary",):
            return _named(Term, f"term/{slug}", slug)
        case ("normative", folder) if folder in BY_FOLDER and folder not in {GLOSSARY, "acts"}:
            kind = BY_FOLDER[folder]
            return _named(kind, f"{kind.kind}/{slug}", slug)
        case ("normative", "acts", act, *inner):
            return _of_act(act, inner, slug) or _nowhere(path)
    return _nowhere(path)


def _of_act(act: str, folders: Sequence[str], slug: str) -> Place | Misplaced | None:
    """Give what a file in the folder of an act is; None where nothing stands."""
    match folders:
        case [] if slug == "act":
            return _named(Act, f"act/{act}", act)
        case ["editions"]:
            return _named(Edition, f"act/{act}@{slug}", act, slug)
        case ["editions", edition] if slug == HEAD:
            return _named(Edition, f"act/{act}@{edition}", act, edition)
        case ["comments"]:
            return _named(Comment, f"comment/{slug}", slug)
    return None


def _nowhere(path: str) -> Misplaced:
    return Misplaced("wrong-folder", {"path": path, "known": ", ".join(sorted(BY_FOLDER))})


def _named(kind: type[Record], key: str, *slugs: str) -> Place | Misplaced:
    for slug in slugs:
        wrong = slug_fault(slug)
        if wrong:
            return wrong
    return Place(kind, key)


def slug_fault(slug: str) -> Misplaced | None:
    """Say what keeps a word from being a slug, or None when it is one."""
    stranger = next((each for each in slug if ord(each) > ord("z") or each in "_ "), None)
    if stranger is not None:
        point = named_point(stranger)
        return Misplaced("slug-letter", {"slug": slug, "letter": stranger, "point": point})
    if DEVICES.fullmatch(slug):
        return Misplaced("slug-device", {"slug": slug})
    if len(slug) > LONGEST_SLUG:
        return Misplaced("slug-long", {"slug": slug, "most": LONGEST_SLUG})
    if not SLUG.fullmatch(slug):
        return Misplaced("slug-shape", {"slug": slug})
    return None


def folder_of(path: str) -> str | None:
    """Give the folder of a long edition in which a file stands; None for any other file."""
    match PurePosixPath(path).parts:
        case ("normative", "acts", _, "editions", _, _):
            return path.rpartition("/")[0]
    return None


def file_of(key: str) -> str:
    """Give the path of the file that holds a record; the inverse of `place_of`."""
    kind, _, rest = key.partition("/")
    slug, _, edition = rest.partition("@")
    if kind == Act.kind:
        inner = f"editions/{edition}.yml" if edition else "act.yml"
        return f"{RECORDS}/acts/{slug}/{inner}"
    if kind == Term.kind:
        return f"{GLOSSARY}/{slug}.yml"
    folder = next(each.folder for each in BY_FOLDER.values() if each.kind == kind)
    return f"{RECORDS}/{folder}/{slug}.yml"
