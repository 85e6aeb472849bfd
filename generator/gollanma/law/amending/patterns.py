"""Sentences with holes, as a language pack has them: filled, and matched with a line."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_HOLE = re.compile(r"\{(?P<name>[a-z]+)(?:_(?P<case>[a-z]+))?\}")


@dataclass(frozen=True, slots=True)
class Hole:
    """What stands in a sentence, and in which case."""

    name: str
    case: str


Words = Sequence[str] | None
"""The words that a hole may hold; None where it may hold any."""


def holes(pattern: str) -> tuple[Hole, ...]:
    """Give the holes of a sentence in their order."""
    return tuple(_hole(each) for each in _HOLE.finditer(pattern))


def fill(pattern: str, say: Callable[[Hole], str]) -> str:
    """Give the sentence with each hole filled."""
    return _HOLE.sub(lambda each: say(_hole(each)), pattern)


def readings(
    pattern: str, line: str, words: Callable[[Hole], Words]
) -> Iterator[Mapping[Hole, str]]:
    """Yield every way in which a line is the sentence: what would stand in each hole."""
    opening, *others = _HOLE.split(pattern)[::3]
    if line.startswith(opening):
        parts = tuple(zip(holes(pattern), others, strict=True))
        yield from _rest(parts, line, len(opening), words)


def _rest(
    parts: Sequence[tuple[Hole, str]], line: str, start: int, words: Callable[[Hole], Words]
) -> Iterator[Mapping[Hole, str]]:
    if not parts:
        if start == len(line):
            yield {}
        return
    (hole, after), *others = parts
    for end in _ends(line, start, after, words(hole), is_last=not others):
        for found in _rest(others, line, end + len(after), words):
            yield {hole: line[start:end], **found}


def _ends(line: str, start: int, after: str, words: Words, *, is_last: bool) -> Iterator[int]:
    """Yield where what stands in a hole may end, so that the words behind it follow."""
    if words is not None:
        ends = sorted({start + len(each) for each in words if line.startswith(each, start)})
        yield from (end for end in ends if line.startswith(after, end))
        return
    if is_last:
        end = len(line) - len(after)
        if end > start and line.endswith(after):
            yield end
        return
    end = line.find(after, start + 1)
    while end >= 0:
        yield end
        end = line.find(after, end + 1)


def _hole(match: re.Match[str]) -> Hole:
    return Hole(match["name"], match["case"] or "")
