"""What is taught: the exact places, in the version that was taught, and what changed since."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.graph import Target
from gollanma.model import Ref
from gollanma.model.compare import differences
from gollanma.model.kinds import Act, Edition
from gollanma.model.kinds.learning import Objective
from gollanma.model.walk import fragments
from gollanma.views.addresses import page_of
from gollanma.views.changes import Changed, Sides, changed_of
from gollanma.views.context import Desk, Link
from gollanma.views.provisions import edition_name
from gollanma.views.saying import Said
from gollanma.views.status import Tag


@dataclass(frozen=True, slots=True)
class Taught:
    """A place that is taught."""

    link: Link
    version: str
    """The version that was taught; empty where nobody wrote it down."""
    tag: Tag | None
    """That the record has another version by now, and whether this place of it is another."""
    was: str
    """The way to the version that was taught; empty where it is not kept."""
    changes: tuple[Changed, ...]
    """What is different at this place; nothing where the taught version is not kept."""


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """What somebody can do afterwards."""

    id: str
    text: Said | None
    teaches: tuple[Taught, ...]


def objective_of(desk: Desk, objective: Objective) -> ObjectiveView:
    """Give an objective with all that it teaches."""
    return ObjectiveView(
        f"{objective.anchor}{objective.id}",
        desk.line(objective.text),
        tuple(taught_of(desk, each, objective.version) for each in objective.teaches),
    )


def taught_of(desk: Desk, ref: Ref, version: str | None) -> Taught:
    """Give a place that is taught, and whether it changed since."""
    link, target = desk.link(ref) or desk.lost(ref), desk.target(ref)
    if target is None:
        return Taught(link, _words(desk, version), None, "", ())
    if isinstance(desk.voice.library.records[target.key], Act):
        return _provision(desk, ref, target, link, version)
    return _place(desk, target, link, ref.at or version)


def _words(desk: Desk, version: str | None) -> str:
    return desk.voice.say("training.version", version=version) if version else ""


def _place(desk: Desk, target: Target, link: Link, version: str | None) -> Taught:
    """Give a place of a record that has versions."""
    voice, words = desk.voice, _words(desk, version)
    library, now = voice.library, voice.library.records[target.key]
    if not version or not now.version or version == now.version:
        return Taught(link, words, None, "", ())
    key = f"{target.key}@{version}"
    old = library.state.released.get(key)
    if old is None or type(old) is not type(now):
        tag = Tag(voice.say("training.changed", version=now.version), "warn")
        return Taught(link, words, tag, "", ())
    sides = Sides(key, old, target.key, now)
    changes = changes_at(desk, sides, target.fragment)
    said = "training.changed" if changes else "training.same"
    tag = Tag(voice.say(said, version=now.version), "warn" if changes else "info")
    return Taught(link, words, tag, desk.href(page_of(library, key)), changes)


def _provision(desk: Desk, ref: Ref, target: Target, link: Link, version: str | None) -> Taught:
    """Give a provision; an objective that pins the edition tells what was taught."""
    voice, words = desk.voice, _words(desk, version)
    now_key = voice.library.edition_for(Ref(ref.kind, ref.slug))
    records = voice.library.records
    old, now = records.get(target.holder), records.get(now_key or "")
    if not ref.at or not isinstance(old, Edition) or not isinstance(now, Edition) or old is now:
        return Taught(link, words, None, "", ())
    sides = Sides(target.holder, old, now_key or "", now)
    changes = changes_at(desk, sides, target.fragment)
    if not changes:
        return Taught(link, words, None, "", ())
    tag = Tag(voice.say("training.changed-edition", edition=edition_name(voice, now)), "warn")
    return Taught(link, words, tag, desk.href(page_of(voice.library, target.holder)), changes)


def changes_at(desk: Desk, sides: Sides, fragment: str | None) -> tuple[Changed, ...]:
    """Give what changed at a place and below it; without one, in the whole record."""
    speaking = Desk(desk.voice, desk.address, sides.old_key, sides.old)
    places = tuple(fragments(each) for each in (sides.old, sides.new))
    inside = {each for known in places for each in _within(known, fragment)}
    found = (
        changed_of(speaking, sides, each)
        for each in differences(sides.old, sides.new)
        if fragment is None or each.fragment in inside
    )
    return tuple(each for each in found if each)


def _within(places: dict[str, tuple[str | int, ...]], fragment: str | None) -> Iterator[str]:
    """Yield the places of a record that are a place, or stand below it."""
    here = places.get(fragment or "")
    if here is not None:
        yield from (name for name, path in places.items() if path[: len(here)] == here)
