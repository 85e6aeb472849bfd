"""The cut: what may be given to whom, taken before anything is published.

Everything published is made from what remains. What is cut exists nowhere in the output; a
reference to it becomes words without link or title. What is cut today is cut from released
versions too: people may have learned since why it must not be known.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from gollanma.model.base import Part, Record, Sensitivity
from gollanma.model.kinds import Comment, Edition, Organisation, Territory
from gollanma.model.library import Library
from gollanma.model.project import Project
from gollanma.model.refs import Ref
from gollanma.model.state import Retired, State
from gollanma.model.text import Text
from gollanma.model.walk import fragments, parts

P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who is given a record: how much may be told, and in which languages."""

    sensitivity: Sensitivity
    languages: frozenset[str]

    def may_have(self, part: Part) -> bool:
        """Say whether a part may be given."""
        own = getattr(part, "sensitivity", Sensitivity.PUBLIC)
        return isinstance(own, Sensitivity) and own.is_within(self.sensitivity)


@dataclass(frozen=True, slots=True)
class LaterReader(Receiver):
    """Who is given an old version of a record that keeps something back today."""

    places: frozenset[str]
    """Fragments that are kept back."""
    nameless: frozenset[type[Part]]
    """Kinds of parts without an id of which some are: nobody can tell which they once were."""

    def may_have(self, part: Part) -> bool:
        """Say whether a part may be given."""
        named = part.anchor is not None and f"{part.anchor}{getattr(part, 'id', '')}" in self.places
        return not named and type(part) not in self.nameless and Receiver.may_have(self, part)


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
    receiver = Receiver(sensitivity, languages or frozenset(library.project.languages.all))
    near = _near(library, territory)
    kept = {
        key: _part(record, receiver)
        for key, record in library.records.items()
        if receiver.may_have(record) and _belongs(key, record, near)
    }
    gone = frozenset(library.records) - frozenset(kept)
    gone |= {key for key, record in kept.items() if _hangs_on(key, record, gone)}
    kept = {key: record for key, record in kept.items() if key not in gone}
    withheld = library.withheld | library.broken | gone | frozenset(_places(library, kept, gone))
    state = _state(library, receiver, near, withheld)
    withheld |= _lost(library.state, state)
    withheld |= {each for each in library.state.retired if _is_dead(library, each, withheld)}
    return replace(
        library.having(kept, withheld),
        project=_project(library.project, receiver.languages),
        state=replace(state, retired=_retired(library, withheld, receiver)),
        here=territory or library.here,
        documents={},
        pages={},
        project_file=None,
    )


# --- records


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


def _hangs_on(key: str, record: Record, gone: frozenset[str]) -> bool:
    """Say whether a record is nothing without one that is cut: an edition, a comment."""
    match record:
        case Edition():
            return key.partition("@")[0] in gone
        case Comment(on=Ref() as on):
            return on.record in gone or f"{on.record}@{on.at}" in gone
        case _:
            return False


def _places(library: Library, kept: Mapping[str, Record], gone: frozenset[str]) -> Iterator[str]:
    """Yield the places that are cut from records that remain, as references write them."""
    for key, record in kept.items():
        if record is not library.records[key]:
            remaining = fragments(record)
            lost = (each for each in library.fragments_of(key) if each not in remaining)
            yield from (f"{key}#{each}" for each in lost)
    for key in gone:
        act, _, edition = key.partition("@")
        if edition and act in kept:
            yield from (f"{act}#{each}" for each in library.fragments_of(key))


# --- parts


def _part(part: P, receiver: Receiver) -> P:
    """Give a part without what the receiver may not have."""
    changed = {
        name: value
        for name in type(part).model_fields
        if (value := _value(getattr(part, name), receiver)) is not getattr(part, name)
    }
    return part.model_copy(update=changed) if changed else part


