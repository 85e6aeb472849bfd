"""What changed between two states of a record, place by place, told to a reader of today."""

from dataclasses import dataclass

from gollanma.graph import Target
from gollanma.law import pieces
from gollanma.model import Record, Ref, Text
from gollanma.model.base import Quantity
from gollanma.model.compare import Change, Difference, DifferenceKind
from gollanma.model.walk import ASKED, fragments
from gollanma.views.context import Desk, Link
from gollanma.views.marking import marked
from gollanma.views.markup import NOTHING, Html, safe
from gollanma.views.status import Tag

TONES = {
    DifferenceKind.INSERTED: "ok",
    DifferenceKind.DELETED: "stop",
    DifferenceKind.CHANGED: "info",
}
BOOKKEEPING = frozenset(
    {
        "version",
        "status",
        "valid",
        "approved_by",
        "supersedes",
        "reviewed",
        "next_review",
        "translations",
        "lint",
        *ASKED,
    }
)
"""Fields of the head that change without telling a reader anything to do."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Words before and after; one side may be empty."""

    old: Html
    new: Html
    between: Html
    """Both as one line with what was taken out and put in; empty where there are no two texts."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One place that differs."""

    place: Link
    tag: Tag
    pairs: tuple[Pair, ...]
    more: str
    """That there are changes without words; empty where there are none."""


@dataclass(frozen=True, slots=True)
class Sides:
    """A record as it was and as it is, and the keys under which both are kept."""

    old_key: str
    old: Record
    new_key: str
    new: Record


def changed_of(desk: Desk, sides: Sides, difference: Difference) -> Changed | None:
    """Give what a reader is told of a place; nothing where only bookkeeping changed.

    The desk is that of the page, speaking as the older side.
    """
    changes = tuple(each for each in difference.changes if not _is_bookkeeping(difference, each))
    if difference.kind is DifferenceKind.CHANGED and not changes:
        return None
    pairs = tuple(filter(None, (_pair(desk, each) for each in changes)))
    more = desk.voice.say("version.more") if len(pairs) < len(changes) else ""
    tag = Tag(desk.voice.say(f"version.{difference.kind.value}"), TONES[difference.kind])
    return Changed(_place(desk, sides, difference), tag, pairs, more)


def _is_bookkeeping(difference: Difference, change: Change) -> bool:
    return not difference.fragment and bool(BOOKKEEPING & set(change.path[:1]))


def _place(desk: Desk, sides: Sides, difference: Difference) -> Link:
    """Give the way to the place as it was, or as it is where it is new."""
    fragment, key = difference.fragment, sides.old_key.partition("@")[0]
    if not fragment:
        return Link(safe(desk.voice.say("version.record")))
    if difference.kind is DifferenceKind.INSERTED:
        path = fragments(sides.new)[fragment]
        return desk.place_in(Target(key, sides.new_key, fragment, path))
    return desk.place_in(Target(key, sides.old_key, fragment, fragments(sides.old)[fragment]))


def _pair(desk: Desk, change: Change) -> Pair | None:
    old, new = _words(desk, change.old), _words(desk, change.new)
    return Pair(old, new, _between(desk, change)) if old or new else None


def _between(desk: Desk, change: Change) -> Html:
    if isinstance(change.old, Text) and isinstance(change.new, Text):
        return marked(desk.voice, pieces(desk.told(change.old), desk.told(change.new)))
    return NOTHING


def _words(desk: Desk, value: object) -> Html:
    """Give a value in words; nothing where it has none for a reader."""
    match value:
        case Text():
            return safe(desk.line(value) or "")
        case Quantity():
            return safe(desk.voice.limit(value, desk.key))
        case Ref():
            return safe(desk.link(value) or "")
        case _:
            return NOTHING
