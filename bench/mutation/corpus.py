"""The files in which mistakes are planted, and how their text is changed at one place.

Only text is cut and put: what is not at the place stays as its author wrote it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from textwrap import indent

from gollanma.source import Document, read_folders, read_text
from gollanma.source import tree as nodes

PROJECT_FILE = "gollanma.yml"
FOLDERS = ("normative", "glossary")
STATE = "normative/state/"
RELEASED = f"{STATE}released/"
HOW_FAR = "translations"
"""The field that tells of each language how far its words are: no text."""
ASKED = "asked"
"""What people ask is theirs to say: few checks judge it."""
Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Splice:
    """Some characters of a file, by their indexes, and what stands there instead."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One planted mistake: what changes, and the place that is broken by it."""

    path: str
    splices: tuple[Splice, ...]
    at: Keys | int
    """The broken place in the file as it then is: a value, or a line."""
    place: str = ""
    """The file of that place, where it is another one."""
    also_at: tuple[Keys, ...] = ()
    """Further places that are broken by it: each must be found."""
    others: Mapping[str, bytes | None] = field(default_factory=dict)
    """Further files as they then are; None takes one away."""


@dataclass(frozen=True)
class Corpus:
    """Every file of a project by its path."""

    documents: Mapping[str, Document]
    codes: tuple[str, ...]
    """Of the languages."""

    def of(self, *folders: str) -> Iterator[Document]:
        """Yield the records of some folders under `normative/`, or of all."""
        for path, each in self.documents.items():
            inner = path.removeprefix("normative/").partition("/")[0]
            if path.startswith(STATE) or path == PROJECT_FILE:
                continue
            if not folders or inner in folders:
                yield each

    def having(self, files: Mapping[str, bytes | None]) -> dict[str, Document]:
        """Give every file by its path, with some of them changed or, where None, gone."""
        changed = {path: read_text(path, data) for path, data in files.items() if data is not None}
        merged = {**self.documents, **changed}
        gone = {path for path, data in files.items() if data is None}
        return {path: merged[path] for path in sorted(merged) if path not in gone}

    @cached_property
    def released(self) -> frozenset[str]:
        """The files of records that have released versions."""
        places = (each.split("/")[-3:-1] for each in self.documents if each.startswith(RELEASED))
        return frozenset(f"normative/{kind}s/{slug}.yml" for kind, slug in places)

    @cached_property
    def texts(self) -> tuple[tuple[Document, Keys, Mapping[str, str]], ...]:
        """Every text in more than one language of every record without released versions.

        Beside those that were released, one changed translation is a mistake of another kind.
        """
        return tuple(
            (document, keys, words)
            for document in self.of()
            if document.path not in self.released
            for keys, node in walk(document)
            if keys[-1:] != (HOW_FAR,) and ASKED not in keys
            if len(words := said(node, self.codes)) > 1
        )


def corpus(root: Path) -> Corpus:
    """Read the files of a project."""
    project = read_text(PROJECT_FILE, (root / PROJECT_FILE).read_bytes())
    documents = {each.path: each for each in read_folders(root, FOLDERS).documents}
    codes = project.value("languages", "all")
    known = tuple(map(str, codes)) if isinstance(codes, list) else ()
    return Corpus({PROJECT_FILE: project, **documents}, known)


def walk(document: Document) -> Iterator[tuple[Keys, nodes.Node]]:
    """Yield every value of a file with the keys that lead to it."""
    if document.root is not None:
        yield from _below((), document.root)


def _below(keys: Keys, node: nodes.Node) -> Iterator[tuple[Keys, nodes.Node]]:
    yield keys, node
    match node:
        case nodes.Mapping():
            for key, entry in node.entries.items():
                yield from _below((*keys, key), entry.value)
        case nodes.Sequence():
            for index, each in enumerate(node.items):
                yield from _below((*keys, index), each)


