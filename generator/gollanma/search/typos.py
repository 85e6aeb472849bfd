"""Words that were mistyped: the nearest words of titles and labels, by one slip, two or three."""

from collections.abc import Iterator, Sequence

from gollanma.languages import Analyser
from gollanma.search.reader import Index

MOST_MEANT = 3
SURE = 4
"""Letters from which one slip is forgiven; from twice as many, two."""
LONG = 15
"""Letters from which a third one is: few other words are as near."""


def slips_allowed(letters: str) -> int:
    """Give how many slips a word may have: the shorter, the more another word it would be."""
    return min(2, len(letters) // SURE) + (len(letters) >= LONG)


def distance(typed: str, word: str, most: int) -> int:
    """Give the letters missing, added, changed or swapped with their neighbour; at most `most`+1.

    Optimal string alignment (Boytsov 2011, Indexing methods for approximate dictionary searching).
    """
    if abs(len(typed) - len(word)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(word) + 1))
    for at, letter in enumerate(typed, 1):
        before, above, row = row, before, [at]
        for to, other in enumerate(word, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != other))
            if above and to > 1 and letter == word[to - 2] and typed[at - 2] == other:
                cost = min(cost, above[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def meant(index: Index, analyser: Analyser, typed: str) -> Sequence[str]:
    """Give the words that may have been meant, the nearest first."""
    letters = analyser.fold(typed)
    most = slips_allowed(letters)
    found = sorted(_near(index, letters, most)) if most else []
    nearest = found[0][0] if found else 0
    return tuple(word for slips, _, word in found[:MOST_MEANT] if slips == nearest)


def _near(index: Index, letters: str, most: int) -> Iterator[tuple[int, int, str]]:
    """Yield the words within reach: slips, then the more frequent ones."""
    for each in index.vocabulary:
        slips = distance(letters, each.letters, most)
        if slips <= most:
            yield slips, -len(each.pages), each.word
