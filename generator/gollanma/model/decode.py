"""From a file's tree to a frozen record; each mistake is a finding at its place.

A tree decodes exactly when its JSON form validates against the kind's JSON Schema. Rules over two
fields are checks, not decoding.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gollanma.diagnostics import Diagnostic, Severity, Value
from gollanma.model.base import Part
from gollanma.model.refs import REFERENCE_PATTERN
from gollanma.model.scalars import (
    COUNTRY_PATTERN,
    FRAGMENT_PATTERN,
    SITE_PATTERN,
    SLUG_PATTERN,
    VERSION_PATTERN,
    WORDS_PATTERN,
)
from gollanma.model.spelling import stranger_in
from gollanma.model.walk import Path, slots
from gollanma.source import Ambiguous, Document

P = TypeVar("P", bound=Part)
Says = tuple[str, str, Mapping[str, Value]]
"""Code, key of the sentence, values."""

NOTHING = object()
"""Stands where a path leads nowhere; None is a value."""
ON_KEY = frozenset({"extra_forbidden", "language_unknown"})
"""Errors that speak of a field's name."""
EXPECTED = {
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "tuple_type": "list",
    "string_type": "text",
}
SHAPES = {
    "day_shape": "day-shape",
    "day_unknown": "day-unknown",
    "whole_shape": "whole-shape",
    "amount_shape": "amount-shape",
    "flag_shape": "flag-shape",
    "reference_shape": "reference-shape",
    "language_unknown": "language-unknown",
    "too_short": "empty",
    "string_too_long": "too-long",
}
PATTERNS = {
    SLUG_PATTERN: "slug-shape",
    FRAGMENT_PATTERN: "slug-shape",
    VERSION_PATTERN: "version-shape",
    WORDS_PATTERN: "blank",
    SITE_PATTERN: "address-shape",
    COUNTRY_PATTERN: "country-shape",
}
NAMES = frozenset({"slug-shape", "reference-shape"})
"""Sentences about ids and references."""


def decode(
    kind: type[P], document: Document, languages: Sequence[str]
) -> tuple[P | None, tuple[Diagnostic, ...]]:
    """Give the record that a file writes, or None with what stands in the way."""
    plain = document.plain()
    try:
        return kind.model_validate(plain, context={"languages": tuple(languages)}), ()
    except ValidationError as error:
        return None, tuple(_findings(kind, document, plain, error, languages))


def _findings(
    kind: type[Part],
    document: Document,
    plain: object,
    error: ValidationError,
    languages: Sequence[str],
) -> Iterator[Diagnostic]:
    details = [(_existing(plain, each), each) for each in error.errors(include_url=False)]
    places = [_place(path, detail) for path, detail in details]
    seen: set[Path] = set()
    for place, (path, detail) in zip(places, details, strict=True):
        if place in seen or any(_is_below(other, place) for other in places):
            continue  # a union reports each of its members
        seen.add(place)
        code, key, values = _says(kind, detail, path, languages)
        on_key = detail["type"] in ON_KEY or _is_null(detail["input"])
        span = document.key_span(*path) if on_key else document.span(*path)
        yield Diagnostic(span, code, Severity.ERROR, key, values)


def _place(path: Path, detail: ErrorDetails) -> Path:
    """Give what an error is about: a field that is missing has a place of its own."""
    is_missing = detail["type"] == "missing" and detail["loc"][:-1] == path
    return (*path, *detail["loc"][-1:]) if is_missing else path


def _is_below(path: Path, above: Path) -> bool:
    return len(path) > len(above) > 0 and path[: len(above)] == above


def _is_null(given: object) -> bool:
    return isinstance(given, Ambiguous) and given.reading == "null"


def _existing(plain: object, detail: ErrorDetails) -> Path:
    """Give the error's path as the file has it, without the names that pydantic puts in."""
    path: list[str | int] = []
    value = plain
    for key in detail["loc"]:
        inner = _inside(value, key)
        if inner is not NOTHING:
            path.append(key)
            value = inner
    return tuple(path)


def _inside(value: object, key: str | int) -> object:
    if isinstance(value, dict):
        return value.get(key, NOTHING)
    is_index = isinstance(value, list) and isinstance(key, int) and key < len(value)
    return value[key] if is_index else NOTHING  # type: ignore[index]


def _says(kind: type[Part], detail: ErrorDetails, path: Path, languages: Sequence[str]) -> Says:
    name, given = detail["type"], detail["input"]
    says: Says
    match name:
        case "extra_forbidden":
            says = "SCH001", "unknown-field", _nearest(str(path[-1]), _fields(kind, path[:-1]))
        case "missing":
            says = "SCH003", "missing", {"field": str(detail["loc"][-1])}
        case "enum" | "literal_error":
            says = "SCH002", "not-in-list", _nearest(_shown(given), _choices(detail))
        case "string_pattern_mismatch":
            pattern = detail["ctx"]["pattern"]
            says = _misspelled(PATTERNS.get(pattern, "shape"), _shown(given), pattern)
        case "reference_shape":
            says = _misspelled(SHAPES[name], _shown(given), REFERENCE_PATTERN)
        case "language_unknown":
            says = "SCH001", SHAPES[name], _nearest(_shown(given), languages)
        case _ if isinstance(given, Ambiguous) and name in EXPECTED:
            says = _ambiguous(given, name)
        case _:
            key = SHAPES.get(name) or f"expected-{EXPECTED[name]}"
            says = "SCH001", key, {"value": _shown(given)}
    return says


def _misspelled(key: str, given: str, pattern: str) -> Says:
    values: dict[str, Value] = {"value": given}
    stranger = stranger_in(given, pattern) if key in NAMES else None
    return ("SCH001", "letter", {**values, **stranger}) if stranger else ("SCH001", key, values)


def _ambiguous(given: Ambiguous, name: str) -> Says:
    if _is_null(given):
        return "SCH001", "empty", {"value": given.text}
    if name == "string_type":
        return "SRC003", given.reading, {"value": given.text}
    return "SCH001", f"expected-{EXPECTED[name]}", {"value": given.text}


def _choices(detail: ErrorDetails) -> list[str]:
    return [each.strip("'") for each in detail["ctx"]["expected"].replace(" or ", ", ").split(", ")]


def _nearest(given: str, known: Sequence[str]) -> dict[str, Value]:
    near = get_close_matches(given, known, n=1, cutoff=0.6)
    return {"value": given, "near": near[0] if near else "", "known": ", ".join(known)}


def _fields(kind: type[Part], path: Path) -> list[str]:
    part = part_at(kind, path)
    return [slot.key for slot in slots(part)] if part else []


def part_at(kind: type[Part], path: Path) -> type[Part] | None:
    """Give the class of the part that stands at a path of the file."""
    here: type[Part] | None = kind
    for key in path:
        if isinstance(key, int) or here is None:
            continue
        field = next((slot.name for slot in slots(here) if slot.key == key), None)
        here = _part_in(here.model_fields[field].annotation) if field else None
    return here


def _part_in(annotation: Any) -> type[Part] | None:  # noqa: ANN401 - types are objects of any kind
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    inner = (_part_in(each) for each in getattr(annotation, "__args__", ()))
    return next((each for each in inner if each is not None), None)


def _shown(given: object) -> str:
    if isinstance(given, Ambiguous):
        return given.text
    return given if isinstance(given, str) else ""
