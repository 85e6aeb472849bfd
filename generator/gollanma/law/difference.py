"""How two editions of an act differ: aligned by the ids that never change, never by guessing."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from gollanma.law.units import Unit, inner, units
from gollanma.law.wording import Piece, PieceKind, pieces
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Change
from gollanma.model.text import Text

PREAMBLE = "preamble"
"""Stands for the words before the first provision, which have no id."""


class Fate(StrEnum):
    """What happened to a provision."""

    INSERTED = "inserted"
    DELETED = "deleted"
    REPEALED = "repealed"
    CHANGED = "changed"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    REDATED = "redated"
    """It binds from or to another day."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How heading and words of a provision differ in one language."""

    heading: tuple[Piece, ...]
    text: tuple[Piece, ...]
    is_behind: bool
    """Another language changed here, this one did not yet."""


@dataclass(frozen=True, slots=True)
class Row:
    """One provision that differs."""

    id: str
    """`preamble` for the words before the first provision."""
    old: Unit | None
    new: Unit | None
    fates: tuple[Fate, ...]
    wordings: Mapping[str, Wording]
    """By language; languages that say nothing on either side are absent."""
    changed_in: tuple[str, ...]
    """The languages whose words differ."""
    inside: tuple[str, ...] = ()
    """Of an inserted or deleted provision: what comes or goes with it, in order."""

    @property
    def parent(self) -> str:
        """The id of what holds it, or held it; empty for the outermost."""
        return self.unit.parent if self.unit else ""

    @property
    def unit(self) -> Unit | None:
        """The provision as it will be, or as it was when it goes."""
        return self.new or self.old


def compare(
    old: Edition,
    new: Edition,
    languages: Sequence[str],
    declared: Sequence[Change] | None = None,
) -> tuple[Row, ...]:
    """Give the provisions that differ, in the order of the newer text.

    What goes stands where it stood, behind what stood before it. A provision that comes or goes
    as a whole is one row; what it takes over from elsewhere, or leaves to others, has its own.
    `declared` says which languages need no change; absent: what the newer edition declares.
    """
    changes = new.changes if declared is None else declared
    return tuple(_Comparison(old, new, tuple(languages), tuple(changes)).rows())


_Words = tuple[Text | None, Text | None]
"""Heading and text."""


@dataclass(frozen=True)
class _Comparison:
    """Two editions on their way to rows."""

    old: Edition
    new: Edition
    languages: tuple[str, ...]
    changes: tuple[Change, ...]

    @cached_property
    def before(self) -> Mapping[str, Unit]:
        """The provisions of the older text."""
        return units(self.old)

    @cached_property
    def after(self) -> Mapping[str, Unit]:
        """The provisions of the newer text."""
        return units(self.new)

    @cached_property
    def moved(self) -> frozenset[str]:
        """What has another place."""
        return _moved(self.before, self.after)

    @cached_property
    def declared(self) -> Mapping[tuple[str, str], bool]:
        """By provision and language, whether the edition says that the text has its change."""
        found: dict[tuple[str, str], bool] = {}
        for change in self.changes:
            for code, applied in change.applied.items():
                found[change.target, code] = found.get((change.target, code), True) and applied
        return found

    def rows(self) -> Iterator[Row]:
        """Yield the rows in their order."""
        preamble = self._preamble()
        if preamble:
            yield preamble
        for place in _order(self.before, self.after):
            row = self._row(place)
            if row:
                yield row

    def _row(self, place: str) -> Row | None:
        one, other = self.before.get(place), self.after.get(place)
        if one and other:
            return self._both(one, other)
        if other:
            return self._alone(other, self.before, Fate.INSERTED)
        return self._alone(one, self.after, Fate.DELETED) if one else None

    def _preamble(self) -> Row | None:
        wordings = self._wordings(PREAMBLE, (None, self.old.preamble), (None, self.new.preamble))
        changed = _changed_in(wordings)
        return Row(PREAMBLE, None, None, (Fate.CHANGED,), wordings, changed) if changed else None

    def _both(self, one: Unit, other: Unit) -> Row | None:
        was, now = one.provision, other.provision
        wordings = self._wordings(now.id, _words(one), _words(other))
        changed = _changed_in(wordings)
        holds = (
            (Fate.CHANGED, bool(changed) or was.variants != now.variants),
            (Fate.REPEALED, now.repealed and not was.repealed),
            (Fate.RENUMBERED, (was.number, was.unit) != (now.number, now.unit)),
            (Fate.MOVED, now.id in self.moved),
            (Fate.REDATED, was.in_force != now.in_force),
        )
        fates = tuple(fate for fate, is_so in holds if is_so)
        return Row(now.id, one, other, fates, wordings, changed) if fates else None

    def _alone(self, unit: Unit, others: Mapping[str, Unit], fate: Fate) -> Row | None:
        """Give the row of what one side has alone, unless it is inside another such provision."""
        if unit.above and unit.parent not in others:
            return None
        place, inside = unit.provision.id, tuple(each for each in inner(unit) if each not in others)
        if fate is Fate.INSERTED:
            wordings = self._wordings(place, (None, None), _words(unit))
            return Row(place, None, unit, (fate,), wordings, _changed_in(wordings), inside)
        wordings = self._wordings(place, _words(unit), (None, None))
        return Row(place, unit, None, (fate,), wordings, _changed_in(wordings), inside)

    def _wordings(self, place: str, was: _Words, now: _Words) -> Mapping[str, Wording]:
        """Compare heading and text in each language that has words on either side."""
        both = tuple(zip(was, now, strict=True))
        differ = {
            code
            for code in self.languages
            if any(_said(one, code) != _said(other, code) for one, other in both)
            and not _is_translated(was, code)
        }
        found: dict[str, Wording] = {}
        for code in self.languages:
            heading, text = (pieces(_said(one, code), _said(other, code)) for one, other in both)
            if _is_translated(was, code):
                heading, text = (pieces(_said(each, code), _said(each, code)) for each in now)
            is_unchanged = bool(differ) and code not in differ and not _is_translated(was, code)
            is_behind = is_unchanged and not self.declared.get((place, code), False)
            if heading or text or is_behind:
                found[code] = Wording(heading, text, is_behind)
        return found


