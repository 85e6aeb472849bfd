"""How wide the paper was: whether the end of a line is one of the words, or of the paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gollanma.exchange.lawtext.lines import Line

_ENOUGH = 3
"""So many broken lines show how wide the paper is."""
_SHORT = 0.8
"""Of the width: a line that stays below it with the next word was ended on purpose."""
_MOST = 4
"""Lines over which a remark in brackets may go."""
_ENDED = (".", ";", ":", "!", "?", "…")
_AROUND = "»”\")]' "
"""What may stand behind the end of a sentence."""


def is_ended(before: Line) -> bool:
    """Say whether a line ends a sentence or an item, or is a remark in brackets."""
    is_remark = before.text.startswith(("(", "[")) and before.text.endswith((")", "]"))
    return is_remark or before.text.rstrip(_AROUND).endswith(_ENDED)


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper of a text whose lines were broken by hand or by a machine."""

    width: int
    """Letters of a line; 0 where a line is a paragraph, or nobody can tell."""

    def is_full(self, before: Line, line: Line) -> bool:
        """Say whether the first word of a line had no room in the one above it."""
        return 0 < self.width < self._with_next(before, line)

    def has_room(self, before: Line, line: Line) -> bool:
        """Say whether the line above ends well before the paper does."""
        return self._with_next(before, line) < self.width * _SHORT

    def _with_next(self, before: Line, line: Line) -> int:
        return _extent(before) + 1 + len(line.text.split(" ", 1)[0])


def paper_of(lines: Sequence[Line]) -> Paper:
    """Measure a text: lines that go on in small letters show where the paper ends."""
    broken = [
        _extent(before)
        for before, line in pairwise(lines)
        if not line.after_gap and line.text[0].islower() and not is_ended(before)
    ]
    return Paper(max(broken) if len(broken) >= _ENOUGH else 0)


def _extent(line: Line) -> int:
    return line.indent + len(line.text)


def with_whole_remarks(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines, each remark in brackets on one of its own though it was broken."""
    index = 0
    while index < len(lines):
        size = _size_of_remark(lines[index : index + _MOST])
        words = " ".join(each.text for each in lines[index : index + size])
        yield replace(lines[index], text=words) if size > 1 else lines[index]
        index += size


def _size_of_remark(lines: Sequence[Line]) -> int:
    """Give over how many lines a remark goes that begins with the first; 1 for anything else."""
    depth = 0
    for count, line in enumerate(lines, 1):
        if count > 1 and line.after_gap:
            break
        depth += line.text.count("(") - line.text.count(")")
        if depth <= 0:
            is_whole = lines[0].text.startswith("(") and line.text.rstrip(".;").endswith(")")
            return count if is_whole else 1
    return 1
