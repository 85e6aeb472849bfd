"""Whether a line goes on with the sentence above it, though it begins like something new.

A typist, or a machine that reads print, breaks lines where the paper ends: «… ýylyň / 1. fewraly».
What is doubtful is said with its line, whichever way it is read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from gollanma.exchange.lawtext.lines import Line
from gollanma.exchange.lawtext.nodes import Node, below
from gollanma.exchange.lawtext.numbers import follows, value_of
from gollanma.exchange.lawtext.paper import Paper, is_ended
from gollanma.exchange.lawtext.roles import Roles
from gollanma.languages import Opening

LONG = 40
"""A line that a typist broke after a comma has so many letters; a shorter one is an item."""
_ENDED = (".", ";", ":", "!", "?", "…")


class Reading(Enum):
    """How a line that begins like a provision is read."""

    PROVISION = "provision"
    KEPT = "kept"
    """As a provision, though the sentence above it has no end."""
    JOINED = "joined"
    """As more words of the sentence above it."""


class Going(Enum):
    """Whether a line goes on with the one above it."""

    SURELY = "surely"
    PERHAPS = "goes-on"
    """It is read so, and said."""
    HARDLY = "paragraph"
    """It is read as a paragraph, and said."""
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Context:
    """What was read before a line."""

    roles: Roles
    paper: Paper
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

    def going(self, line: Line) -> Going:
        """Say whether a line without a number goes on with the one above it."""
        before = self.before
        if before is None or self.last is None or line.after_gap:
            return Going.NEW
        if line.text[0].islower():
            return self._going_in_small_letters(before, line)
        if self.is_below_heading:
            return Going.PERHAPS if self._is_broken_heading(before, line) else Going.NEW
        if line.text[0].isdecimal() and not is_ended(before):
            return Going.SURELY
        if line.text.isupper() or line.indent > before.indent:
            return Going.NEW
        return self._going_in_capitals(before, line)

    def _going_in_small_letters(self, before: Line, line: Line) -> Going:
        is_item = before.text.endswith(",") and len(before.text) < LONG
        is_full = self.paper.is_full(before, line)
        if before.text.endswith(_ENDED):
            is_abbreviated = self._is_abbreviated(before)
            return Going.SURELY if is_abbreviated else Going.HARDLY if is_full else Going.NEW
        if is_full or len(before.text) >= LONG:
            return Going.SURELY
        is_in_list = self.last is not None and self.last.text == before.text
        is_perhaps = is_in_list and before.text[0].islower()
        return Going.NEW if is_item else Going.PERHAPS if is_perhaps else Going.SURELY

    def _is_broken_heading(self, before: Line, line: Line) -> bool:
        is_loud = before.text.isupper() or line.text.isupper()
        return not is_loud and self.paper.is_full(before, line) and not is_ended(before)

    def _going_in_capitals(self, before: Line, line: Line) -> Going:
        """Read a line that begins with a capital: a name, or a sentence in the same paragraph."""
        is_full = self.paper.is_full(before, line)
        if not is_ended(before):
            is_long = len(before.text) >= LONG and not self.paper.has_room(before, line)
            return Going.PERHAPS if is_full or is_long else Going.NEW
        if not is_full or before.text.endswith((";", ":", ")", "]")):
            return Going.NEW
        is_numbered = self.last is not None and bool(self.last.number) and not self.last.is_named
        return Going.PERHAPS if is_numbered else Going.HARDLY

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
