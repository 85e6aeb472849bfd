"""The stems of Russian and English are those of Snowball, word for word."""

import pytest
import snowballstemmer  # type: ignore[import-untyped]  # it ships no types

from tests.languages.vectors import languages, sample, words


@pytest.mark.parametrize("size", ["sample", pytest.param("all", marks=pytest.mark.slow)])
@pytest.mark.parametrize(("code", "algorithm"), [("ru", "russian"), ("en", "english")])
def test_stems_are_those_of_snowball(code: str, algorithm: str, size: str) -> None:
    analyser, oracle = languages()[code].analyser, snowballstemmer.stemmer(algorithm)
    row = words(code) if size == "all" else sample(words(code))
    plain = [word for word in row if not any(each.isdigit() or each == "^" for each in word)]
    wrong = [
        (word, analyser.stem(word), expected)
        for word in plain
        if analyser.stem(word) != (expected := oracle.stemWord(analyser.fold(word)))
    ]
    assert wrong[:10] == []
