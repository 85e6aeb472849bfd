"""Measuring: a standard has its indicator, and an indicator can be counted and reached."""

from collections.abc import Iterator
from decimal import Decimal

from gollanma.checks.amounts import PEOPLE, PERCENT
from gollanma.checks.finding import Finding, binding, check
from gollanma.checks.reading import all_read
from gollanma.checks.standing import is_over, status_of
from gollanma.diagnostics import Severity
from gollanma.graph import Graph
from gollanma.model import Status
from gollanma.model.kinds import Fact, Form, Indicator, Service, Sop
from gollanma.model.kinds.learning import Observation
from gollanma.model.walk import Path

WHOLE = Decimal(100)
"""All, in percent."""
FILLED = f"{Sop.kind}.steps."
"""How the relation of a form to the steps that fill it in begins."""


def _indicators(graph: Graph) -> Iterator[tuple[str, Indicator, Severity]]:
    """Yield the indicators with the weight of what one in use must have."""
    for key, indicator in graph.library.keyed(Indicator):
        if not is_over(indicator):
            yield key, indicator, binding(indicator.status, Severity.WARNING)


def _asked_by_schema(indicator: Indicator) -> bool:
    """Say whether the status alone asks already for how often and by what people are counted."""
    return Status.CONSULTATION.rank <= status_of(indicator).rank


@check("SVC006", Severity.WARNING)
def quality_nobody_measures(graph: Graph) -> Iterator[Finding]:
    """A quality standard has no indicator, or an indicator no target, rhythm or first value.

    'Users are satisfied' is written in the report, and nobody has asked them.
    """
    for key, service in graph.library.keyed(Service):
        weight = binding(service.status, Severity.WARNING)
        for index, each in enumerate(service.quality_standards if not is_over(service) else ()):
            if each.indicator is None:
                path = ("quality_standards", index)
                yield Finding(key, path, "no-indicator", {"value": each.id}, weight)
    for key, indicator, weight in _indicators(graph):
        if not indicator.targets:
            yield Finding(key, ("targets",), "no-target", {}, weight, on_key=True)
        if indicator.frequency is None and not _asked_by_schema(indicator):
            yield Finding(key, ("frequency",), "no-frequency", {}, weight, on_key=True)
        known = indicator.baseline or indicator.observations
        if not known and weight is not Severity.INFO:
            yield Finding(key, ("baseline",), "no-baseline", {}, weight, on_key=True)


@check("IND001", Severity.WARNING)
def counted_from_nothing(graph: Graph) -> Iterator[Finding]:
    """An indicator names no form from which it is counted, or in use one that no step fills in.

    At the end of the year the office is asked for a number that it never wrote down.
    """
    for key, indicator, weight in _indicators(graph):
        if not indicator.collected_in:
            yield Finding(key, ("collected_in",), "no-form", {}, weight, on_key=True)
        binds = weight is not Severity.INFO and all_read(graph, Sop.kind)
        for index, ref in enumerate(indicator.collected_in if binds else ()):
            links = graph.backlinks.get(ref.record, ())
            filled = any(link.relation.startswith(FILLED) for link in links)
            if not filled and isinstance(graph.library.get(ref), Form):
                path = ("collected_in", index)
                yield Finding(key, path, "not-filled", {"value": str(ref)}, weight)


@check("IND002", Severity.WARNING)
def people_are_one_number(graph: Graph) -> Iterator[Finding]:
    """An indicator does not break people down as the project asks of every indicator.

    The average is good, and no girl with a disability was reached.
    """
    mandated = [each.id for each in graph.project.dimensions if each.mandated]
    for key, indicator, weight in _indicators(graph):
        missing = [each for each in mandated if each not in indicator.disaggregation]
        if missing and (indicator.disaggregation or not _asked_by_schema(indicator)):
            values = {"value": "`, `".join(missing)}
            yield Finding(key, ("disaggregation",), "missing", values, weight, on_key=True)


@check("IND003")
def value_out_of_bounds(graph: Graph) -> Iterator[Finding]:
    """A value is more than all or less than nothing, half a person, or of another unit.

    Whoever plans by it hires for people who do not exist.
    """
    for key, indicator in graph.library.keyed(Indicator):
        for path, value in _values(indicator):
            if indicator.unit == PERCENT and not 0 <= value <= WHOLE:
                yield Finding(key, path, "beyond", {"value": str(value)})
            if indicator.unit in PEOPLE and value != value.to_integral_value():
                values = {"value": str(value), "unit": indicator.unit or ""}
                yield Finding(key, path, "not-whole", values)
        yield from _falling(key, indicator)
        for path, each in _observed(indicator):
            fact = graph.library.get(each.fact) if each.fact else None
            if isinstance(fact, Fact) and fact.unit and fact.unit != indicator.unit:
                values = {"value": fact.unit, "unit": indicator.unit or ""}
                yield Finding(key, (*path, "fact"), "unit", values)


def _observed(indicator: Indicator) -> Iterator[tuple[Path, Observation]]:
    if indicator.baseline:
        yield ("baseline",), indicator.baseline
    yield from ((("observations", n), each) for n, each in enumerate(indicator.observations))


def _values(indicator: Indicator) -> Iterator[tuple[Path, Decimal]]:
    for path, each in _observed(indicator):
        yield (*path, "value"), each.value
    for index, target in enumerate(indicator.targets):
        yield ("targets", index, "value"), target.value


def _falling(key: str, indicator: Indicator) -> Iterator[Finding]:
    """Yield targets in percent below the baseline; the record cannot say whether less is better."""
    start = indicator.baseline
    for index, target in enumerate(indicator.targets if indicator.unit == PERCENT else ()):
        if start and target.value < start.value:
            values = {"value": str(target.value), "start": str(start.value)}
            path = ("targets", index, "value")
            yield Finding(key, path, "below", values, Severity.WARNING)
