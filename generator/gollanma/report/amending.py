"""The draft of an amending act as JSON for machines."""

from collections.abc import Sequence
from typing import Any

from gollanma.law.amending import Draft, Item
from gollanma.report.machines import dump

SCHEMA_VERSION = 1


def draft_as_json(draft: Draft, editions: Sequence[tuple[str, str]]) -> str:
    """Write a draft by its JSON contract; `editions` are the older and newer one of each act."""
    acts = zip(draft.acts, editions, strict=True)
    return dump(
        {
            "schema_version": SCHEMA_VERSION,
            "lang": draft.language,
            "sample": draft.is_sample,
            "notices": list(draft.notices),
            "name": draft.name,
            "title": draft.title,
            "opening": draft.opening,
            "acts": [
                {
                    "act": act.key,
                    "from": old,
                    "to": new,
                    "line": act.line,
                    "items": [_item(each) for each in act.items],
                }
                for act, (old, new) in acts
            ],
            "commencement": draft.commencement,
            "signature": list(draft.signature),
            "text": draft.text(),
        }
    )


def _item(item: Item) -> dict[str, Any]:
    return {
        "marker": item.marker,
        "line": item.line,
        "quoted": list(item.quoted),
        "items": [_item(each) for each in item.items],
    }
