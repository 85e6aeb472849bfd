"""A QR code as one path of SVG."""

from dataclasses import dataclass
from itertools import groupby

import segno

QUIET = 4
"""How many modules around the code stay white."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: the path of its dark modules, each one unit wide, and the width of the whole."""

    path: str
    width: int


def code_of(words: str) -> Code:
    """Give the QR code of some words; up to 15 % of it may be dirty."""
    rows = [bytes(row) for row in segno.make(words, error="m", micro=False).matrix]
    return Code(
        "".join(_run(y, x, length) for y, row in enumerate(rows) for x, length in _runs(row)),
        len(rows) + 2 * QUIET,
    )


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Give where dark modules of a row begin and how many follow each other."""
    found = []
    for is_dark, group in groupby(enumerate(row), key=lambda each: each[1]):
        places = [x for x, _ in group]
        if is_dark:
            found.append((places[0], len(places)))
    return found


def _run(y: int, x: int, length: int) -> str:
    return f"M{x + QUIET} {y + QUIET}h{length}v1h-{length}z"


def svg_of(words: str) -> str:
    """Give the QR code of some words as a picture of its own, for paper and screens."""
    code = code_of(words)
    side = code.width
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'width="{side}mm" height="{side}mm" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path d="{code.path}"/></svg>\n'
    )
