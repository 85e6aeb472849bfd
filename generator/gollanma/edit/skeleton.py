"""A new record: every field that a draft needs, open for its words."""

from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from types import UnionType
from typing import Any, Union, get_args, get_origin

from gollanma.model import Record, Text
from gollanma.model.base import Needed, Status
from gollanma.model.places import file_of
from gollanma.model.walk import slots

OPEN = '""'
"""Stands where words are still missing; checks say so until they are there."""


def skeleton(kind: type[Record], slug: str, languages: Sequence[str]) -> tuple[str, str]:
    """Give the path and the text of a new record of a kind."""
    path = file_of(f"{kind.kind}/{slug}")
    depth = path.count("/")
    up = "../" * (depth - 1) if path.startswith("normative/") else "../normative/"
    head = f"# yaml-language-server: $schema={up}schemas/{kind.kind}.json\n"
    return path, head + "".join(f"{line}\n" for line in _fields(kind, languages))


FIXED = {"status": "idea", "version": '"0.1"'}


def _fields(part: type[Record], languages: Sequence[str]) -> Iterator[str]:
    for slot in slots(part):
        if slot.name in part.unneeded or not _is_needed(slot.needed):
            continue
        if slot.name in FIXED:
            yield f"{slot.key}: {FIXED[slot.name]}"
        elif _holds(Text, annotation := part.model_fields[slot.name].annotation):
            yield f"{slot.key}:"
            yield from (f"  {code}: {OPEN}" for code in languages)
        elif annotation == tuple[Text, ...]:
            yield f"{slot.key}:"
            signs = chain("-", repeat(" "))
            yield from (f"  {next(signs)} {code}: {OPEN}" for code in languages)
        else:
            yield f"# {slot.key}: gollanma explain {part.kind}.{slot.key}"


def _is_needed(needed: Needed | None) -> bool:
    return needed is not None and needed.status.rank <= Status.DRAFT.rank


def _holds(wanted: type, annotation: Any) -> bool:  # noqa: ANN401 - types are objects of any kind
    is_union = get_origin(annotation) in {Union, UnionType}
    return annotation is wanted or (is_union and wanted in get_args(annotation))