def _words(unit: Unit) -> _Words:
    return unit.provision.heading, unit.provision.text


def _said(text: Text | None, code: str) -> str:
    return text.get(code, "").strip() if text else ""


def _is_translated(was: _Words, code: str) -> bool:
    """Say whether words had none in this language yet: a translation changes no law."""
    had = any(text and any(words.strip() for words in text.values()) for text in was)
    return had and not any(_said(text, code) for text in was)


def _changed_in(wordings: Mapping[str, Wording]) -> tuple[str, ...]:
    return tuple(
        code
        for code, each in wordings.items()
        if any(piece.kind is not PieceKind.SAME for piece in (*each.heading, *each.text))
    )


def _moved(before: Mapping[str, Unit], after: Mapping[str, Unit]) -> frozenset[str]:
    """Give what has another holder, or another place among the siblings that stayed.

    Of siblings that changed places the fewest possible count as moved.
    """
    stayed: dict[str, list[str]] = {}
    moved: set[str] = set()
    for place, unit in after.items():
        was = before.get(place)
        if was is None:
            continue
        if was.parent != unit.parent:
            moved.add(place)
        else:
            stayed.setdefault(unit.parent, []).append(place)
    for siblings in stayed.values():
        kept = longest_rising([before[each].index for each in siblings])
        moved.update(each for index, each in enumerate(siblings) if index not in kept)
    return frozenset(moved)


def longest_rising(numbers: Sequence[int]) -> frozenset[int]:
    """Give the positions of a longest rising run of numbers, which need not be neighbours."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for position, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(ends[place - 1] if place else None)
        if place == len(tails):
            tails.append(number)
            ends.append(position)
        else:
            tails[place], ends[place] = number, position
    found: set[int] = set()
    step = ends[-1] if ends else None
    while step is not None:
        found.add(step)
        step = before[step]
    return frozenset(found)


def _order(before: Mapping[str, Unit], after: Mapping[str, Unit]) -> Iterable[str]:
    """Give all ids in the order of the newer text; what is gone follows what stood before it."""
    follows: dict[str, list[str]] = {}
    last = ""
    for place in before:
        if place in after:
            last = place
        else:
            follows.setdefault(last, []).append(place)
    yield from follows.get("", ())
    for place in after:
        yield place
        yield from follows.get(place, ())
