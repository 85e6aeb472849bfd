"""Where new paragraphs belong: a new article with all that was typed below it is one provision."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from string import ascii_lowercase

from gollanma.exchange.lawtext.numbers import id_of, own_part
from gollanma.exchange.lawtext.roles import Roles
from gollanma.exchange.word.plain import SIGNATURE, Place
from gollanma.exchange.word.proposals import Proposed
from gollanma.law import Unit


@dataclass(frozen=True, slots=True)
class New:
    """A provision that a file proposes, with what it holds."""

    first: Proposed
    """The paragraph with which it begins."""
    id: str
    """A suggestion, which no provision of the act has."""
    parent: str
    """What holds it; empty for the outermost."""
    after: str
    """The sibling before it; empty where it comes first."""
    words: tuple[tuple[Place, str], ...]
    contains: "tuple[New, ...]"
    divides: str
    """Of an older provision, what would stand below this one in the file; empty as a rule."""

    def all(self) -> "Iterator[New]":
        """Yield it and all that it holds, in the order of the file."""
        yield self
        for each in self.contains:
            yield from each.all()


@dataclass(slots=True)
class _Growing:
    """A new provision while its paragraphs are read."""

    first: Proposed
    id: str
    parent: str
    after: str
    divides: str
    words: list[tuple[Place, str]]
    contains: "list[_Growing]" = field(default_factory=list)

    @property
    def unit(self) -> str:
        return self.first.unit

    @property
    def is_bare(self) -> bool:
        """Say whether it has no number of its own and holds nothing."""
        return not (self.first.number or self.first.target or self.contains)

    def done(self, article: str) -> New:
        """Give it as it is; the only bare paragraph of an article is the article's own words."""
        words, inside = list(self.words), self.contains
        if self.unit == article and len(inside) == 1 and inside[0].is_bare:
            words, inside = [*words, *inside[0].words], []
        contains = tuple(each.done(article) for each in inside)
        return New(
            self.first, self.id, self.parent, self.after, tuple(words), contains, self.divides
        )


@dataclass(frozen=True)
class Placing:
    """The provisions of an edition, among which new ones take their places."""

    roles: Roles
    units: Mapping[str, Unit]
    """Of the edition on which people have worked."""
    taken: frozenset[str]
    """The ids that provisions of the act have in any edition."""
    order: Sequence[str]
    """The ids that are still there, in the order of the file."""

    def place(self, added: Iterable[Proposed]) -> tuple[New, ...]:
        """Give the new provisions of some paragraphs, each with those that it holds."""
        reader = _Reader(self)
        for each in added:
            reader.read(each)
        return tuple(each.done(self.roles.article) for each in reader.found)

    def rank(self, unit: str) -> int | None:
        """Give the place of a unit among those of the act, 0 for the outermost."""
        return self.roles.rank(unit) if unit in self.roles.units else None

    def around(self, place: str) -> list[str]:
        """Give a provision with what holds it, the outermost first; nothing for the preamble.

        Behind the signature it is the last of all.
        """
        last = ["", *self.units][-1] if place == SIGNATURE else place
        return [*self.units[last].above, last] if last in self.units else []

    def next_to(self, place: str) -> str:
        """Give what comes after a provision in the file; empty for the last."""
        index = self.order.index(place) + 1 if place in self.order else 0
        return self.order[index] if index < len(self.order) else ""


@dataclass
class _Reader:
    """Reads new paragraphs one by one; what is open may hold the next."""

    placing: Placing
    found: list[_Growing] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    """The ids that are open, of older provisions and of new ones, the outermost first."""
    new: dict[str, _Growing] = field(default_factory=dict)
    place: str | None = None
    """After which provision the paragraphs stand that are being read."""

    def read(self, each: Proposed) -> None:
        last = self.new.get(self.above[-1]) if self.above else None
        if self.place != each.after:
            self.place, self.above = each.after, self.placing.around(each.after)
        elif last is not None and each.target and each.target == last.first.target:
            last.words.extend(each.words)
            return
        self._begin(each)

    def _begin(self, each: Proposed) -> None:
        rank = self.placing.rank(each.unit)
        if rank is None:
            around = self.placing.around(each.after)[-2:-1]
            self.found.append(
                _Growing(each, each.target, "".join(around), each.after, "", list(each.words))
            )
            return
        closed = self._closed(rank)
        parent, after = self.above[-1] if self.above else "", closed[-1] if closed else ""
        holder = self.new.get(parent)
        id_ = each.target or self._suggested(each, parent)
        divides = self._divided(each, closed)
        made = _Growing(each, id_, parent, after, divides, list(each.words))
        (holder.contains if holder else self.found).append(made)
        self.new[id_] = made
        self.above.append(id_)

    def _closed(self, rank: int) -> list[str]:
        """Close what cannot hold a provision of a rank; give its ids, the innermost first."""
        closed = []
        while self.above and not self._may_hold(self.above[-1], rank):
            closed.append(self.above.pop())
        return closed

    def _may_hold(self, id_: str, rank: int) -> bool:
        own = self.placing.rank(self._unit(id_))
        return own is not None and own < rank

    def _unit(self, id_: str) -> str:
        return self.new[id_].unit if id_ in self.new else self.placing.units[id_].provision.unit

    def _divided(self, each: Proposed, closed: Sequence[str]) -> str:
        """Give the first of what a closed provision goes on with behind the new one."""
        behind = self.placing.next_to(each.after)
        unit = self.placing.units.get(behind)
        return behind if unit and set(unit.above) & set(closed) else ""

    # --- ids

    def _suggested(self, each: Proposed, parent: str) -> str:
        roles = self.placing.roles
        around = [parent, *self._holders(parent)] if parent else []
        prefix = next((id_ for id_ in around if self._is_cited(id_)), "")
        own = own_part(roles, each.unit, each.number or "", self._count(parent, each.unit) + 1)
        stem = id_of(roles, each.unit, prefix, own)
        taken = self.placing.taken | self.new.keys()
        return next(id_ for id_ in _with_letters(stem) if id_ not in taken)

    def _holders(self, id_: str) -> Iterator[str]:
        """Yield the ids around an open one, the innermost first."""
        yield from reversed(self.above[: self.above.index(id_)])

    def _is_cited(self, id_: str) -> bool:
        unit = self._unit(id_)
        return unit in self.placing.roles.units and self.placing.roles.rule(unit).in_path

    def _count(self, parent: str, unit: str) -> int:
        """Count the provisions of a unit that a provision holds."""
        if parent in self.new:
            return sum(each.unit == unit for each in self.new[parent].contains)
        held = (each for each in self.placing.units.values() if each.parent == parent)
        return sum(each.provision.unit == unit for each in held)


def _with_letters(stem: str) -> Iterator[str]:
    """Yield an id, then the same with letters behind it, without end."""
    yield stem
    for size in count(1):
        yield from (f"{stem}{letter * size}" for letter in ascii_lowercase[1:])
