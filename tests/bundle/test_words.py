import re
from collections import Counter
from itertools import combinations

import pytest

from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys import words

FINGERPRINT = "00ff01fe02fd03fc04fb05fa" + "0" * 40
SPOKEN = words.in_words(FINGERPRINT)
SHARED = "abdefgiklmnoprstuz"
"""The letters that the alphabets of the three languages share and read alike."""


def steps(first: str, second: str) -> int:
    """Count the letters that must be changed, put in or taken out (Levenshtein)."""
    row = list(range(len(second) + 1))
    for number, letter in enumerate(first, 1):
        before, row = row, [number]
        for place, other in enumerate(second):
            row.append(min(before[place + 1] + 1, row[-1] + 1, before[place] + (letter != other)))
    return row[-1]


def other_letters(first: str, second: str) -> int:
    """Count the letters that only one of two words has."""
    one, other = Counter(first), Counter(second)
    return ((one - other) + (other - one)).total()


def test_there_is_a_word_for_every_byte() -> None:
    assert len(set(words.word_list())) == 256
    assert list(words.word_list()) == sorted(words.word_list())


def test_everybody_can_write_every_word() -> None:
    strange = [each for each in words.word_list() if not re.fullmatch(f"[{SHARED}]{{4,10}}", each)]
    assert strange == []


def test_no_two_words_are_taken_for_one_another() -> None:
    pairs = [*combinations(words.word_list(), 2)]
    assert [pair for pair in pairs if pair[0][:4] == pair[1][:4]] == []
    alike = (pair for pair in pairs if other_letters(*pair) <= 4)  # two for each step at most
    assert [pair for pair in alike if steps(*pair) < 3] == []


def test_the_words_of_a_fingerprint_stay_as_they_are() -> None:
    assert SPOKEN[:4] == ("adapter", "zodiak", "agronom", "zigzag")
    assert len(SPOKEN) == 12


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(" ".join(SPOKEN), id="as shown"),
        pytest.param(", ".join(SPOKEN).upper(), id="in capitals, with commas"),
        pytest.param(" ".join(each[:4] for each in SPOKEN), id="their first four letters"),
        pytest.param("\n".join(f"{n}. {each}" for n, each in enumerate(SPOKEN, 1)), id="numbered"),
        pytest.param(
            " ".join(SPOKEN).translate(str.maketrans(SHARED, "абдефгиклмнопрстуз")),
            id="in Cyrillic letters",
        ),
    ],
)
def test_what_was_heard_is_read(typed: str) -> None:
    assert words.heard(typed) == SPOKEN


@pytest.mark.parametrize(
    ("typed", "code", "name", "values"),
    [
        pytest.param(" ".join(SPOKEN[1:]), "words", "", {"n": 11, "enough": 12}, id="eleven"),
        pytest.param("", "words", "", {"n": 0, "enough": 12}, id="none"),
        pytest.param("telifon", "word", "telifon", {"nearest": "telefon"}, id="a slip"),
        pytest.param("tel", "word", "tel", {"nearest": "tunel"}, id="too few letters"),
    ],
)
def test_what_was_heard_wrong_is_said(
    typed: str, code: str, name: str, values: dict[str, object]
) -> None:
    with pytest.raises(BundleError) as refusal:
        words.heard(typed)
    assert (refusal.value.code, refusal.value.name) == (code, name)
    assert refusal.value.refusal.values == values
