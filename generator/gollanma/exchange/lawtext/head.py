"""What stands before the first provision of an act: title, gazette, whose act it is, preamble."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from gollanma.diagnostics import Diagnostic
from gollanma.exchange.lawtext.capitals import Capitals
from gollanma.exchange.lawtext.facts import ENDED, SHORT, Facts, dated
from gollanma.exchange.lawtext.findings import guessed, unread
from gollanma.exchange.lawtext.gazettes import gazette_in
from gollanma.exchange.lawtext.lines import Line
from gollanma.exchange.lawtext.paper import Paper
from gollanma.exchange.lawtext.splicing import Splicer
from gollanma.exchange.lawtext.wrapping import LONG
from gollanma.languages import Language

_BRACKETS = re.compile(r"\((?P<words>.*)\)\.?")
_QUOTED = re.compile(r"[«„“\"](?P<title>[^«»„“”\"]{3,})[»“”\"]")


@dataclass
class _Head:
    """What stands before the first provision, while it is read."""

    capitals: Capitals
    splicer: Splicer
    paper: Paper
    before: Line | None = None
    facts: Facts = field(default_factory=Facts)
    title: list[str] = field(default_factory=list)
    issuer: list[Line] = field(default_factory=list)
    """The lines that say whose act it is, between its kind and its title."""
    preamble: list[str] = field(default_factory=list)

    @property
    def language(self) -> Language:
        """The language of the text."""
        return self.capitals.language

    def read(self, line: Line) -> None:
        """Read a line below the one that names the kind."""
        gazette = gazette_in(self.language, line)
        if gazette:
            self.facts = replace(self.facts, gazette=(*self.facts.gazette, gazette))
        elif _BRACKETS.fullmatch(line.text) and self.language.law_form.says("amended", line.text):
            note = f"{self.facts.note}\n\n{line.text}".strip()
            self.facts = replace(self.facts, note=note)
        elif self._goes_on(line):
            words = self.preamble or self.title
            words[-1], _ = self.splicer.joined(words[-1], self.before, line.text)
        elif not (self._is_dated(line) or self._is_of_issuer(line)):
            (self.preamble if self._is_preamble(line) else self.title).append(line.text)
        self.before = line

    def _goes_on(self, line: Line) -> bool:
        """Say whether a line goes on with the broken one above it."""
        words, before = self.preamble or self.title, self.before
        if not words or before is None or line.after_gap or before in self.issuer:
            return False
        if line.text[0].islower() and not words[-1].endswith(ENDED):
            return True
        is_same = bool(self.preamble) and line.indent <= before.indent
        return is_same and self.paper.is_full(before, line)

    def _is_preamble(self, line: Line) -> bool:
        """Say whether a line is none of the title: a sentence, or words of length behind a gap."""
        is_apart = bool(self.title) and line.after_gap and not line.text[0].islower()
        is_long = (len(line.text) >= LONG or self.paper.width > 0) and not line.text.isupper()
        return bool(self.preamble) or line.text.endswith(ENDED) or (is_apart and is_long)

    def _is_dated(self, line: Line) -> bool:
        known, is_dated = dated(self.language, self.facts, line)
        if not is_dated or self.preamble or len(line.text.split()) >= SHORT:
            return False
        self.facts = known
        return True

    def _is_of_issuer(self, line: Line) -> bool:
        """Keep a line that says whose act it is, or goes on with the one that does."""
        if self.title or self.preamble or line.text.endswith(ENDED):
            return False
        goes_on = bool(self.issuer) and not line.after_gap and _goes_on(self.issuer[-1], line)
        if goes_on or self.language.law_form.frames("issuers", line.text):
            self.issuer.append(line)
            return True
        return False

    def lost(self) -> Iterator[Diagnostic]:
        """Yield the lines of whose words nothing was made."""
        return (unread(each.span, "issuer") for each in self.issuer[:1] if self.title)


def _goes_on(before: Line, line: Line) -> bool:
    """Say whether a line goes on with the words of the one above it."""
    return line.text[:1].islower() or (before.text.isupper() and line.text.isupper())


def read_head(
    capitals: Capitals, paper: Paper, lines: Sequence[Line], naming: Line | None
) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """Read what stands before the first provision; `naming` is the line that names the kind.

    Whose act it is stands in no title, unless there is no other.
    """
    head = _Head(capitals, Splicer(lines), paper)
    is_named = naming not in lines
    for line in lines:
        if line is naming:
            is_named = True
            quoted = _QUOTED.search(line.text)
            head.title += [quoted["title"]] if quoted else []
        elif is_named:
            head.read(line)
        else:
            head.facts, _ = dated(capitals.language, head.facts, line)
    issuer = [each.text for each in head.issuer]
    said = " ".join(head.title or issuer) or (naming.text if naming else "")
    quiet, guesses = capitals.quiet(said)
    found = [*head.lost()]
    if guesses:
        found.append(guessed(lines[0].span, "capitals", words=", ".join(guesses)))
    title, preamble = quiet.strip('«»„“”"'), "\n\n".join(head.preamble)
    return replace(head.facts, title=title, preamble=preamble), tuple(found)
