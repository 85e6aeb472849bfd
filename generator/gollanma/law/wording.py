"""How two wordings differ: word by word, so that a reader sees what was taken out and put in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

TOKEN = re.compile(
    r"""\[\[[^\]]*\]\]                                      # a reference
      | [+-]?\d+(?:[ \u00a0\u202f.,]\d{3})*(?:[.,]\d+)?(?:[-\u2011]\w+)?  # 1 920 000,00 and 12-nji
      | \w+(?:[-\u2011'’]\w+)*                              # a word with its endings
      | \s+
      | .""",
    re.VERBOSE | re.DOTALL,
)
WORD = re.compile(r"\w")
LEAST_COMMON = 0.2
"""Wordings with less in common are shown one after the other: a patchwork helps nobody."""


class PieceKind(StrEnum):
    """What happened to some words."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the one wording, of the other, or of both."""

    kind: PieceKind
    text: str


def tokens(text: str) -> tuple[str, ...]:
    """Give words with their endings, numbers, references, spaces and signs; joined, the text."""
    return tuple(TOKEN.findall(text))


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Give the way from one wording to another.

    What is same and deleted makes the old one, what is same and inserted the new one. Of two
    neighbouring changes with no word between them one is made: such a sentence reads easier.
    Wordings with hardly a word in common are not mixed.
    """
    if old == new:
        return (Piece(PieceKind.SAME, old),) if old else ()
    steps = _merged(_changes(tokens(old), tokens(new)))
    found = tuple(piece for same, gone, come in steps for piece in _pieces(same, gone, come))
    kept = sum(len(piece.text) for piece in found if piece.kind is PieceKind.SAME)
    if kept < LEAST_COMMON * max(len(old), len(new)):
        return tuple(_pieces("", old, new))
    return found


Step = tuple[str, str, str]
"""What is the same, then what goes and what comes."""


def _changes(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Step]:
    """Yield what stays and what changes in turn; what both begin and end with stays."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    yield "".join(old[:start]), "", ""
    yield from _within(old[start : len(old) - end], new[start : len(new) - end])
    yield "".join(old[len(old) - end :]), "", ""


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Count the tokens with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))


def _within(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Step]:
    one, other = 0, 0
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for start, begin, length in matcher.get_matching_blocks():
        yield "", "".join(old[one:start]), "".join(new[other:begin])
        yield "".join(old[start : start + length]), "", ""
        one, other = start + length, begin + length


def _merged(steps: Iterator[Step]) -> Iterator[Step]:
    """Join changes that only spaces and signs keep apart."""
    same, gone, come = "", "", ""
    for kept, away, here in steps:
        if not kept:
            gone, come = gone + away, come + here
        elif (gone or come) and not WORD.search(kept):
            gone, come = gone + kept, come + kept
        else:
            yield same, gone, come
            same, gone, come = kept, "", ""
    yield same, gone, come


def _pieces(same: str, gone: str, come: str) -> Iterator[Piece]:
    """Give the pieces of one step; what both sides end with is the same."""
    tail = _common_end(gone, come)
    gone, come = gone[: len(gone) - len(tail)], come[: len(come) - len(tail)]
    for kind, text in (
        (PieceKind.SAME, same),
        (PieceKind.DELETED, gone),
        (PieceKind.INSERTED, come),
        (PieceKind.SAME, tail),
    ):
        if text:
            yield Piece(kind, text)


def _common_end(one: str, other: str) -> str:
    """Give the spaces and signs with which both end."""
    found = ""
    for mine, theirs in zip(reversed(tokens(one)), reversed(tokens(other)), strict=False):
        if mine != theirs or WORD.search(mine):
            break
        found = mine + found
    return found
