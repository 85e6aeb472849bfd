"""Services: whole packages, for people who need them, carried out by procedures."""

from collections.abc import Iterator

from gollanma.checks.finding import Finding, binding, check
from gollanma.checks.reading import all_read
from gollanma.checks.standing import is_over
from gollanma.diagnostics import Severity
from gollanma.graph import Graph
from gollanma.model import Status
from gollanma.model.kinds import Group, Service, Sop


@check("SVC001")
def package_is_incomplete(graph: Graph) -> Iterator[Finding]:
    """The standard package of a service lacks its Statute or has no procedure.

    Nobody can open a service on half of its papers.
    """
    carried_out = {ref.record for sop in graph.library.of(Sop) for ref in sop.implements}
    for key, service in graph.library.keyed(Service):
        if is_over(service):
            continue
        weight = binding(service.status)
        statute = service.package.statute if service.package else None
        if statute is None:
            yield Finding(key, ("package",), "no-statute", severity=weight)
        elif statute == "planned" and weight is not Severity.INFO:
            yield Finding(key, ("package", "statute"), "planned-statute", severity=weight)
        if key not in carried_out and all_read(graph, Sop.kind):
            yield Finding(key, (), "no-sop", {"key": key}, weight)


@check("SVC002", Severity.WARNING)
def group_without_a_service(graph: Graph) -> Iterator[Finding]:
    """No service is there for a group of people.

    They are named in the law and find no door.
    """
    if not all_read(graph, Service.kind):
        return
    served = {ref.record for each in graph.library.of(Service) for ref in each.groups}
    for key, group in graph.library.keyed(Group):
        if key not in served and not is_over(group):
            weight = binding(group.status, Severity.WARNING)
            yield Finding(key, (), "unserved", {"key": key}, weight)


@check("SVC003")
def stage_without_its_procedure(graph: Graph) -> Iterator[Finding]:
    """A stage of a service has no procedure, or one that was not made for this service.

    The family is accepted, and then nobody knows what comes next.
    """
    for key, service in graph.library.keyed(Service):
        weight = binding(service.status)
        for index, stage in enumerate(service.process):
            path = ("process", index, "sop")
            sop = graph.library.get(stage.sop) if stage.sop else None
            if stage.sop is None and (service.status or Status.DRAFT).rank <= Status.DRAFT.rank:
                yield Finding(key, path, "no-sop", {"value": stage.id}, weight)
            elif isinstance(sop, Sop) and key not in {ref.record for ref in sop.implements}:
                values = {"value": str(stage.sop), "key": key}
                yield Finding(key, path, "not-for-this", values, weight)
