"""Where a law is not carried out yet: duties with nothing behind them, by-laws never made.

Judged is what binds on the day, and of the newest drafts what they would add to it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from gollanma.graph import Graph, Link
from gollanma.graph.impact import rests
from gollanma.law.units import Unit, units
from gollanma.model.base import Modality
from gollanma.model.kinds import Act, Service, Sop
from gollanma.model.kinds.acts import ByLaw
from gollanma.model.refs import Ref
from gollanma.model.walk import Path, parts

ENABLED = "act.enabled_by"
"""The field by which a by-law names the provision under which it was made."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A provision that says what must be done, and what carries it out."""

    edition: str
    unit: Unit
    services: tuple[str, ...]
    procedures: tuple[str, ...]
    by_laws: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Nothing of the handbook carries it out."""
        return not (self.services or self.procedures or self.by_laws)


@dataclass(frozen=True, slots=True)
class Promise:
    """A by-law that a provision promises."""

    edition: str
    unit: Unit
    path: Path
    by_law: ByLaw
    act: str | None
    """None while there is no record of it."""


def duties(graph: Graph) -> Iterator[Duty]:
    """Yield every duty by act and in the order of the text; what is inside one is part of it."""
    speaking: dict[str, _Speaking] = {}
    for key, placed, own in _judged(graph):
        act = key.partition("@")[0]
        known = speaking.setdefault(act, _Speaking(graph.backlinks.get(act, ())))
        for unit in own:
            if _is_duty(unit) and not any(_is_duty(placed[each]) for each in unit.above):
                yield _duty(known, key, unit)


def promises(graph: Graph) -> Iterator[Promise]:
    """Yield every by-law that a provision promises, by act and in the order of the text."""
    for key, _, own in _judged(graph):
        for unit in own:
            for index, each in enumerate(unit.provision.by_laws):
                act = each.act.record if each.act else None
                path = (*unit.path, "by_laws", index)
                if not unit.provision.repealed:
                    yield Promise(key, unit, path, each, act)


def _judged(graph: Graph) -> Iterator[tuple[str, Mapping[str, Unit], tuple[Unit, ...]]]:
    """Yield the editions that matter today: all their provisions, and those to be judged."""
    library = graph.library
    for act in library.of(Act):
        key = library.key_of(act)
        main = library.edition_for(Ref.parse(key) or Ref())
        editions = library.editions(key)
        followed = {each.based_on for _, each in editions}
        known: set[str] = set()
        for edition, record in sorted(editions, key=lambda each: each[0] != main):
            is_draft = record.in_force is None and edition.partition("@")[2] not in followed
            if edition == main or is_draft:
                placed = units(record)
                yield edition, placed, tuple(placed[each] for each in placed if each not in known)
                known |= placed.keys()


def _is_duty(unit: Unit) -> bool:
    return unit.provision.modality is Modality.MUST and not unit.provision.repealed


class _Speaking:
    """The references on which a change of an act's provisions goes on, by where they lead."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._at: dict[str, list[Link]] = {}
        self._inside: dict[str, list[Link]] = {}
        for each in links:
            if each.target and each.target.fragment and rests(each):
                self._at.setdefault(each.target.fragment, []).append(each)
                for above in _above(each.target.fragment):
                    self._inside.setdefault(above, []).append(each)

    def of(self, place: str) -> list[Link]:
        """Give those that speak of a provision, of what it holds or of what holds it."""
        around = (self._at.get(each, ()) for each in (place, *_above(place)))
        return [*chain.from_iterable(around), *self._inside.get(place, ())]


def _above(place: str) -> Iterator[str]:
    while "." in place:
        place = place.rpartition(".")[0]
        yield place


def _duty(known: _Speaking, key: str, unit: Unit) -> Duty:
    speaking = known.of(unit.provision.id)
    by_laws = (part for _, part in parts(unit.provision) if isinstance(part, ByLaw))
    promised = (each.act.record for each in by_laws if each.act)
    return Duty(
        key,
        unit,
        _sources(speaking, Service.kind),
        _sources(speaking, Sop.kind),
        tuple(sorted({*promised, *(each.source for each in speaking if each.relation == ENABLED)})),
    )


def _sources(links: Iterable[Link], kind: str) -> tuple[str, ...]:
    return tuple(sorted({each.source for each in links if each.source.startswith(f"{kind}/")}))
