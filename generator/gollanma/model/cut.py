"""The cut: what may be given to whom, taken before anything is published.

Everything published is made from what remains. What is cut exists nowhere in the output; a
reference to it becomes words without link or title.
"""

from collections.abc import Mapping
from typing import TypeVar

from gollanma.model.base import Part, Record, Sensitivity
from gollanma.model.kinds import Organisation, Territory
from gollanma.model.library import Library
from gollanma.model.refs import Ref
from gollanma.model.text import Text

P = TypeVar("P", bound=Part)


def cut(
    library: Library,
    sensitivity: Sensitivity = Sensitivity.PUBLIC,
    territory: str | None = None,
    languages: frozenset[str] | None = None,
) -> Library:
    """Give the part of a library that may go to a receiver.

    `territory` is the key of one territory: of the records that belong to territories, its own,
    those above it and those without any remain. `languages` are the codes of the words that
    remain; absent, all.
    """
    spoken = languages or frozenset(library.project.languages.all)
    near = _near(library, territory)
    kept: dict[str, Record] = {}
    for key, record in library.records.items():
        if record.sensitivity.is_within(sensitivity) and _belongs(key, record, near):
            kept[key] = _part(record, sensitivity, spoken)
    gone = frozenset(library.records) - frozenset(kept)
    acts_gone = {key for key in kept if "@" in key and key.partition("@")[0] in gone}
    for key in acts_gone:
        del kept[key]
    return library.having(kept, gone | acts_gone | library.broken)


def _near(library: Library, territory: str | None) -> frozenset[str] | None:
    """Give the territory and all above it; None where no territory was asked for."""
    if territory is None:
        return None
    near: list[str] = []
    here: str | None = territory
    while here and here not in near:
        near.append(here)
        record = library.records.get(here)
        parent = record.parent if isinstance(record, Territory) else None
        here = parent.record if parent else None
    return frozenset(near)


def _belongs(key: str, record: Record, near: frozenset[str] | None) -> bool:
    if near is None:
        return True
    if isinstance(record, Territory):
        return key in near
    if isinstance(record, Organisation) and record.territories:
        return any(each.record in near for each in record.territories)
    return True


def _part(part: P, sensitivity: Sensitivity, languages: frozenset[str]) -> P:
    """Give a part without what the receiver may not have."""
    changed = {
        name: value
        for name in type(part).model_fields
        if (value := _value(getattr(part, name), sensitivity, languages)) is not getattr(part, name)
    }
    return part.model_copy(update=changed) if changed else part


def _value(value: object, sensitivity: Sensitivity, languages: frozenset[str]) -> object:
    if isinstance(value, Ref | str | int) or value is None:
        return value
    if isinstance(value, Text):
        return value if languages.issuperset(value) else value.only(languages)
    if isinstance(value, Part):
        return _part(value, sensitivity, languages) if _may(value, sensitivity) else None
    if isinstance(value, tuple):
        kept = tuple(_value(each, sensitivity, languages) for each in value)
        remaining = tuple(each for each in kept if each is not None)
        same = len(remaining) == len(value) and all(map(_is, remaining, value))
        return value if same else remaining
    if isinstance(value, Mapping):
        return {
            key: _value(each, sensitivity, languages)
            for key, each in value.items()
            if key in languages
        }
    return value


def _is(one: object, other: object) -> bool:
    return one is other


def _may(part: Part, sensitivity: Sensitivity) -> bool:
    own = getattr(part, "sensitivity", Sensitivity.PUBLIC)
    return isinstance(own, Sensitivity) and own.is_within(sensitivity)
