"""The number of a line is read whether it is as it was, or somebody typed another one over it."""

import pytest

from gollanma.exchange.word.numbers import split_number, without_marks
from gollanma.exchange.word.plain import Line, Place


@pytest.mark.parametrize(
    ("typed", "number", "words"),
    [
        pytest.param("2. Words.", "2", "Words.", id="a part"),
        pytest.param("12¹) words", "12^1", "words", id="a raised point"),
        pytest.param("b) words", "b", "words", id="a letter"),
        pytest.param("ç) sözler", "ç", "sözler", id="a letter of another alphabet"),
        pytest.param("IV. WORDS", "IV", "WORDS", id="a Roman number"),
        pytest.param("3)", "3", "", id="a number alone"),
        pytest.param("2021 was a year.", None, "2021 was a year.", id="a year"),
        pytest.param("1.5 hours", None, "1.5 hours", id="an amount"),
        pytest.param("e.g. words", None, "e.g. words", id="an abbreviation"),
        pytest.param("", None, "", id="nothing"),
    ],
)
def test_the_number_of_a_new_paragraph(typed: str, number: str | None, words: str) -> None:
    assert split_number(typed) == (number, words)


PART = Line(Place("a1.2"), 0, "2.", "Words.")
SAMPLE = Line(Place("a1.2"), 0, "2.", "Words.", "[sample]")
ARTICLE = Line(Place("a12-1"), 0, "12¹-nji madda.", "Kömek")
BARE = Line(Place("a5"), 0, "Статья 5", "")
NOTE = Line(Place("a1.note"), 0, "", "Words.")


@pytest.mark.parametrize(
    ("line", "typed", "number", "words"),
    [
        pytest.param(PART, "2. Words.", None, "Words.", id="as it was"),
        pytest.param(PART, "2.", None, "", id="its words are gone"),
        pytest.param(PART, "2.Words.", None, "2.Words.", id="a space is gone"),
        pytest.param(PART, "3. Words.", "3", "Words.", id="another number"),
        pytest.param(PART, "2¹. Words.", "2^1", "Words.", id="a raised one"),
        pytest.param(PART, "Words.", None, "Words.", id="its number is gone"),
        pytest.param(SAMPLE, "2. Words. [sample]", None, "Words.", id="with its mark"),
        pytest.param(SAMPLE, "2. Words.", None, "Words.", id="its mark is gone"),
        pytest.param(ARTICLE, "12¹-nji madda. Kömek", None, "Kömek", id="an article as it was"),
        pytest.param(ARTICLE, "12²-nji madda. Kömek", "12^2", "Kömek", id="another article"),
        pytest.param(ARTICLE, "Kömek", None, "Kömek", id="its name is gone"),
        pytest.param(BARE, "Статья 5", None, "", id="a name alone"),
        pytest.param(BARE, "Статья 6", "6", "", id="another name alone"),
        pytest.param(NOTE, "3. Words.", None, "3. Words.", id="what had no number has none"),
    ],
)
def test_the_number_of_an_edited_line(
    line: Line, typed: str, number: str | None, words: str
) -> None:
    assert without_marks(line, typed) == (number, words)
