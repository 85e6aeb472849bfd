"""The conditions of a service: what shows the need, what it costs, how one complains, for whom."""

from collections.abc import Iterator

from gollanma.checks.finding import Finding, binding, check
from gollanma.checks.standing import is_over, status_of
from gollanma.diagnostics import Severity
from gollanma.graph import Graph
from gollanma.model import Status
from gollanma.model.base import Inclusion
from gollanma.model.kinds import Service
from gollanma.model.kinds.services import CostKind

ASKED = ("gender", "disability", "child")
"""What the inclusion audit asks of every service."""


def _services(graph: Graph) -> Iterator[tuple[str, Service]]:
    return ((key, each) for key, each in graph.library.keyed(Service) if not is_over(each))


@check("SVC005", Severity.WARNING)
def ground_without_evidence(graph: Graph) -> Iterator[Finding]:
    """A ground for the service does not say by what paper it is shown.

    One office takes her word for it, and the next one sends her for a certificate.
    """
    for key, service in _services(graph):
        weight = binding(service.status, Severity.WARNING)
        grounds = service.eligibility.grounds if service.eligibility else ()
        for index, ground in enumerate(grounds):
            if not ground.evidence:
                path = ("eligibility", "grounds", index)
                yield Finding(key, path, "no-evidence", {"value": ground.id}, weight)


@check("SVC007")
def cost_and_tariff_disagree(graph: Graph) -> Iterator[Finding]:
    """A service that is paid for has no tariff, or one that is free of charge has one.

    The family is asked for money, and nobody can show by which act.
    """
    for key, service in _services(graph):
        cost = service.cost
        if cost is None:
            continue
        if cost.kind is CostKind.FREE and cost.tariff:
            yield Finding(key, ("cost", "tariff"), "free-with-tariff", {"value": str(cost.tariff)})
        if cost.kind is not CostKind.FREE and cost.tariff is None:
            weight = binding(service.status)
            yield Finding(key, ("cost", "kind"), "no-tariff", {"value": cost.kind}, weight)


@check("SVC008")
def complaint_goes_nowhere(graph: Graph) -> Iterator[Finding]:
    """A complaint has no office to go to, no second one above it, or no time for the answer.

    She complains to the person of whom she complains, and waits.
    """
    for key, service in _services(graph):
        complaint, weight = service.complaint, binding(service.status)
        if complaint is None:
            continue
        if not complaint.levels:
            yield Finding(key, ("complaint",), "no-level", severity=weight, on_key=True)
        elif len({each.office.record for each in complaint.levels}) == 1:
            yield Finding(key, ("complaint", "levels"), "one-level", severity=weight, on_key=True)
        for index, level in enumerate(complaint.levels):
            if level.deadline is None:
                path = ("complaint", "levels", index)
                yield Finding(key, path, "no-deadline", {"value": str(level.office)}, weight)


@check("SVC009", Severity.WARNING)
def somebody_is_left_out(graph: Graph) -> Iterator[Finding]:
    """A service does not say what it does for women and men, for a disability, or for a child.

    The door has a step in front of it, and nobody has noticed.
    """
    for key, service in _services(graph):
        status = status_of(service)
        if service.inclusion is None and status is Status.IDEA:
            continue
        weight = Severity.ERROR if Status.CONSULTATION.rank <= status.rank else Severity.WARNING
        said = service.inclusion or Inclusion()
        for field in ASKED:
            if getattr(said, field) is None:
                yield Finding(key, ("inclusion", field), "unsaid", {"field": field}, weight)
