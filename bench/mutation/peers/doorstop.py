"""Doorstop: one YAML file an item, documents in a tree, links with stamps."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import Path

from bench.mutation.peers.content import PREFIXES, RECORDS, Content, Record
from bench.mutation.peers.peer import SPENT, ClashError, Part, Peer, Rules, Said, lines, output

TREE = {
    "role": None,
    "service": "role",
    "sop": "service",
    "step": "sop",
    "form": "role",
    "indicator": "form",
}
"""Each kind and its parent: an item links to items of the document above it, so the links that
lead elsewhere are left out."""
TEXTS = ("action", "summary")
LOUD = ("WARNING", "ERROR", "CRITICAL")
PLACE = re.compile(r"(?P<path>[A-Z]+/[A-Z]+-\w+\.yml)(?P<line>)")


def home(part: Part) -> str:
    """Give the file of an item."""
    return f"{part.name.partition('-')[0]}/{part.name}.yml"


def write(content: Content, rules: Rules) -> Iterator[tuple[str, str]]:
    """Yield the settings of each document and a file for each item."""
    yield ".mockvcs/keep", ""
    for kind, parent in TREE.items():
        prefix = PREFIXES[kind]
        above = f"  parent: {PREFIXES[parent]}\n" if parent else ""
        settings = f"settings:\n  digits: 2\n{above}  prefix: {prefix}\n  sep: '-'\n"
        yield f"{prefix}/.doorstop.yml", settings
        links = _upward(kind, rules)
        for each in content.records:
            if each.kind == kind:
                _refuse_unknown(each, rules)
                yield home(each), "\n".join((*_item(each, links), ""))


def _upward(kind: str, rules: Rules) -> frozenset[str]:
    """Give the fields that lead to the document above alone; of the topmost, within it."""
    above = (TREE[kind] or kind,)
    known = rules.targets.get(kind, {}).items()
    return frozenset(name for name, targets in known if targets == above)


def _refuse_unknown(record: Record, rules: Rules) -> None:
    """Refuse a link of an unknown field: links have no names here, so no name can be wrong."""
    unknown = record.links.keys() - rules.targets.get(record.kind, {}).keys()
    if unknown:
        raise ClashError(record.name, unknown)


def _item(record: Record, upward: frozenset[str]) -> Iterator[str]:
    text = next((record.fields[each] for each in TEXTS if each in record.fields), "")
    yield f"active: {json.dumps(record.fields.get('status') not in SPENT)}"
    yield "derived: false"
    yield f"header: {_quoted(record.fields.get('title', ''))}"
    yield "level: 1"
    yield from _links(record, upward)
    yield "normative: true"
    yield "ref: ''"
    yield "reviewed: null"
    yield f"text: {_quoted(text)}"
    for name, words in record.fields.items():
        if name not in {"title", *TEXTS}:
            yield f"own_{name}: {_quoted(words)}"


def _links(record: Record, upward: frozenset[str]) -> Iterator[str]:
    listed = [one for name, each in record.links.items() if name in upward for one in each]
    yield "links:" if listed else "links: []"
    for name in _once(record.links, upward):
        stamp = record.reviewed.get(name)
        yield f"- {name}: {stamp}" if stamp else f"- {name}"


def _once(links: Mapping[str, tuple[str, ...]], upward: frozenset[str]) -> Iterator[str]:
    """Yield names once where several fields lead there, as often as one field says it."""
    seen: set[str] = set()
    for field in sorted(upward & links.keys()):
        yield from (each for each in links[field] if each not in seen)
        seen.update(links[field])


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def ask(programs: Path, folder: Path) -> Iterable[Said]:
    """Check the tree, and let it say also what it thinks of as information.

    What it says of levels is left out, as our records have none, and so is its picture of the tree.
    """
    text = output([programs / "doorstop", "--warn-all", "--no-level-check"], folder)
    return (each for each in lines(text, PLACE) if each.words.startswith(LOUD))


DOORSTOP = Peer(
    "Doorstop",
    "doorstop",
    (
        *("SRC001", "SRC002", "SCH001", "SCH002", "SCH003", "ID001"),
        *("REF001", "REF002", "REF005", "REF006", "REF007", "REF009", "REF010"),
    ),
    RECORDS,
    write,
    ask,
    attrgetter("records"),
    home,
    twice=re.compile(r"^header: .*$", re.MULTILINE),
)
