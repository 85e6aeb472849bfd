"""Time limits: they begin with something, they agree, and they can be kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from functools import cached_property

from gollanma.checks.amounts import said
from gollanma.checks.finding import Also, Finding, check
from gollanma.checks.reading import all_read, are_read
from gollanma.diagnostics import Value
from gollanma.graph import Graph
from gollanma.model.base import Deadline, Quantity
from gollanma.model.kinds import Service, Sop
from gollanma.model.walk import Path

CLOCK = {"minute": 1, "hour": 60, "day": 1440, "calendar-day": 1440, "week": 10080}
"""Minutes of the units that run without a pause."""
WORKING = "working-day"
DAYS = frozenset({"day", "calendar-day", WORKING})


@check("SVC010")
def deadlines_disagree(graph: Graph) -> Iterator[Finding]:
    """A service and its procedure set different times for the same thing.

    The family counts on ten days, and the worker on fourteen.
    """
    for key, sop in graph.library.keyed(Sop):
        for ref in sop.implements:
            service = graph.library.get(ref)
            if isinstance(service, Service):
                yield from _disagreements(graph, key, sop, ref.record, service)
    for key, service in graph.library.keyed(Service):
        known = [each.id for each in service.deadlines]
        for index, stage in enumerate(service.process):
            if stage.deadline is not None and stage.deadline not in known:
                near = "".join(get_close_matches(stage.deadline, known, n=1))
                values = {"value": stage.deadline, "near": near}
                yield Finding(key, ("process", index, "deadline"), "no-deadline", values)


def _disagreements(
    graph: Graph, key: str, sop: Sop, other: str, service: Service
) -> Iterator[Finding]:
    theirs = {each.id: (index, each) for index, each in enumerate(service.deadlines)}
    for index, ours in enumerate(sop.deadlines):
        number, same = theirs.get(ours.id, (0, ours))
        known = said(graph, ours) and said(graph, same)
        if known and _terms(same) != _terms(ours):
            values: dict[str, Value] = {
                "value": ours.id,
                "ours": said(graph, ours),
                "theirs": said(graph, same),
                "key": other,
            }
            also = (Also(other, ("deadlines", number), "theirs", values),)
            yield Finding(key, ("deadlines", index, "value"), "differs", values, also=also)


def _terms(deadline: Deadline) -> tuple[object, ...]:
    return deadline.value, deadline.unit, deadline.from_


@check("SOP007")
def deadlines_cannot_be_kept(graph: Graph) -> Iterator[Finding]:
    """The steps together take longer than the procedure allows, or the urgent way is the slow one.

    The worker keeps every step, and the deadline is missed all the same.
    """
    for key, sop in graph.library.keyed(Sop):
        yield from _too_long(graph, key, sop)
        yield from _too_slow(graph, key, sop)


@dataclass(frozen=True)
class Course:
    """The times of a procedure's steps, counted from the event that began it all."""

    sop: Sop

    @cached_property
    def emitted(self) -> Mapping[str, str]:
        """The step after which an event has happened; a step's id is an event too."""
        steps = self.sop.steps
        events = {event.id: step.id for step in steps for event in step.emits}
        return {**events, **{step.id: step.id for step in steps}}

    @cached_property
    def limits(self) -> Mapping[str, Quantity]:
        """The time limit of each step that has one."""
        return {step.id: step.deadline for step in self.sop.steps if step.deadline}

    def spans(self, step: str) -> Iterator[tuple[str, tuple[Quantity, ...]]]:
        """Yield events with the time limits that lead from each to a step: its own, then all."""
        limit = self.limits.get(step)
        if limit and limit.from_:
            yield limit.from_, (limit,)
        event, limits = self.chain(step)
        if event and len(limits) > 1:
            yield event, limits

    def chain(self, step: str) -> tuple[str | None, tuple[Quantity, ...]]:
        """Give the first event before a step and the time limits from it up to the step's own."""
        found: list[Quantity] = []
        event: str | None = None
        here: str | None = step
        limit = self.limits.get(step)
        while limit is not None and limit not in found:
            found.append(limit)
            event = limit.from_
            here = self.emitted.get(event or "")
            limit = self.limits.get(here or "")
        return (None if here else event), tuple(reversed(found))


