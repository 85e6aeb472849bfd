"""What may stand at a place of a file: fields, words of a list, references; for editors."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from gollanma.model.base import Part
from gollanma.model.decode import part_at
from gollanma.model.refs import REFERENCE_PATTERN
from gollanma.model.scalars import FRAGMENT_PATTERN, SLUG_PATTERN
from gollanma.model.schema import json_schema
from gollanma.model.walk import Path, slots

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """A field or a word that may stand at a place."""

    name: str
    about: str = ""
    """What the model says of it; empty where it says nothing."""
    is_plain: bool = False
    """What stands in the field is one value, not a list or a map."""
    is_needed: bool = False
    """Without it nothing can be read, whatever the status."""


@dataclass(frozen=True, slots=True)
class Options:
    """What may stand at a place."""

    fields: tuple[Choice, ...]
    words: tuple[str, ...]
    kinds: tuple[str, ...] | None
    """To which a reference may point, empty for all; None where none may stand."""
    is_text: bool
    """Words of each language stand there."""
    sorts: frozenset[str] = frozenset()
    """What JSON Schema calls what may stand there; days are a `date`, short names a `slug`."""


def options_at(kind: type[Part], path: Path, languages: Sequence[str]) -> Options:
    """Give what may stand at a path of a file of a kind; nothing where nothing may."""
    whole = _whole(kind, tuple(languages))
    here = [whole]
    for key in path:
        here = [below for each in here for below in _below(whole, each, key)]
    plain = [each for one in here for each in _members(whole, one)]
    items = [each for one in plain for each in _members(whole, one.get("items", {}))]
    is_reference = any(each.get("pattern") == REFERENCE_PATTERN for each in (*plain, *items))
    return Options(
        tuple({each.name: each for one in plain for each in _fields(whole, one)}.values()),
        tuple(dict.fromkeys(word for each in (*plain, *items) for word in _words(each))),
        _kinds(kind, path) if is_reference else None,
        any("propertyNames" in each and "additionalProperties" in each for each in plain),
        frozenset(map(_sort, plain)),
    )


def _sort(schema: Schema) -> str:
    if schema.get("pattern") in {SLUG_PATTERN, FRAGMENT_PATTERN}:
        return "slug"
    return str(schema.get("format", schema.get("type", "string")))


@lru_cache(maxsize=64)
def _whole(kind: type[Part], languages: tuple[str, ...]) -> Schema:
    return json_schema(kind, languages)


def _members(whole: Schema, schema: Schema) -> Iterator[Schema]:
    """Yield a schema without its detours: each member of a choice for itself."""
    if "$ref" in schema:
        yield from _members(whole, whole["$defs"][schema["$ref"].rpartition("/")[2]])
    inner = [*schema.get("anyOf", ()), *schema.get("allOf", ())]
    for each in inner:
        yield from _members(whole, each)
    if not inner and "$ref" not in schema:
        yield schema


def _below(whole: Schema, schema: Schema, key: str | int) -> Iterator[Schema]:
    for each in _members(whole, schema):
        inner: Any = None
        if isinstance(key, int):
            inner = each.get("items")
        elif key in each.get("properties", {}):
            inner = each["properties"][key]
        elif "properties" not in each:
            inner = each.get("additionalProperties")
        if isinstance(inner, dict):
            yield inner


def _fields(whole: Schema, schema: Schema) -> Iterator[Choice]:
    for name, each in schema.get("properties", {}).items():
        types = {one.get("type", "string") for one in _members(whole, each)}
        is_plain, is_needed = not types & {"array", "object"}, name in schema.get("required", ())
        yield Choice(name, each.get("description", ""), is_plain, is_needed)
    for names in _members(whole, schema.get("propertyNames", {})):
        yield from (Choice(name) for name in names.get("enum", ()))


def _words(schema: Schema) -> Iterator[str]:
    if schema.get("type") == "boolean":
        yield from ("true", "false")
    yield from (each for each in schema.get("enum", ()) if isinstance(each, str))
    if isinstance(schema.get("const"), str):
        yield schema["const"]


def _kinds(kind: type[Part], path: Path) -> tuple[str, ...]:
    names = [each for each in path if isinstance(each, str)]
    part = part_at(kind, tuple(names[:-1])) if names else None
    found = (slot.kinds for slot in slots(part) if slot.key == names[-1]) if part else ()
    return next(iter(found), ())
