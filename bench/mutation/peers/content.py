"""What is written into the projects of peers: a slice of the corpus, without our file format.

Whatever a mistake changes here can be written for a peer; what it leaves as it is cannot.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from bench.mutation.corpus import ASKED, HOW_FAR, STATE, Keys, said, scalar, walk
from bench.mutation.mutators.edits import REFERENCE
from gollanma.source import Document, Scalar

PREFIXES = {
    "service": "SV",
    "sop": "SP",
    "step": "ST",
    "form": "F",
    "role": "R",
    "indicator": "I",
}
"""Kinds of records in the slice, and how their names begin where no national code names them."""
FOLDERS = {f"{kind}s": kind for kind in PREFIXES if kind != "step"}
RECORDS = tuple(f"normative/{each}/" for each in FOLDERS)
SPOKEN = "ru"
"""The language of what is written in one: most authors wrote in it."""
UNSAID = frozenset({"id", "code", "version"})
"""Fields that are no field of a peer: its name, and what every change must raise."""
T = TypeVar("T")
INLINE = re.compile(r"\[\[(?P<target>[^\]|~]+)(?:[|~](?P<words>[^\]]*))?\]\]")


@dataclass(frozen=True, slots=True)
class Record:
    """A service, procedure, step, form, role or indicator, as tools for requirements know it."""

    kind: str
    name: str
    """By which it is linked to: its national code where it has one."""
    path: str
    """Of the file in which we keep it."""
    fields: Mapping[str, str]
    links: Mapping[str, tuple[str, ...]]
    """Names of records by the field that leads to them."""
    mentions: tuple[str, ...]
    """Names of records to which its prose leads."""
    reviewed: Mapping[str, str]
    """By the name of a record, the stamp that it had when this one was looked at."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary, as SKOS knows a concept."""

    name: str
    path: str
    labels: tuple[tuple[str, str, str], ...]
    """Language, word and status of each."""
    definition: Mapping[str, str]
    links: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in several languages, as tools for translators know it."""

    name: str
    path: str
    words: Mapping[str, str]
    stale: frozenset[str]
    """Languages whose words were made from others than those that stand now."""


@dataclass(frozen=True)
class Content:
    """The slice of some files."""

    documents: Mapping[str, Document]
    codes: tuple[str, ...]
    clean: "Content | None" = None
    """From which what did not change is taken."""

    @property
    def records(self) -> tuple[Record, ...]:
        """The records of the kinds in the slice, each procedure before its steps."""
        return tuple(one for each in self.recorded.values() for one in each)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words of the glossary."""
        return tuple(self.worded.values())

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The texts of the records in the slice."""
        return tuple(one for each in self.paired.values() for one in each)

    @cached_property
    def files(self) -> tuple[Document, ...]:
        """The files of records in the slice."""
        return tuple(each for path, each in self.documents.items() if folder(path) in FOLDERS)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The names of records by their keys."""
        return {key: each for file in self.files for key, each in _names(file)}

    @cached_property
    def recorded(self) -> Mapping[str, tuple[Record, ...]]:
        """The records of each file."""
        known = self.clean.recorded if self.clean and self.clean.names == self.names else {}
        return self._read(
            self.files, known, lambda each: tuple(_Reader(self, each, self.names).records())
        )

    @cached_property
    def worded(self) -> Mapping[str, Term]:
        """The term of each file."""
        files = (each for path, each in self.documents.items() if path.startswith("glossary/"))
        return self._read(files, self.clean.worded if self.clean else {}, self._term)

    @cached_property
    def paired(self) -> Mapping[str, tuple[Pair, ...]]:
        """The texts of each file."""
        known = self.clean.paired if self.clean else {}
        return self._read(self.files, known, lambda each: tuple(self._texts(each)))

    def _read(
        self, files: Iterable[Document], known: Mapping[str, T], read: Callable[[Document], T]
    ) -> dict[str, T]:
        """Read files, but for those that the clean slice holds as they are."""
        return {
            each.path: known[each.path]
            if each.path in known and self._is_as_before(each)
            else read(each)
            for each in files
        }

    def _is_as_before(self, document: Document) -> bool:
        """Tell whether a file and what the state says of it are those of the clean slice."""
        before = self.clean.documents if self.clean else {}
        told = (self.state(each, document.path) for each in ("reviewed", "translated"))
        return before.get(document.path) is document and not any(told)

    def state(self, of: str, path: str) -> Document | None:
        """Give the file of the state that tells something of a record."""
        kind = FOLDERS.get(folder(path), "")
        return self.documents.get(f"{STATE}{of}/{kind}/{path.rpartition('/')[2]}")

    def _term(self, document: Document) -> Term:
        labels, links = [], dict[str, tuple[str, ...]]()
        for keys, node in walk(document):
            if isinstance(node, Scalar) and keys[0] == "labels" and keys[-1] == "label":
                status = scalar(document, (*keys[:-1], "status")) or "preferred"
                labels.append((str(keys[1]), node.value, status))
            if isinstance(node, Scalar) and node.value.startswith("term/"):
                links[str(keys[0])] = (*links.get(str(keys[0]), ()), _slug(node.value))
        words = {code: scalar(document, ("definition", code)) for code in self.codes}
        known = {code: each for code, each in words.items() if each}
        return Term(_slug(document.path), document.path, tuple(labels), known, links)

    def _texts(self, document: Document) -> Iterator[Pair]:
        translated = self.state("translated", document.path)
        for keys, node in walk(document):
            words = said(node, self.codes)
            if words and HOW_FAR not in keys and ASKED not in keys:
                where = ".".join(map(str, keys))
                name = f"{folder(document.path)}/{_slug(document.path)}:{where}"
                yield Pair(name, document.path, words, _stale(translated, keys))


