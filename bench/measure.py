"""What a benchmark gives, and how a time is taken."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One number with its name and unit."""

    name: str
    value: float
    unit: str


def best_of(runs: int, works: Sequence[Callable[[], object]]) -> list[float]:
    """Give the shortest time of each work in seconds, after this many rounds of all of them."""
    rounds = [[seconds(work) for work in works] for _ in range(runs)]
    return [min(times) for times in zip(*rounds, strict=True)]


def seconds(work: Callable[[], object]) -> float:
    """Give the time that a work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
