"""All trainings on one page: which steps each teaches, for whom it is, and what nobody teaches."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from gollanma.graph import Target
from gollanma.model import Ref
from gollanma.model.kinds import Role, Sop, Training
from gollanma.model.kinds.sops import Step
from gollanma.views.addresses import MATRIX
from gollanma.views.context import Desk, Link
from gollanma.views.frame import toc_of
from gollanma.views.markup import joined, safe
from gollanma.views.naming import capital
from gollanma.views.page import Page
from gollanma.views.plain import plain_page
from gollanma.views.voice import Voice

WHOLE = ""
"""Stands for a procedure that is taught as such, not by its steps."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a training has to do with a row; without words: nothing."""

    words: str
    head: str
    """The training, for narrow screens."""


@dataclass(frozen=True, slots=True)
class Row:
    """A procedure or a role."""

    link: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that nobody teaches, or somebody whom nobody teaches."""

    link: Link
    words: str
    steps: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """All that the page prints."""

    heading: str
    lead: str
    trainings: tuple[Link, ...]
    sops: tuple[Row, ...]
    roles: tuple[Row, ...]
    gaps: tuple[Gap, ...]


def matrix_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page, where the project has trainings."""
    if not voice.siblings(Training.kind):
        return
    desk = Desk(voice, MATRIX)
    view = _Matrix(desk).view()
    toc = toc_of(
        voice,
        (("steps-taught", view.sops), ("who-taught", view.roles), ("untaught", True)),
    )
    records = (voice.library.records[key] for key in voice.siblings(Training.kind))
    is_sample = any(each.sample for each in records)
    yield plain_page(
        desk,
        "matrix.html",
        view.heading,
        view,
        description=view.lead,
        sample=is_sample,
        toc=toc,
    )


@dataclass(frozen=True)
class _Matrix:
    """Counts what the trainings of a project teach."""

    desk: Desk

    def view(self) -> MatrixView:
        """Give all that the page prints."""
        say, page = self.desk.voice.say, self.desk.page
        return MatrixView(
            say("matrix.heading"),
            say("matrix.lead"),
            tuple(page(key) for key in self._trainings),
            tuple(Row(page(key), tuple(self._taught(key, each))) for key, each in self._sops),
            tuple(Row(page(key), tuple(self._trained(key, each))) for key, each in self._roles),
            (*self._untaught(), *self._untrained(), *self._unable()),
        )

    @cached_property
    def _trainings(self) -> Mapping[str, Training]:
        library = self.desk.voice.library
        keys = self.desk.voice.siblings(Training.kind)
        found = {key: library.records[key] for key in keys}
        return {key: each for key, each in found.items() if isinstance(each, Training)}

    @property
    def _sops(self) -> Iterator[tuple[str, Sop]]:
        for key in self.desk.voice.siblings(Sop.kind):
            record = self.desk.voice.library.records[key]
            if isinstance(record, Sop) and not (record.status and record.status.is_over):
                yield key, record

    @property
    def _roles(self) -> Iterator[tuple[str, Role]]:
        for key in self.desk.voice.siblings(Role.kind):
            record = self.desk.voice.library.records[key]
            if isinstance(record, Role) and not (record.status and record.status.is_over):
                yield key, record

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """The steps of a procedure that a training teaches or works with."""
        found: dict[tuple[str, str], set[str]] = {}
        for key, training in self._trainings.items():
            for ref in _refs(training):
                found.setdefault((key, ref.record), set()).add(ref.fragment or WHOLE)
        return {pair: frozenset(places) for pair, places in found.items()}

    def _taught(self, sop: str, record: Sop) -> Iterator[Cell]:
        say, steps = self.desk.voice.say, {each.id for each in record.steps}
        for training, head in self._heads():
            places = self._places.get((training, sop), frozenset())
            count = len(places & steps)
            words = say("matrix.of", taught=count, all=len(steps)) if count else ""
            yield Cell(words or (say("matrix.all") if places else ""), head)

    def _trained(self, role: str, record: Role) -> Iterator[Cell]:
        say, own = self.desk.voice.say, self._work.get(role, {})
        count = sum(map(len, own.values()))
        for training, head in self._heads():
            words = ""
            if self._is_for(training, role, record):
                taught = sum(len(self._within(training, sop, ids)) for sop, ids in own.items())
                words = say("matrix.able", taught=taught, all=count) if count else say("matrix.yes")
            yield Cell(words, head)

    @cached_property
    def _work(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """What each role must be able to do: the steps it takes part in, by procedure."""
        found: dict[str, dict[str, set[str]]] = {}
        for key, sop in self._sops:
            for step in sop.steps:
                actors = (step.actor,) if step.actor else ()
                for ref in (*actors, *step.together_with):
                    found.setdefault(ref.record, {}).setdefault(key, set()).add(step.id)
        return {
            role: {sop: frozenset(ids) for sop, ids in own.items()} for role, own in found.items()
        }

    def _within(self, training: str, sop: str, ids: frozenset[str]) -> frozenset[str]:
        """Give those of some steps that a training teaches, each or with the whole procedure."""
        places = self._places.get((training, sop), frozenset())
        return ids if WHOLE in places else ids & places

    def _heads(self) -> Iterator[tuple[str, str]]:
        return ((key, self.desk.voice.title(key).words) for key in self._trainings)

    def _is_for(self, training: str, key: str, role: Role) -> bool:
        asked = {each.record for each in role.trainings}
        return training in asked or key in {e.record for e in self._trainings[training].roles}

    # --- gaps

    def _untaught(self) -> Iterator[Gap]:
        say = self.desk.voice.say
        for key, sop in self._sops:
            taught = {
                p for (_, record), places in self._places.items() if record == key for p in places
            }
            missing = tuple(each for each in sop.steps if each.id not in taught)
            if not taught:
                yield Gap(self.desk.page(key), say("matrix.gap-sop"), ())
            elif WHOLE not in taught and missing:
                steps = tuple(self._step(key, sop, each) for each in missing)
                yield Gap(self.desk.page(key), say("matrix.gap-steps"), steps)

    def _step(self, key: str, sop: Sop, step: Step) -> Link:
        """Give the way to a step, with its number and its title."""
        number = sop.steps.index(step)
        link = self.desk.place_in(Target(key, key, step.id, ("steps", number)))
        title = Desk(self.desk.voice, self.desk.address, key, sop).name(step.title)
        words = joined(filter(None, (capital(link.words), title)), ". ")
        return Link(safe(words), link.href)

    def _untrained(self) -> Iterator[Gap]:
        for key, role in self._roles:
            if not any(self._is_for(each, key, role) for each in self._trainings):
                yield Gap(self.desk.page(key), self.desk.voice.say("matrix.gap-role"), ())

    def _unable(self) -> Iterator[Gap]:
        """Yield what a role does that none of the trainings for it teaches, by procedure."""
        for key, role in self._roles:
            those = [each for each in self._trainings if self._is_for(each, key, role)]
            missing = {
                sop: ids.difference(*(self._within(each, sop, ids) for each in those))
                for sop, ids in self._work.get(key, {}).items()
            }
            left = tuple(self._left(sop, len(ids)) for sop, ids in missing.items() if ids)
            if those and left:
                yield Gap(self.desk.page(key), self.desk.voice.say("matrix.gap-work"), left)

    def _left(self, sop: str, count: int) -> Link:
        link = self.desk.page(sop)
        return Link(safe(f"{link.code or link.words} ({count})"), link.href)


def _refs(training: Training) -> Iterator[Ref]:
    for session in training.sessions:
        yield from session.uses
        for objective in session.objectives:
            yield from objective.teaches
