"""JSON Schemas of the kinds, for editors: committed, and compared with the model by a test."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from gollanma.model.base import Part
from gollanma.model.kinds import KINDS
from gollanma.model.project import Project

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MARK = "x-gollanma"


def json_schema(kind: type[Part], languages: Sequence[str]) -> dict[str, Any]:
    """Give the JSON Schema of a kind for a project with these languages."""
    schema = kind.model_json_schema(by_alias=True)
    return {"$schema": DIALECT, **_spoken(schema, tuple(languages))}


def schemas(languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the file name and the text of every schema."""
    named: dict[str, type[Part]] = {each.kind: each for each in KINDS}
    named["project"] = Project
    for name, kind in named.items():
        schema = json_schema(kind, languages)
        yield (
            f"{name}.json",
            json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n",
        )


def _spoken(value: Any, languages: tuple[str, ...]) -> Any:  # noqa: ANN401 - JSON
    """Put the project's languages where the model leaves them open."""
    if isinstance(value, list):
        return [_spoken(each, languages) for each in value]
    if not isinstance(value, dict):
        return value
    mark = value.get(MARK)
    plain = {key: _spoken(each, languages) for key, each in value.items() if key != MARK}
    if mark == "language":
        return {**plain, "enum": list(languages)}
    if mark == "text":
        return {**plain, "propertyNames": {"enum": list(languages)}}
    return plain
