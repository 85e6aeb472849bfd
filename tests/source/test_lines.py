"""From the place of a character to its line, and back."""

import pytest

from gollanma.diagnostics import Span
from gollanma.source import Lines

TEXTS = [
    pytest.param("ab\ncd\n", id="Unix"),
    pytest.param("ab\r\ncd\r\n", id="Windows"),
    pytest.param("ab\rcd\r", id="old Mac"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_line_is_given_without_its_end(text: str) -> None:
    lines = Lines("a.yml", text)
    assert [lines.line(number) for number in (1, 2, 3)] == ["ab", "cd", ""]
    assert lines.count == 3


@pytest.mark.parametrize("text", TEXTS)
def test_a_whole_line_has_its_end(text: str) -> None:
    lines = Lines("a.yml", text)
    whole = [text[slice(*lines.whole(number))] for number in (1, 2, 3)]
    assert "".join(whole) == text
    assert [each.strip() for each in whole] == ["ab", "cd", ""]


def test_an_empty_line_before_is_no_part_of_a_line() -> None:
    assert Lines("a.yml", "\n\n  ab \n").line(3) == "  ab "


@pytest.mark.parametrize("text", TEXTS)
def test_every_character_has_a_place_that_leads_back(text: str) -> None:
    lines = Lines("a.yml", text)
    for index in range(len(text)):
        span = lines.span(index, index + 1)
        assert lines.bounds(span) == (index, index + 1)
        assert (span.line, span.column) == lines.place(index)
        assert lines.number(index) == span.line
        assert lines.before(index) == lines.line(span.line)[: span.column - 1] + "\r" * (
            span.column - 1 - len(lines.line(span.line))
        )


def test_a_place_names_the_file() -> None:
    assert Lines("a.yml", "ab\ncd").span(1, 4) == Span("a.yml", 1, 2, 2, 2)


@pytest.mark.parametrize(
    ("index", "word"),
    [(0, "ab:c"), (5, "d"), (6, ""), (len("ab:c d,[e] f"), "")],
    ids=["up to a space", "up to a comma", "at a comma", "at the end"],
)
def test_a_word(index: int, word: str) -> None:
    assert Lines("a.yml", "ab:c d,[e] f").word(index) == word
