"""Published numbers so small that people who know the place know the person."""

from collections.abc import Iterator
from decimal import Decimal

from gollanma.checks.amounts import PEOPLE, PERCENT
from gollanma.checks.finding import Finding, check
from gollanma.diagnostics import Value
from gollanma.graph import Graph
from gollanma.model import Record, Ref, Sensitivity
from gollanma.model.kinds import Fact, Indicator, Territory
from gollanma.model.walk import Path

LEAST = 5
"""The smallest number of people that may be published."""
HUNDRED = 100


@check("IND005")
def number_points_at_a_person(graph: Graph) -> Iterator[Finding]:
    """A published number of people is under five, follows from others, or places violence.

    In a small town everybody knows who the two are, and so does the one from whom she hides.
    """
    for key, fact in graph.library.keyed(Fact):
        if _is_published(fact):
            yield from _stated(key, fact)
            yield from _left_over(graph, key, fact)
            yield from _share(graph, key, fact)
    for key, indicator in graph.library.keyed(Indicator):
        if _is_published(indicator):
            yield from _measured(key, indicator)
            yield from _placed(graph, key, indicator)


def _is_published(record: Record) -> bool:
    return record.sensitivity is Sensitivity.PUBLIC


def _is_small(value: Decimal) -> bool:
    return 0 < value < LEAST


def _stated(key: str, fact: Fact) -> Iterator[Finding]:
    for index, each in enumerate(fact.statements if fact.unit in PEOPLE else ()):
        if _is_small(each.value):
            yield _small(key, ("statements", index, "value"), each.value)


def _small(key: str, path: Path, value: Decimal) -> Finding:
    values: dict[str, Value] = {"value": str(value), "least": LEAST}
    return Finding(key, path, "small", values)


def _left_over(graph: Graph, key: str, fact: Fact) -> Iterator[Finding]:
    """Yield the one part that is kept back and that a total gives away with the other parts."""
    found = [graph.library.get(ref) for ref in fact.total_of]
    parts = [each for each in found if isinstance(each, Fact)]
    kept = [each for each in parts if not _is_published(each)]
    known = [each.shown.value for each in parts if _is_published(each) and each.shown]
    if fact.shown is None or fact.unit not in PEOPLE or len(kept) != 1:
        return
    if len(parts) == len(found) == len(known) + 1:
        rest = fact.shown.value - sum(known)
        if _is_small(rest):
            values: dict[str, Value] = {"value": str(rest), "key": graph.library.key_of(kept[0])}
            yield Finding(key, ("total_of",), "derivable", values)


def _share(graph: Graph, key: str, fact: Fact) -> Iterator[Finding]:
    """Yield a share in percent that is a small number of people."""
    whole = graph.library.get(fact.split_of) if fact.split_of else None
    if not isinstance(whole, Fact) or whole.unit not in PEOPLE or fact.unit != PERCENT:
        return
    if whole.shown and fact.shown and _is_published(whole):
        people = (whole.shown.value * fact.shown.value / HUNDRED).quantize(Decimal(1))
        if _is_small(people):
            values: dict[str, Value] = {"value": str(people), "key": str(fact.split_of)}
            yield Finding(key, ("split_of",), "share", values)


def _measured(key: str, indicator: Indicator) -> Iterator[Finding]:
    if indicator.unit not in PEOPLE:
        return
    if indicator.baseline and _is_small(indicator.baseline.value):
        yield _small(key, ("baseline", "value"), indicator.baseline.value)
    for index, each in enumerate(indicator.observations):
        if _is_small(each.value):
            yield _small(key, ("observations", index, "value"), each.value)


def _placed(graph: Graph, key: str, indicator: Indicator) -> Iterator[Finding]:
    """Yield the breakdown by territory of what hides from whoever does the harm."""
    secret = indicator.quick_exit or any(_hides(graph, ref) for ref in indicator.measures)
    for index, each in enumerate(indicator.disaggregation):
        if secret and each == Territory.kind:
            yield Finding(key, ("disaggregation", index), "placed")


def _hides(graph: Graph, ref: Ref) -> bool:
    record = graph.library.get(ref)
    return record is not None and record.quick_exit
