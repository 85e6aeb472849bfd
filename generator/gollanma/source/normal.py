"""Letters written as a letter and loose signs, put together (Unicode's form NFC)."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

MOST_SIGNS = 30
"""On one letter; Unicode's own bound for streams. Sorting thousands would take minutes."""


def is_composed(text: str) -> bool:
    """Say whether every letter is one character where Unicode has one."""
    return unicodedata.is_normalized("NFC", text)


def composed(text: str) -> str:
    """Give the text with every letter as one character where Unicode has one."""
    return unicodedata.normalize("NFC", text)


def overloaded(text: str) -> tuple[int, int] | None:
    """Find the first letter with more signs than any script uses."""
    start = 0
    for is_sign, run in groupby(text, lambda each: unicodedata.combining(each) > 0):
        length = sum(1 for _ in run)
        if is_sign and length > MOST_SIGNS:
            return start, start + length
        start += length
    return None


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the smallest parts that may be composed one by one."""
    start = 0
    for index in range(1, len(text)):
        if not _joins(text[start:index], text[index]):
            yield start, index
            start = index
    if text:
        yield start, len(text)


def _joins(before: str, sign: str) -> bool:
    """Say whether a character may become one with what stands before it."""
    last = before[-1]
    if sign < "\u0300" or last.isspace() or not last.isprintable():  # no pair has these
        return False
    if unicodedata.combining(sign):
        return True
    return composed(before + sign) != composed(before) + composed(sign)
