"""The words of an index cut into files, so that a reader loads a few and an edit changes a few.

A line holds one word: how many letters it shares with the line before, the rest of its letters,
its signs where several words share their letters, and its postings. Every sixteenth line has all
its letters: from there on a reader decodes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from zlib import crc32

from gollanma.search.coding import gaps, number, read_numbers
from gollanma.search.postings import Inverted, Name, Posting

BLOCK = 16
"""Lines of which the first has all its letters."""
SMALLEST, LARGEST = 4_000, 48_000
"""Characters that a file should have: of a small index, and of a large one."""
MANY = 64
"""Files after which they become twice as large."""
SPREAD = 2**32
"""Of the sums of keys."""
ALIAS = "="
"""Stands for the signs of a line that leads to other words."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, read."""

    key: str
    exact: str
    """The stem with signs; empty where no other word shares the key."""
    body: str


def lines_of(index: Inverted, aliases: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """Yield the line of each word, sorted by key."""
    leads: dict[str, set[str]] = {}
    for bare, key in aliases:
        leads.setdefault(bare, set()).add(key)
    names = {key: tuple(group) for key, group in groupby(sorted(index.postings), _key)}
    for key in sorted(names.keys() | leads.keys()):
        found = names.get(key, ())
        for name in found:
            exact = name[1] if len(found) > 1 else ""
            yield Line(key, exact, _written(index, name))
        for_key = (leads.get(key, set()) & names.keys()) - {key}
        if for_key:
            yield Line(key, ALIAS, " ".join(sorted(for_key)))


def _key(name: Name) -> str:
    return name[0]


def _written(index: Inverted, name: Name) -> str:
    return number(index.rarity(name)) + written(index.postings[name])


def written(postings: Sequence[Posting]) -> str:
    """Write postings by weight, the greatest first: weight, how many, and their distances."""
    levels: dict[int, list[int]] = {}
    for section, weight in postings:
        levels.setdefault(weight, []).append(section)
    return "".join(
        number(weight) + number(len(levels[weight])) + gaps(levels[weight])
        for weight in sorted(levels, reverse=True)
    )


def files_of(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    """Yield the first key of each file and its text.

    Where a file ends, its words say, not how full it is: one line that grows leaves all files but
    its own as they were. A longer line stands alone.
    """
    every = tuple(lines)
    aim = _aim(sum(map(_size, every)))
    part: list[Line] = []
    full = 0
    for line in every:
        is_other = bool(part) and line.key != part[-1].key
        if is_other and (full > 2 * aim or (full > aim // 2 and _begins(line, aim // 2))):
            yield part[0].key, _text(part)
            part, full = [], 0
        part.append(line)
        full += _size(line)
    if part:
        yield part[0].key, _text(part)


def _aim(total: int) -> int:
    """Give how large the files of an index of so many characters should be."""
    aim = SMALLEST
    while aim < LARGEST and aim * MANY < total:
        aim *= 2
    return min(aim, LARGEST)


def _begins(line: Line, within: int) -> bool:
    """Tell whether a file begins with a line: of so many characters, one on the average does."""
    return crc32(line.key.encode()) * within < _size(line) * SPREAD


def _size(line: Line) -> int:
    return len(line.key) + len(line.exact) + len(line.body)


def _text(lines: Sequence[Line]) -> str:
    before = ""
    rows = []
    for at, line in enumerate(lines):
        shared = _shared(line.key, before) if at % BLOCK else 0
        rows.append(f"{number(shared)}{line.key[shared:]}\t{line.exact}\t{line.body}")
        before = line.key
    return "\n".join(rows)


def _shared(key: str, before: str) -> int:
    length = min(len(key), len(before), 60)
    return next((at for at in range(length) if key[at] != before[at]), length)


# --- reading


def read_lines(text: str) -> Mapping[str, tuple[Line, ...]]:
    """Give the lines of a file by their key, in the order of the keys."""
    found: dict[str, tuple[Line, ...]] = {}
    before = ""
    for row in text.split("\n"):
        rest, exact, body = row.split("\t")
        before = before[: next(read_numbers(rest[0]))] + rest[1:]
        found[before] = (*found.get(before, ()), Line(before, exact, body))
    return found


def read_postings(body: str) -> tuple[int, list[Posting]]:
    """Give the rarity of a word and its postings."""
    stream = read_numbers(body)
    rarity = next(stream)
    found: list[Posting] = []
    for weight in stream:
        section = -1
        for _ in range(next(stream)):
            section += next(stream) + 1
            found.append((section, weight))
    return rarity, found
