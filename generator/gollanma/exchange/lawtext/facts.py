"""What an act says of itself around its provisions: title, gazette, signature, day, number.

The name of a person who signed is read over and kept nowhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gollanma.diagnostics import Diagnostic
from gollanma.exchange.lawtext.findings import unread
from gollanma.exchange.lawtext.gazettes import gazette_in
from gollanma.exchange.lawtext.lines import Line
from gollanma.languages import Language
from gollanma.model.project import ActKind

ENDED = (".", ":", ";")
SHORT = 14
"""Words of a line that names the kind of an act."""
_SIZES = (1, 2, 3, 4)
"""Lines on which the mark of a sample may stand."""
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
        if found and len(words) <= SHORT and not line.text.endswith(ENDED):
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
    """Leave out the lines that mark a text as a sample: our sentence, or an older one at an end.

    Our sentence may stand at an end on several lines.
    """
    words = [line.text.strip("*[]") for line in lines]
    first = next((n for n in _SIZES if " ".join(words[:n]) == mark), 0)
    last = next((n for n in _SIZES if " ".join(words[-n:]) == mark), 0)
    ends = {first, len(lines) - last - 1}
    return [
        line
        for index, line in enumerate(lines)
        if first <= index < len(lines) - last
        and words[index] != mark
        and not (index in ends and language.law_form.says("samples", line.text))
    ]


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
        if dated(language, Facts(), line)[1] and len(line.text.split()) < SHORT
    )
    end = next(signers, next(dates, len(lines)))
    while end and gazette_in(language, lines[end - 1]):
        end -= 1
    return end


def is_signer(language: Language, line: Line) -> bool:
    """Say whether a line names the office that signs."""
    is_short = len(line.text) <= _LONGEST_SIGNER and not line.text.endswith((*ENDED, ","))
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
