"""Python, node and Chromium say the same of every word."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.languages.vectors import (
    CODES,
    FEWEST,
    IN_NODE,
    PROGRAM,
    SAY,
    answers,
    differing,
    languages,
    sample,
    table,
    words,
)
from tests.support.node import answer

SIZES = ["sample", pytest.param("all", marks=pytest.mark.slow)]


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """Give an empty page with the browser's analyser."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.add_script_tag(content=PROGRAM)
    yield page
    context.close()


def chosen(code: str, size: str) -> tuple[str, ...]:
    return words(code) if size == "all" else sample(words(code))


@pytest.mark.parametrize("code", CODES)
def test_there_are_words_enough(code: str) -> None:
    assert len(words(code)) >= FEWEST


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", CODES)
def test_node_says_what_python_says(code: str, size: str) -> None:
    row = chosen(code, size)
    assert differing(row, answers(code, row), answer(IN_NODE, [table(code), row])) == []


@pytest.mark.browser
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", CODES)
def test_chromium_says_what_python_says(code: str, size: str, window: Page) -> None:
    row = chosen(code, size)
    theirs: list[Any] = window.evaluate(SAY, [table(code), list(row)])
    assert differing(row, answers(code, row), theirs) == []


TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=80), max_size=30)


@settings(max_examples=20)
@given(TEXTS)
def test_any_text_is_taken_alike(texts: list[str]) -> None:
    row = tuple(texts)
    for code in CODES:
        assert differing(row, answers(code, row), answer(IN_NODE, [table(code), row])) == []


def test_any_keys_are_read_alike() -> None:
    keyboards = languages().keyboards
    typed = ["ghbtv", "прием", "xpjxn", "k]mek", "", " a b ", "çaga", "123", "GHBTV", "яяя ю"]
    script = (
        f"global.window = global;\n{PROGRAM}\n"
        "const [rows, texts] = JSON.parse(require('fs').readFileSync(0, 'utf8'));\n"
        "const read = window.gollanmaKeyboards(rows).readings;\n"
        "process.stdout.write(JSON.stringify(texts.map(read)));"
    )
    theirs = answer(script, [dict(keyboards.rows), typed])
    assert theirs == [list(keyboards.readings(each)) for each in typed]
    assert "прием" in theirs[0]
