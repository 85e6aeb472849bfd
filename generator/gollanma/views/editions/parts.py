"""Long redlines in parts: no page may be heavier than a slow line carries at once."""

from collections.abc import Iterator, Sequence

from gollanma.law import Row
from gollanma.model.kinds.acts import Provision

MOST_LETTERS = 14_000
"""Of the words of all languages on one page of a redline."""
AROUND = 600
"""Letters that stand for what is printed around the words of a row."""


def parts_of(rows: Sequence[Row], shares: int = 1) -> tuple[tuple[Row, ...], ...]:
    """Cut rows into pages; no rows are one page.

    `shares` says how many times as much fits on a page: one that has one language of three holds
    three times as many rows.
    """
    return tuple(_parts(rows, MOST_LETTERS * shares))


def _parts(rows: Sequence[Row], most: int) -> Iterator[tuple[Row, ...]]:
    part: list[Row] = []
    size = 0
    for row in rows:
        letters = _letters(row)
        if part and size + letters > most:
            yield tuple(part)
            part, size = [], 0
        part.append(row)
        size += letters
    yield tuple(part)


def _letters(row: Row) -> int:
    """Estimate the words of a row, with all that comes or goes with it."""
    own = sum(
        len(piece.text)
        for wording in row.wordings.values()
        for piece in (*wording.heading, *wording.text)
    )
    inner = row.unit.provision.contains if row.unit and row.inside else ()
    return AROUND + own + sum(map(_words, inner))


def _words(provision: Provision) -> int:
    texts = filter(None, (provision.heading, provision.text))
    own = sum(len(words) for text in texts for words in text.values())
    return own + sum(map(_words, provision.contains))
