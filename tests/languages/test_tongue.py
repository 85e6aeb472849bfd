"""Which language words are in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.languages import Language, load
from gollanma.languages.tongue import Beside, tongue_of

WORDS = [
    ("tk", "Maşgala öýüne baryň.", "", ""),
    ("tk", "Посетите семью.", "CYRILLIC", ""),
    ("tk", "Visit the family at home.", "", "en"),
    ("tk", "Aile için yardım gerekir.", "", "turkish"),
    ("tk", "Oila uchun yordam kerak.", "", "uzbek"),
    ("tk", "Halabat sürgün", "", ""),
    ("ru", "Посетите семью.", "", ""),
    ("ru", "Visit the family.", "LATIN", ""),
    ("ru", "Вони потрібно допомога.", "", "ukrainian"),
    ("ru", "Машгала үчин көмек.", "", "turkmen-in-cyrillic"),
    ("en", "Visit the family at home.", "", ""),
    ("en", "Maşgala bilen gürleşiň.", "", "tk"),
    ("en", "Durmuş hyzmatlary", "", "tk"),
    ("en", "Yes", "", ""),
    ("en", "Old Garrygala", "", ""),
    ("en", "12–14", "", ""),
]


@pytest.mark.parametrize(
    ("code", "text", "script", "other"), WORDS, ids=[f"{row[1]} as {row[0]}" for row in WORDS]
)
def test_words_of_another_language(
    code: str, text: str, script: str, other: str, languages: dict[str, Language]
) -> None:
    tongue = languages[code].tongue
    others = [each.tongue for each in languages.values() if each.code != code]
    assert tongue.in_other_script(text) == script
    assert script or tongue.beside(others).nearer(text) == other


def test_words_of_the_glossary_belong_to_their_language(languages: dict[str, Language]) -> None:
    tongue, other = languages["en"].tongue, languages["tk"].tongue
    assert tongue.beside([other], frozenset({"hyzmatlary"})).nearer("Durmuş hyzmatlary") == ""


def test_a_pack_without_trigrams_is_not_taken_for_another(
    ro: Language, languages: dict[str, Language]
) -> None:
    others = [languages["en"].tongue]
    assert ro.tongue.beside(others).nearer("Serviciile sociale ajutorul") == ""


@pytest.mark.parametrize("code", ["tk", "ru", "en"])
def test_trigrams_have_three_letters_and_stand_once(
    code: str, languages: dict[str, Language]
) -> None:
    trigrams = list(languages[code].tongue.trigrams)
    assert len(trigrams) == 300
    assert {each for each in trigrams if len(each) != 3} == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("it asks for the same four things", "en", id="English"),
        pytest.param("bu ýerde hem şol dört zat soralýar", "tk", id="Turkmen"),
        pytest.param("здесь спрашивается то же самое", "ru", id="Russian"),
        pytest.param("12 %", "tk", id="no words: the first language"),
        pytest.param("αβγ", "", id="a script of none"),
    ],
)
def test_the_likeliest_language_of_a_text(
    languages: dict[str, Language], text: str, code: str
) -> None:
    assert tongue_of(text, {each: one.tongue for each, one in languages.items()}) == code


class Patient(Beside):
    """Compares every text with every language, however plain it is."""

    def _is_plain(self, lowered: str, words: list[str]) -> bool:  # noqa: ARG002
        return False


LOADED = load(("tk", "ru", "en"))


@given(code=st.sampled_from(sorted(LOADED)), data=st.data())
def test_a_text_is_plain_only_where_it_is_in_no_other_language(
    code: str, data: st.DataObject
) -> None:
    own = LOADED[code].tongue
    near = own.beside([each.tongue for each in LOADED.values() if each.code != code])
    known = sorted({word for each in (own, *near.rivals) for word in each.words})
    letters = sorted({letter for each in near.rivals for letter in each.letters})
    words = st.sampled_from(known) | st.sampled_from([*letters, "Ab", "xyzw", "okde"])
    text = " ".join(data.draw(st.lists(words, max_size=6)))
    kept = data.draw(st.sampled_from([frozenset[str](), frozenset({"xyzw"})]))
    assert Beside(own, near.rivals, kept).nearer(text) == Patient(own, near.rivals, kept).nearer(
        text
    )
