"""Mistakes that may be judged together: no two of them change the same thing."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Touching(Protocol):
    """A mistake in some files."""

    @property
    def touched(self) -> frozenset[str]:
        """What it changes or breaks, and what no other may change beside it."""


T = TypeVar("T", bound=Touching)


def apart(mistakes: Iterable[T], most: int | None = None) -> list[list[T]]:
    """Give mistakes in groups of at most so many, no two of which touch one thing."""
    groups: list[tuple[set[str], list[T]]] = []
    for each in mistakes:
        for taken, group in groups:
            if (most is None or len(group) < most) and taken.isdisjoint(each.touched):
                taken.update(each.touched)
                group.append(each)
                break
        else:
            groups.append(({*each.touched}, [each]))
    return [group for _, group in groups]
