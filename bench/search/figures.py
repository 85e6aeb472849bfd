"""From measured numbers to the table that is printed."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

OURS = "ours"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of one engine."""

    name: str
    """What was measured: equal for all engines that are compared."""
    engine: str
    value: float
    unit: str
    goal: str = ""
    """What we want of ours, such as `at most 100`; empty where there is no goal."""


def percentile(values: Iterable[float], share: float) -> float:
    """Give the smallest value that is not below so large a share of them: one that was measured."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def table(figures: Sequence[Figure]) -> Iterator[str]:
    """Yield the lines of a table: equal figures together, each peer as a multiple of ours."""
    ours = {each.name: each.value for each in figures if each.engine == OURS}
    width = max((len(each.name) for each in figures), default=0)
    order = list(dict.fromkeys(each.name for each in figures))
    before = ""
    for each in sorted(figures, key=lambda figure: order.index(figure.name)):
        name = "" if each.name == before else each.name
        before = each.name
        value = f"{each.value:>10,.2f} {each.unit}"
        yield f"{name:<{width}}  {each.engine:<12}{value:<16}{_note(each, ours)}".rstrip()


def _note(figure: Figure, ours: Mapping[str, float]) -> str:
    if figure.engine == OURS:
        return figure.goal
    return f"{figure.value / ours[figure.name]:,.1f} times ours" if ours.get(figure.name) else ""
