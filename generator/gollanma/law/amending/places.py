"""Where the instructions of an amending act point: provisions by their citation, as it stands.

All sentences of an act cite by the numbers of the text before it, whatever sentences stand above
them: who carries them out looks each up in the one text that is in print.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from gollanma.languages import Language
from gollanma.law.amending.instructions import Field
from gollanma.law.amending.numbers import EXAMPLE, numbers_in, without_words
from gollanma.law.units import Unit, units
from gollanma.model.kinds import Edition
from gollanma.model.project import ActKind, Numbering

PREAMBLE = "own-preamble"
HEADING = "own-heading"
OPENING = "opening"
WORDING = "wording"
"""Units of the language packs for words that are no provision of their own."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A provision, its heading or its own words; without an id the act and its preamble."""

    id: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One unit on the way to a spot."""

    unit: str
    number: str
    id: str


Way = tuple[Step, ...]
ACT = Spot("")


class UncitableError(LookupError):
    """A provision has no citation of its own: another one is cited the same way."""


@dataclass(frozen=True)
class Places:
    """The spots of an edition in the words of one language."""

    edition: Edition
    kind: ActKind
    language: Language
    _found: dict[tuple[str, str], Mapping[str, Spot | None]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """The provisions of the edition by id."""
        return units(self.edition)

    @cached_property
    def ways(self) -> Mapping[Spot, Way]:
        """The way to each spot: the shortest that leads to it alone."""
        chosen: dict[Spot, Way] = {Spot("", Field.TEXT): (Step(PREAMBLE, "", ""),)}
        short = {place: self._way(unit, is_full=False) for place, unit in self.units.items()}
        count = Counter(map(_cited, short.values()))
        for place, unit in self.units.items():
            is_alone = count[_cited(short[place])] == 1
            way = short[place] if is_alone else self._way(unit, is_full=True)
            chosen[Spot(place)] = way
            chosen[Spot(place, Field.HEADING)] = (*way, Step(HEADING, "", place))
            words = OPENING if unit.provision.contains else WORDING
            chosen[Spot(place, Field.TEXT)] = (*way, Step(words, "", place))
        return chosen

    @cached_property
    def families(self) -> Mapping[tuple[Way, str], tuple[str, ...]]:
        """The provisions that are counted in one row, by what holds them and their unit."""
        found: dict[tuple[Way, str], list[str]] = defaultdict(list)
        for place in self.units:
            found[self.family(place)].append(place)
        return {family: tuple(members) for family, members in found.items()}

    def family(self, place: str) -> tuple[Way, str]:
        """Give what a provision is cited with, and its unit."""
        *around, own = self.ways[Spot(place)]
        return tuple(around), own.unit

    def number(self, place: str) -> str:
        """Give the number with which a provision is cited."""
        return self.ways[Spot(place)][-1].number

    def is_plain(self, place: str) -> bool:
        """Say whether a provision is nothing but words: what is changed in it is these."""
        unit = self.units.get(place)
        return unit is not None and not unit.provision.contains and not unit.provision.heading

    def cite(self, spot: Spot, case: str, within: str = "") -> str:
        """Cite a spot in a case; what is around it was said before where it is `within`."""
        if spot == ACT:
            return self._act(case)
        way = self._inside(self.ways[spot], within)
        cited = [(each.unit, each.number) for each in way]
        return self.language.cite(cited, case, owned=bool(within))

    def find(self, said: str, case: str, within: str = "") -> Spot:
        """Give the spot that a citation names; refuse one that names none or several."""
        key = (case, within)
        if key not in self._found:
            self._found[key] = self._said(case, within)
        spot = self._found[key].get(said)
        if spot is None:
            raise UncitableError(said)
        return spot

    def cite_each(self, family: tuple[Way, str], numbers: str, case: str, within: str = "") -> str:
        """Cite several provisions of a family together, by their numbers."""
        around, unit = family
        passed = len(self.ways[Spot(within)]) if within else 0
        cited = [*((each.unit, each.number) for each in around[passed:]), (unit, numbers)]
        return self.language.cite(cited, case, owned=bool(within))

    def find_each(self, said: str, case: str, within: str = "") -> Iterator[tuple[str, ...]]:
        """Yield what a citation of several provisions may name, each time those of one family."""
        passed = self.ways[Spot(within)] if within else ()
        for family, members in self.families.items():
            if len(members) > 1 and family[0][: len(passed)] == passed:
                yield from self._listed(family, members, said, (case, within))

    def _listed(
        self, family: tuple[Way, str], members: Sequence[str], said: str, how: tuple[str, str]
    ) -> Iterator[tuple[str, ...]]:
        """Yield the members of a family whose numbers stand where a citation has them."""
        case, within = how
        example = self.cite_each(family, EXAMPLE, case, within)
        inner = without_words(self.language, family[1], case, example, said)
        count = Counter(map(self.number, members))
        known = {self.number(each): each for each in members if count[self.number(each)] == 1}
        found = numbers_in(self.language, family[1], inner, case, known)
        if found and all(each in known for each in found):
            yield tuple(known[each] for each in found)

    def _act(self, case: str) -> str:
        return self.language.kind_word(self.kind.id, case)

    def _said(self, case: str, within: str) -> Mapping[str, Spot | None]:
        found: dict[str, Spot | None] = {} if within else {self._act(case): ACT}
        for spot, way in self.ways.items():
            if self._inside(way, within):
                said = self.cite(spot, case, within)
                found[said] = None if said in found else spot
        return found

    def _inside(self, way: Way, within: str) -> Way:
        """Give the rest of a way behind a provision; nothing where it does not lead through."""
        passed = self.ways[Spot(within)] if within else ()
        return way[len(passed) :] if way[: len(passed)] == passed else ()

    def _way(self, unit: Unit, *, is_full: bool) -> Way:
        return tuple(self._steps(unit, is_full=is_full))

    def _steps(self, unit: Unit, *, is_full: bool) -> Iterator[Step]:
        for place in unit.above:
            if is_full or self._is_cited(self.units[place]):
                yield self._step(self.units[place])
        yield self._step(unit)

    def _step(self, unit: Unit) -> Step:
        provision = unit.provision
        number = provision.number or self._counted(unit)
        return Step(provision.unit, number, provision.id)

    def _is_cited(self, unit: Unit) -> bool:
        rule = self.kind.unit(unit.provision.unit)
        return rule is None or rule.in_path

    def _counted(self, unit: Unit) -> str:
        """Give the place of a provision without a number among those like it.

        A note alone is the note; a part alone is the first part.
        """
        parent = self.units.get(unit.parent)
        siblings = parent.provision.contains if parent else self.edition.body
        alike = [each for each in siblings if each.unit == unit.provision.unit]
        rule = self.kind.unit(unit.provision.unit)
        is_never = rule is not None and rule.numbering is Numbering.NONE
        if is_never and len(alike) == 1:
            return ""
        return str([each.id for each in alike].index(unit.provision.id) + 1)


def _cited(way: Way) -> tuple[tuple[str, str], ...]:
    return tuple((each.unit, each.number) for each in way)
