"""A project of any number of records, made of this one: copies of its records in other words.

A copy has ids, references and a glossary of its own, so that the checks find as little in it as
here. Some words begin with other letters in each copy: the more records, the more words, as in any
collection of texts. Words that the language packs know stay, for the checks live by them.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench.mutation.corpus import PROJECT_FILE, STATE, Corpus, Keys, corpus, walk
from gollanma.model.places import LONGEST_SLUG, Place, place_of
from gollanma.source import Document
from gollanma.source import tree as nodes

CONSONANTS = {
    "tk": "bçdghjklmnprsştwýz",
    "ru": "бвгджзклмнпрстфхцчш",
    "en": "bcdfghklmnprstvw",
}
"""What a word may begin with in another copy."""
VOWELS = {"tk": "aäeioöuüy", "ru": "аеёиоуыэюя", "en": "aeiou"}
"""What a word begins with that gets another letter before it."""
NAMING = frozenset({"title", "name", "short_title", "heading"})
"""Fields by which a record or a part of it is known: a copy has others."""
CODE = re.compile(r"\b[A-Z]+-[0-9]+\b")
WORD = re.compile(r"\[\[[^\]]*\]\]|[^\W\d_]+")
BEGINNING = 4
"""Words that share so many letters at their beginning change alike: forms of one word."""
SHARE = 0.1
"""Of the beginnings that are no label, so many change in a copy: 16 copies have about 5 times the
words of one, as Heaps' law has it with an exponent of 0.6."""
REFERENCE = re.compile(r"\b[a-z]+/[a-z0-9-]+")
PACKS = Path(__file__).resolve().parents[2] / "generator" / "gollanma" / "languages"
OF_LETTERS = frozenset({"stems.toml", "tongue.toml"})
"""Tables of a pack that hold no words of texts."""


@dataclass(frozen=True)
class Multiplied:
    """A project that is multiplied."""

    corpus: Corpus
    codes: tuple[str, ...]

    @cached_property
    def records(self) -> Mapping[str, Document]:
        """The files of records by their keys, in the order of their paths."""
        places = ((place_of(path), each) for path, each in self.corpus.documents.items())
        return {
            place.key: each
            for place, each in places
            if isinstance(place, Place) and not each.path.startswith(STATE)
        }

    @cached_property
    def kept(self) -> Mapping[str, frozenset[str]]:
        """The beginnings of words that a pack knows."""
        return {code: frozenset(_beginnings(_pack(code))) for code in self.codes}

    @cached_property
    def names(self) -> Mapping[str, frozenset[str]]:
        """The beginnings of words by which terms, records and their parts are known.

        Of a label whose words are all known to a pack, the first changes all the same.
        """
        found: dict[str, set[str]] = {code: set() for code in self.codes}
        for each in self.corpus.of():
            for keys, node in walk(each):
                code = self._language(keys)
                if code and isinstance(node, nodes.Scalar):
                    new = list(_beginnings(node.value))
                    if keys[0] == "labels":
                        found[code].update({*new} - self.kept[code] or new[:1])
                    elif NAMING.intersection(map(str, keys)):
                        found[code].update({*new} - self.kept[code])
        return {code: frozenset(each) for code, each in found.items()}

    @cached_property
    def numbered(self) -> frozenset[str]:
        """The codes by which people ask for a record."""
        codes = (each.value("code") for each in self.records.values())
        return frozenset(each for each in codes if isinstance(each, str))

    def files(self, count: int) -> Iterator[tuple[str, str]]:
        """Yield the paths and texts of so many records; the first are as they stand here.

        What the last copy has no room for is looked for among the records that stand here.
        """
        keys = list(self.records)
        for number in range(-(-count // len(keys))):
            copied = frozenset(keys[: count - number * len(keys)])
            for key in keys:
                if key in copied:
                    yield self._file(key, number, copied)

    def _file(self, key: str, number: int, copied: frozenset[str]) -> tuple[str, str]:
        document = self.records[key]
        if not number:
            return document.path, document.text
        renamed = {each.partition("@")[0] for each in copied}
        text = self._in_other_words(document, number)

        def name(match: re.Match[str]) -> str:
            kind, _, slug = match[0].partition("/")
            return f"{kind}/{_named(slug, number)}" if match[0] in renamed else match[0]

        def code(match: re.Match[str]) -> str:
            return f"{match[0]}{number:02}" if match[0] in self.numbered else match[0]

        return _path(document.path, number), REFERENCE.sub(name, CODE.sub(code, text))

    def _in_other_words(self, document: Document, number: int) -> str:
        pieces, done = [], 0
        for keys, node in walk(document):
            code = self._language(keys)
            if code and isinstance(node, nodes.Scalar):
                written = document.text[node.start : node.end]
                pieces += [document.text[done : node.start], self._changed(written, code, number)]
                done = node.end
        return "".join((*pieces, document.text[done:]))

    def _language(self, keys: Keys) -> str | None:
        """Give the language of the words at some keys; None where no words of one stand there."""
        code = next((each for each in self.codes if each in keys), None)
        return None if keys[:1] == ("translations",) or keys[-1:] == ("status",) else code

    def _changed(self, written: str, code: str, number: int) -> str:
        def change(match: re.Match[str]) -> str:
            return self._other(match[0], code, number)

        return WORD.sub(change, written)

    def _other(self, word: str, code: str, number: int) -> str:
        beginning = word[:BEGINNING].lower()
        if len(word) < BEGINNING or not word[1:].islower():
            return word
        is_other = beginning in self.names[code] or (
            beginning not in self.kept[code] and _lot(f"{code} {number} {beginning}") < SHARE
        )
        return _beginning_otherwise(word, code, number) if is_other else word


def _beginning_otherwise(word: str, code: str, number: int) -> str:
    letters, first, rest = CONSONANTS[code], word[0].lower(), word[1:]
    if first in VOWELS[code]:
        first, rest = letters[0], word.lower()
    elif first not in letters:
        return word
    other = letters[(letters.index(first) + number) % len(letters)] + rest
    return other.capitalize() if word[0].isupper() else other


def _lot(words: str) -> float:
    """Give a number from 0 to 1, the same for the same words."""
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:4]) / 2**32


def _beginnings(text: str) -> Iterator[str]:
    words = (each for each in WORD.findall(text) if len(each) >= BEGINNING)
    return (each[:BEGINNING].lower() for each in words)


def _pack(code: str) -> str:
    tables = sorted(each for each in (PACKS / code).glob("*.toml") if each.name not in OF_LETTERS)
    return "\n".join(each.read_text(encoding="utf-8") for each in tables)


def _path(path: str, number: int) -> str:
    """Give the file of a copy: its record has another name, and the act of an edition too."""
    *folders, last = path.removesuffix(".yml").split("/")
    match folders:
        case [records, "acts", act, *inner]:
            name = _named(last, number) if inner == ["comments"] else last
            folders = [records, "acts", _named(act, number), *inner]
        case _:
            name = _named(last, number)
    return "/".join((*folders, f"{name}.yml"))


def _named(slug: str, number: int) -> str:
    """Give a slug of a copy, shortened where a slug may not be longer."""
    end = f"-{number}"
    return slug[: LONGEST_SLUG - len(end)].rstrip("-") + end


def write(root: Path, source: Path, count: int) -> int:
    """Write a project of so many records; give how many bytes they have."""
    known = corpus(source)
    size = 0
    others = {PROJECT_FILE: (source / PROJECT_FILE).read_text(encoding="utf-8")}
    for path, text in (*others.items(), *Multiplied(known, known.codes).files(count)):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
        size += len(text.encode())
    return size
