"""The part of the search script that people see: its sentences and its code."""

import re
from importlib.resources import files

import pytest

from gollanma.languages import Languages, load
from gollanma.search.interface import SCRIPTS, interface, script, words

SAID = re.compile(r'page\.(?:say|tell|button)\("(?P<key>[a-z]+)"')
OWN = {"sample", "mismatch", "missing", "narrowed", "advice", "asked", "unfound", "own", "other"}
"""Chosen between, or looked up by the key that the engine gives."""
MODERN = (
    r"=>",
    r"\blet\b",
    r"\bconst\b",
    r"\?\.",
    r"\?\?",
    r"\bimport\b",
    r"\bfetch\b",
    r"`",
    r"\(\?<",
    r"\\p\{",
)
KEPT = (r"localStorage", r"sessionStorage", r"\bcookie\b", r"indexedDB", r"pushState", r"window\.name", r"innerHTML", r"insertAdjacent", r"document\.write")  # fmt: skip


@pytest.fixture(scope="module")
def languages() -> Languages:
    return load(("tk", "ru", "en"))


def code(name: str) -> str:
    return re.sub(r"/\*.*?\*/", "", script(name), flags=re.DOTALL)


@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
def test_every_sentence_is_there_and_none_is_idle(languages: Languages, lang: str) -> None:
    used = {found["key"] for name in SCRIPTS for found in SAID.finditer(code(name))}
    assert used | OWN == set(words(languages[lang]))


@pytest.mark.parametrize("name", SCRIPTS)
@pytest.mark.parametrize("modern", MODERN)
def test_the_scripts_keep_to_what_old_browsers_know(name: str, modern: str) -> None:
    assert not re.search(modern, code(name))


@pytest.mark.parametrize("name", SCRIPTS)
@pytest.mark.parametrize("kept", KEPT)
def test_the_scripts_keep_nothing_and_write_no_markup(name: str, kept: str) -> None:
    assert not re.search(kept, code(name))


def test_every_script_of_the_folder_is_shipped(languages: Languages) -> None:
    shipped = interface(languages)
    assert all(script(name) in shipped for name in SCRIPTS)
    assert {each.name for each in files("gollanma.search.scripts").iterdir()} >= set(SCRIPTS)
