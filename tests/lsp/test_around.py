"""What stands around a cursor, told from letters of a file that may be broken."""

import pytest
from lsprotocol.types import Position

from gollanma.lsp.around import Cursor, cursor_at, reference_at
from gollanma.lsp.positions import index_at, position, units
from gollanma.source import Lines

STEPS = "steps:\n  - id: ask\n    title:\n      en: >-\n        Ask her.\n"
CURSORS = [
    pytest.param("sta|", Cursor((), "sta", is_value=False, is_prose=False), id="a field"),
    pytest.param("|", Cursor((), "", is_value=False, is_prose=False), id="nothing"),
    pytest.param("status: dr|", Cursor(("status",), "dr", is_value=True, is_prose=False), id="a value"),
    pytest.param("related: [sop/a, so|", Cursor(("related", 0), "so", is_value=True, is_prose=False), id="an item in brackets"),
    pytest.param("related:\n  - so|", Cursor(("related", 0), "so", is_value=False, is_prose=False), id="an item on its line"),
    pytest.param("related:\n- so|", Cursor(("related", 0), "so", is_value=False, is_prose=False), id="an item as far left as its field"),
    pytest.param(STEPS + "    act|", Cursor(("steps", 0), "act", is_value=False, is_prose=False), id="a field of an entry, behind a block"),
    pytest.param(STEPS + "  - id: x\n    actor: ro|", Cursor(("steps", 0, "actor"), "ro", is_value=True, is_prose=False), id="a value in a later entry"),
    pytest.param("steps:\n  - id: x\n    title:\n      en: >-\n        Say: hel|", Cursor(("steps", 0, "title", "en"), "hel", is_value=True, is_prose=True), id="words in a block"),
    pytest.param('title: {tk: "a, {b", e|', Cursor(("title",), "e", is_value=False, is_prose=False), id="a key in braces, behind a comma in quotes"),
    pytest.param("title: {tk: a, en: We|", Cursor(("title", "en"), "We", is_value=True, is_prose=False), id="a value in braces"),
    pytest.param("steps: [{id: a}, {id: b, forms: [form/x], ac|", Cursor(("steps", 0), "ac", is_value=False, is_prose=False), id="a key in braces in brackets"),
    pytest.param("a: 'b\n# c: d\ne: [\n  f|", Cursor(("e",), "f", is_value=False, is_prose=False), id="after mistakes and remarks"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CURSORS)
def test_what_is_being_written(text: str, wanted: Cursor) -> None:
    index = text.index("|")
    assert cursor_at(Lines("a.yml", text.replace("|", "")), index) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("a: sop/in|take", "sop/intake", id="in a field"),
        pytest.param(
            "a: [[sop/intake@1.0#con|sent|words]]", "sop/intake@1.0#consent", id="in words"
        ),
        pytest.param("a: [[#con|sent]]", "#consent", id="a place of its own"),
        pytest.param('a: "#con|sent"', "#consent", id="in quotes"),
        pytest.param("a: b  # con|sent", None, id="in a remark"),
        pytest.param("a: sop/intake, wh|at", None, id="beside one"),
    ],
)
def test_the_reference_under_a_cursor(text: str, wanted: str | None) -> None:
    index = text.index("|")
    found = reference_at(Lines("a.yml", text[:index] + text[index + 1 :]), index)
    assert (str(found[0]) if found else None) == wanted


@pytest.mark.parametrize(
    ("text", "index", "line", "column"),
    [
        pytest.param("ä: ý", 3, 0, 3, id="letters with signs"),
        pytest.param("a: 🏠b", 4, 0, 5, id="behind an emoji"),
        pytest.param("a\r\nб𝒯\rc", 5, 1, 3, id="ends of line of other systems"),
        pytest.param("a\u2028b\n", 2, 0, 2, id="a separator that ends no line here"),
        pytest.param("a\n", 2, 1, 0, id="the empty last line"),
    ],
)
def test_places_go_there_and_back(text: str, index: int, line: int, column: int) -> None:
    lines = Lines("a.yml", text)
    assert position(lines, index) == Position(line, column)
    assert index_at(lines, Position(line, column)) == index


@pytest.mark.parametrize(
    ("line", "column", "index"),
    [
        pytest.param(0, 99, 5, id="beyond the line"),
        pytest.param(99, 0, 6, id="beyond the file"),
        pytest.param(0, 4, 4, id="inside a letter"),
    ],
)
def test_a_place_that_is_none_is_the_nearest_end(line: int, column: int, index: int) -> None:
    assert index_at(Lines("a.yml", "a: 🏠b\n"), Position(line, column)) == index


def test_half_of_a_letter_is_one_unit() -> None:
    assert units("a\ud83d") == 2
