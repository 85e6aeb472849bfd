"""Going through a record: every part, text and reference with its path in the file."""

import weakref
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

from gollanma.model.base import Needed, Part
from gollanma.model.refs import Kinds, Ref
from gollanma.model.text import Text

Path = tuple[str | int, ...]
"""Keys and positions as the file has them: ("steps", 2, "title")."""
ASKED = frozenset({"asked", "asked_articles"})
"""Fields that hold how people ask for something: no page prints them."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a part: its name in Python and in the file, and what marks it."""

    name: str
    key: str
    kinds: tuple[str, ...]
    """The kinds to which references in it may point; empty: any."""
    needed: Needed | None


@cache
def slots(part: type[Part]) -> tuple[Slot, ...]:
    """Give the fields of a class of parts, in their order."""
    return tuple(
        Slot(
            name,
            field.alias or name,
            next((mark.names for mark in field.metadata if isinstance(mark, Kinds)), ()),
            next((mark for mark in field.metadata if isinstance(mark, Needed)), None),
        )
        for name, field in part.model_fields.items()
    )


class Visit(NamedTuple):
    """A value met on the way, and the field that holds it.

    A named tuple, because a library has some 50 of them in each record.
    """

    path: Path
    value: Part | Text | Ref
    kinds: tuple[str, ...] = ()


# Named tuples made by calling their class take twice the time.
_make_visit: Callable[[tuple[Path, Part | Text | Ref, tuple[str, ...]]], Visit] = partial(
    tuple.__new__, Visit
)


def visits(part: Part) -> Iterator[Visit]:
    """Yield a part and everything below it, in the order of the model."""
    yield Visit((), part)
    yield from _below(part)


_KEPT: dict[int, tuple[Visit, ...]] = {}
"""What stands below each part that is alive: every check goes through every record."""


def _below(part: Part) -> tuple[Visit, ...]:
    name = id(part)
    if name not in _KEPT:
        found: list[Visit] = []
        _gather_fields(part, (), found)
        _KEPT[name] = tuple(found)
        weakref.finalize(part, _KEPT.pop, name, None).atexit = False
    return _KEPT[name]


def _gather_fields(part: Part, path: Path, found: list[Visit]) -> None:
    for slot in slots(type(part)):
        value = getattr(part, slot.name)
        if value is not None:
            _gather(value, (*path, slot.key), slot.kinds, found)


def _gather(value: object, path: Path, kinds: tuple[str, ...], found: list[Visit]) -> None:
    """Add what a value holds; most values are words, and the kind of a value is asked but once."""
    kind: type = type(value)
    if kind is Text or kind is Ref:
        found.append(_make_visit((path, value, kinds)))  # type: ignore[arg-type]
    elif kind is str:
        return
    elif _is_part(kind):
        found.append(_make_visit((path, value, ())))  # type: ignore[arg-type]
        _gather_fields(value, path, found)  # type: ignore[arg-type]
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            _gather(each, (*path, index), kinds, found)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            _gather(each, (*path, str(key)), kinds, found)


@cache
def _is_part(kind: type) -> bool:
    return issubclass(kind, Part)


def parts(record: Part) -> Iterator[tuple[Path, Part]]:
    """Yield every part of a record, itself first."""
    for visit in visits(record):
        if isinstance(visit.value, Part):
            yield visit.path, visit.value


def texts(record: Part) -> Iterator[tuple[Path, Text]]:
    """Yield every text of a record."""
    for visit in visits(record):
        if isinstance(visit.value, Text):
            yield visit.path, visit.value


def printed(record: Part) -> Iterator[tuple[Path, Text]]:
    """Yield every text of a record that is meant to be read: all but how people ask for it."""
    return ((path, text) for path, text in texts(record) if is_printed(path))


def is_printed(path: Path) -> bool:
    """Say whether the text at a path of a record is meant to be read."""
    return path[0] not in ASKED


def references(record: Part) -> Iterator[tuple[Path, Ref, tuple[str, ...]]]:
    """Yield every reference in a field, with the kinds to which it may point."""
    for visit in visits(record):
        if isinstance(visit.value, Ref):
            yield visit.path, visit.value, visit.kinds


def fragments(record: Part) -> dict[str, Path]:
    """Give the places of a record that a reference can name, first come first kept."""
    found: dict[str, Path] = {}
    for path, part in parts(record):
        if part.anchor is not None and path:
            found.setdefault(f"{part.anchor}{part.id}", path)  # type: ignore[attr-defined]
    return found


def at(record: Part, path: Path) -> object:
    """Give the value at a path that `visits` has yielded."""
    value: object = record
    for key in path:
        value = _child(value, key)
    return value


def _child(value: object, key: str | int) -> object:
    if isinstance(value, Part):
        return getattr(value, next(slot.name for slot in slots(type(value)) if slot.key == key))
    if isinstance(value, Mapping):
        return value[key]
    if isinstance(value, tuple) and isinstance(key, int):
        return value[key]
    raise KeyError(key)
