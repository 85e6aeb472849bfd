"""Records of every kind, made by walking the model: no field is forgotten when one is added."""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from gollanma.model import Library, Part, Record, Ref, Text
from gollanma.model.decode import decode
from gollanma.model.kinds import KINDS, Act, Comment, Edition
from gollanma.model.places import Place, place_of
from gollanma.model.refs import Kinds
from gollanma.model.scalars import (
    Amount,
    Day,
    Flag,
    Fragment,
    LanguageCode,
    Slug,
    Version,
    Whole,
    Words,
)
from gollanma.source import read_text
from tests.views.rich import rich

LANGUAGES = ("tk", "ru", "en")
HEAD = frozenset({"sensitivity", "quick_exit", "sample", "code", "status", "version", "lint"})
"""Fields of the head that a test sets itself."""
DEEPEST = 9
"""Levels of parts inside parts; provisions would go on for ever."""
PLAIN = (Amount, Day, Flag, Fragment, LanguageCode, Slug, Version, Whole, Words)
T = TypeVar("T")


class Maker(ABC):
    """Decides what stands in each field."""

    @abstractmethod
    def has(self, part: type[Part], name: str) -> bool:
        """Say whether an optional field is there."""

    @abstractmethod
    def choice(self, options: Sequence[T]) -> T:
        """Choose one of several."""

    @abstractmethod
    def scalar(self, name: str, kind: object) -> object:
        """Give a value of one of the plain kinds, as JSON writes it."""

    @abstractmethod
    def text(self, name: str) -> Mapping[str, str]:
        """Give words."""

    @abstractmethod
    def ref(self, name: str, kinds: tuple[str, ...]) -> str:
        """Give a reference to one of these kinds; to any, where none is named."""

    def items(self, hint: Any, make: Callable[[], object]) -> list[object]:  # noqa: ARG002
        """Give the entries of a list."""
        return [make()]

    def part(self, kind: type[Part], depth: int = 0) -> dict[str, object]:
        """Give a part as its file has it."""
        hints = get_type_hints(kind, include_extras=True)
        made: dict[str, object] = {}
        for name, field in kind.model_fields.items():
            if depth == 0 and issubclass(kind, Record) and name in HEAD:
                continue
            if field.is_required() or (depth < DEEPEST and self.has(kind, name)):
                marks = next((each.names for each in field.metadata if isinstance(each, Kinds)), ())
                made[field.alias or name] = self.value(name, hints[name], marks, depth)
        return made

    def value(self, name: str, hint: Any, kinds: tuple[str, ...], depth: int) -> object:
        """Give a value of a field's type."""
        if hint in PLAIN:
            return self.scalar(name, hint)
        if hint is Text:
            return dict(self.text(name))
        if hint is Ref:
            return self.ref(name, kinds)
        if isinstance(hint, type):
            return self.own(hint, depth)
        return self.several(name, hint, kinds, depth)

    def own(self, kind: type[Any], depth: int) -> object:
        """Give a value of a type of ours: an entry of a list of choices, or a part."""
        if issubclass(kind, Enum):
            return self.choice([each.value for each in kind])
        assert issubclass(kind, Part), kind
        return self.part(kind, depth + 1)

    def several(self, name: str, hint: Any, kinds: tuple[str, ...], depth: int) -> object:
        """Give a value of a type that is made of others."""
        origin, args = get_origin(hint), get_args(hint)
        if origin is Literal:
            return self.choice(args)
        if origin is tuple:
            return self.items(args[0], lambda: self.value(name, args[0], kinds, depth))
        if isinstance(origin, type) and issubclass(Mapping, origin):
            return {code: self.value(name, args[1], kinds, depth) for code in LANGUAGES}
        options = [each for each in args if each is not type(None)]
        chosen = args[0] if origin is Annotated else self.choice(options)
        return self.value(name, chosen, kinds, depth)


def place(kind: type[Record], slug: str, edition: str = "2020-01-01") -> str:
    """Give the path of the file of a record."""
    if kind is Act:
        return f"normative/acts/{slug}/act.yml"
    if kind is Edition:
        return f"normative/acts/{slug}/editions/{edition}.yml"
    if kind is Comment:
        return f"normative/acts/{slug}/comments/{slug}.yml"
    return (
        f"glossary/{slug}.yml"
        if kind.folder == "glossary"
        else f"normative/{kind.folder}/{slug}.yml"
    )


def written(tree: Mapping[str, object]) -> str:
    """Write a record; JSON is YAML too."""
    return json.dumps(tree, ensure_ascii=False, indent=1)


@cache
def whole() -> Library:
    """Give the rich project's library, read once."""
    return rich().library


@cache
def record(path: str, text: str) -> tuple[str, Record]:
    """Give the key and the record of a file that decodes."""
    found = place_of(path)
    assert isinstance(found, Place)
    made, wrong = decode(found.kind, read_text(path, text.encode()), LANGUAGES)
    assert made is not None, (wrong, text)
    return found.key, made


def library_with(files: dict[str, str]) -> Library:
    """Give the rich project's library with records of these files."""
    added = dict(record(path, text) for path, text in files.items())
    library = whole()
    return replace(library, records=dict(sorted({**library.records, **added}.items())))


__all__ = [
    "KINDS",
    "LANGUAGES",
    "Maker",
    "library_with",
    "place",
    "record",
    "whole",
    "written",
]
