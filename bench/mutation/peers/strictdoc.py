"""StrictDoc: nodes of a grammar in its own markup, with relations of named roles."""

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path

from bench.mutation.peers.content import PREFIXES, RECORDS, Content, Record
from bench.mutation.peers.peer import Part, Peer, Rules, Said, lines, output

GRAMMAR = "records.sgra"
BACKWARD = frozenset({"measures", "office", "related"})
"""Fields that lead back to where one came from: relations of StrictDoc run in one direction, so
these links, and those of services to their procedures, are left out."""
PLAIN = frozenset({"supersedes", "supervised_by"})
"""Fields that may not run in a circle: it looks for circles among relations without a role."""
PLACE = re.compile(r"(?P<path>[\w/-]+\.sdoc)(?::(?P<line>\d+))?(?::\d+)?")
PROBLEM = re.compile(r"error|warning|exception", re.IGNORECASE)
FIRST = ("title", "status")
"""Fields that stand before all others."""
PROSE = "statement"
"""The field that holds links within a text."""


def home(part: Part) -> str:
    """Give the file of a record, beside the grammar."""
    return part.path.removeprefix("normative/").replace("/", "-").replace(".yml", ".sdoc")


def write(content: Content, rules: Rules) -> Iterator[tuple[str, str]]:
    """Yield the grammar and a document for each file of ours."""
    yield GRAMMAR, "\n".join((*_grammar(rules), ""))
    pages: dict[str, list[str]] = {}
    for each in content.records:
        pages.setdefault(home(each), []).extend(_node(each))
    for path, page in pages.items():
        head = ("[DOCUMENT]", f"TITLE: {path}", "", "[GRAMMAR]", f"IMPORT_FROM_FILE: {GRAMMAR}")
        yield path, "\n".join((*head, "", *page))


def _runs_up(kind: str, field: str) -> bool:
    return field not in BACKWARD and (kind, field) != ("service", "sop")


def _grammar(rules: Rules) -> Iterator[str]:
    yield from ("[GRAMMAR]", "ELEMENTS:")
    for kind in PREFIXES:
        yield from (f"- TAG: {kind.upper()}", "  FIELDS:")
        for name in ("uid", *_ordered(rules.fields[kind]), PROSE):
            yield from _field(name, rules, is_required=name in {"uid", *rules.required[kind]})
        roles = [each for each in rules.targets.get(kind, {}) if _runs_up(kind, each)]
        if roles:
            yield "  RELATIONS:"
        for each in roles:
            yield "  - TYPE: Parent"
            yield from (f"    ROLE: {role}" for role in {each} - PLAIN)


def _field(name: str, rules: Rules, *, is_required: bool) -> Iterator[str]:
    values = rules.choices.get(name)
    yield f"  - TITLE: {name.upper()}"
    yield f"    TYPE: SingleChoice({', '.join(values)})" if values else "    TYPE: String"
    yield f"    REQUIRED: {is_required}"


def _ordered(fields: Iterable[str]) -> list[str]:
    """Give fields in the order of the grammar."""
    return sorted(fields, key=lambda each: (each not in FIRST, each))


def _node(record: Record) -> Iterator[str]:
    yield from (f"[{record.kind.upper()}]", f"UID: {record.name}")
    for name in _ordered(record.fields):
        yield f"{name.upper()}: {record.fields[name]}"
    if record.mentions:
        links = (f"[LINK: {each}]" for each in record.mentions)
        yield from (f"{PROSE.upper()}: >>>", *links, "<<<")
    upward = [name for name in record.links if _runs_up(record.kind, name)]
    if upward:
        yield "RELATIONS:"
    for name in upward:
        for each in record.links[name]:
            yield from ("- TYPE: Parent", f"  VALUE: {each}")
            yield from (f"  ROLE: {role}" for role in {name} - PLAIN)
    yield ""


def ask(programs: Path, folder: Path) -> Iterable[Said]:
    """Export as JSON, the quickest way to make it read and judge all."""
    words = ("export", ".", "--formats=json", "--no-parallelization")
    text = output([programs / "strictdoc", *words], folder)
    problem = PROBLEM.search(text)
    return lines(text[problem.start() :] if problem else "", PLACE)


STRICTDOC = Peer(
    "StrictDoc",
    "strictdoc",
    (
        *("SRC001", "SRC002", "SCH001", "SCH002", "SCH003", "ID001"),
        *("REF001", "REF002", "REF003", "REF005", "REF006", "REF007", "REF010"),
    ),
    RECORDS,
    write,
    ask,
    attrgetter("records"),
    home,
    twice=re.compile(r"^STATUS: .*$", re.MULTILINE),
)
