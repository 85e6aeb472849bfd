"""From the lines of a file to what an act says in one language."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.exchange.lawtext.body import Body
from gollanma.exchange.lawtext.capitals import Capitals
from gollanma.exchange.lawtext.facts import (
    Facts,
    kind_line,
    read_tail,
    signature_at,
    without_marks,
)
from gollanma.exchange.lawtext.findings import guessed, mixed, refused, unread
from gollanma.exchange.lawtext.furniture import without_furniture
from gollanma.exchange.lawtext.head import read_head
from gollanma.exchange.lawtext.lines import Line, Reading
from gollanma.exchange.lawtext.nodes import Node
from gollanma.exchange.lawtext.numbers import name_all, out_of_order
from gollanma.exchange.lawtext.paper import paper_of, with_whole_remarks
from gollanma.exchange.lawtext.roles import Roles, roles_of
from gollanma.exchange.lawtext.splicing import Splicer
from gollanma.languages import Language, mixed_script_words, script_of
from gollanma.model.project import ActKind, Project

_ANNEX = "annex"
_FEW = 20
"""Letters of which no script can be told."""


def is_fine(found: Iterable[Diagnostic]) -> bool:
    """Say whether no error stands in the way of going on."""
    return all(each.severity is not Severity.ERROR for each in found)


@dataclass(frozen=True, slots=True)
class Known:
    """What the handbook knows besides the text."""

    offices: tuple[str, ...] = ()
    """Those that sign acts, so that the name of a person beside them can be left out."""
    names: tuple[str, ...] = ()
    """Titles and terms: they show which words keep a capital letter inside a heading."""


NOTHING = Known()


@dataclass(frozen=True, slots=True)
class Recognised:
    """An act as one file says it, in one language."""

    language: Language
    kind: ActKind | None
    roles: Roles | None
    facts: Facts
    nodes: tuple[Node, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def is_fine(self) -> bool:
        """Nothing stands in the way of writing it."""
        return is_fine(self.diagnostics)


def recognise(
    reading: Reading,
    language: Language,
    project: Project,
    kind: ActKind | None = None,
    known: Known = NOTHING,
) -> Recognised:
    """Read a law text; `kind` is the kind of act where the text itself is not to say it."""
    kept, taken_out = without_furniture(language.law_form, reading.lines)
    lines = tuple(with_whole_remarks(kept))
    found = [*reading.diagnostics, *taken_out]
    named = kind_line(language, project.act_kinds, _above(language, lines))
    chosen = kind or (named[1] if named else None)
    nothing = Recognised(language, chosen, None, Facts(), (), tuple(found))
    if not lines:
        return nothing
    whole = Span.of_file(reading.path)
    found += _another_script(whole, language, lines)
    found += _mixed(lines)
    if chosen is None and is_fine(found):
        kinds = ", ".join(each.id for each in project.act_kinds)
        found.append(refused(whole, "kind", known=kinds))
    if chosen is None or not is_fine(found):
        return Recognised(language, chosen, None, Facts(), (), tuple(found))
    asked = _Asked(reading.path, language, chosen, named[0] if named else None, known)
    return _act(asked, lines, found)


def _above(language: Language, lines: Sequence[Line]) -> Sequence[Line]:
    """Give the lines before the first numbered one: there, and only there, a kind is named."""
    form = language.law_form
    numbered = (
        index
        for index, line in enumerate(lines)
        if any(each.number for each in form.openings(line.text, tuple(form.ways)))
    )
    return lines[: next(numbered, len(lines))]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is known of a text before its provisions are read."""

    path: str
    language: Language
    kind: ActKind
    naming: Line | None
    """The line that names the kind."""
    known: Known


