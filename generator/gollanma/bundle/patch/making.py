"""Making the operations that lead from one version of a bundle to the next.

A file that is the same becomes part of a long copy, whatever its size. A changed one is matched
against what it was, and what is new in it against everything else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from gollanma.bundle import tar
from gollanma.bundle.patch.matching import Index, refined
from gollanma.bundle.patch.operations import Copy, Operation, written

BLOCK = 32
"""Bytes of one look-up: shorter repeats are found around what these found."""
SHORTEST = 12
"""A copy takes about as much as this much text, deflated."""
WIDEST = 2**16


def between(old: bytes, new: bytes) -> bytes:
    """Give the operations that make the new bytes out of the old ones."""
    found = Index(old, 0, len(old), BLOCK).matched(new)
    return written(refined(found, old, SHORTEST, WIDEST))


def between_files(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> bytes:
    """Give the operations that make the canonical tar of the new files out of the old files'."""
    return written(_of_files(old, new))


def _of_files(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[Operation]:
    before = tar.write(old)
    places = dict(_places(old))

    @cache
    def everything() -> Index:
        return Index(before, 0, len(before), BLOCK)

    for path in sorted(new, key=str.encode):
        start, end = places.get(path, (0, 0))
        if start < end and old[path] == new[path]:
            yield Copy(start, end - start)
        else:
            whole = tar.write({path: new[path]})[: -len(tar.END)]
            own = Index(before, start, end, BLOCK).matched(whole)
            yield from _elsewhere(refined(own, before, SHORTEST, WIDEST), everything)
    yield Copy(len(before) - len(tar.END), len(tar.END))


def _elsewhere(
    operations: Iterable[Operation], everything: Callable[[], Index]
) -> Iterator[Operation]:
    """Yield the same, with long literals sought in all old files."""
    for each in operations:
        if isinstance(each, bytes) and len(each) > 2 * BLOCK:
            yield from everything().matched(each)
        else:
            yield each


def _places(files: Mapping[str, bytes]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield where each file stands in the canonical tar of them all, its header included."""
    at = 0
    for path in sorted(files, key=str.encode):
        end = at + tar.BLOCK + -(-len(files[path]) // tar.BLOCK) * tar.BLOCK
        yield path, (at, end)
        at = end
