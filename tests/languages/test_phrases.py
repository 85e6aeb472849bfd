"""Words and phrases in running text: whole, in any case, with any ending where a list says so."""

import pytest

from gollanma.languages.phrases import Phrases, small

LISTED = ("soon", "as soon as", "broken famil*", "алкоголик*", "çaga")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Come soon.", ["soon"], id="a word"),
        pytest.param("Come as soon as you can.", ["as soon as"], id="the longer one wins"),
        pytest.param("It is sooner than later.", [], id="no part of a word"),
        pytest.param("BROKEN\n  FAMILIES", ["broken famil*"], id="in capitals, over two lines"),
        pytest.param("отца-алкоголика", ["алкоголик*"], id="behind a hyphen, with an ending"),
        pytest.param("çagalar", [], id="an ending where the list has none"),
        pytest.param("İstanbul soon", ["soon"], id="a letter that grows when it is made small"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_phrases_are_found(text: str, found: list[str]) -> None:
    assert [entry for _, _, entry in Phrases(LISTED).found(text)] == found


def test_places_are_those_of_the_text() -> None:
    text = "İİ Soon"
    assert [text[start:end] for start, end, _ in Phrases(LISTED).found(text)] == ["Soon"]


def test_an_empty_list_finds_nothing() -> None:
    assert not Phrases(())
    assert list(Phrases(("",)).found("anything")) == []


@pytest.mark.parametrize("text", ["İÇ", "Straße", "ДОМ"])
def test_small_letters_stay_in_their_places(text: str) -> None:
    assert len(small(text)) == len(text)