def _stale(translated: Document | None, keys: Keys) -> frozenset[str]:
    """Give the languages of which the state says that they were made from other words.

    The corpus itself has no such state: it is there where a mistake put it.
    """
    stamps = translated.value("translated", *keys) if translated else None
    return frozenset(map(str, stamps)) if isinstance(stamps, dict) else frozenset()


def folder(path: str) -> str:
    """Give the folder of records in which a file lies."""
    parts = path.split("/")
    return parts[1] if parts[0] == "normative" and len(parts) == len("nfs") else ""


def _slug(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".yml")


def name_of(key: str) -> str:
    """Give the name of a record without a national code."""
    record, _, step = key.partition("#")
    kind, _, slug = record.partition("/")
    words = "".join(each.capitalize() for each in (*slug.split("-"), *step.split("-")))
    return f"{PREFIXES['step' if step else kind]}-{words}"


def _names(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the keys of the records of a file with their names."""
    key = f"{FOLDERS[folder(document.path)]}/{_slug(document.path)}"
    yield key, scalar(document, ("code",)) or name_of(key)


@dataclass
class _Part:
    """A record while its file is read."""

    kind: str
    name: str
    fields: dict[str, str] = field(default_factory=dict)
    links: dict[str, tuple[str, ...]] = field(default_factory=dict)
    mentions: dict[str, None] = field(default_factory=dict)
    said: set[tuple[Keys, str]] = field(default_factory=set)
    """Lists, and what stands in them: a record that a list names twice is linked to twice."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the record of a file, and its steps."""

    content: Content
    document: Document
    names: Mapping[str, str]

    def records(self) -> Iterator[Record]:
        """Yield the record and its steps."""
        kind = FOLDERS[folder(self.document.path)]
        key = f"{kind}/{_slug(self.document.path)}"
        parts = {"": _Part(kind, self.names[key])}
        for keys, node in walk(self.document):
            part = self._part(parts, key, keys)
            inner = keys[2:] if keys[:1] == ("steps",) else keys
            words = said(node, self.content.codes)
            if words and HOW_FAR not in keys and ASKED not in keys:
                self._read_text(part, inner, words.get(SPOKEN, ""))
            elif isinstance(node, Scalar) and not set(keys) & {*self.content.codes, ASKED}:
                self._read_scalar(part, inner, node.value)
        for each in parts.values():
            own = self._reviewed() if each.kind != "step" else {}
            yield Record(
                each.kind,
                each.name,
                self.document.path,
                each.fields,
                each.links,
                tuple(each.mentions),
                own,
            )

    def _part(self, parts: dict[str, _Part], key: str, keys: Keys) -> _Part:
        """Give the record to which a value belongs: that of the file, or a step."""
        if keys[:1] != ("steps",) or len(keys) == 1:
            return parts[""]
        step = scalar(self.document, (*keys[:2], "id")) or f"n{keys[1]}"
        if step not in parts:
            parts[step] = _Part("step", name_of(f"{key}#{step}"))
            parts[step].links["sop"] = (parts[""].name,)
        return parts[step]

    def _read_text(self, part: _Part, keys: Keys, words: str) -> None:
        targets = (self._name(each["target"]) for each in INLINE.finditer(words))
        part.mentions.update(dict.fromkeys(filter(None, targets)))
        if len(keys) == 1:
            plain = INLINE.sub(lambda each: each["words"] or "…", words)
            part.fields[str(keys[0])] = " ".join(plain.split())

    def _read_scalar(self, part: _Part, keys: Keys, value: str) -> None:
        name = self._name(value)
        if name:
            last = next(each for each in reversed(keys) if isinstance(each, str))
            before, place = part.links.get(last, ()), (keys[:-1], value)
            if name not in before or place in part.said:
                part.links[last] = (*before, name)
            part.said.add(place)
        elif len(keys) == 1 and keys[0] not in UNSAID and not REFERENCE.fullmatch(value):
            part.fields[str(keys[0])] = value

    def _name(self, value: str) -> str:
        """Give the name of the record to which a value leads; nothing where it is none of ours."""
        match = REFERENCE.fullmatch(value)
        kind = value.partition("/")[0]
        if match is None or kind not in PREFIXES:
            return ""
        step = match["fragment"] or ""
        if kind == "sop" and step and "." not in step:
            return name_of(f"{match['record']}#{step}")
        return self.names.get(match["record"]) or name_of(match["record"])

    def _reviewed(self) -> dict[str, str]:
        state = self.content.state("reviewed", self.document.path)
        rows = state.value("reviewed") if state else None
        found = rows if isinstance(rows, list) else []
        named = {self._name(str(each["part"])): str(each["stamp"]) for each in found}
        return {name: stamp for name, stamp in named.items() if name}
