"""`gollanma analyse`: stems of words."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from gollanma.cli import gollanma
from tests.support.contracts import agrees

FORMS = "çagalaryň çaganyň çaga"


@pytest.mark.parametrize(
    ("lang", "words", "lines"),
    [
        pytest.param("tk", ("çagalaryň", "çaga"), ["çagalaryň\tcaga", "çaga\tcaga"], id="Turkmen"),
        pytest.param("ru", ("опекой",), ["опекой\tопек"], id="Russian"),
        pytest.param("en", ("guardians",), ["guardians\tguardian"], id="English"),
        pytest.param("tk", ("12-nji", "SP-07"), ["12-nji\t12", "SP-07\tsp-7"], id="no words"),
        pytest.param("en", ("one two",), ["one\tone", "two\ttwo"], id="two in one"),
    ],
)
def test_each_word_has_a_line(lang: str, words: tuple[str, ...], lines: list[str]) -> None:
    result = CliRunner().invoke(gollanma, ["analyse", "--lang", lang, *words])
    assert (result.exit_code, result.stdout.splitlines()) == (0, lines)


def test_words_are_read_from_the_standard_input(tmp_path: Path) -> None:
    options = ["analyse", "-C", str(tmp_path), "--lang", "tk"]
    result = CliRunner().invoke(gollanma, options, input="çagalaryň çaganyň\nçaga\n\n")
    stems = {line.partition("\t")[2] for line in result.stdout.splitlines()}
    assert (result.exit_code, len(result.stdout.splitlines()), len(stems)) == (0, 3, 1)


def test_the_standard_input_is_utf8_with_a_mark_of_order_or_without() -> None:
    given = "\ufeffçaga\n".encode() + b"\xe7\n"
    result = CliRunner().invoke(gollanma, ["analyse", "--lang", "tk"], input=given)
    assert (result.exit_code, result.stdout) == (0, "çaga\tcaga\n\ufffd\t\ufffd\n")


def test_as_json_they_keep_the_contract() -> None:
    options = ["analyse", "--lang", "tk", "--format", "json", *FORMS.split()]
    body = json.loads(CliRunner().invoke(gollanma, options).stdout)
    agrees(body, "analyse")
    assert [each["word"] for each in body["words"]] == FORMS.split()


def test_an_unknown_language_is_refused() -> None:
    result = CliRunner().invoke(gollanma, ["analyse", "--lang", "xx", "word"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no language pack `xx`" in result.stderr
