"""Finding in an old run of bytes what a new one repeats.

Blocks of the old bytes are indexed; the new ones are looked up at every byte that is not matched
yet, and each hit is stretched both ways as far as it goes. What stands at the same distance from
the hit before is tried first, as after a changed word.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from gollanma.bundle.patch.operations import Copy, Operation, joined

MOST_BLOCKS = 2**20
"""An index is not larger than this: of much, it holds longer blocks."""
STRETCH = 2**12


class Index:
    """Blocks of one part of the old bytes, each at the first place where it stands."""

    def __init__(self, old: bytes, start: int, end: int, block: int, step: int = 0) -> None:
        self.old, self.start, self.end = old, start, end
        while (end - start) // block > MOST_BLOCKS:
            block *= 2
        self.block = block
        first_wins = reversed(range(start, end - block + 1, step or block))
        self.places = {old[at : at + block]: at for at in first_wins}

    def matched(self, new: bytes) -> Iterator[Operation]:
        """Yield what makes the new bytes, a literal wherever the old ones do not help."""
        done = at = 0
        shift, last = self.start, self.end - self.block
        places, block, old = self.places, self.block, self.old
        while at <= len(new) - block:
            piece = new[at : at + block]
            found = at + shift
            if not (self.start <= found <= last and old[found : found + block] == piece):
                found = places.get(piece, -1)
            if found < 0:
                at += 1
                continue
            before = self._same_before(found, new, at, done)
            length = before + block + self._same_after(found + block, new, at + block)
            yield new[done : at - before]
            yield Copy(found - before, length)
            done = at = at - before + length
            shift = found - before + length - at
        yield new[done:]

    def _same_before(self, at: int, new: bytes, place: int, done: int) -> int:
        """Count the equal bytes that end before two places."""
        old, most = self.old, min(at - self.start, place - done)
        count = 0
        while count < most and old[at - count - 1] == new[place - count - 1]:
            count += 1
        return count

    def _same_after(self, at: int, new: bytes, place: int) -> int:
        """Count the equal bytes that start at two places."""
        old, most = self.old, min(self.end - at, len(new) - place)
        count = 0
        while count + STRETCH <= most and (
            old[at + count : at + count + STRETCH] == new[place + count : place + count + STRETCH]
        ):
            count += STRETCH
        while count < most and old[at + count] == new[place + count]:
            count += 1
        return count


def refined(
    operations: Iterable[Operation], old: bytes, block: int, widest: int
) -> Iterator[Operation]:
    """Yield the same, with short repeats found in each literal too.

    It is sought in what the copies around it leave out of the old bytes.
    """
    edges = [Copy(0, 0), *joined(operations), Copy(len(old), 0)]
    before = edges[0]
    for each, after in pairwise(edges[1:]):
        if isinstance(each, bytes) and isinstance(before, Copy) and isinstance(after, Copy):
            start, end = before.end, after.offset
            if len(each) >= block and block <= end - start <= widest:
                yield from Index(old, start, end, block, 1).matched(each)
            else:
                yield each
        else:
            yield each
        before = each
