"""Circles in the ways from one thing to the next."""

from collections.abc import Collection, Iterator, Mapping


def circles(ways: Mapping[str, Collection[str]]) -> Iterator[list[str]]:
    """Yield each circle once, from its first member in order onwards.

    Every way is walked once, however many there are.
    """
    done: set[str] = set()
    for start in sorted(ways):
        if start not in done:
            yield from _from(start, ways, done)


def _from(start: str, ways: Mapping[str, Collection[str]], done: set[str]) -> Iterator[list[str]]:
    trail = {start: None}
    waiting = [iter(sorted(ways[start]))]
    while waiting:
        after = next(waiting[-1], None)
        if after is None:
            waiting.pop()
            done.add(trail.popitem()[0])
        elif after in trail:
            yield _circle([*trail], after)
        elif after not in done:
            trail[after] = None
            waiting.append(iter(sorted(ways.get(after, ()))))


def _circle(trail: list[str], start: str) -> list[str]:
    found = trail[trail.index(start) :]
    first = found.index(min(found))
    return [*found[first:], *found[:first]]
