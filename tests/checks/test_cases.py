"""The examples of every code are its tests: bad gives what it marks, good gives nothing."""

import os
from functools import cache
from pathlib import Path

import pytest

from gollanma.checks import entries
from gollanma.checks.catalogue import AFTER
from gollanma.checks.examples import KINDS, example, examples
from gollanma.diagnostics import Diagnostic
from gollanma.languages import load
from gollanma.report import as_text, put_into_words, summarise
from tests.support.projects import Small, small

LANGUAGES = load(["tk", "ru", "en"])
CODES = [each.code for each in entries() if each not in AFTER]
GOLDEN = Path(__file__).parent / "golden"
UPDATE = bool(os.environ.get("GOLLANMA_UPDATE_GOLDEN"))
"""`GOLLANMA_UPDATE_GOLDEN=1 pytest tests/checks` writes the files anew; then read the diff."""

ELSEWHERE = (
    *("SRC001.", "SRC004.", "SRC005."),
    *("PUB005.", "PUB006."),
    *("AKN", "LTX", "TRL", "WRD"),
    *("SCH004.no-project", "SCH001.address-shape", "SCH001.country-shape"),
)
"""Sentences about bytes that no text can hold, documents, the built site, the project file."""


@cache
def judged(code: str) -> tuple[Small, tuple[Diagnostic, ...]]:
    """Give the project of the bad example of a code, and what is found in it."""
    project = small(example(code, "bad").files)
    return project, project.outcome().findings


def places(found: tuple[Diagnostic, ...]) -> set[tuple[str, int, str]]:
    return {(each.span.path, each.span.line, each.code) for each in found}


def test_the_small_project_has_nothing_wrong_in_it() -> None:
    assert small().findings() == []


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_bad_and_a_good_example(code: str) -> None:
    assert tuple(kind for kind, _ in examples(code)) == KINDS


@pytest.mark.parametrize("code", CODES)
def test_bad_gives_what_it_marks_and_nothing_else(code: str) -> None:
    bad, (_, found) = example(code, "bad"), judged(code)
    assert code in {expected for _, _, expected in bad.expected}
    assert places(found) == bad.expected


@pytest.mark.parametrize("code", CODES)
def test_good_gives_nothing(code: str) -> None:
    good = example(code, "good")
    assert good.expected == frozenset()
    assert small(good.files).findings() == []


def said(code: str, language: str) -> str:
    """Write what the bad example of a code gives, as `gollanma check` does."""
    project, found = judged(code)
    speaker = LANGUAGES[language]
    reports = [put_into_words(each, speaker, project.library) for each in found]
    summary = summarise(found, records=len(project.library.records), languages=("tk", "ru", "en"))
    lines = as_text(reports, summary, speaker, project.library)
    return "".join(f"{line}\n" for line in [f"=== {code}", *lines, ""])


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_read_as_they_did(language: str) -> None:
    text = "".join(said(code, language) for code in CODES)
    path = GOLDEN / f"{language}.txt"
    if UPDATE:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def sentences(found: Diagnostic) -> set[str]:
    return {f"{found.code}.{found.key}", *(f"{found.code}.{each.key}" for each in found.related)}


def test_every_sentence_of_a_check_is_said_by_an_example() -> None:
    heard: set[str] = set()
    for code in CODES:
        for each in judged(code)[1]:
            heard |= sentences(each)
    written = {
        key.removesuffix(".message").replace(".says.", ".")
        for key in LANGUAGES["en"].catalogue.sentences
        if ".says." in key and key.endswith(".message")
    }
    assert sorted(key for key in written - heard if not key.startswith(ELSEWHERE)) == []
