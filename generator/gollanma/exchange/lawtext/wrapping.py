"""Whether a line goes on with the sentence above it, though it begins with a number.

A typist, or a machine that reads print, breaks lines where the paper ends: «… ýylyň / 1. fewraly».
What is doubtful is said with its line, whichever way it is read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from gollanma.exchange.lawtext.lines import Line
from gollanma.exchange.lawtext.nodes import Node, below
from gollanma.exchange.lawtext.numbers import follows, value_of
from gollanma.exchange.lawtext.roles import Roles
from gollanma.languages import Opening

LONG = 40
"""A line that a typist broke after a comma has so many letters; a shorter one is an item."""
_ENDED = (".", ";", ":", "!", "?", "…")
_AROUND = "»”\")]' "
"""What may stand behind the end of a sentence."""


class Reading(Enum):
    """How a line that begins like a provision is read."""

    PROVISION = "provision"
    KEPT = "kept"
    """As a provision, though the sentence above it has no end."""
    JOINED = "joined"
    """As more words of the sentence above it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What was read before a line."""

    roles: Roles
    before: Line | None
    last: Node | None
    """The provision to which the line before belongs."""
    open: Sequence[Node]
    """What may still hold something, the outermost first."""
    nodes: Sequence[Node]

    def reading(self, line: Line, opening: Opening) -> Reading:
        """Say how a line that begins like a provision is read."""
        if self.before is None or line.after_gap or self.is_below_heading:
            return Reading.PROVISION
        if self._is_abbreviated(self.before):
            return Reading.PROVISION if self._follows(opening) else Reading.JOINED
        if is_ended(self.before):
            return Reading.PROVISION
        if opening.has_word:
            return self._of_word(line, opening)
        return self._of_number(line, opening)

    def goes_on(self, line: Line) -> bool:
        """Say whether a line without a number surely goes on with the one above it."""
        before = self.before
        if before is None or self.last is None or line.after_gap:
            return False
        is_ended = before.text.endswith(_ENDED)
        if line.text[0].islower():
            return not is_ended and (len(before.text) >= LONG or not before.text.endswith(","))
        return line.text[0].isdecimal() and not is_ended and not self.is_below_heading

    def seems_to_go_on(self, line: Line) -> bool:
        """Say whether a line goes on with a long one above it, though it begins with a capital."""
        before = self.before
        return (
            before is not None
            and not (self.is_below_heading or line.after_gap or line.text.isupper())
            and line.text[0].isupper()
            and line.indent <= before.indent
            and len(before.text) >= LONG
            and not is_ended(before)
        )

    @property
    def is_below_heading(self) -> bool:
        """Say whether the line before is a heading, which needs no full stop."""
        last = self.last
        return last is None or (last.is_named and not last.text and not last.contains)

    def _is_abbreviated(self, before: Line) -> bool:
        words = self.roles.form.words["abbreviations"]
        return before.text.casefold().endswith(tuple(f" {each.casefold()}" for each in words))

    def _of_word(self, line: Line, opening: Opening) -> Reading:
        """Read a line that names its unit: an article that is out of its order is a citation."""
        is_note = opening.unit in self.roles.notes
        if is_note or self._follows(opening):
            is_plain = is_note and line.text[0].isupper()
            return Reading.KEPT if is_plain else Reading.PROVISION
        return Reading.KEPT if opening.rest[:1].isupper() else Reading.JOINED

    def _of_number(self, line: Line, opening: Opening) -> Reading:
        """Read `2. …`, `2) …` or `b) …`; items of a list need no sign at their ends."""
        before = self.before.text if self.before else ""
        if not _is_dotted(line, opening):
            is_cited = before.count("(") > before.count(")")
            is_far = len(before) >= LONG and not self._follows(opening)
            return Reading.JOINED if is_cited or is_far else Reading.PROVISION
        is_begun = self._follows(opening) and not opening.rest[:1].islower()
        return Reading.KEPT if is_begun else Reading.JOINED

    def _follows(self, opening: Opening) -> bool:
        """Say whether a number is the next of its list, or the first one."""
        value = value_of(self.roles, opening)
        last = next(
            filter(lambda each: each.unit == opening.unit, self._before(opening.unit)), None
        )
        if last is None:
            return value[:1] == (1,) or opening.unit == self.roles.article
        before = value_of(self.roles, last)
        return bool(value and before) and follows(before, value)

    def _before(self, unit: str) -> Iterator[Node]:
        """Yield what stands before a new provision, nearest first; articles in all of it."""
        if unit == self.roles.article:
            return reversed(list(below(list(self.nodes))))
        rank = self.roles.rank(unit)
        holder = next((each for each in reversed(self.open) if each.rank < rank), None)
        return reversed(holder.contains if holder else self.nodes)


def _is_dotted(line: Line, opening: Opening) -> bool:
    marker = line.text[: len(line.text) - len(opening.rest)].rstrip()
    return marker.endswith(".")


def is_ended(before: Line) -> bool:
    """Say whether a line ends a sentence or an item, or is a remark in brackets."""
    is_remark = before.text.startswith(("(", "[")) and before.text.endswith((")", "]"))
    return is_remark or before.text.rstrip(_AROUND).endswith(_ENDED)
