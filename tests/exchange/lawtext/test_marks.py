"""A law's asterisk is an asterisk: its words survive being prose in Markdown."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from gollanma.exchange.lawtext.marks import escaped, plain
from gollanma.graph.prose import mentions

SIGNS = st.sampled_from(
    [*"aýЖ1 .)(-+*_`[]<>#&!\\|~=:;'\"«»–", "amp;", "#35;", "[[act/a]]", "12) ", "- "]
)
WORDS = st.lists(SIGNS, max_size=12).map("".join)
TAG = re.compile(r"<[^>]*>")


@given(WORDS)
def test_what_is_escaped_reads_back(words: str) -> None:
    assert plain(escaped(words)) == words


@given(WORDS.map(str.strip).filter(bool))
def test_what_is_escaped_is_shown_as_it_was(words: str) -> None:
    shown = MarkdownIt("commonmark", {"html": False}).render(escaped(words))
    assert shown.startswith("<p>")
    assert html.unescape(TAG.sub("", shown)).strip() == words


@given(WORDS)
def test_what_is_escaped_refers_to_nothing(words: str) -> None:
    assert list(mentions(escaped(words))) == []


@pytest.mark.parametrize(
    "words",
    [
        "12-nji madda (üç)",
        "1 920 000,00 manat",
        "iň_az",
        "A – B; Ç: D",
        "№ 7-VIII",
        "a & b",
        "5 < 6",
    ],
)
def test_ordinary_words_stay_as_they_are(words: str) -> None:
    assert escaped(words).replace("\\<", "<") == words
