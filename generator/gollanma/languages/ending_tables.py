"""How a pack writes its endings, and the JSON form that the interpreters are given."""

import re
from collections.abc import Iterable
from typing import Any

from gollanma.languages.tables import BrokenPackError, Table

_SHORTEST = 2
_WRITTEN = re.compile(
    r"""(?P<before>[^+?]*)     # the sounds before it, none if any will do
        (?P<known>[+?])        # `?`: only where a known stem remains
        (?P<ending>\w+)        # capitals stand for the vowels of a class
        (?:/(?P<shortest>\d))? # letters that the stem keeps, if not two
    """,
    re.VERBOSE,
)


def endings_table(table: Table) -> dict[str, Any]:
    """Give the endings of a pack in their JSON form."""
    sounds, slots = table.table("sounds"), table.table("slots")
    classes = sounds.table("classes").strings()
    return {
        "slots": [_rows(slots.texts(slot), classes) for slot in slots],
        "back": sounds.text("back"),
        "front": sounds.text("front"),
        "glides": sounds.pairs("glides"),
        "open": sounds.text("open"),
        "instead": sounds.pairs("instead"),
        "weak": sounds.text("weak", ""),
        "final": sounds.pairs("final"),
        "restored": table.pairs("restored"),
        "stems": _sorted(table.text("stems")),
        "verbs": [_verbs(each, classes) for _, each in table.table("verbs").tables()],
    }


def _verbs(table: Table, classes: dict[str, str]) -> dict[str, Any]:
    rows = {key: _rows(table.texts(key), classes) for key in ("made", "outer", "inner")}
    return {"roots": _sorted(table.text("roots", "")), **rows}


def _sorted(words: str) -> str:
    return " ".join(sorted(set(words.split())))


def _rows(written: Iterable[str], classes: dict[str, str]) -> list[list[Any]]:
    return [_row(each, classes) for each in written]


def _row(written: str, classes: dict[str, str]) -> list[Any]:
    match = _WRITTEN.fullmatch(written)
    if match is None:
        raise BrokenPackError(f"an ending is written `V+nY/3`, not `{written}`")
    return [
        classes[match["before"]] if match["before"] else "",
        [classes.get(each, each) for each in match["ending"]],
        int(match["shortest"] or _SHORTEST),
        match["known"] == "?",
    ]