def said(node: nodes.Node, codes: tuple[str, ...]) -> dict[str, str]:
    """Give the words of a text by language; nothing where a value is no text."""
    if not isinstance(node, nodes.Mapping) or not node.entries or set(node.entries) - set(codes):
        return {}
    values = {code: each.value for code, each in node.entries.items()}
    return {code: each.value for code, each in values.items() if isinstance(each, nodes.Scalar)}


def node_at(document: Document, keys: Keys) -> nodes.Node | None:
    """Give the value to which some keys lead, if there is one."""
    node: nodes.Node | None = document.root
    for key in keys:
        node = None if node is None else nodes.step(node, key)
    return node


def scalar(document: Document, keys: Keys) -> str | None:
    """Give the letters of a value, as written; None where there is no such value."""
    node = node_at(document, keys)
    return node.value if isinstance(node, nodes.Scalar) else None


def items(document: Document, keys: Keys) -> int:
    """Give how many items a list has; none where there is no list."""
    node = node_at(document, keys)
    return len(node.items) if isinstance(node, nodes.Sequence) else 0


def quoted(words: str) -> str:
    """Write words so that YAML reads them as they are."""
    return json.dumps(words, ensure_ascii=False)


def put(document: Document, keys: Keys, written: str) -> Splice:
    """Write a value anew."""
    node = node_at(document, keys)
    if node is None:
        raise KeyError(document.path, keys)
    end = len(document.text[: node.end].rstrip())
    return Splice(node.start, end, written)


def drop(document: Document, keys: Keys) -> Splice | None:
    """Take a field or an item away with all below it; None where its line holds another too."""
    above, last = node_at(document, keys[:-1]), keys[-1]
    match above, last:
        case nodes.Mapping(), str() if last in above.entries:
            start = above.entries[last].key.start
        case nodes.Sequence(), int() if last < len(above.items):
            dash = document.text.rfind("-", 0, above.items[last].start)
            start = max(dash, above.start)
        case _:
            return None
    begin = document.text.rfind("\n", 0, start) + 1
    if document.text[begin:start].strip():
        return None
    return Splice(begin, _end_of_block(document.text, begin, start - begin), "")


def _end_of_block(text: str, begin: int, column: int) -> int:
    """Give where the lines end that belong to the key or the dash in a column."""
    end = text.find("\n", begin) + 1 or len(text)
    while end < len(text):
        following = text.find("\n", end) + 1 or len(text)
        line = text[end:following]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
            break
        end = following
    return end


def add(document: Document, keys: Keys, block: str) -> Splice | None:
    """Put lines behind the last field of a map; None where it stands within one line."""
    node = node_at(document, keys)
    if not isinstance(node, nodes.Mapping) or not node.entries:
        return None
    if document.text[node.start] == "{":
        return None
    first = next(iter(node.entries.values())).key.start
    last = list(node.entries.values())[-1].key.start
    column = first - (document.text.rfind("\n", 0, first) + 1)
    begin = document.text.rfind("\n", 0, last) + 1
    return _after(document.text, _end_of_block(document.text, begin, column), column, block)


def add_item(document: Document, keys: Keys, block: str) -> Splice | None:
    """Put an item behind the last of a list; None where it stands within one line."""
    node = node_at(document, keys)
    if not isinstance(node, nodes.Sequence) or document.text[node.start] == "[":
        return None
    column = node.start - (document.text.rfind("\n", 0, node.start) + 1)
    dash = document.text.rfind("-", 0, node.items[-1].start)
    begin = document.text.rfind("\n", 0, max(dash, node.start)) + 1
    return _after(document.text, _end_of_block(document.text, begin, column), column, block)


def _after(text: str, end: int, column: int, block: str) -> Splice:
    lines = indent(block.strip("\n"), " " * column) + "\n"
    return Splice(end, end, lines if text[end - 1 : end] == "\n" else f"\n{lines}")


def spliced(text: str, splices: tuple[Splice, ...]) -> str:
    """Give a text with the splices made, the last first, so that indexes stay true."""
    for each in sorted(splices, key=lambda one: one.start, reverse=True):
        text = text[: each.start] + each.new + text[each.end :]
    return text
