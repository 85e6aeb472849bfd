"""The course of a procedure: it comes to an end, and what a step needs has been made before."""

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from gollanma.checks.circles import circles
from gollanma.checks.finding import Finding, check
from gollanma.checks.flow import END, Ways, backwards, only_refusal_leads_out, reached, ways
from gollanma.diagnostics import Severity
from gollanma.graph import Graph
from gollanma.model.kinds import Sop
from gollanma.model.kinds.sops import Step


@check("SOP004")
def turning_without_end(graph: Graph) -> Iterator[Finding]:
    """Steps follow each other in a circle that nothing ends: no way out, or no limit to the turns.

    The family is assessed for the third time, and nobody is called who could decide.
    """
    for key, sop in graph.library.keyed(Sop):
        by = ways(sop)
        ending = reached([END], backwards(by))
        places = {step.id: index for index, step in enumerate(sop.steps)}
        stuck: dict[str, str] = {}
        for circle in circles(by):
            steps = sorted((each for each in circle if each in places), key=places.__getitem__)
            path = " → ".join([*circle, circle[0]])
            if not ending & set(circle) or only_refusal_leads_out(sop, circle):
                stuck.update((each, path) for each in steps if each not in stuck)
            elif steps and not any(_is_limited(sop.steps[places[each]], circle) for each in steps):
                yield Finding(key, ("steps", places[steps[0]]), "no-limit", {"path": path})
        for step, path in stuck.items():
            yield Finding(key, ("steps", places[step]), "no-way-out", {"path": path})


def _is_limited(step: Step, circle: Collection[str]) -> bool:
    """Say whether a step of a circle calls somebody, or its time runs from before the circle."""
    begins = step.deadline.from_ if step.deadline else None
    return step.escalation is not None or (begins is not None and begins not in circle)


@check("SOP010", Severity.WARNING)
def made_for_nobody(graph: Graph) -> Iterator[Finding]:
    """A step makes what no later one takes and no form keeps, or takes what nobody has made.

    The worker looks for a paper that was never written.
    """
    for key, sop in graph.library.keyed(Sop):
        taken = {each for step in sop.steps for each in step.inputs}
        for index, step in enumerate(sop.steps):
            for number, output in enumerate(step.outputs):
                if output.id not in taken and output.form is None:
                    path = ("steps", index, "outputs", number)
                    yield Finding(key, path, "unused", {"value": output.id})
        yield from _not_made(key, sop)


def _not_made(key: str, sop: Sop) -> Iterator[Finding]:
    """Yield what a step takes although nobody makes it, or only somebody after it."""
    by = ways(sop)
    made = _makers(sop)
    for index, step in enumerate(sop.steps):
        for number, each in enumerate(step.inputs):
            makers = made.get(each, [])
            values = {"value": each, "near": "".join(get_close_matches(each, made, n=1))}
            path = ("steps", index, "inputs", number)
            if not makers:
                yield Finding(key, path, "not-made", values)
            elif step.id not in _after(makers, by):
                yield Finding(key, path, "made-later", {"value": each, "step": makers[0]})


def _makers(sop: Sop) -> Mapping[str, list[str]]:
    """Give for each output the steps that make it."""
    found: dict[str, list[str]] = {}
    for step in sop.steps:
        for output in step.outputs:
            found.setdefault(output.id, []).append(step.id)
    return found


def _after(steps: Collection[str], by: Ways) -> frozenset[str]:
    return reached([after for step in steps for after in by.get(step, ())], by)
