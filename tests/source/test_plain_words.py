"""Plain words keep their letters; those that YAML turns into something else are named."""

import pytest

from gollanma.source import Ambiguous, Document, read_text


def read(text: str) -> Document:
    return read_text("a.yml", text.encode())


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        *((word, "bool") for word in ("no", "NO", "yes", "on", "Off", "true", "False", "y", "N")),
        *((word, "null") for word in ("", "~", "null", "Null", "NULL")),
        *((word, "int") for word in ("010", "09", "7", "-3", "+4", "0x1F", "0b11", "0o17")),
        *((word, "int") for word in ("1_000", "9" * 5000)),
        *((word, "float") for word in ("1.10", "1e999", ".nan", ".inf", "-.INF", "1.", ".5")),
        *((word, "float") for word in ("6.02E+23", "1_0.5")),
        *((word, "date") for word in ("2026-13-45", "2025-02-29", "2026-01-01 10:00:00")),
        *((word, "date") for word in ("2026-01-01T10:00:00.5Z", "2026-1-1 1:00:00 +05:30")),
        *((word, "sexagesimal") for word in ("12:30", "1:00:00", "190:20:30.15", "-1:30")),
    ],
)
def test_a_plain_word_that_yaml_turns_into_something_else(word: str, reading: str) -> None:
    assert read(f"a: {word}\n").plain() == {"a": Ambiguous(word, reading)}
    assert read(f"a: {word}\n").diagnostics == ()


@pytest.mark.parametrize("word", ["no", "010", "12:30", "1.10", "~", "2026-01-01"])
@pytest.mark.parametrize("style", ["'{}'", '"{}"', ">-\n  {}", "|-\n  {}"])
def test_a_word_in_quotes_or_in_a_block_is_text(word: str, style: str) -> None:
    assert read(f"a: {style.format(word)}\n").plain() == {"a": word}


@pytest.mark.parametrize(
    "word",
    [
        *("nope", "not", "yess", "tRue", "nULL", "0xG", "1.2.3", "12:60", "12:3a", "2026-1-5"),
        *("e5", ".", "+", "_1", "٣", "1,5", "10 %", "5-9", "a1", "1a", "2026/01/01"),
    ],
)
def test_a_plain_word_that_everybody_reads_as_text(word: str) -> None:
    assert read(f"a: {word}\n").plain() == {"a": word}
