import pytest

from gollanma.languages import mixed_script_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Cоциальный работник", [("Cоциальный", 0, "U+0043")], id="a Latin C"),
        pytest.param("durmuş işgärу", [("işgärу", 12, "U+0443")], id="a Cyrillic у"),
        pytest.param("hyzmаt wе", [("hyzmаt", 4, "U+0430"), ("wе", 8, "U+0435")], id="two words"),
        pytest.param(
            "хyзмaт", [("хyзмaт", 1, "U+0079"), ("хyзмaт", 4, "U+0061")], id="two letters"
        ),
        pytest.param("IT-специалист, SP-10, №12", [], id="a hyphen parts words"),
        pytest.param("Закон 434-VI", [], id="figures belong to no script"),
        pytest.param("şäher s\u0327a\u0308her", [], id="combining signs belong to no script"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_letters_of_another_script(text: str, found: list[tuple[str, int, str]]) -> None:
    mixed = mixed_script_words(text)
    assert [(each.word, each.position, each.code_point) for each in mixed] == found
    assert all(text[each.start : each.end] == each.word for each in mixed)
    assert all(text[each.position] == each.letter for each in mixed)


def test_the_letter_is_named() -> None:
    (mixed,) = mixed_script_words("Cоциальный")
    assert mixed.name == "LATIN CAPITAL LETTER C"
