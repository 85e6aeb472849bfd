"""Two editions as one row of paragraphs, in which every change is marked.

Whoever accepts all changes reads the lines of the newer edition, whoever rejects them those of the
older one. A paragraph comes or goes as a whole; none is joined to another.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TypeVar

from gollanma.exchange.word.plain import Line, Place
from gollanma.law import Piece, PieceKind, pieces

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a redline."""

    line: Line
    """Of which line it is all or a part."""
    fate: PieceKind
    """What happens to the line."""
    pieces: tuple[Piece, ...]
    end: PieceKind
    """What happens to the end of the paragraph, and so to the paragraph."""
    is_moved: bool
    """The same words go here and come elsewhere, or the other way."""
    is_first: bool
    is_last: bool
    """It is the first, the last paragraph of its line."""


def redline(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Paragraph]:
    """Yield the paragraphs of two editions; what goes stands before what comes in its place."""
    moved = _moved(old, new)
    for line, fate, found in _steps(old, new):
        is_moved = fate is not PieceKind.SAME and line.place in moved
        last = len(found) - 1
        for index, (end, held) in enumerate(found):
            yield Paragraph(line, fate, held, end, is_moved, index == 0, index == last)


_Found = tuple[PieceKind, tuple[Piece, ...]]
"""What happens to a paragraph, and its pieces."""


def _steps(
    old: Sequence[Line], new: Sequence[Line]
) -> Iterator[tuple[Line, PieceKind, tuple[_Found, ...]]]:
    for is_kept, gone, come in _stretches(old, new, _place):
        if is_kept:
            for was, now in zip(gone, come, strict=True):
                yield now, PieceKind.SAME, tuple(_changed(was.paragraphs, now.paragraphs))
            continue
        for fate, lines in ((PieceKind.DELETED, gone), (PieceKind.INSERTED, come)):
            for line in lines:
                yield line, fate, tuple(_whole(fate, each) for each in line.paragraphs)


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[_Found]:
    """Yield the paragraphs of a line that stays: those that changed are paired in their order."""
    for _, gone, come in _stretches(old, new, str):
        for was, now in zip_longest(gone, come):
            if was is None:
                yield _whole(PieceKind.INSERTED, now)
            elif now is None:
                yield _whole(PieceKind.DELETED, was)
            else:
                yield PieceKind.SAME, pieces(was, now)


def _whole(kind: PieceKind, text: str) -> _Found:
    return kind, (Piece(kind, text),)


def _moved(old: Sequence[Line], new: Sequence[Line]) -> frozenset[Place]:
    """Give what has another place and says the same there."""
    stretches = [each for each in _stretches(old, new, _place) if not each[0]]
    gone = {line.place: line.text for _, lines, _ in stretches for line in lines}
    come = {line.place: line.text for _, _, lines in stretches for line in lines}
    return frozenset(place for place, text in gone.items() if come.get(place) == text)


def _place(line: Line) -> Place:
    return line.place


def _stretches(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable]
) -> Iterator[tuple[bool, Sequence[T], Sequence[T]]]:
    """Yield runs of what both have in one order, and what each has between them."""
    before, after = [key(each) for each in old], [key(each) for each in new]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        yield tag == "equal", old[start:end], new[first:last]
