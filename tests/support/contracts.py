"""The JSON that our commands write, held against its schemas."""

import json
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

SCHEMAS = files("gollanma.report") / "schemas"


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))


def closed(part: Any) -> Any:
    """Give the same schema without room for a key that it does not describe."""
    if isinstance(part, list):
        return [closed(each) for each in part]
    if not isinstance(part, dict):
        return part
    inner = {key: closed(each) for key, each in part.items()}
    return {**inner, "additionalProperties": False} if "properties" in part else inner


def agrees(written: Any, name: str) -> None:
    """Assert that output keeps its contract and that the contract describes all of it."""
    Draft202012Validator(closed(schema(name))).validate(written)
