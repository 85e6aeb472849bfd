"""What an act says of itself around its provisions: title, gazette, signature, day, number.

The name of a person who signed is read over and kept nowhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from gollanma.diagnostics import Diagnostic
from gollanma.exchange.lawtext.capitals import Capitals
from gollanma.exchange.lawtext.findings import guessed, unread
from gollanma.exchange.lawtext.gazettes import gazette_in
from gollanma.exchange.lawtext.lines import Line
from gollanma.exchange.lawtext.splicing import Splicer
from gollanma.exchange.lawtext.wrapping import LONG
from gollanma.languages import Language
from gollanma.model.project import ActKind

_BRACKETS = re.compile(r"\((?P<words>.*)\)\.?")
_QUOTED = re.compile(r"[«„“\"](?P<title>[^«»„“”\"]{3,})[»“”\"]")
_ENDED = (".", ":", ";")
_SHORT = 14
"""Words of a line that names the kind of an act."""
_LONGEST_SIGNER = 160


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text says of the act, in one language; empty where it does not say it."""

    title: str = ""
    preamble: str = ""
    gazette: tuple[str, ...] = ()
    note: str = ""
    number: str = ""
    day: date | None = None
    office: str = ""
    place: str = ""
    is_sample: bool = False


def kind_line(
    language: Language, kinds: Sequence[ActKind], lines: Sequence[Line]
) -> tuple[Line, ActKind] | None:
    """Give the first line that names a kind of act, and the kind."""
    named = {word: kind for kind in kinds for word in _names(language, kind)}
    for line in lines:
        words = line.text.casefold().strip(".").split()
        ends = {
            " ".join(words[:1]),
            " ".join(words[-1:]),
            " ".join(words[:2]),
            " ".join(words[-2:]),
        }
        found = [each for each in named if each in ends]
        if found and len(words) <= _SHORT and not line.text.endswith(_ENDED):
            return line, named[max(found, key=len)]
    return None


def _names(language: Language, kind: ActKind) -> Iterator[str]:
    citations = language.citations
    if language.code in kind.name:
        yield kind.name[language.code].casefold()
    if kind.id in citations.kinds:
        for plural in (False, True):
            for possessive in (False, True):
                word = citations.kind_word(
                    kind.id, citations.cases.first, plural=plural, possessive=possessive
                )
                yield word.casefold()


def without_marks(language: Language, lines: Sequence[Line], mark: str) -> Sequence[Line]:
    """Leave out the lines that mark a text as a sample: our sentence, or an older one at an end."""
    ends = {0, len(lines) - 1}
    return [
        line
        for index, line in enumerate(lines)
        if line.text.strip("*[]") != mark
        and not (index in ends and language.law_form.says("samples", line.text))
    ]


@dataclass
class _Head:
    """What stands before the first provision, while it is read."""

    capitals: Capitals
    splicer: Splicer
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
        words = self.preamble or self.title
        is_open = bool(words) and not line.after_gap and not words[-1].endswith(_ENDED)
        return is_open and line.text[0].islower() and self.before not in self.issuer

    def _is_preamble(self, line: Line) -> bool:
        """Say whether a line is none of the title: a sentence, or words of length behind a gap."""
        is_apart = bool(self.title) and line.after_gap and not line.text[0].islower()
        is_long = len(line.text) >= LONG and not line.text.isupper()
        return bool(self.preamble) or line.text.endswith(_ENDED) or (is_apart and is_long)

    def _is_dated(self, line: Line) -> bool:
        known, is_dated = dated(self.language, self.facts, line)
        if not is_dated or self.preamble or len(line.text.split()) >= _SHORT:
            return False
        self.facts = known
        return True

    def _is_of_issuer(self, line: Line) -> bool:
        """Keep a line that says whose act it is, or goes on with the one that does."""
        if self.title or self.preamble or line.text.endswith(_ENDED):
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
    capitals: Capitals, lines: Sequence[Line], naming: Line | None
) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """Read what stands before the first provision; `naming` is the line that names the kind.

    Whose act it is stands in no title, unless there is no other.
    """
    head = _Head(capitals, Splicer.of(lines))
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


def dated(language: Language, facts: Facts, line: Line) -> tuple[Facts, bool]:
    """Read a line that gives day, number or place; say whether it gives any."""
    days, number = language.dates_in(line.text), _number(language, line.text)
    known = replace(
        facts,
        day=_day(int(days[-1].value)) or facts.day if days else facts.day,
        number=number or facts.number,
        place=_place(language, line) or facts.place,
    )
    return known, known != facts


def _day(figures: int) -> date | None:
    year, rest = divmod(figures, 10_000)
    try:
        return date(year, rest // 100, rest % 100)
    except ValueError:
        return None


def _number(language: Language, text: str) -> str:
    signs = "|".join(map(re.escape, language.law_form.words["number_signs"]))
    found = re.search(rf"(?:{signs})\s*(?P<number>[0-9][\w./‑-]*)", text) if signs else None
    return found["number"].rstrip(".") if found else ""


def _place(language: Language, line: Line) -> str:
    """Give the cell of a line that names a place, without the day after it."""
    form = language.law_form
    cell = next((each for each in line.cells if form.says("places", each)), "")
    days = language.dates_in(cell)
    before = cell[: days[0].start] if days and days[0].start else cell
    return before.strip(" ,").rstrip(".") if cell and before.strip() else ""


# --- the end


def signature_at(language: Language, lines: Sequence[Line]) -> int:
    """Give where the block of the signature begins, with what is said of the gazette before it.

    The number of lines, where there is none.
    """
    signers = (index for index, line in enumerate(lines) if is_signer(language, line))
    dates = (
        index
        for index, line in enumerate(lines)
        if dated(language, Facts(), line)[1] and len(line.text.split()) < _SHORT
    )
    end = next(signers, next(dates, len(lines)))
    while end and gazette_in(language, lines[end - 1]):
        end -= 1
    return end


def is_signer(language: Language, line: Line) -> bool:
    """Say whether a line names the office that signs."""
    is_short = len(line.text) <= _LONGEST_SIGNER and not line.text.endswith((*_ENDED, ","))
    return is_short and language.law_form.says("signers", line.text)


def read_tail(
    language: Language, lines: Sequence[Line], facts: Facts, offices: Sequence[str] = ()
) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """Read what stands after the last provision; what is not understood is left out and said.

    `offices` are offices that are known to sign, besides those of the pack.
    """
    found: list[Diagnostic] = []
    for line in lines:
        known, is_dated = dated(language, facts, line)
        gazette = gazette_in(language, line)
        if gazette:
            facts = replace(facts, gazette=(*facts.gazette, gazette))
        elif is_signer(language, line) and not facts.office:
            facts = replace(facts, office=_office(language, line, offices))
            found += [] if facts.office else [unread(line.span, "signature")]
        elif is_dated:
            facts = known
        else:
            found.append(unread(line.span, "after-signature"))
    return facts, tuple(found)


def _office(language: Language, line: Line, offices: Sequence[str]) -> str:
    """Give the office without the person: what stands apart, or an office that is known."""
    if len(line.cells) > 1:
        return line.cells[0]
    low = line.text.casefold()
    known = (*language.law_form.words["offices"], *offices)
    office = max((each for each in known if low.startswith(each.casefold())), key=len, default="")
    is_bare = not any(sign.isupper() for sign in line.text[1:])
    return line.text[: len(office)] if office else line.text if is_bare else ""
