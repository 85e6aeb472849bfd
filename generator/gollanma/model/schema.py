"""JSON Schemas of the kinds, for editors: committed, and compared with the model by a test."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from gollanma.model.base import Part
from gollanma.model.kinds import KINDS, Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import Project
from gollanma.model.scalars import AMOUNT, DAY, FRAGMENT_PATTERN
from gollanma.source import Ambiguous

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MARK = "x-gollanma"
NULL = {"type": "null"}
HEAD, CHAPTER = "edition-head", "chapter"
"""The schemas of the files of a long edition."""


def json_schema(kind: type[Part], languages: Sequence[str]) -> dict[str, Any]:
    """Give the JSON Schema of a kind for a project with these languages."""
    schema = kind.model_json_schema(by_alias=True)
    return {"$schema": DIALECT, **_spoken(schema, tuple(languages))}


def schemas(languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the file name and the text of every schema."""
    named: dict[str, type[Part]] = {each.kind: each for each in KINDS}
    named["project"] = Project
    named[CHAPTER] = Provision
    for name, kind in named.items():
        yield f"{name}.json", _as_text(json_schema(kind, languages))
    yield f"{HEAD}.json", _as_text(_naming_chapters(json_schema(Edition, languages)))


def _as_text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _naming_chapters(schema: dict[str, Any]) -> dict[str, Any]:
    """Let the text of an edition name chapters that have files of their own."""
    body = schema["properties"]["body"]
    name = {"type": "string", "pattern": FRAGMENT_PATTERN}
    either = {**body, "items": {"anyOf": [body["items"], name]}}
    return {**schema, "properties": {**schema["properties"], "body": either}}


def json_form(plain: object) -> object:
    """Give a file as an editor's validator sees it.

    A plain scalar that is a number of ours is a number, `true` and `false` are flags, a day is a
    string; any other plain scalar that YAML would turn into something is nothing.
    """
    if isinstance(plain, dict):
        return {key: json_form(each) for key, each in plain.items()}
    if isinstance(plain, list):
        return [json_form(each) for each in plain]
    return _scalar(plain) if isinstance(plain, Ambiguous) else plain


def _scalar(plain: Ambiguous) -> object:
    if plain.text in {"true", "false"}:
        return plain.text == "true"
    if AMOUNT.fullmatch(plain.text):
        return json.loads(plain.text)
    return plain.text if DAY.fullmatch(plain.text) else None


def _spoken(value: Any, languages: tuple[str, ...]) -> Any:  # noqa: ANN401 - JSON
    """Put the project's languages where the model leaves them open, and take out null.

    A field without a value is left out; `null` is never written.
    """
    if isinstance(value, list):
        return [_spoken(each, languages) for each in value if each != NULL]
    if not isinstance(value, dict):
        return value
    mark = value.get(MARK)
    plain = {
        key: _spoken(each, languages)
        for key, each in value.items()
        if key != MARK and not (key == "default" and each is None)
    }
    if len(plain.get("anyOf", ())) == 1:
        plain = {**plain.pop("anyOf")[0], **plain}
    if mark == "language":
        return {**plain, "enum": list(languages)}
    if mark == "text":
        return {**plain, "propertyNames": {"enum": list(languages)}}
    return plain
