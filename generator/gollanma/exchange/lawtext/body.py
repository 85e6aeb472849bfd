"""From lines to provisions inside each other: the middle of an act, between title and signature.

Where a paragraph belongs is told by the signs that acts themselves use: a number, a colon that
opens a list, a full stop that ends one, and how deep a line is set in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gollanma.diagnostics import Diagnostic
from gollanma.exchange.lawtext.findings import broken, guessed, unread
from gollanma.exchange.lawtext.gazettes import gazette_in
from gollanma.exchange.lawtext.lines import Line
from gollanma.exchange.lawtext.nodes import Node, distinguish
from gollanma.exchange.lawtext.paper import Paper
from gollanma.exchange.lawtext.roles import Roles
from gollanma.exchange.lawtext.splicing import Splicer
from gollanma.exchange.lawtext.wrapping import Context, Going, Reading
from gollanma.languages import Opening

_OPEN = (":", ";", ",")
_ENDED = (".", ";", ":", "!", "?", "…")
_IN_BRACKETS = re.compile(r"\((?P<words>[^()]*(?:\([^()]*\)[^()]*)*)\)[.;]?")
_NOTE_AT_END = re.compile(r"(?P<before>.*[.;:])\s*\((?P<words>[^()]+)\)[.;]?")


class Body:
    """Reads the lines of the provisions of one act, once."""

    def __init__(self, roles: Roles, splicer: Splicer, paper: Paper) -> None:
        self._roles = roles
        self._paper = paper
        self._splicer = splicer
        self._open: list[Node] = []
        self._before: Line | None = None
        self._last: Node | None = None
        self.nodes: list[Node] = []
        self.found: list[Diagnostic] = []
        self.loud: list[Node] = []
        """The provisions whose headings stood in capitals alone."""

    def read(self, lines: Sequence[Line]) -> list[Node]:
        """Give the provisions of some lines."""
        for line in lines:
            self._line(line)
            self._before = line
        for each in self.nodes:
            self._lift(each)
        distinguish(self.nodes)
        return self.nodes

    # --- one line

    def _line(self, line: Line) -> None:
        if self._is_remark(line) or self._is_variant(line):
            return
        opening, context = self._roles.opening(line.text), self._context
        if opening is not None:
            self._opened(line, opening, context.reading(line, opening))
        else:
            self._unnumbered(line, context.going(line))

    def _is_remark(self, line: Line) -> bool:
        """Read a mark of a sample or a note in brackets about the provision before it."""
        node = self._last
        if node is None:
            return False
        if line.text == f"[{self._roles.marks[1]}]":
            node.is_sample = True
            return True
        brackets = _IN_BRACKETS.fullmatch(line.text)
        return brackets is not None and self._note(node, brackets["words"].strip())

    def _is_variant(self, line: Line) -> bool:
        """Read one of the wordings among which a draft has not chosen."""
        found = self._roles.variant(line.text)
        if found is None:
            return False
        gap, indent = line.after_gap, line.indent
        if self._last is None or not self._last.takes(found[0], after_gap=gap, indent=indent):
            self._paragraph(replace(line, text=""))
        if self._last is not None:
            self._last.vary(*found)
        return True

    def _note(self, node: Node, words: str) -> bool:
        """Add a note to a provision; False where the words are no note."""
        form = self._roles.form
        is_end = form.says("repealed", words)
        if not is_end and not form.says("amended", words):
            return False
        node.is_repealed = node.is_repealed or is_end
        bare = {each.casefold() for each in form.words["repealed"]}
        if words.casefold() not in bare:
            node.amendment = f"{node.amendment} {words}".strip()
        return True

    # --- a provision begins

    @property
    def _context(self) -> Context:
        return Context(self._roles, self._paper, self._before, self._last, self._open, self.nodes)

    def _opened(self, line: Line, opening: Opening, reading: Reading) -> None:
        """Read a line that begins like a provision, and say it where that is in doubt."""
        if reading is not Reading.PROVISION and self._before is not None:
            self.found.append(broken(line.span, str(reading.value), self._before.span))
        if reading is Reading.JOINED:
            self._append(line)
        else:
            self._begin(line, opening)

    def _begin(self, line: Line, opening: Opening) -> None:
        node = Node(
            opening.unit,
            opening.number,
            line.span,
            self._roles.rank(opening.unit),
            line.indent,
            opening.has_word and opening.unit not in self._roles.notes,
        )
        self._place(node)
        self._say(node, opening.rest)

    def _place(self, node: Node) -> None:
        """Put a provision into the innermost open one that may hold it."""
        if node.unit in self._roles.notes:
            holder = next((each for each in reversed(self._open) if each.is_named), None)
        else:
            while self._open and self._open[-1].rank >= node.rank:
                self._open.pop()
            holder = self._open[-1] if self._open else None
            self._open.append(node)
        (holder.contains if holder else self.nodes).append(node)
        self._last = node

    def _say(self, node: Node, words: str) -> None:
        """Give a provision the words that follow its number on the line."""
        note = _NOTE_AT_END.fullmatch(words)
        if note and self._note(node, note["words"].strip()):
            words = note["before"]
        opens = (each.casefold() for each in self._roles.form.words["repealed"])
        node.is_repealed = node.is_repealed or words.casefold().startswith(tuple(opens))
        if node.is_named:
            node.heading = self._quiet(node, words)
        else:
            node.text = words

    # --- a line without a number

    def _unnumbered(self, line: Line, going: Going) -> None:
        """Read a line as more words of the one above it, a heading, or a paragraph."""
        is_more = going in {Going.SURELY, Going.PERHAPS}
        if not is_more and self._is_heading(line):
            return
        if going in {Going.PERHAPS, Going.HARDLY}:
            self.found.append(guessed(line.span, str(going.value)))
        if is_more:
            self._append(line)
        else:
            self._paragraph(line)

    def _append(self, line: Line) -> None:
        """Add a line to the words of the provision above it."""
        node = self._last
        if node is None:
            return
        said, guess = self._splicer.joined(node.last_words, self._before, line.text)
        if guess:
            self.found.append(guessed(line.span, "divided", word=guess))
        node.go_on(said)

    def _is_heading(self, line: Line) -> bool:
        """Read a heading that stands on the line below its number, or goes on there."""
        node = self._last
        if node is None or not node.is_named or node.text or node.contains:
            return False
        is_more = node.heading and line.text.isupper() and self._before_is_loud()
        if node.heading and not is_more:
            return False
        if not line.text.isupper() and line.text.endswith(_ENDED):
            return False
        written = f"{node.heading} {self._quiet(node, line.text)}".strip()
        node.heading = self._roles.form.quiet(written.upper()) if is_more else written
        return True

    def _quiet(self, node: Node, heading: str) -> str:
        """Give a heading as a sentence, and keep in mind that it stood in capitals."""
        quiet = self._roles.form.quiet(heading)
        if quiet != heading and node not in self.loud:
            self.loud.append(node)
        return quiet

    def _before_is_loud(self) -> bool:
        return self._before is not None and self._before.text.isupper()

    def _paragraph(self, line: Line) -> None:
        if gazette_in(self._roles.language, line):
            self.found.append(unread(line.span, "gazette"))
        elif self._is_almost_heading(line):
            self.found.append(unread(line.span, "heading"))
        holder = self._holder(line)
        unit = self._roles.running if holder is None or holder.is_named else self._roles.inner
        if not unit and holder is not None:
            holder.text = f"{holder.text}\n\n{line.text}".strip()
            return
        node = Node(unit, "", line.span, self._roles.rank(unit), line.indent)
        if holder is None or holder.is_named:
            self._place(node)
        else:
            holder.contains.append(node)
            self._last = node
        self._say(node, line.text)

    def _is_almost_heading(self, line: Line) -> bool:
        is_sentence = line.text.endswith(_ENDED)
        return not is_sentence and any(
            self._roles.form.almost_opens(line.text, each) for each in self._roles.named
        )

    def _holder(self, line: Line) -> Node | None:
        """Give the open provision to which a paragraph belongs; None outside of all."""
        running = [each for each in self._open if not each.is_named]
        named = next((each for each in reversed(self._open) if each.is_named), None)
        inset = next((each for each in reversed(running) if line.indent > each.indent), None)
        if inset is not None:
            return inset
        if any(line.indent < each.indent for each in running) and not running[0].number:
            return named
        if self._before is not None and self._before.text.endswith(_OPEN) and running:
            lists = (each for each in reversed(running) if each.text.endswith(":"))
            return next(lists, running[0])
        return next(
            (each for each in running if each.number and each.rank == running[0].rank), named
        )

    # --- when all is read

    def _lift(self, node: Node) -> None:
        """Give an article the words of its only unnumbered part, or of the one before numbered."""
        for each in node.contains:
            self._lift(each)
        parts = [each for each in node.contains if each.unit == self._roles.running]
        first = parts[0] if parts else None
        if first is None or first.number or node.contains[0] is not first:
            return
        if node.unit != self._roles.article or node.variants:
            return
        is_only, is_bare = len(parts) == 1, not first.contains
        if is_only or (is_bare and parts[1].number):
            node.text, node.variants = first.text, first.variants
            node.contains = [*first.contains, *node.contains[1:]]
            node.amendment = " ".join(filter(None, (node.amendment, first.amendment)))
            node.is_sample = node.is_sample or first.is_sample
            node.is_repealed = node.is_repealed or first.is_repealed


def leftover(lines: Sequence[Line]) -> Iterator[Diagnostic]:
    """Yield a finding for each line that stands outside of all provisions."""
    return (unread(each.span, "line", words=each.text) for each in lines)
