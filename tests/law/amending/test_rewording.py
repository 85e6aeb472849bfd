"""The fewest words that make one wording of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.law.amending.instructions import Substitution, Way, Whole
from gollanma.law.amending.rewording import UnknownWordsError, reworded, rewording

REPLACE, ADD, REMOVE = Way.REPLACE, Way.ADD, Way.REMOVE


def all_of(*changes: Substitution) -> tuple[Substitution, ...]:
    return changes


CASES = [
    pytest.param(
        "Help is given within 3 days of the day of asking.",
        "Help is given within 5 days of the day of asking.",
        all_of(Substitution(REPLACE, "3", "5")),
        id="a number",
    ),
    pytest.param(
        "one two three two four five six",
        "one two three six four five six",
        all_of(Substitution(REPLACE, "three two four", "three six four")),
        id="a word that stands twice takes its neighbours along",
    ),
    pytest.param(
        "the man and the man or the man of old",
        "the woman and the woman or the woman of old",
        all_of(Substitution(REPLACE, "man", "woman", is_everywhere=True)),
        id="everywhere",
    ),
    pytest.param(
        "one two three four",
        "one two, or more, three four",
        all_of(Substitution(ADD, "two", ", or more,")),
        id="words that begin with a comma",
    ),
    pytest.param(
        "one two three four five six seven",
        "two three four five six seven",
        all_of(Substitution(REMOVE, "one")),
        id="the first word",
    ),
    pytest.param(
        "one two three four five",
        "one, two three four five",
        all_of(Substitution(REPLACE, "one", "one,")),
        id="a comma is no word",
    ),
    pytest.param(
        "one two three four five six.",
        "one two three four five six;",
        all_of(Substitution(REPLACE, "six.", "six;")),
        id="a sign at the end",
    ),
    pytest.param("one two", "three four five", Whole("three four five"), id="hardly a word stays"),
    pytest.param("one two", "", Whole(""), id="nothing stays"),
    pytest.param("", "one two", Whole("one two"), id="nothing was there"),
    pytest.param(
        "one two three four five six seven",
        "one two\n\nthree four five six seven",
        Whole("one two\n\nthree four five six seven"),
        id="a paragraph ends elsewhere",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_a_change_quotes_as_few_words_as_it_can(
    old: str, new: str, expected: tuple[Substitution, ...] | Whole
) -> None:
    assert rewording(old, new) == expected


WORDS = st.lists(st.sampled_from(("öý", "öýde", "и", "a", "30", "1 000,5", ",", "«x»", ".", "\n")))


@given(WORDS, WORDS)
def test_a_change_makes_the_new_wording(old: list[str], new: list[str]) -> None:
    one, other = " ".join(old).strip(), " ".join(new).strip()
    assert reworded(one, rewording(one, other)) == other


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(all_of(Substitution(REPLACE, "six", "seven")), id="words that are not there"),
        pytest.param(
            all_of(Substitution(REPLACE, "one", "seven")), id="words that are there twice"
        ),
        pytest.param(
            all_of(Substitution(REPLACE, "two one", "x"), Substitution(REMOVE, "one four")),
            id="words of another change",
        ),
    ],
)
def test_words_that_cannot_be_told_are_refused(change: tuple[Substitution, ...]) -> None:
    with pytest.raises(UnknownWordsError):
        reworded("one two one four", change)
