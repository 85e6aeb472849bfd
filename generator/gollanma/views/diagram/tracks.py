"""Which track of a gutter each way takes, so that no two ways to different places share one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Place = tuple[int, int]
"""A row of the picture; in it 0 where ways come in, 1 where they leave, which is below."""


@dataclass(frozen=True, slots=True)
class Run:
    """A way along a gutter: from the row that it leaves to the row to which it leads."""

    source: int
    target: int

    @property
    def places(self) -> tuple[Place, Place]:
        """Give both its ends."""
        return (self.source, 1), (self.target, 0)


def tracks_of(runs: Iterable[Run]) -> Mapping[int, int]:
    """Give the track of each target, 0 nearest to the steps: short ways stay near.

    All ways to one target share its track.
    """
    places: dict[int, list[Place]] = {}
    for run in runs:
        places.setdefault(run.target, []).extend(run.places)
    spans = {target: (min(each), max(each)) for target, each in places.items()}
    found: dict[int, int] = {}
    for target in sorted(spans, key=lambda each: (_rows(spans[each]), each)):
        taken = {found[other] for other in found if _meet(spans[other], spans[target])}
        found[target] = next(track for track in range(len(spans)) if track not in taken)
    return found


def _rows(span: tuple[Place, Place]) -> int:
    (first, _), (last, _) = span
    return last - first


def _meet(one: tuple[Place, Place], other: tuple[Place, Place]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
