"""The packs that can order amendments say the same things, each in its own cases."""

import re
from pathlib import Path

import pytest

from gollanma.languages import load

CODRU = Path("tests/fixtures/codru/languages")
CODES = ("tk", "ru", "en")
HOLE = re.compile(r"\{([a-z]+)(?:_[a-z]+)?\}")
OWN = frozenset({"oldwords", "newwords", "lost", "this"})
"""Words that only some languages need there."""


def holes(sentence: str) -> list[str]:
    return sorted(each for each in HOLE.findall(sentence) if each not in OWN)


@pytest.mark.parametrize("table", ["sentences", "act"])
def test_every_language_says_every_sentence_with_the_same_holes(table: str) -> None:
    said = [
        {key: holes(each) for key, each in getattr(load(CODES)[code].amending, table).items()}
        for code in CODES
    ]
    assert said[0] == said[1] == said[2]


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_names_cases_that_its_language_has(code: str) -> None:
    language = load(CODES)[code]
    said = (*language.amending.sentences.values(), *language.amending.act.values())
    named = {case for each in said for case in re.findall(r"\{[a-z]+_([a-z]+)\}", each)}
    assert named <= set(language.cases)


@pytest.mark.parametrize("code", CODES)
def test_every_language_is_named_in_every_other(code: str) -> None:
    assert set(load(CODES)[code].amending.languages) == set(CODES)


def test_a_language_without_a_table_orders_nothing() -> None:
    assert load(("ro",), CODRU)["ro"].amending.sentences == {}