def _too_long(graph: Graph, key: str, sop: Sop) -> Iterator[Finding]:
    """Yield the first step by which the whole time of the procedure is over."""
    course = Course(sop)
    late: set[str] = set()
    spans = ((n, span) for n, step in enumerate(sop.steps) for span in course.spans(step.id))
    for index, (event, limits) in spans:
        whole = [each for each in sop.deadlines if each.from_ == event]
        if not whole or event in late:
            continue
        longest = max(whole, key=_length)
        path = ("steps", index, "deadline")
        values: dict[str, Value] = {"value": longest.id, "whole": said(graph, longest)}
        mixed = {each.unit for each in limits if each.unit in DAYS} | {longest.unit}
        if WORKING in mixed and len(mixed & DAYS) > 1:
            late.add(event)
            yield Finding(key, path, "mixed-days", values)
        elif _family(longest) in {_family(each) for each in limits} == {_family(limits[0])} and (
            sum(map(_length, limits)) > _length(longest)
        ):
            late.add(event)
            yield Finding(key, path, "too-long", {**values, "sum": said(graph, _sum(limits))})


def _sum(limits: tuple[Quantity, ...]) -> Quantity:
    """Give time limits of one family as one, in the unit of the first."""
    first = limits[0]
    total = sum(map(_length, limits)) / _length(Quantity(value=Decimal(1), unit=first.unit))
    return Quantity(value=total, unit=first.unit)


def _family(amount: Quantity) -> str:
    return "clock" if amount.unit in CLOCK else amount.unit


def _length(amount: Quantity) -> Decimal:
    """Give the length of a time: in minutes where the clock measures it, else as it is."""
    return amount.value * CLOCK.get(amount.unit, 1)


def _too_slow(graph: Graph, key: str, sop: Sop) -> Iterator[Finding]:
    """Yield an urgent time that is longer than the longest ordinary one."""
    urgent = sop.urgent.within if sop.urgent else None
    ordinary = [*sop.deadlines, *(each.deadline for each in sop.steps if each.deadline)]
    if urgent is None or not ordinary:
        return
    longest = max(ordinary, key=_at_least)
    if _at_least(urgent) > _at_least(longest) > 0:
        values: dict[str, Value] = {"urgent": said(graph, urgent), "longest": said(graph, longest)}
        yield Finding(key, ("urgent", "within"), "urgent-is-slow", values)


def _at_least(amount: Quantity) -> Decimal:
    """Give the fewest minutes of a time; a working day is a day at least."""
    return amount.value * {**CLOCK, WORKING: CLOCK["day"]}.get(amount.unit, 0)


@check("SOP008")
def deadline_begins_with_nothing(graph: Graph) -> Iterator[Finding]:
    """A time limit does not say from when it runs, or names something that never happens.

    Within 24 hours of what? Each reader answers as it suits her.
    """
    events_of: dict[str, set[str]] = {}
    for key, sop in graph.library.keyed(Sop):
        services = [graph.library.get(ref) for ref in sop.implements]
        given = {
            event.id for each in services if isinstance(each, Service) for event in each.events
        }
        own = {event.id for event in sop.triggers} | set(Course(sop).emitted)
        for ref in sop.implements:
            events_of.setdefault(ref.record, set()).update(own)
        if are_read(graph, sop.implements):
            yield from _beginnings(key, _limits(sop), own | given)
    for key, service in graph.library.keyed(Service) if all_read(graph, Sop.kind) else ():
        own = {event.id for event in service.events} | events_of.get(key, set())
        limits = [(("deadlines", n), each) for n, each in enumerate(service.deadlines)]
        yield from _beginnings(key, iter(limits), own)


def _limits(sop: Sop) -> Iterator[tuple[Path, Quantity]]:
    yield from ((("deadlines", index), each) for index, each in enumerate(sop.deadlines))
    for index, step in enumerate(sop.steps):
        if step.deadline:
            yield ("steps", index, "deadline"), step.deadline


def _beginnings(
    key: str, limits: Iterator[tuple[Path, Quantity]], events: set[str]
) -> Iterator[Finding]:
    for path, each in limits:
        if each.from_ is None:
            yield Finding(key, path, "no-beginning")
        elif each.from_ not in events:
            near = "".join(get_close_matches(each.from_, sorted(events), n=1))
            known = ", ".join(sorted(events))
            values = {"value": each.from_, "near": near, "known": known}
            yield Finding(key, (*path, "from"), "no-event", values)
