"""Every value and key of a file knows its place."""

import pytest

from gollanma.diagnostics import Span
from gollanma.source import Document, read_text

TEXT = """\
# yaml-language-server: $schema=../schemas/sop.json
title:
  ru: >-
    Приём
    семьи

  en: "Intake"
steps:
  - id: consent
    actor:
    forms: [f-01, f-02]

  # the last step
  - id: visit

note: {}
"""


@pytest.fixture(name="sop")
def fixture_sop() -> Document:
    return read_text("a.yml", TEXT.encode())


def place(*bounds: int) -> Span:
    return Span("a.yml", *bounds)


@pytest.mark.parametrize(
    ("keys", "span"),
    [
        pytest.param((), place(2, 1, 16, 9), id="the whole record"),
        pytest.param(("title",), place(3, 3, 7, 15), id="a map"),
        pytest.param(("title", "ru"), place(3, 7, 5, 10), id="a block without its last line end"),
        pytest.param(("title", "en"), place(7, 7, 7, 15), id="a quoted text with its quotes"),
        pytest.param(("steps",), place(9, 3, 14, 14), id="a list"),
        pytest.param(("steps", 0), place(9, 5, 11, 24), id="an item without the comment below"),
        pytest.param(("steps", 0, "id"), place(9, 9, 9, 16), id="a plain text"),
        pytest.param(("steps", 0, "actor"), place(10, 11, 10, 11), id="nothing after a colon"),
        pytest.param(("steps", 0, "forms"), place(11, 12, 11, 24), id="a list in brackets"),
        pytest.param(("steps", 0, "forms", 1), place(11, 19, 11, 23), id="an item in brackets"),
        pytest.param(("note",), place(16, 7, 16, 9), id="an empty map"),
        pytest.param(("status",), place(2, 1, 2, 6), id="missing at the top: the first key"),
        pytest.param(("title", "tk"), place(2, 1, 2, 6), id="missing in a map: the map's key"),
        pytest.param(("steps", 7), place(8, 1, 8, 6), id="missing in a list: the list's key"),
        pytest.param(("steps", 1, "actor"), place(14, 5, 14, 7), id="missing in an item"),
        pytest.param(("steps", 1, "a", "b"), place(14, 5, 14, 7), id="missing twice over"),
        pytest.param(("steps", 0, "forms", 2), place(11, 5, 11, 10), id="missing in brackets"),
        pytest.param(("steps", "x"), place(8, 1, 8, 6), id="a name asked of a list"),
        pytest.param(("title", 0), place(2, 1, 2, 6), id="a number asked of a map"),
        pytest.param(("note", "x"), place(16, 1, 16, 5), id="missing in an empty map"),
    ],
)
def test_place_of_a_value(sop: Document, keys: tuple[str | int, ...], span: Span) -> None:
    assert sop.span(*keys) == span


@pytest.mark.parametrize(
    ("keys", "span"),
    [
        pytest.param((), place(2, 1, 2, 6), id="of the record: its first key"),
        pytest.param(("title",), place(2, 1, 2, 6), id="at the top"),
        pytest.param(("title", "en"), place(7, 3, 7, 5), id="in a map"),
        pytest.param(("steps", 0), place(9, 5, 9, 7), id="of an item: its first key"),
        pytest.param(("steps", 0, "forms"), place(11, 5, 11, 10), id="in an item"),
        pytest.param(("steps", 0, "forms", 1), place(11, 19, 11, 23), id="of a text in a list"),
        pytest.param(("title", "tk"), place(2, 1, 2, 6), id="missing: the nearest key"),
    ],
)
def test_place_of_a_key(sop: Document, keys: tuple[str | int, ...], span: Span) -> None:
    assert sop.key_span(*keys) == span


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        pytest.param(("title", "ru"), "Приём семьи", id="a text"),
        pytest.param(("steps", 0, "forms"), ["f-01", "f-02"], id="a list"),
        pytest.param(("note",), {}, id="a map"),
        pytest.param(("steps", 0, "actor"), "", id="nothing after a colon is an empty text"),
        pytest.param(("status",), None, id="nothing"),
        pytest.param(("steps", -1), None, id="no counting from the end"),
    ],
)
def test_value(sop: Document, keys: tuple[str | int, ...], value: object) -> None:
    assert sop.value(*keys) == value


def test_fields_keep_the_order_of_the_file(sop: Document) -> None:
    plain = sop.plain()
    assert isinstance(plain, dict)
    assert list(plain) == ["title", "steps", "note"]


def test_a_file_that_was_not_read_is_its_beginning() -> None:
    broken = read_text("a.yml", b"")
    assert broken.span("title") == broken.key_span("title") == Span.of_file("a.yml")
    assert broken.plain() is broken.value("title") is None


def test_columns_count_characters_not_bytes() -> None:
    read = read_text("a.yml", "{ж😀: ё, b: c}\n".encode())
    assert read.span("b") == place(1, 12, 1, 13)


def test_lines_count_as_editors_count_them() -> None:
    read = read_text("a.yml", b"a: b\r\nc: d\re: f\n\r\ng: h\n")
    assert [read.span(key).line for key in "aceg"] == [1, 2, 3, 5]


def test_a_mark_at_the_start_is_not_a_column() -> None:
    assert read_text("a.yml", b"\xef\xbb\xbfa: b\n").span("a") == place(1, 4, 1, 5)


def test_loose_signs_do_not_move_what_follows() -> None:
    read = read_text("a.yml", "{a: cafe\u0301, b: c}\n".encode())
    assert read.value("a") == "café"
    assert read.span("b") == place(1, 15, 1, 16)
