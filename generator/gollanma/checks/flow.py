"""How a procedure runs: from each step to those that may follow it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from gollanma.model.kinds import Sop
from gollanma.model.kinds.sops import Step
from gollanma.model.walk import Path

END = "end"
URGENT = "urgent"
CONSENT = "consent"
"""The event that a step emits once the person has agreed."""

Ways = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Jump:
    """A place where a procedure names the step to go on with."""

    path: Path
    to: str


def jumps(sop: Sop) -> Iterator[Jump]:
    """Yield every place that names a step."""
    for index, step in enumerate(sop.steps):
        here: Path = ("steps", index)
        yield from _jump((*here, "next"), step.next)
        if step.if_refused:
            yield from _jump((*here, "if_refused", "next"), step.if_refused.next)
        for number, branch in enumerate(step.decision.branches if step.decision else ()):
            yield from _jump((*here, "decision", "branches", number, "next"), branch.next)
    if sop.urgent:
        yield from _jump(("urgent", "then"), sop.urgent.then)
    for number, each in enumerate(sop.job_aid.steps if sop.job_aid else ()):
        yield Jump(("job_aid", "steps", number), each)
    for number, screen in enumerate(sop.together):
        yield from _jump(("together", number, "step"), screen.step)


def _jump(path: Path, to: str | None) -> Iterator[Jump]:
    if to is not None:
        yield Jump(path, to)


def ways(sop: Sop) -> Ways:
    """Give for each step the steps, `urgent` or `end` that may follow it."""
    following = (*(each.id for each in sop.steps[1:]), END)
    found = {
        step.id: tuple(dict.fromkeys(_after(step, following[index])))
        for index, step in enumerate(sop.steps)
    }
    then = sop.urgent.then if sop.urgent else None
    return {**found, URGENT: (then or END,)}


def _after(step: Step, following: str) -> Iterator[str]:
    ordinary = step.next or following
    if step.if_refused:
        yield step.if_refused.next or ordinary
    branches = step.decision.branches if step.decision else ()
    for branch in branches:
        yield END if branch.sop and branch.next is None else branch.next or ordinary
    if not branches:
        yield ordinary


def only_refusal_leads_out(sop: Sop, circle: Collection[str]) -> bool:
    """Say whether whoever refuses nothing never leaves a circle: no step of it decides anything."""
    following = (*(each.id for each in sop.steps[1:]), END)
    return all(
        step.decision is None and (step.next or following[index]) in circle
        for index, step in enumerate(sop.steps)
        if step.id in circle
    )


def reached(start: Collection[str], by: Ways, but: Collection[str] = ()) -> frozenset[str]:
    """Give what is reached from the start; nothing is passed through that is in `but`."""
    seen = set(start)
    waiting = [*start]
    while waiting:
        here = waiting.pop()
        after = () if here in but else by.get(here, ())
        waiting.extend(each for each in after if each not in seen)
        seen.update(after)
    return frozenset(seen)


def backwards(by: Ways) -> Ways:
    """Give the ways from each place to those before it."""
    found: dict[str, list[str]] = {}
    for here, after in by.items():
        for each in after:
            found.setdefault(each, []).append(here)
    return {place: tuple(before) for place, before in found.items()}


def before_consent(sop: Sop) -> frozenset[str]:
    """Give the steps that can be reached before the person was asked for consent."""
    asking = {step.id for step in sop.steps if any(each.id == CONSENT for each in step.emits)}
    start = [sop.steps[0].id] if sop.steps else []
    return reached(start, ways(sop), but=asking) - asking
