"""sphinx-needs: needs in reStructuredText, with types, links and a schema that judges them."""

import json
import re
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path

from bench.mutation.peers.content import PREFIXES, RECORDS, Content, Record
from bench.mutation.peers.peer import SPENT, STATUSES, Part, Peer, Rules, Said, lines, output

PLACE = re.compile(r"(?P<path>[\w/-]+\.rst)(?::(?P<line>\d+))?(?::<[^>]*>)?:\s")
BUILT = "_built"
OWN = frozenset({"title", "status"})
"""Fields that every need has without being told."""


def home(part: Part) -> str:
    """Give the file of a record."""
    return part.path.removeprefix("normative/").replace(".yml", ".rst")


def write(content: Content, rules: Rules) -> Iterator[tuple[str, str]]:
    """Yield the configuration, the start page and a page for each file of ours."""
    yield "conf.py", "\n".join((*_settings(rules), ""))
    yield "schemas.json", json.dumps({"schemas": list(_schemas(rules))}, indent=1)
    pages: dict[str, list[str]] = {}
    for each in content.records:
        pages.setdefault(home(each), []).extend(_need(each))
    yield "index.rst", "Records\n=======\n\n.. toctree::\n   :glob:\n\n   */*\n"
    for path, page in pages.items():
        name = path.removesuffix(".rst")
        yield path, "\n".join((name, "=" * len(name), "", *page))


def _need(record: Record) -> Iterator[str]:
    yield f".. {record.kind}:: {record.fields.get('title', '')}".rstrip()
    yield f"   :id: {record.name}"
    for name, words in record.fields.items():
        if name != "title":
            yield f"   :{name}: {words}"
    for name, linked in record.links.items():
        yield f"   :{name}: {', '.join(linked)}"
    yield ""
    for each in record.mentions:
        yield f"   :need:`{each}`"
    yield ""


def _settings(rules: Rules) -> Iterator[str]:
    kinds = [
        {"directive": kind, "title": kind, "prefix": "", "color": "#FFFFFF", "style": "node"}
        for kind in PREFIXES
    ]
    names = sorted({each for fields in rules.fields.values() for each in fields} - OWN)
    text = {"schema": {"type": "string"}, "nullable": True, "parse_dynamic_functions": False}
    targets: dict[str, set[str]] = {}
    for links in rules.targets.values():
        for name, found in links.items():
            targets.setdefault(name, set()).update(found)
    linking = {name: {"target_types": sorted(each)} for name, each in sorted(targets.items())}
    yield 'project = "Records"'
    yield 'extensions = ["sphinx_needs"]'
    yield f"needs_types = {kinds!r}"
    yield 'needs_id_regex = "^[A-Z]+-[A-Za-z0-9]+$"'
    yield f"needs_fields = {dict.fromkeys(names, text)!r}"
    yield f"needs_links = {linking!r}"
    yield 'needs_duration_option = "days"'  # its own name for it is one of our fields
    yield 'needs_schema_definitions_from_json = "schemas.json"'


def _schemas(rules: Rules) -> Iterator[dict[str, object]]:
    """Yield what each kind must have, and that nothing leans on what is over."""
    living = [each for each in STATUSES if each not in SPENT]
    is_living = {"local": {"properties": {"status": {"type": "string", "enum": living}}}}
    for kind in PREFIXES:
        links = rules.targets.get(kind, {})
        chosen = {
            name: {"type": "string", "enum": list(values)}
            for name, values in rules.choices.items()
            if name in rules.fields[kind]
        }
        yield {
            "id": kind,
            "select": {"properties": {"type": {"type": "string", "const": kind}}},
            "validate": {
                "local": {
                    "properties": chosen,
                    "required": sorted(rules.required[kind] - {"title"}),
                },
                "network": {
                    name: {"type": "array", "items": is_living}
                    for name, targets in links.items()
                    if "step" not in targets
                },
            },
        }


def ask(programs: Path, folder: Path) -> Iterable[Said]:
    """Build all pages, as far as needed for every link to be followed; none is written."""
    words = ("-q", "-E", "-b", "dummy", ".", BUILT)
    return lines(output([programs / "sphinx-build", *words], folder), PLACE)


NEEDS = Peer(
    "sphinx-needs",
    "sphinx-needs",
    (
        *("SRC001", "SRC002", "SCH001", "SCH002", "SCH003", "ID001"),
        *("REF001", "REF002", "REF003", "REF005", "REF006", "REF007", "REF009", "REF010"),
    ),
    RECORDS,
    write,
    ask,
    attrgetter("records"),
    home,
    twice=re.compile(r"^   :status: .*$", re.MULTILINE),
)
