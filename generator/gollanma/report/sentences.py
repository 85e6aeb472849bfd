"""A finding in the words of a language: message, hint, and the way to its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gollanma.diagnostics import Diagnostic, Severity, Span, Value
from gollanma.languages import Language
from gollanma.model import Library
from gollanma.model.walk import at

SEPARATOR = " > "


@dataclass(frozen=True, slots=True)
class Note:
    """A second place, in words."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """A finding as a person reads it."""

    span: Span
    code: str
    severity: Severity
    message: str
    hint: str
    where: str
    """Record, step and field by their names; empty where there is no record."""
    related: tuple[Note, ...]


def put_into_words(found: Diagnostic, language: Language, library: Library | None = None) -> Report:
    """Give a finding in a language; the library lends the names of records and steps."""
    values = spoken(found.values, language.code)
    related = tuple(
        Note(
            each.span,
            language.message(found.code, each.key, spoken(each.values, language.code)),
        )
        for each in found.related
    )
    return Report(
        found.span,
        found.code,
        found.severity,
        language.message(found.code, found.key, values),
        _hint(found, language, values),
        SEPARATOR.join(_way(found.where, language, library)),
        related,
    )


def _hint(found: Diagnostic, language: Language, values: Mapping[str, str | int]) -> str:
    """Give what to do; where a nearest name is known, the sentence that offers it."""
    near = f"{found.code}.says.{found.key}.near"
    if values.get("near") and language.says(near):
        return language.say(near, **values)
    return language.hint(found.code, found.key, values)


def spoken(values: Mapping[str, Value], code: str) -> dict[str, str | int]:
    """Give the values of a sentence with the words of a language where they have several."""
    return {key: _one(value, code) for key, value in values.items()}


def _one(value: Value, code: str) -> str | int:
    if isinstance(value, str | int):
        return value
    return value.get(code) or next(iter(value.values()), "")


def _way(where: tuple[str, ...], language: Language, library: Library | None) -> Iterator[str]:
    if not where:
        return
    key, *path = where
    record = library.records.get(key) if library else None
    if library is None or record is None:
        yield key
        return
    kind = language.kind_word(key.partition("/")[0])
    yield f"{kind} {_one(library.name(key), language.code)}".strip()
    edition = key.partition("@")[2]
    if edition:
        yield edition
    value: object = record
    for name in path:
        value = _inside(value, int(name) if name.isdigit() else name)
        yield _part_name(value, name, language)


def _inside(value: object, key: str | int) -> object:
    """Give what a value holds under a key; None where the field is missing."""
    try:
        return at(value, (key,))  # type: ignore[arg-type]
    except (KeyError, IndexError, StopIteration):
        return None


def _part_name(value: object, name: str, language: Language) -> str:
    title = getattr(value, "title", None) or getattr(value, "name", None)
    if isinstance(title, Mapping) and title:
        return str(_one(title, language.code))
    own = getattr(value, "id", None)
    if isinstance(own, str):
        return own
    if name.isdigit():
        return str(int(name) + 1)
    word = f"field.{name}"
    return language.say(word) if language.says(word) else name