def _act(asked: _Asked, lines: Sequence[Line], found: list[Diagnostic]) -> Recognised:
    language, kind = asked.language, asked.kind
    roles = roles_of(kind, language)
    marked, lines = lines, without_marks(language, lines, roles.marks[0])
    is_sample = len(lines) < len(marked)
    lines, annex = _without_annex(language, roles, lines)
    found += annex
    starts = [index for index, each in enumerate(lines) if roles.opening(each.text)]
    if not starts:
        found.append(refused(Span.of_file(asked.path), "no-provision", kind=kind.id))
        return Recognised(language, kind, roles, Facts(), (), tuple(found))
    first = _after_contents(language, roles, lines, starts)
    end = starts[-1] + 1 + signature_at(language, lines[starts[-1] + 1 :])
    head = [each for each in lines[:first] if not _is_contents(language, each)]
    paper = paper_of(lines)
    capitals = Capitals(roles, lines[:end], asked.known.names)
    facts, before = read_head(capitals, paper, head[: starts[0]], asked.naming)
    facts, after = read_tail(language, lines[end:], facts, asked.known.offices)
    body = Body(roles, Splicer(lines), paper)
    nodes = body.read(lines[first:end])
    guesses = list(_names_in_headings(capitals, body.loud))
    found += [
        *_foreign_units(roles, lines[:end]),
        *before,
        *after,
        *body.found,
        *guesses,
        *name_all(roles, nodes),
        *out_of_order(roles, nodes),
    ]
    return Recognised(
        language, kind, roles, replace(facts, is_sample=is_sample), tuple(nodes), tuple(found)
    )


def _names_in_headings(capitals: Capitals, loud: Sequence[Node]) -> Iterator[Diagnostic]:
    """Give the names in headings that stood in capitals theirs; yield what was guessed."""
    for node in loud:
        node.heading, guesses = capitals.restored(node.heading)
        if guesses:
            yield guessed(node.span, "capitals", words=", ".join(guesses))


def _without_annex(
    language: Language, roles: Roles, lines: Sequence[Line]
) -> tuple[Sequence[Line], list[Diagnostic]]:
    """Leave out what an act puts after its signature: it is an act of its own."""
    is_begun = False
    for index, line in enumerate(lines):
        is_begun = is_begun or roles.opening(line.text) is not None
        if is_begun and next(language.law_form.openings(line.text, (_ANNEX,)), None):
            return lines[:index], [unread(line.span, "annex")]
    return lines, []


def _foreign_units(roles: Roles, lines: Sequence[Line]) -> Iterator[Diagnostic]:
    """Yield the lines that begin a unit which acts of this kind do not have."""
    others = tuple(each for each in roles.form.ways if each not in {*roles.units, _ANNEX})
    for line in lines:
        opening = next(roles.form.openings(line.text, others), None)
        if opening and opening.has_word and roles.opening(line.text) is None:
            yield unread(line.span, "unit", unit=opening.unit, kind=roles.kind.id)


def _is_contents(language: Language, line: Line) -> bool:
    return line.text.casefold().strip(".:") in language.law_form.words["contents"]


def _after_contents(
    language: Language, roles: Roles, lines: Sequence[Line], starts: Sequence[int]
) -> int:
    """Give the first line of the provisions, behind a list of contents where there is one."""
    if not any(_is_contents(language, each) for each in lines[: starts[0]]):
        return starts[0]
    seen = set()
    for index in starts:
        opening = roles.opening(lines[index].text)
        key = (opening.unit, opening.number) if opening else None
        if key in seen:
            return index
        seen.add(key)
    return starts[0]


def _another_script(whole: Span, language: Language, lines: Sequence[Line]) -> Iterator[Diagnostic]:
    """Refuse a text whose letters are mostly those of another script."""
    signs = Counter(each for line in lines for each in line.text)
    letters = sum(count for sign, count in signs.items() if sign.isalpha())
    own = sum(count for sign, count in signs.items() if script_of(sign) == language.script)
    if letters > _FEW and own * 2 < letters:
        yield refused(whole, "script", lang=language.code, name=language.name)


def _mixed(lines: Sequence[Line]) -> Iterator[Diagnostic]:
    for line in lines:
        seen: set[tuple[int, int]] = set()
        for each in mixed_script_words(line.text):
            if (each.start, each.end) not in seen:
                seen.add((each.start, each.end))
                column = line.span.column + each.position
                span = Span.at(line.span.path, line.span.line, column, 1)
                values = {"word": each.word, "letter": each.letter, "point": each.code_point}
                yield mixed(span, **values)
