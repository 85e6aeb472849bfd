"""Python, node and Chromium say the same of every word."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

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

Said = Callable[[Any], Any]
"""What an interpreter says of texts, given with tables."""
SIZES = ["sample", pytest.param("all", marks=pytest.mark.slow)]


@pytest.fixture(scope="module")
def chromium(browser: Browser) -> Iterator[Said]:
    """Give what an empty page says that has the browser's analyser."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.add_script_tag(content=PROGRAM)
    yield lambda given: json.loads(page.evaluate(SAY, json.dumps(given)))
    context.close()


def node(given: Any) -> Any:
    """Give what node says."""
    return answer(IN_NODE, given)


def chosen(code: str, size: str) -> tuple[str, ...]:
    return words(code) if size == "all" else sample(words(code))


@pytest.mark.parametrize("code", CODES)
def test_there_are_words_enough(code: str) -> None:
    assert len(words(code)) >= FEWEST


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", CODES)
def test_node_says_what_python_says(code: str, size: str) -> None:
    row = chosen(code, size)
    assert differing(row, answers(code, row), node([[table(code)], row])[0]) == []


@pytest.mark.browser
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", CODES)
def test_chromium_says_what_python_says(code: str, size: str, chromium: Said) -> None:
    row = chosen(code, size)
    assert differing(row, answers(code, row), chromium([[table(code)], row])[0]) == []


ANY = st.text(st.characters(exclude_categories=["Cn"]), max_size=200)
"""Whatever Unicode names, and halves of signs; a newer Unicode may know more letters than Python."""
WORDLY = st.text(
    "aäyýiuüoöe'’-1207¹^ňşshchzhdlrnmtkgpbAÇеёщaцсяюИЙ\u0301\u00ad😀\ud800", max_size=200
)
HOSTILE = st.lists(ANY | WORDLY, min_size=1, max_size=20)


@pytest.mark.browser
@given(texts=HOSTILE)
def test_chromium_takes_any_text_as_python_does(texts: list[str], chromium: Said) -> None:
    assert_alike(texts, chromium)


@settings(max_examples=20)
@given(texts=HOSTILE)
def test_node_takes_any_text_as_python_does(texts: list[str]) -> None:
    assert_alike(texts, node)


def assert_alike(texts: list[str], say: Said) -> None:
    """Compare what is said in all languages of texts as they come out of JSON."""
    row = json.loads(json.dumps(texts))
    for code, theirs in zip(CODES, say([list(map(table, CODES)), row]), strict=True):
        assert differing(row, answers(code, row), theirs) == []


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