def _value(value: object, receiver: Receiver) -> object:
    if isinstance(value, Ref | str | int) or value is None:
        return value
    if isinstance(value, Text):
        return value if receiver.languages.issuperset(value) else value.only(receiver.languages)
    if isinstance(value, Part):
        return _part(value, receiver) if receiver.may_have(value) else None
    if isinstance(value, tuple):
        kept = tuple(_value(each, receiver) for each in value)
        remaining = tuple(each for each in kept if each is not None)
        same = len(remaining) == len(value) and all(map(_is, remaining, value))
        return value if same else remaining
    if isinstance(value, Mapping):
        held = {
            key: _value(each, receiver) for key, each in value.items() if key in receiver.languages
        }
        same = len(held) == len(value) and all(held[key] is value[key] for key in held)
        return value if same else held
    return value


def _is(one: object, other: object) -> bool:
    return one is other


# --- the project and its past


def _project(project: Project, languages: frozenset[str]) -> Project:
    """Give the project file in the languages that remain."""
    rules = project.languages
    if languages.issuperset(rules.all):
        return project
    remaining = tuple(code for code in rules.all if code in languages)
    spoken = _part(project, Receiver(Sensitivity.RESTRICTED, languages))
    kept = rules.model_copy(update={"all": remaining})
    return spoken.model_copy(update={"languages": kept})


def _state(
    library: Library,
    receiver: Receiver,
    near: frozenset[str] | None,
    withheld: frozenset[str],
) -> State:
    """Give the released versions that may be shown, and the addresses that are known anyway."""
    released: dict[str, Record] = {}
    for version, record in library.state.released.items():
        key = version.partition("@")[0]
        reader = _later(library, receiver, key, withheld)
        if key not in withheld and reader.may_have(record) and _belongs(key, record, near):
            released[version] = _part(record, reader)
    state = library.state
    behind = {
        key: {place: codes & receiver.languages for place, codes in places.items()}
        for key, places in state.behind.items()
        if key not in withheld
    }
    recalls = tuple(each for each in state.recalls if each.ref.record not in withheld)
    return State(released=released, addresses=state.addresses, behind=behind, recalls=recalls)


def _later(library: Library, receiver: Receiver, key: str, withheld: frozenset[str]) -> LaterReader:
    """Give who reads an old version: without what the record keeps back today."""
    places = (each.partition("#") for each in withheld)
    record = library.records.get(key)
    every = (part for _, part in parts(record)) if record else ()
    return LaterReader(
        receiver.sensitivity,
        receiver.languages,
        frozenset(place for holder, _, place in places if holder == key and place),
        frozenset(type(e) for e in every if e.anchor is None and not receiver.may_have(e)),
    )


def _lost(before: State, after: State) -> frozenset[str]:
    """Give the released versions, and the places in them, that are cut."""
    versions = frozenset(before.released) - frozenset(after.released)
    places = {
        f"{version}#{each}"
        for version, record in after.released.items()
        for each in set(fragments(before.released[version])) - set(fragments(record))
    }
    return versions | places


def _is_dead(library: Library, old: str, withheld: frozenset[str]) -> bool:
    """Say whether an old address is that of something cut, or leads to it."""
    seen: set[str] = set()
    place: str | None = old
    while place and place not in seen:
        seen.add(place)
        ref = Ref.parse(place)
        if place in withheld or (ref and ref.record in withheld):
            return True
        retired = library.state.retired.get(place)
        place = str(retired.new) if retired and retired.new else None
    return False


def _retired(library: Library, withheld: frozenset[str], receiver: Receiver) -> dict[str, Retired]:
    """Give what became of old addresses; of one that leads to what is cut, only that it is gone.

    It stays where the address was published: nothing is told that was not known.
    """
    known = {each.removesuffix(".html") for each in library.state.addresses}
    kept = {}
    for old, retired in library.state.retired.items():
        if old not in withheld:
            kept[old] = _part(retired, receiver)
        elif old in known and old not in library.records:
            kept[old] = Retired()
    return kept
