"""Handing on: to somebody above who can decide, to another service that says that it took over."""

from collections.abc import Iterator

from gollanma.checks.finding import Finding, binding, check
from gollanma.checks.reading import all_read
from gollanma.diagnostics import Severity
from gollanma.graph import Graph
from gollanma.model import Ref
from gollanma.model.kinds import Role, Service, Sop
from gollanma.model.kinds.sops import Step


@check("SOP012")
def call_leads_nowhere(graph: Graph) -> Iterator[Finding]:
    """Whoever is to be called is the one who calls, or below her, or nobody is above her at all.

    She asks for help at night, and the card sends her back to herself.
    """
    for key, sop in graph.library.keyed(Sop):
        for index, step in enumerate(sop.steps):
            why = _wrong_call(graph, step)
            if why and step.escalation:
                values = {"value": str(step.escalation.to), "actor": str(step.actor)}
                yield Finding(key, ("steps", index, "escalation", "to"), why, values)


def _wrong_call(graph: Graph, step: Step) -> str | None:
    """Give the key of what is wrong with a step's escalation; None where nothing is."""
    if step.escalation is None or step.actor is None:
        return None
    above = step.escalation.to
    if above.record == step.actor.record:
        return "to-oneself"
    actor = graph.library.get(step.actor)
    if above.kind != Role.kind or not isinstance(actor, Role):
        return None
    if step.actor.record in _chain(graph, above):
        return "downwards"
    return None if actor.supervised_by else "no-supervisor"


def _chain(graph: Graph, role: Ref) -> set[str]:
    """Give those who supervise a role, one above the other."""
    found: set[str] = set()
    here = graph.library.get(role)
    while isinstance(here, Role) and here.supervised_by and here.supervised_by.record not in found:
        found.add(here.supervised_by.record)
        here = graph.library.get(here.supervised_by)
    return found


@check("SOP013", Severity.WARNING)
def referral_without_an_answer(graph: Graph) -> Iterator[Finding]:
    """A referral asks for no word that it arrived or what came of it, or nobody can receive it.

    Each of the two offices believes that the other one has the family.
    """
    carried_out = {ref.record for sop in graph.library.of(Sop) for ref in sop.implements}
    for key, sop in graph.library.keyed(Sop):
        weight = binding(sop.status, Severity.WARNING)
        for index, step in enumerate(sop.steps):
            if step.referral is None:
                continue
            path = ("steps", index, "referral")
            if step.referral.acknowledgement is None:
                yield Finding(key, path, "no-acknowledgement", {"value": step.id}, weight)
            if step.referral.feedback is None:
                yield Finding(key, path, "no-feedback", {"value": step.id}, weight)
            for number, ref in enumerate(step.referral.to if all_read(graph, Sop.kind) else ()):
                served = ref.record in carried_out or not isinstance(
                    graph.library.get(ref), Service
                )
                if not served:
                    yield Finding(key, (*path, "to", number), "no-sop", {"value": str(ref)}, weight)
