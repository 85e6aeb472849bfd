"""What differs between two records, place by place: by the ids that never change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import zip_longest

from gollanma.model.base import Part, Quantity, Record
from gollanma.model.text import Text
from gollanma.model.walk import Path, at, fragments, slots

Names = tuple[str, ...]
"""The names of fields on the way to a value."""


class DifferenceKind(StrEnum):
    """What happened to a place."""

    INSERTED = "inserted"
    DELETED = "deleted"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One value that differs."""

    path: Names
    """The way to it from its place."""
    old: object
    """None where there was nothing."""
    new: object
    """None where there is nothing any more."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place that differs."""

    fragment: str
    """Empty for what the record says outside all its places."""
    kind: DifferenceKind
    changes: tuple[Change, ...] = ()
    """Of a changed place."""


def differences(old: Record, new: Record) -> tuple[Difference, ...]:
    """Give the places that differ: the record itself, then in the order of the newer record.

    A place is compared without the places inside it, so that a new step does not change what
    holds it; what comes or goes with a step is not told apart from it. Deleted places stand at
    the end.
    """
    one, other = _Side(old), _Side(new)
    new_places = _outermost(other.places, one.places)
    found = [_changed("", one, other)]
    for fragment in other.places:
        if fragment in one.places:
            found.append(_changed(fragment, one, other))
        elif fragment in new_places:
            found.append(Difference(fragment, DifferenceKind.INSERTED))
    gone = _outermost(one.places, other.places)
    deleted = (Difference(each, DifferenceKind.DELETED) for each in gone)
    return (*(each for each in found if each), *deleted)


def _outermost(these: Mapping[str, Path], others: Mapping[str, Path]) -> tuple[str, ...]:
    """Give the places that only one side has, without what stands inside another such place."""
    alone = {fragment: path for fragment, path in these.items() if fragment not in others}
    paths = set(alone.values())
    return tuple(
        fragment
        for fragment, path in alone.items()
        if not any(path[:length] in paths for length in range(1, len(path)))
    )


def _changed(fragment: str, one: "_Side", other: "_Side") -> Difference | None:
    """Compare one place; values without an id of their own are told apart by what they say."""
    before, after = one.values(fragment), other.values(fragment)
    changes = tuple(
        Change(path, old, new)
        for path in dict.fromkeys((*before, *after))
        for old, new in zip_longest(
            _without(before.get(path, []), after.get(path, [])),
            _without(after.get(path, []), before.get(path, [])),
        )
    )
    return Difference(fragment, DifferenceKind.CHANGED, changes) if changes else None


def _without(these: list[object], others: list[object]) -> list[object]:
    """Give what stands among these alone."""
    left = list(others)
    kept: list[object] = []
    for each in these:
        if each in left:
            left.remove(each)
        else:
            kept.append(each)
    return kept


@dataclass(frozen=True)
class _Side:
    """One of the two records."""

    record: Record

    @cached_property
    def places(self) -> Mapping[str, Path]:
        """The places that have an id."""
        return fragments(self.record)

    def values(self, fragment: str) -> dict[Names, list[object]]:
        """Give the values of a place by the names on the way to them."""
        path = self.places.get(fragment, ())
        others = {place for place in self.places.values() if place != path}
        found: dict[Names, list[object]] = {}
        for way, value in _values(at(self.record, path), path, others):
            names = tuple(each for each in way[len(path) :] if isinstance(each, str))
            found.setdefault(names, []).append(value)
        return found


def _values(value: object, path: Path, others: set[Path]) -> Iterator[tuple[Path, object]]:
    """Yield the values below a value, without what has a place of its own."""
    if value is None or value == () or path in others:
        return
    if type(value) is Quantity or isinstance(value, Text):
        yield path, value
    elif isinstance(value, Part):
        for slot in slots(type(value)):
            yield from _values(getattr(value, slot.name), (*path, slot.key), others)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _values(each, (*path, index), others)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _values(each, (*path, str(key)), others)
    else:
        yield path, value
