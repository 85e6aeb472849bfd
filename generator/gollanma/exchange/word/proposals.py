"""What a returned Word file proposes, provision by provision, against its edition."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from itertools import groupby

from gollanma.exchange.word.numbers import Names, without_marks, without_tags
from gollanma.exchange.word.passages import Passage
from gollanma.exchange.word.plain import Line, Place, Role
from gollanma.exchange.word.returned import Returned
from gollanma.exchange.word.titles import edition_at
from gollanma.law import PieceKind, Unit, pieces, units
from gollanma.model.kinds.acts import ChangeKind


@dataclass(frozen=True, slots=True)
class Proposed:
    """A change that a file proposes, in the words of its paragraphs."""

    kind: ChangeKind
    target: str
    """The id of the provision; empty for a new one."""
    paragraph: int
    """Where it stands in the file; for what is gone, what stands before it there."""
    after: str = ""
    """Of what is new or moved: the id before it; empty where it comes first or stays."""
    unit: str = ""
    """Of what is new: the one that it names, else that of what stands before it."""
    number: str | None = None
    """The new one; None for the one that it has."""
    words: tuple[tuple[Place, str], ...] = ()
    """The lines that say something else now."""
    without: tuple[Place, ...] = ()
    """The lines that are gone while the provision stays."""
    copied: str = ""
    """Of what is new: the bookmark with which it was copied; empty as a rule."""


@dataclass(frozen=True)
class Comparison:
    """An edition in the lines that its file was made of, and the passages that came back."""

    lines: tuple[Line, ...]
    units: Mapping[str, Unit]
    found: tuple[tuple[Place | None, Passage], ...]
    """The passages that say something, in their order; without a place what somebody added."""
    names: Names
    older: Mapping[str, Unit] = field(default_factory=dict)
    """The provisions of the edition with which the other was compared in the file."""

    def proposals(self) -> Iterator[Proposed]:
        """Yield what is proposed in the order of the edition; what is new after what it follows."""
        new = tuple(self._new())
        yield from (each for each in new if not each.after)
        paragraph = 1
        for place, lines in groupby(self.lines, lambda each: each.place.id):
            own = tuple(lines)
            paragraph = next(self._paragraphs(own), paragraph)
            yield from self._of(place, own, paragraph)
            yield from (each for each in new if each.after == place)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The ids of the edition that are still there, in the order of the file."""
        ids = (place.id for place, _ in self.found if place)
        return tuple(each for each in dict.fromkeys(ids) if each in self._known)

    @cached_property
    def _known(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.place.id for each in self.lines))

    @cached_property
    def _here(self) -> Mapping[Place, Passage]:
        return {place: passage for place, passage in self.found if place}

    def _paragraphs(self, lines: Sequence[Line]) -> Iterator[int]:
        return (self._here[each.place].paragraph for each in lines if each.place in self._here)

    # --- a provision that the edition has

    def _of(self, place: str, lines: Sequence[Line], paragraph: int) -> Iterator[Proposed]:
        ends = self._gone | self._repealed
        if place in ends and not self._is_inside(place, ends):
            yield Proposed(ChangeKind.REPEAL, place, paragraph)
        if place in self._gone:
            return
        if place in self._moved and not self._is_inside(place, self._moved):
            yield Proposed(ChangeKind.MOVE, place, paragraph, after=self._before(place))
        yield from self._changed(place, lines, paragraph)

    @cached_property
    def _gone(self) -> frozenset[str]:
        """What went with all that it holds: without its line alone a provision is still there.

        What was moved out of it does not keep it.
        """
        stayed = (each for each in self.order if each not in self._moved)
        here = (self.units[each] for each in stayed if each in self.units)
        held = {holder for unit in here for holder in unit.above}
        return frozenset(self._known) - frozenset(self.order) - held

    @cached_property
    def _repealed(self) -> frozenset[str]:
        """What is said to be repealed now, and was not before."""
        return frozenset(
            line.place.id
            for line in self.lines
            if line.place in self._here
            and self.names.is_repealed(self._here[line.place].text)
            and not self.names.is_repealed(line.text)
        )

    @cached_property
    def _moved(self) -> frozenset[str]:
        """What stands elsewhere: the fewest whose moving gives the order of the file."""
        here = frozenset(self.order)
        expected = [each for each in self._known if each in here]
        blocks = SequenceMatcher(None, expected, self.order, autojunk=False).get_matching_blocks()
        stayed = {each for start, _, size in blocks for each in expected[start : start + size]}
        return frozenset(expected) - stayed

    def _is_inside(self, place: str, these: Container[str]) -> bool:
        unit = self.units.get(place)
        return unit is not None and any(each in these for each in unit.above)

    def _before(self, place: str) -> str:
        """Give the sibling after which a provision stands in the file; empty where it is first.

        In the midst of what another provision holds it is whatever stands before it.
        """
        index = self.order.index(place)
        before = last = self.order[index - 1] if index else ""
        parent = self.units[place].parent if place in self.units else ""
        while before in self.units and self.units[before].parent != parent:
            if before == parent:
                return ""
            before = self.units[before].parent
        return before or last

    def _changed(self, place: str, lines: Sequence[Line], paragraph: int) -> Iterator[Proposed]:
        number, words, without = None, [], []
        is_repealed = place in self._repealed
        for line in lines:
            passage = self._here.get(line.place)
            if passage and passage.text == line.text:
                continue
            text = passage.text if passage else ""
            typed, said = without_marks(line, without_tags(text) if is_repealed else text)
            number = typed or number
            if line.words and not said:
                without.append(line.place)
            elif said != line.words:
                words.append((line.place, said))
        if is_repealed:
            without.clear()
        if number or words or without:
            kind = _kind(lines, words, is_renumbered=not (words or without))
            changed = tuple(words), tuple(without)
            yield Proposed(kind, place, paragraph, "", "", number, *changed)

    # --- what is new

    def _new(self) -> Iterator[Proposed]:
        """Yield what somebody added, and what the edition left out and somebody wants to keep."""
        after, unit = "", ""
        for place, passage in self.found:
            if place and place.id in self._known:
                after, unit = place.id, self._unit_after(place.id)
                continue
            added = self.names.added(passage.text)
            own = place or Place("", Role.HEADING if added.is_heading else Role.TEXT)
            yield Proposed(
                ChangeKind.INSERT,
                own.id,
                passage.paragraph,
                after,
                self._older_unit(own.id) or added.unit or unit,
                added.number,
                ((own, added.words),),
                copied=passage.copied,
            )
            unit = self.names.inside(added.unit) if added.is_heading else unit

    def _older_unit(self, place: str) -> str:
        return self.older[place].provision.unit if place in self.older else ""

    def _unit_after(self, place: str) -> str:
        """Give the unit of what would follow a provision: of what it holds, else its own."""
        unit = self.units.get(place)
        if unit is None:
            return ""
        inside = unit.provision.contains
        return inside[0].unit if inside else unit.provision.unit


def _kind(
    lines: Sequence[Line], words: Sequence[tuple[Place, str]], *, is_renumbered: bool
) -> ChangeKind:
    """Say whether words of a provision change, or all of them, or its number alone."""
    if is_renumbered:
        return ChangeKind.RENUMBER
    was = {each.place: each.words for each in lines}
    is_partly = all(
        any(piece.kind is PieceKind.SAME for piece in pieces(was[place], said))
        for place, said in words
    )
    return ChangeKind.WORDS if words and is_partly else ChangeKind.REPLACE


def comparison_of(returned: Returned) -> Comparison:
    """Give the edition on which people have worked beside the file that came back."""
    older, held = (
        units(edition_at(returned.voice, key)) for key in (returned.origin.old, returned.origin.new)
    )
    names = Names(returned.voice, held, returned.roles)
    return Comparison(returned.lines, held, returned.found, names, older)


def proposals_in(returned: Returned) -> Iterator[Proposed]:
    """Yield what a returned file proposes to the edition on which people have worked."""
    return comparison_of(returned).proposals()
