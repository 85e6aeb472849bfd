"""The norms of a service: who works there, with how many families, for people of which age."""

from collections.abc import Iterator

from gollanma.checks.amounts import said
from gollanma.checks.finding import Also, Finding, binding, check
from gollanma.checks.reading import all_read
from gollanma.checks.standing import is_over
from gollanma.diagnostics import Severity, Value
from gollanma.graph import Graph
from gollanma.model.base import Quantity
from gollanma.model.kinds import Role, Service, Training
from gollanma.model.kinds.services import Ages
from gollanma.model.walk import Path

AGES: Path = ("eligibility", "ages")


@check("SVC004", Severity.WARNING)
def post_without_training(graph: Graph) -> Iterator[Finding]:
    """A post of a service asks for no qualification, or no training prepares for it.

    A child tells her story to somebody who was never taught to listen.
    """
    trained = {ref.record for each in graph.library.whole.of(Training) for ref in each.roles}
    known = all_read(graph, Training.kind)
    for key, service in graph.library.keyed(Service):
        weight = binding(service.status, Severity.WARNING)
        for index, post in enumerate(service.staffing if not is_over(service) else ()):
            role = graph.library.get(post.role)
            if not isinstance(role, Role):
                continue
            path, values = ("staffing", index), {"value": str(post.role)}
            if post.qualification is None and role.qualification is None:
                yield Finding(key, path, "no-qualification", values, weight)
            if known and not role.trainings and post.role.record not in trained:
                yield Finding(key, path, "no-training", values, weight)


@check("SVC011")
def caseloads_disagree(graph: Graph) -> Iterator[Finding]:
    """A service and the roles that work in it set different caseloads.

    The office counts on thirty families for each worker, and she was promised fifteen.
    """
    for key, service in graph.library.keyed(Service):
        ours = service.caseload
        if ours is None or is_over(service):
            continue
        theirs = dict(_caseloads(graph, service, ours.unit))
        if theirs and ours.value not in {each.value for each in theirs.values()}:
            role, other = min(theirs.items())
            values: dict[str, Value] = {
                "key": role,
                "ours": said(graph, ours),
                "theirs": said(graph, other),
            }
            also = (Also(role, ("caseload", "value"), "theirs", values),)
            yield Finding(key, ("caseload", "value"), "differs", values, also=also)


def _caseloads(graph: Graph, service: Service, unit: str) -> Iterator[tuple[str, Quantity]]:
    """Yield the caseloads of a service's roles that are counted in a unit."""
    for post in service.staffing:
        role = graph.library.get(post.role)
        if isinstance(role, Role) and role.caseload and role.caseload.unit == unit:
            yield post.role.record, role.caseload


@check("SVC012", Severity.WARNING)
def ages_do_not_meet(graph: Graph) -> Iterator[Finding]:
    """Two services for one group leave an age out, claim it both, or bounds are upside down.

    On the eighteenth birthday the one door closes, and the next one opens a year later.
    """
    bounds = dict(_bounds(graph))
    for key, (service, ages) in bounds.items():
        if _first(ages) > _last(ages):
            values: dict[str, Value] = {"first": _first(ages), "last": _last(ages)}
            yield Finding(key, AGES, "upside-down", values, _weight(service))
    for one, other in _siblings(bounds):
        yield from _meeting(bounds, one, other)


Bounds = dict[str, tuple[Service, Ages]]


def _bounds(graph: Graph) -> Iterator[tuple[str, tuple[Service, Ages]]]:
    for key, service in graph.library.keyed(Service):
        ages = service.eligibility.ages if service.eligibility else None
        if ages and not is_over(service):
            yield key, (service, ages)


def _siblings(bounds: Bounds) -> list[tuple[str, str]]:
    """Give the pairs of services that name each other and serve one group, the younger first."""
    pairs = {
        tuple(sorted((key, ref.record), key=lambda each: (_first(bounds[each][1]), each)))
        for key, (service, _) in bounds.items()
        for ref in service.related
        if ref.record in bounds
    }
    return sorted((one, other) for one, other in pairs if _groups(bounds, one, other))


def _groups(bounds: Bounds, one: str, other: str) -> set[str]:
    these, those = ({ref.record for ref in bounds[key][0].groups} for key in (one, other))
    return these & those


def _meeting(bounds: Bounds, one: str, other: str) -> Iterator[Finding]:
    """Yield the ages between two services, or those that both claim; one may hold the other."""
    younger, older = bounds[one][1], bounds[other][1]
    service = bounds[other][0]
    last, first = _last(younger), _first(older)
    values: dict[str, Value] = {"key": one, "first": first, "last": last}
    also = (Also(one, AGES, "theirs", values),)
    if last + 1 < first:
        yield Finding(other, AGES, "gap", values, _weight(service), also=also)
    elif _first(younger) < first <= last < _last(older):
        yield Finding(other, AGES, "overlap", values, _weight(service), also=also)


OLDEST = 150
"""Stands for no upper bound."""


def _first(ages: Ages) -> int:
    return ages.from_year or 0


def _last(ages: Ages) -> int:
    return OLDEST if ages.to_year is None else ages.to_year


def _weight(service: Service) -> Severity:
    return binding(service.status, Severity.WARNING)
