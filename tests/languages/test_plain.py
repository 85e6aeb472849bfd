"""How hard a text is to read is counted as a person would count it."""

import pytest

from gollanma.languages.plain import reading_of
from tests.support.ministry import judged


@pytest.mark.parametrize(
    ("texts", "sentences", "long_words"),
    [
        pytest.param([], (), 0, id="nothing"),
        pytest.param(["Ask. Listen well!"], (1, 2), 0, id="two sentences"),
        pytest.param(["Ask", "Listen"], (1, 1), 0, id="two texts"),
        pytest.param(["one\ntwo three"], (1, 2), 0, id="a new line ends a sentence"),
        pytest.param(["Within 1.5 hours… come"], (4, 1), 0, id="a number with a point"),
        pytest.param(["12-nji maddanyň bölegi"], (4,), 1, id="endings of numbers"),
        pytest.param(["Проведите оценку"], (2,), 1, id="Cyrillic letters"),
        pytest.param(["... !"], (), 0, id="marks alone"),
    ],
)
def test_sentences_and_long_words(
    texts: list[str], sentences: tuple[int, ...], long_words: int
) -> None:
    found = reading_of(texts)
    assert (found.sentences, found.long_words) == (sentences, long_words)


def test_the_index_is_the_mean_of_a_sentence_and_the_share_of_long_words() -> None:
    found = reading_of(["Ask the person. Explain everything."])
    assert (found.words, found.longest) == (5, 3)
    assert found.lix == 2.5 + 40
    assert (reading_of([]).lix, reading_of([]).mean, reading_of([]).longest) == (0, 0, 0)


def test_vague_words_are_found_whole() -> None:
    found = reading_of(["Come soon. Sooner or later, SOON."], ["soon", "as soon as possible"])
    assert found.vague == ("soon", "soon")


def test_every_language_knows_vague_words_in_small_letters() -> None:
    for language in judged().languages.values():
        assert language.plain.vague
        assert all(each == each.lower() for each in language.plain.vague), language.code
