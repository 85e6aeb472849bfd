"""Giving mistakes to a peer, one kind at a time, and reading in its words which it found."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench.mutation.apart import apart
from bench.mutation.peers.peer import Said, put
from bench.mutation.peers.planting import Bed, Plant

ADVICE = re.compile(r"\bhint\b|did you mean|suggest|choosing|removing", re.IGNORECASE)
"""How a peer says what is to be done, or what it did itself."""
NEAR = 1
"""Lines between the planted place and the one that is named, at most."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a peer said of one mistake."""

    plant: Plant
    is_found: bool = False
    is_noticed: bool = False
    """Whether it at least says something, without naming what is broken."""
    has_file: bool = False
    has_line: bool = False
    has_advice: bool = False


@dataclass(frozen=True)
class Asked:
    """A peer with its clean project, and where its programs and its work are."""

    bed: Bed
    programs: Path
    folder: Path

    @cached_property
    def clean(self) -> frozenset[tuple[str, str]]:
        """What it says of the clean project."""
        return frozenset((each.words, each.path) for each in self._said({}))

    def answers(self, plants: Sequence[Plant]) -> Iterator[Answer]:
        """Yield an answer for each mistake.

        Mistakes of different files share a run. Those that it does not name are given to it
        again without those that it did: one that it stops at hides no other. Where it says
        something and names none, each is given to it alone.
        """
        for group in apart(plants):
            yield from self._answers(group)

    def _answers(self, group: Sequence[Plant]) -> Iterator[Answer]:
        fresh = self.fresh(group)
        answers = list(read(group, fresh))
        if not fresh or len(group) == 1:
            yield from answers
            return
        found = [each for each in answers if each.is_found]
        yield from found
        left = [each.plant for each in answers if not each.is_found]
        if found and left:
            yield from self._answers(left)
        else:
            for each in left:
                yield from self._answers([each])

    def at_once(self, plants: Sequence[Plant]) -> tuple[int, int]:
        """Give how many mistakes one project takes together, and how many one run names."""
        group = max(apart(plants), key=len, default=[])
        fresh = self.fresh(group)
        return len(group), sum(any(_names(each, one) for one in fresh) for each in group)

    def fresh(self, group: Iterable[Plant]) -> list[Said]:
        """Give what it says of a project with these mistakes, and not of the clean one."""
        files = {path: data for each in group for path, data in each.files.items()}
        return [each for each in self._said(files) if (each.words, each.path) not in self.clean]

    def _said(self, files: dict[str, bytes | None]) -> list[Said]:
        merged = {**self.bed.files, **files}
        put(self.folder, {path: data for path, data in merged.items() if data is not None})
        return list(self.bed.peer.ask(self.programs, self.folder))


def read(group: Sequence[Plant], fresh: Sequence[Said]) -> Iterator[Answer]:
    """Yield an answer for each mistake; a sentence that names two of them tells of neither."""
    for each in group:
        others = [one for one in group if one is not each]
        own = [
            one for one in fresh if _names(each, one) and not any(_names(o, one) for o in others)
        ]
        told = list(fresh) if len(group) == 1 and own else own
        yield Answer(
            each,
            bool(own),
            len(group) == 1 and bool(fresh) and not own,
            any(one.path in each.files or any(p in one.words for p in each.files) for one in told),
            any(_is_near(each, one) for one in told),
            any(ADVICE.search(one.words) for one in told),
        )


def _names(plant: Plant, said: Said) -> bool:
    return plant.is_named(said.words, said.path)


def _is_near(plant: Plant, said: Said) -> bool:
    return any(abs(said.line - each) <= NEAR for each in plant.lines.get(said.path, ()))
