"""How two editions differ, as text for a terminal and as JSON for machines."""

from collections.abc import Iterator
from typing import Any

from gollanma.law import Fate, Piece, PieceKind, Row
from gollanma.report.machines import dump
from gollanma.views.editions.cells import Cells
from gollanma.views.editions.pair import REDLINE, Pair

SCHEMA_VERSION = 1
SIGNS = {Fate.INSERTED: "+", Fate.DELETED: "-", Fate.REPEALED: "-"}
MARKS = {PieceKind.SAME: "{}", PieceKind.INSERTED: "{{+{}+}}", PieceKind.DELETED: "[-{}-]"}
"""Marks of `git diff --word-diff`, which people and editors know."""


def redline_as_text(pair: Pair) -> str:
    """Write what the newer edition changes: a block for each provision, a line per language."""
    say = pair.voice.say
    head = f"{pair.short}: {pair.name(pair.old)} → {pair.name(pair.new)}"
    lines = [head, *([say("act.sample")] if pair.is_sample else [])]
    for row in pair.rows:
        lines += ["", *_block(pair, row)]
    if not pair.rows:
        lines += ["", say("redline.same")]
    return "\n".join(lines) + "\n"


def _block(pair: Pair, row: Row) -> Iterator[str]:
    say = pair.voice.say
    sign = next((SIGNS[fate] for fate in row.fates if fate in SIGNS), "~")
    fates = ", ".join(say(f"redline.fate.{fate.value}") for fate in row.fates)
    yield f"{sign} {row.id}  {pair.titled(row)}: {fates}"
    for code, lines in _lines(pair, row).items():
        for line in lines:
            yield f"    {code}  {''.join(MARKS[each.kind].format(each.text) for each in line)}"
    for each in row.new.provision.variants if row.new else ():
        for code, words in each.text.items():
            yield f"    {code}  {say('act.variant', name=each.id.upper())}: {words.strip()}"
    behind = [code for code, each in row.wordings.items() if each.is_behind]
    if behind:
        names = ", ".join(map(pair.voice.language_name, behind))
        yield f"    ! {say('redline.waits', languages=names)}"


def _lines(pair: Pair, row: Row) -> dict[str, tuple[tuple[Piece, ...], ...]]:
    cells = Cells(pair, pair.address(REDLINE))
    return {code: cells.lines(row, code) for code in pair.voice.project.languages.all}


def redline_as_json(pair: Pair) -> str:
    """Write the same by the JSON contract of `gollanma diff`."""
    return dump(
        {
            "schema_version": SCHEMA_VERSION,
            "act": pair.act,
            "from": pair.old.partition("@")[2],
            "to": pair.new.partition("@")[2],
            "sample": pair.is_sample,
            "changes": [_change(pair, row) for row in pair.rows],
        }
    )


def _change(pair: Pair, row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "place": pair.titled(row),
        "fates": [fate.value for fate in row.fates],
        "inside": list(row.inside),
        "changed_in": list(row.changed_in),
        "behind": [code for code, each in row.wordings.items() if each.is_behind],
        "words": {
            code: [
                [{"kind": each.kind.value, "text": each.text} for each in line] for line in lines
            ]
            for code, lines in _lines(pair, row).items()
        },
        "variants": [
            {"id": each.id, "words": dict(each.text)}
            for each in (row.new.provision.variants if row.new else ())
        ],
        "reasons": [
            dict(change.reason) for change in pair.reasons.get(row.id, ()) if change.reason
        ],
    }


def _piece(piece: Piece) -> dict[str, str]:
    return {"kind": piece.kind.value, "text": piece.text}
