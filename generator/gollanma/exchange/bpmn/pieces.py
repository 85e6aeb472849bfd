"""The pieces of a drawing, step by step, and what they are called in a process."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gollanma.views.diagram.course import Away, Handing, Stop, Way
from gollanma.views.diagram.shapes import Box, Piece


@dataclass(frozen=True, slots=True)
class Drawn:
    """Where the pieces of one step stand."""

    stop: Stop
    title: Box
    """With whom the step hands on to: both are one task."""
    question: Box | None
    answers: tuple[Box | None, ...]
    """Of each way; none of the way that needs no answer."""
    away: tuple[tuple[Box, ...], ...]
    """Of each way, what it passes through."""

    @property
    def task(self) -> str:
        """The id of the task."""
        return f"step_{self.stop.id}"

    @property
    def limit(self) -> str:
        """The id of its limit."""
        return f"limit_{self.stop.id}"

    @property
    def late(self) -> str:
        """The id of the end that waits when the limit has passed."""
        return f"late_{self.stop.id}"

    @property
    def refusal_gateway(self) -> str:
        """The id of the gateway that asks whether the person agrees."""
        return f"agrees_{self.stop.id}"

    @property
    def question_gateway(self) -> str:
        """The id of the gateway of its question."""
        return f"question_{self.stop.id}"

    @property
    def gateways(self) -> tuple[tuple[str, Box], ...]:
        """The gateways after the task, in order, each with the row in which it stands."""
        refused = [
            (self.refusal_gateway, box)
            for way, box in zip(self.stop.ways, self.answers, strict=True)
            if way.is_refusal and box
        ]
        asked = [(self.question_gateway, self.question)] if self.question else []
        return (*refused, *asked)

    def origin(self, way: Way) -> str:
        """Give the node that a way leaves."""
        if way.is_refusal:
            return self.refusal_gateway
        return self.gateways[-1][0] if self.gateways else self.task

    def away_id(self, number: int, place: int) -> str:
        """Give the id of what a way passes through."""
        return f"away_{self.stop.id}_{number}_{place}"

    def flow_id(self, number: int) -> str:
        """Give the id of the first flow of a way."""
        return f"flow_{self.stop.id}_{number}"


def drawn_steps(pieces: Sequence[Piece]) -> tuple[Drawn, ...]:
    """Give the steps of a drawing in order."""
    firsts = [
        index
        for index, each in enumerate(pieces)
        if isinstance(each.what, Stop) and not each.is_question
    ]
    return tuple(_step(pieces[first:last]) for first, last in pairwise((*firsts, len(pieces))))


def _step(pieces: Sequence[Piece]) -> Drawn:
    stop = pieces[0].what
    if not isinstance(stop, Stop):
        raise TypeError("the pieces of a step begin with its title")
    rows = [index for index, each in enumerate(pieces) if isinstance(each.what, Way)]
    groups = iter([pieces[first:last] for first, last in pairwise((*rows, len(pieces)))])
    found = [next(groups) if way.answer else () for way in stop.ways]
    first = rows[0] if rows else len(pieces)
    without_answer = tuple(each.box for each in pieces[:first] if isinstance(each.what, Away))
    task = [each.box for each in pieces[:2] if isinstance(each.what, Handing) or each is pieces[0]]
    return Drawn(
        stop,
        replace(task[0], height=task[-1].bottom - task[0].y),
        next((each.box for each in pieces if each.is_question), None),
        tuple(group[0].box if group else None for group in found),
        tuple(
            tuple(each.box for each in group[1 : 1 + len(way.away)]) if group else without_answer
            for way, group in zip(stop.ways, found, strict=True)
        ),
    )
