"""Files in old encodings are named for what they look like."""

import pytest

from gollanma.diagnostics import Span
from gollanma.source import Document, Limits, read_text


def read(data: bytes) -> Document:
    return read_text("a.yml", data)


def test_a_file_in_another_encoding_is_named_with_a_sample() -> None:
    (finding,) = read("title: Закон о социальных услугах населению\n".encode("cp1251")).diagnostics
    assert finding.values == {
        "name": "Windows-1251",
        "codec": "cp1251",
        "sample": "Закон о социальных услуг…",
    }


@pytest.mark.parametrize(
    ("codec", "words", "name"),
    [
        pytest.param("cp1251", "маленькие слова", "Windows-1251", id="Russian of Windows"),
        pytest.param("koi8_r", "маленькие слова", "KOI8-R", id="Russian of Unix"),
        pytest.param("cp866", "маленькие слова", "CP866", id="Russian of DOS"),
        pytest.param("cp1254", "çalışma ve iş", "Windows-1254", id="Turkish of Windows"),
        pytest.param("cp1250", "žaňa öýi şäher", "Windows-1250", id="letters of a legacy font"),
    ],
)
def test_which_encoding_it_looks_like(codec: str, words: str, name: str) -> None:
    (finding,) = read(f"a: {words}\r\n".encode(codec)).diagnostics
    assert (finding.values["name"], finding.values["codec"]) == (name, codec)
    assert finding.values["sample"] == words


def test_a_byte_that_the_encoding_does_not_know_is_shown_as_lost() -> None:
    (finding,) = read("a: маленькие слова".encode("cp1251") + b" \x98\n").diagnostics
    assert finding.values["sample"] == "маленькие слова \ufffd"


def test_the_file_is_named() -> None:
    (finding,) = read("a: маленькие слова\n".encode("cp1251")).diagnostics
    assert finding.span == Span("a.yml", 1, 4, 1, 4)


@pytest.mark.parametrize(
    ("line", "sample"),
    [
        pytest.param('a: "маленькие слова"', 'маленькие слова"', id="in quotes"),
        pytest.param("a:\tмаленькие слова", "маленькие слова", id="after a tab"),
        pytest.param(
            "a: b\rмаленькие слова\rc: d", "маленькие слова", id="in a line of an old Mac"
        ),
        pytest.param("слово", "слово", id="at the very start"),
        pytest.param(f"a: {'слово' * 30}", f"{('слово' * 30)[:24]}…", id="cut after 24 letters"),
    ],
)
def test_a_sample_begins_with_the_word(line: str, sample: str) -> None:
    (finding,) = read(line.encode("cp1251")).diagnostics
    assert finding.values["sample"] == sample


@pytest.mark.parametrize(
    "size", [pytest.param(6, id="as large as may be"), pytest.param(7, id="smaller")]
)
def test_a_file_that_is_not_too_large(size: int) -> None:
    assert read_text("a.yml", b"a: bcd", Limits(size=size)).diagnostics == ()
