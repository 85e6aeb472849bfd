"""What may be written at a place of a record, for whoever writes one: fields, values, an example.

A place is written as its keys, from the kind of the record down: `sop`, `sop.steps.deadline`. The
project file is the kind `project`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gollanma.model import Library, Part
from gollanma.model.base import Status
from gollanma.model.decode import part_at
from gollanma.model.fields import Choice, Options, options_at
from gollanma.model.kinds import BY_NAME
from gollanma.model.project import Project
from gollanma.model.walk import Path, slots
from gollanma.source import Document

PROJECT = "project"
LINES = 16
"""So much of an example is shown."""
SORTS = (
    ("date", "day"), ("slug", "slug"), ("integer", "whole"), ("number", "amount"),
    ("boolean", "flag"), ("array", "list"), ("object", "group"),
)  # fmt: skip
"""What JSON Schema calls a value, and the key of the sentence that says it."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field, or what stands at a place."""

    key: str
    sort: str
    """`text`, `words` (one for each language), `line`, `slug`, `word`, `reference`, `day`, `whole`,
    `amount`, `flag`, `group`."""
    is_list: bool
    words: tuple[str, ...]
    """Of which one is written; empty where others may be."""
    kinds: tuple[str, ...]
    """To which a reference may lead; empty: to all."""
    needed_from: Status | None
    """The status from which on it must be filled; None: it may be left out."""
    is_needed: bool
    """Without it nothing can be read, whatever the status."""
    has_fields: bool


@dataclass(frozen=True, slots=True)
class Example:
    """How a record of the project writes it."""

    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Guide:
    """A place, its fields, and an example."""

    place: str
    itself: Field
    fields: tuple[Field, ...]
    example: Example | None


def kinds() -> tuple[str, ...]:
    """Give what a place may begin with."""
    return (*sorted(BY_NAME), PROJECT)


def guide(place: str, library: Library) -> Guide | None:
    """Say what may be written at a place; None where there is no such place."""
    name, *keys = place.split(".")
    kind = Project if name == PROJECT else BY_NAME.get(name)
    if kind is None:
        return None
    codes = library.project.languages.all
    path: Path = ()
    itself = _field(kind, path, Choice(name), codes)
    fields = tuple(_fields(kind, path, codes))
    for key in keys:
        found = {each.key: each for each in fields}
        if key not in found:
            return None
        itself = found[key]
        path = (*path, key, *([0] * itself.is_list))
        fields = tuple(_fields(kind, path, codes)) if itself.has_fields else ()
    return Guide(place, itself, fields, _example(library, name, tuple(keys)))


def _fields(kind: type[Part], path: Path, codes: Sequence[str]) -> Iterator[Field]:
    for choice in options_at(kind, path, codes).fields:
        yield _field(kind, (*path, choice.name), choice, codes)


def _field(kind: type[Part], path: Path, choice: Choice, codes: Sequence[str]) -> Field:
    outer = options_at(kind, path, codes)
    is_list = "array" in outer.sorts
    inner = options_at(kind, (*path, 0), codes) if is_list else outer
    each = options_at(kind, (*path, *([0] * is_list), codes[0]), codes)
    sort = _sort(inner, each)
    return Field(
        key=choice.name,
        sort=sort,
        is_list=is_list,
        words=(each if sort == "words" else inner).words if sort in {"word", "words"} else (),
        kinds=(outer.kinds or inner.kinds or ()) if sort == "reference" else (),
        needed_from=_needed(kind, path),
        is_needed=choice.is_needed,
        has_fields=sort == "group" and bool(inner.fields),
    )


def _sort(options: Options, each: Options) -> str:
    """Name what is written; `each` is what stands under a language, where languages stand."""
    if options.is_text and each.words:
        return "words"
    if options.is_text and "array" not in each.sorts:
        return "text"
    if options.kinds is not None:
        return "reference"
    if options.words and "boolean" not in options.sorts:
        return "word"
    return next((ours for theirs, ours in SORTS if theirs in options.sorts), "line")


def _needed(kind: type[Part], path: Path) -> Status | None:
    """Give the status from which on the check for it asks for a field."""
    names = [each for each in path if isinstance(each, str)]
    part = part_at(kind, tuple(names[:-1])) if names else None
    if part is None or (len(names) == 1 and names[0] in getattr(kind, "unneeded", ())):
        return None
    found = (each.needed for each in slots(part) if each.key == names[-1])
    return next((each.status for each in found if each), None)


# --- an example


def _example(library: Library, name: str, keys: tuple[str, ...]) -> Example | None:
    """Give the first place of the project where it is written, in the order of the records."""
    if name == PROJECT:
        sources = [library.project_file] if library.project_file else []
    else:
        sources = [library.documents[key] for key, _ in library.keyed(BY_NAME[name])]
    for document in sources if keys else ():
        for path in _places(document.plain(), keys):
            return _excerpt(document, path)
    return None


def _places(value: object, keys: tuple[str, ...]) -> Iterator[Path]:
    """Yield the paths at which these keys lead to something."""
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from ((number, *path) for path in _places(each, keys))
    elif not keys:
        yield ()
    elif isinstance(value, dict) and keys[0] in value:
        yield from ((keys[0], *path) for path in _places(value[keys[0]], keys[1:]))


def _excerpt(document: Document, path: Path) -> Example:
    names = path[:-1] if isinstance(path[-1], int) else path
    first, last = document.key_span(*names), document.span(*names)
    file = document.file(first.path)
    rows = file.text.splitlines()[first.line - 1 : last.end_line]
    indent = len(rows[0]) - len(rows[0].lstrip(" -"))
    shown = [each[indent:] for each in rows[:LINES]] + ["…"] * (len(rows) > LINES)
    return Example(first.path, first.line, "\n".join(shown))
