"""Procedures: somebody does each step, each step is reached, each question has its answers."""

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from gollanma.checks.circles import circles
from gollanma.checks.finding import Finding, binding, check
from gollanma.checks.flow import END, URGENT, backwards, jumps, reached, ways
from gollanma.checks.reading import are_read
from gollanma.graph import Graph
from gollanma.model import Ref
from gollanma.model.kinds import Role, Service, Sop
from gollanma.model.kinds.sops import Branch, Decision, RolePart
from gollanma.model.walk import Path


@check("SOP001")
def actor_has_no_post(graph: Graph) -> Iterator[Finding]:
    """A step is done by somebody whom neither the procedure nor its services have.

    The family is sent to a lawyer in an office that has no lawyer.
    """
    for key, sop in graph.library.keyed(Sop):
        posts = _posts(graph, sop)
        for index, step in enumerate(sop.steps if are_read(graph, sop.implements) else ()):
            if step.actor and step.actor.record not in posts:
                values = {"value": str(step.actor)}
                yield Finding(key, ("steps", index, "actor"), "no-post", values)
            for number, other in enumerate(step.together_with):
                if other.kind == Role.kind and other.record not in posts:
                    path = ("steps", index, "together_with", number)
                    yield Finding(key, path, "no-post", {"value": str(other)})


def _posts(graph: Graph, sop: Sop) -> set[str]:
    services = [graph.library.get(ref) for ref in sop.implements]
    staff = {
        post.role.record for each in services if isinstance(each, Service) for post in each.staffing
    }
    return staff | {each.role.record for each in sop.roles}


@check("SOP002")
def step_out_of_reach(graph: Graph) -> Iterator[Finding]:
    """A step is never reached, or the procedure never ends, or it goes on with no step at all.

    The worker turns the card over and over, and the person waits.
    """
    for key, sop in graph.library.keyed(Sop):
        steps = [each.id for each in sop.steps]
        unknown = [
            jump
            for jump in jumps(sop)
            if jump.to not in steps
            and not (jump.to == END and jump.path[-1] == "next")
            and not (jump.to == URGENT and sop.urgent)
        ]
        for jump in unknown:
            near = "`, `".join(get_close_matches(jump.to, steps, n=1))
            values = {"value": jump.to, "near": near}
            yield Finding(key, jump.path, "no-urgent" if jump.to == URGENT else "no-step", values)
        if not unknown and steps:
            yield from _out_of_reach(key, sop)


def _out_of_reach(key: str, sop: Sop) -> Iterator[Finding]:
    by = ways(sop)
    beginnings = [sop.steps[0].id, *([URGENT] if sop.urgent else [])]
    forwards = reached(beginnings, by)
    ending = reached([END], backwards(by))
    for index, step in enumerate(sop.steps):
        if step.id not in forwards:
            yield Finding(key, ("steps", index), "unreached", {"value": step.id})
        elif step.id not in ending:
            yield Finding(key, ("steps", index), "endless", {"value": step.id})


@check("SOP003")
def question_without_answers(graph: Graph) -> Iterator[Finding]:
    """A question has too few answers, two that are the same, or none for every other case.

    Real life gives the answer that is not on the card.
    """
    for key, sop in graph.library.keyed(Sop):
        for index, step in enumerate(sop.steps):
            if step.decision:
                yield from _question(key, ("steps", index, "decision"), step.decision)


def _question(key: str, path: Path, decision: Decision) -> Iterator[Finding]:
    branches = decision.branches
    if len(branches) < 2:  # noqa: PLR2004 - one answer is no question
        yield Finding(key, path, "one-answer", {"n": len(branches)})
        return
    others = [number for number, each in enumerate(branches) if each.otherwise]
    if not others:
        yield Finding(key, path, "no-else")
    for number in others[1:]:
        yield Finding(key, (*path, "branches", number, "otherwise"), "second-else")
    yield from _same_answers(key, path, branches)


def _same_answers(key: str, path: Path, branches: tuple[Branch, ...]) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for number, branch in enumerate(branches):
        answers = {(code, words.casefold()) for code, words in (branch.answer or {}).items()}
        if answers & seen:
            value = min(answers & seen)[1]
            here = (*path, "branches", number, "answer")
            yield Finding(key, here, "same-answer", {"value": value})
        seen |= answers


@check("SOP005")
def referrals_in_a_circle(graph: Graph) -> Iterator[Finding]:
    """Services refer people to each other in a circle, and none has to confirm that it took them.

    A family goes from door to door and comes back to the first one.
    """
    found: dict[str, dict[str, tuple[str, Path]]] = {}
    for key, sop in graph.library.keyed(Sop):
        sources = [ref.record for ref in sop.implements]
        for path, target in _unconfirmed(sop):
            for source in sources:
                if target.record not in sources:
                    found.setdefault(source, {}).setdefault(target.record, (key, path))
    for circle in circles(found):
        key, path = found[circle[0]][circle[1]]
        values = {"path": " → ".join([*circle, circle[0]])}
        yield Finding(key, path, "circle", values)


def _unconfirmed(sop: Sop) -> Iterator[tuple[Path, Ref]]:
    """Yield the services to which a procedure refers without waiting for an answer."""
    for index, step in enumerate(sop.steps):
        if step.referral and step.referral.acknowledgement is None:
            for number, target in enumerate(step.referral.to):
                if target.kind == Service.kind:
                    yield ("steps", index, "referral", "to", number), target


@check("SOP006")
def nobody_does_it(graph: Graph) -> Iterator[Finding]:
    """A step does not say who does it, or the procedure not who answers for it.

    Two offices each believe that the other does it, and the family waits.
    """
    for key, sop in graph.library.keyed(Sop):
        weight = binding(sop.status)
        for index, step in enumerate(sop.steps):
            if step.actor is None:
                yield Finding(key, ("steps", index), "no-actor", {"value": step.id}, weight)
        parts = Counter(each.part for each in sop.roles)
        if not parts[RolePart.ACCOUNTABLE]:
            yield Finding(key, ("roles",), "no-accountable", severity=weight, on_key=True)
        accountable = [n for n, each in enumerate(sop.roles) if each.part is RolePart.ACCOUNTABLE]
        for number in accountable[1:]:
            values = {"value": str(sop.roles[number].role)}
            yield Finding(key, ("roles", number), "second-accountable", values, weight)
