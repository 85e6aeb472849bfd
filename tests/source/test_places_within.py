"""A place in a value is found in the file, however the value is written."""

import unicodedata

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from gollanma.diagnostics import Span
from gollanma.source import Document, Mapping, Scalar, read_text

LETTERS = st.sampled_from("aZ0 .,:-#'\"\\[]{}éýäЗёй\u0301\u0306😀\u00a0")
TEXTS = st.text(LETTERS, min_size=1, max_size=40)
PARAGRAPHS = st.lists(TEXTS | st.just(""), min_size=1, max_size=6).map("\n".join)


def document(text: str) -> Document:
    return read_text("a.yml", text.encode())


def written_at(read: Document, span: Span) -> str:
    """Give what stands at a place in the file; for an end of line, a line feed."""
    line = read.text.split("\n")[span.line - 1]
    if span.end_line == span.line:
        return line[span.column - 1 : span.end_column - 1]
    assert (span.column, span.end_line, span.end_column) == (len(line) + 1, span.line + 1, 1)
    return "\n"


def agrees(sign: str, written: str, style: str) -> bool:
    """Say whether a character of a value can be what is written at its place."""
    if written == "\n":
        return sign == "\n" if style == "|" else sign in " \n"
    escaped = written == "''" if style == "'" else written.startswith("\\")
    refused = sign == "\ufffd"  # it stands in for a character that no file may hold
    return refused or escaped or sign in unicodedata.normalize("NFC", written)


def assert_every_sign_is_found(text: str, style: str) -> None:
    read = document(text)
    value = read.value("a", "b")
    assume(isinstance(value, str) and value)
    assert isinstance(value, str)
    for index, sign in enumerate(value):
        written = written_at(read, read.within("a", "b", start=index, end=index + 1))
        assert agrees(sign, written, style), (index, sign, written)


@given(TEXTS)
def test_signs_of_a_plain_text(words: str) -> None:
    assert_every_sign_is_found(f"a:\n  b: {words}\n", "")


@given(TEXTS)
def test_signs_of_a_text_in_single_quotes(words: str) -> None:
    assume("'" not in words)
    assert_every_sign_is_found(f"a:\n  b: '{words}'\n", "'")


@given(TEXTS)
def test_signs_of_a_text_in_double_quotes(words: str) -> None:
    assume(not set(words) & set('"\\'))
    assert_every_sign_is_found(f'a:\n  b: "{words}"\n', '"')


@given(PARAGRAPHS, st.sampled_from("|>"), st.sampled_from(["", "-", "+"]), st.integers(1, 4))
def test_signs_of_a_block(words: str, style: str, chomping: str, indent: int) -> None:
    lines = [" " * (indent + 2) + each if each else "" for each in words.split("\n")]
    block = "\n".join([f"a:\n  b: {style}{chomping}", *lines, "  c: d", ""])
    assert_every_sign_is_found(block, style)


@given(PARAGRAPHS, st.sampled_from("|>"), st.sampled_from(["", "-", "+"]), st.integers(1, 4))
def test_signs_of_a_block_that_states_its_indentation(
    words: str, style: str, chomping: str, indent: int
) -> None:
    lines = [" " * (indent + 2) + each if each else "" for each in words.split("\n")]
    block = "\n".join([f"a:\n  b: {style}{indent}{chomping}", *lines, "  c: d", ""])
    assert_every_sign_is_found(block, style)


@given(
    st.text("aZ0 .,:-#'\"\\[]{}éýЗё😀\u00a0\n\t\x07\u200e", max_size=60),
    st.sampled_from(["", "'", '"', "|", ">"]),
    st.integers(8, 30),
)
def test_signs_of_a_text_that_another_program_wrote(words: str, style: str, width: int) -> None:
    written = yaml.dump({"b": words}, default_style=style, width=width, allow_unicode=True)
    text = "a:\n" + "".join(f"  {each}" for each in written.splitlines(keepends=True))
    read = document(text.replace("\n  \n", "\n\n"))
    scalar = read.root.entries["a"].value if read.root else None
    assume(isinstance(scalar, Mapping) and "b" in scalar.entries)
    assert isinstance(scalar, Mapping)
    node = scalar.entries["b"].value
    assert isinstance(node, Scalar)
    assert_every_sign_is_found(read.text, node.style)


PROSE = """\
ru: >-
  Посетите
  семью.

    Сразу.
  Дом
tk: "Maşgala \\u00e7aga \\
  bilen"
en: 'The child''s
  home'
"""


@pytest.mark.parametrize(
    ("key", "part", "line", "column"),
    [
        pytest.param("ru", "Посетите", 2, 3, id="at the start of a folded block"),
        pytest.param("ru", "семью", 3, 3, id="after a folded end of line"),
        pytest.param("ru", "Сразу", 5, 5, id="in a line set in further"),
        pytest.param("ru", "Дом", 6, 3, id="after a line set in further"),
        pytest.param("tk", "çaga", 7, 14, id="at an escape"),
        pytest.param("tk", "bilen", 8, 3, id="after an escaped end of line"),
        pytest.param("en", "s home", 9, 17, id="after a doubled quote"),
        pytest.param("en", "home", 10, 3, id="in the second line of a quoted text"),
    ],
)
def test_place_of_a_word(key: str, part: str, line: int, column: int) -> None:
    read = document(PROSE)
    value = read.value(key)
    assert isinstance(value, str)
    start = value.index(part)
    span = read.within(key, start=start, end=start + len(part))
    assert (span.line, span.column) == (line, column)


def test_place_of_a_part_may_run_over_lines() -> None:
    assert document(PROSE).within("ru", start=0, end=14) == Span("a.yml", 2, 3, 3, 8)


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        pytest.param(0, 0, Span("a.yml", 1, 5, 1, 5), id="nothing at the start"),
        pytest.param(3, 3, Span("a.yml", 1, 8, 1, 8), id="nothing at the end"),
        pytest.param(1, 99, Span("a.yml", 1, 6, 1, 8), id="more than there is"),
        pytest.param(-5, 1, Span("a.yml", 1, 5, 1, 6), id="from before the start"),
    ],
)
def test_place_at_the_edges(start: int, end: int, span: Span) -> None:
    assert document('a: "bcd"\n').within("a", start=start, end=end) == span


def test_a_part_of_no_text_is_the_place_of_the_value() -> None:
    read = document("a: {b: c}\nd: ''\n")
    assert read.within("a", start=0, end=1) == read.span("a")
    assert read.within("x", start=0, end=1) == read.span("x")
    assert read.within("d", start=0, end=0) == read.span("d")


def test_a_letter_with_a_loose_sign_is_one_place() -> None:
    read = document("a: cafe\u0301 bar\n")
    assert read.value("a") == "café bar"
    assert read.within("a", start=3, end=4) == Span("a.yml", 1, 7, 1, 9)
    assert read.within("a", start=5, end=8) == Span("a.yml", 1, 10, 1, 13)
