"""What a file said when it was read before: whoever reads the same bytes need not compose them.

A file in which anything was found is never kept: its findings have places.
"""

import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from gollanma.source.ambiguous import Ambiguous, reading_of
from gollanma.source.comments import Comment

BETWEEN = b"\t"
"""Stands between the two halves of a row: JSON writes a tab in no other way than escaped."""


class Reading(NamedTuple):
    """All that a file without findings says, without places."""

    plain: object
    """Dicts, lists, strings and `Ambiguous`; a dict at the top."""
    comments: tuple[Comment, ...]


class Kept(Protocol):
    """Readings by the bytes of files."""

    def get(self, data: bytes) -> Reading | None:
        """Give what a file of these bytes says; nothing where nobody knows."""

    def put(self, data: bytes, reading: Reading) -> None:
        """Keep what a file of these bytes says."""


class Forgetful:
    """Knows nothing and keeps nothing."""

    def get(self, data: bytes) -> Reading | None:
        """Give nothing."""

    def put(self, data: bytes, reading: Reading) -> None:
        """Keep nothing."""


NOTHING_KEPT: Kept = Forgetful()


def written(reading: Reading) -> bytes:
    """Give the row of a reading, on one line.

    Nothing in a tree is a number: each stands for a word that YAML would turn into something else.
    """
    texts: dict[str, int] = {}

    def number(word: Ambiguous) -> int:
        return texts.setdefault(word.text, len(texts))

    body = _json(reading.plain, number)
    return _json([[*texts], reading.comments], number) + BETWEEN + body


def _json(value: object, number: Callable[[Ambiguous], int]) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=number)
    return text.encode(errors="surrogatepass")


def read(row: bytes) -> Reading | None:
    """Read a row that `written` gave; of another, give nothing or what it says."""
    head, _, body = row.decode(errors="surrogatepass").partition(BETWEEN.decode())
    try:
        texts, comments = json.loads(head)
        words = {str(number): _word(text) for number, text in enumerate(texts)}
        plain = json.loads(body, parse_int=words.__getitem__)
        return Reading(plain, _comments(comments)) if isinstance(plain, dict) else None
    except (ValueError, TypeError, LookupError, RecursionError):
        return None


@lru_cache(2**12)
def _word(text: str) -> Ambiguous:
    return Ambiguous(text, reading_of(text) or "")


def _comments(rows: Sequence[Sequence[object]]) -> tuple[Comment, ...]:
    return tuple(Comment._make(each) for each in rows)
