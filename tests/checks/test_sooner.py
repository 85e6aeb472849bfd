"""What is looked for only where a sign of it stands is missed nowhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.checks.print_marks import BEFORE_MARK, SPACES
from gollanma.checks.wording import may_hold_a_gap, placeholder_of
from gollanma.graph.prose import NOT_RUNNING, running
from gollanma.languages import load
from gollanma.languages.marks import HYPHEN
from gollanma.languages.people import GENERAL
from gollanma.languages.sentences import CLAUSE, ENDS, SENTENCE
from gollanma.languages.words import mixed_script_words, script_of, words

LANGUAGES = load(("tk", "ru", "en"))
GAPS = [each for language in LANGUAGES.values() for each in language.plain.placeholders]


def texts(*pieces: str) -> st.SearchStrategy[str]:
    """Give texts of such pieces, of blanks and of letters, in any order and number."""
    return st.lists(st.sampled_from([*pieces, " ", "\n", "a", "ýB", "1"]), max_size=12).map("".join)


@given(texts("todo", "TBD", "FixMe", "İ", "ı", "x", "xX", "lorem", "ipsum", *"?_.[]<>(", *GAPS))
def test_every_gap_is_hinted_at(text: str) -> None:
    for language in LANGUAGES.values():
        assert may_hold_a_gap(text) or not placeholder_of(language).search(text)


@given(texts("[", "[[", "]]", "](", ")", "`", "<", "http:", ">", "#", "## ", "!"))
def test_running_text_is_all_but_what_is_none(text: str) -> None:
    inside = {place for start, end in running(text) for place in range(start, end)}
    outside = {place for each in NOT_RUNNING.finditer(text) for place in range(*each.span())}
    assert inside == set(range(len(text))) - outside


@given(st.lists(texts("ж", "ş", "µ", "ª", "’", "-"), max_size=4))
def test_texts_of_one_script_hide_no_word_of_two(met: list[str]) -> None:
    for text in met:
        scripts = [{script_of(each) for each in word} - {""} for *_, word in words(text)]
        assert bool(mixed_script_words(text)) is any(len(each) > 1 for each in scripts)


@given(texts(*".!?…;:", '"', "»", "”", ")", "\u00a0"))
def test_a_text_that_is_cut_has_an_end_within(text: str) -> None:
    assert bool(ENDS.search(text)) is bool(CLAUSE.search(text))
    assert ENDS.search(text) or not SENTENCE.search(text)


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        *((pattern, (sign,)) for _, sign, pattern in GENERAL),
        (SPACES, ("  ",)),
        (BEFORE_MARK, (" ,", " .", " !", " ?")),
        (HYPHEN, (" - ",)),
    ],
)
@given(text=texts("a@b.tm", "+993 12 34-56-78", "22-33-44", "  ", *"@+-,.!?"))
def test_what_is_found_has_its_sign(
    pattern: re.Pattern[str], signs: tuple[str, ...], text: str
) -> None:
    assert any(sign in text for sign in signs) or not pattern.search(text)
