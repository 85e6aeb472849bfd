"""From two editions to the instructions that make the one of the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from gollanma.law.amending.instructions import (
    Field,
    Insert,
    Instruction,
    Move,
    Place,
    Remove,
    Renumber,
    Repeal,
    Restate,
    Reword,
    Rewording,
    Where,
)
from gollanma.law.amending.lawtext import said
from gollanma.law.amending.rewording import rewording
from gollanma.law.difference import longest_rising
from gollanma.law.units import Unit, units
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.text import Text


def instructions(
    base: Edition,
    target: Edition,
    languages: Sequence[str],
    anew: frozenset[str] = frozenset(),
) -> tuple[Instruction, ...]:
    """Give what makes the law text of the target of that of the base.

    What stands in `anew` is stated anew with all that it holds, as are provisions that lose their
    number or come into force again: no instruction names that alone.
    """
    amendment = _Amendment(base, target, tuple(languages), anew)
    return tuple(amendment.instructions())


@dataclass(frozen=True)
class _Amendment:
    """Two editions on their way to instructions."""

    base: Edition
    target: Edition
    languages: tuple[str, ...]
    anew: frozenset[str]

    @cached_property
    def before(self) -> Mapping[str, Unit]:
        """The provisions of the base."""
        return units(self.base)

    @cached_property
    def after(self) -> Mapping[str, Unit]:
        """The provisions of the target."""
        return units(self.target)

    @cached_property
    def restated(self) -> frozenset[str]:
        """What is stated anew."""
        return frozenset(each for each in self.after if each in self.anew or self._cannot_do(each))

    @cached_property
    def kept(self) -> frozenset[str]:
        """What stays itself, with its id, whatever happens to its place and words."""
        found: set[str] = set()
        for place, unit in self.after.items():
            if self._may_stay(unit) and (not unit.parent or unit.parent in found - self.restated):
                found.add(place)
        return frozenset(found)

    def instructions(self) -> Iterator[Instruction]:
        """Yield all instructions: words, numbers and force, what goes, what moves, what comes."""
        yield from self._reword("", Field.TEXT, self.base.preamble, self.target.preamble)
        for place in self.before:
            if place in self.kept:
                yield from self._of(place)
            elif self._goes_itself(place):
                yield Remove(place)
        for place, holder in self._holders():
            yield from self._moves(place, holder)
        for place, holder in self._holders():
            yield from self._inserts(place, holder)

    # --- one provision

    def _may_stay(self, unit: Unit) -> bool:
        was = self.before.get(unit.provision.id)
        return (
            was is not None
            and was.provision.unit == unit.provision.unit
            and not self.restated.intersection(was.above)
        )

    def _cannot_do(self, place: str) -> bool:
        was, now = self.before.get(place), self.after[place].provision
        if was is None:
            return False
        loses_number = bool(was.provision.number) and not now.number
        return loses_number or (was.provision.repealed and not now.repealed)

    def _of(self, place: str) -> Iterator[Instruction]:
        was, now = self.before[place].provision, self.after[place].provision
        if place in self.restated:
            yield Restate(place, now)
            return
        yield from self._reword(place, Field.HEADING, was.heading, now.heading)
        yield from self._reword(place, Field.TEXT, was.text, now.text)
        if now.repealed and not was.repealed:
            yield Repeal(place)
        if now.number and now.number != was.number:
            yield Renumber(place, now.number)

    def _reword(
        self, place: str, which: Field, was: Text | None, now: Text | None
    ) -> Iterator[Instruction]:
        both = {code: (said(was, code), said(now, code)) for code in self.languages}
        changes: dict[str, Rewording] = {
            code: rewording(old, new) for code, (old, new) in both.items() if old != new
        }
        keeps = any(old == new != "" for old, new in both.values())
        if changes:
            yield Reword(place, which, changes, tuple(changes) if keeps else ())

    def _goes_itself(self, place: str) -> bool:
        """Say whether a provision goes alone, not with what holds it."""
        above = self.before[place].above
        if self.restated.intersection(above) & self.kept:
            return False
        return not above or above[-1] in self.kept

    # --- what moves and what comes

    def _holders(self) -> Iterator[tuple[str, tuple[Provision, ...]]]:
        """Yield what stays and is not stated anew, with what it will hold; the act first."""
        yield "", self.target.body
        for place, unit in self.after.items():
            if place in self.kept - self.restated:
                yield place, unit.provision.contains

    def _moves(self, holder: str, inside: Sequence[Provision]) -> Iterator[Instruction]:
        staying = [each.id for each in inside if each.id in self.kept]
        native = [each for each in staying if self.before[each].parent == holder]
        rising = longest_rising([self.before[each].index for each in native])
        unmoved = {native[index] for index in rising}
        before = Place(Where.FIRST, holder)
        for each in staying:
            if each not in unmoved:
                yield Move(each, before)
            before = Place(Where.AFTER, each)

    def _inserts(self, holder: str, inside: Sequence[Provision]) -> Iterator[Instruction]:
        before = Place(Where.FIRST, holder)
        runs = [(key, tuple(run)) for key, run in groupby(inside, self._sort)]
        for index, (key, run) in enumerate(runs):
            if key is None:
                before = Place(Where.AFTER, run[-1].id)
                continue
            is_last = all(after is not None for after, _ in runs[index:])
            yield Insert(Place(Where.LAST, holder) if holder and is_last else before, run)

    def _sort(self, provision: Provision) -> tuple[str, bool] | None:
        """Give what new provisions put in together have in common; None for what was there."""
        if provision.id in self.kept:
            return None
        return provision.unit, bool(provision.number)
