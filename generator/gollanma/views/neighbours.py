"""Which pages stand beside a page: all of a short list, the nearest of a long one."""

from collections.abc import Sequence
from typing import TypeVar

MOST = 14
"""So many stand beside a page at once: they fit on a small screen without moving it."""
NEAREST = 9
"""So many of a longer list: itself, and four on either side."""

T = TypeVar("T")


def neighbours(every: Sequence[T], here: int) -> Sequence[T]:
    """Give those near the one at a place, itself among them; all, where they are few."""
    if len(every) <= MOST:
        return every
    first = max(0, min(here - NEAREST // 2, len(every) - NEAREST))
    return every[first : first + NEAREST]
