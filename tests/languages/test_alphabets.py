"""The order of letters and the plain form in which search finds them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.languages import Language, Languages, load

TURKMEN_WORDS = """
adam barlag çaga derman ene äpişge fewral goldaw hyzmat iş işgär jaý žurnal kazyýet lukman
madda nama ňaň orun öý pul razylyk ses şikaýat tertip ukyp üpjün wezipe ylym ýaş zenan
"""
TURKMEN_ORDER = TURKMEN_WORDS.split()


def test_turkmen_order(tk: Language) -> None:
    by_code_point = sorted(TURKMEN_ORDER)
    assert by_code_point != TURKMEN_ORDER
    assert sorted(by_code_point, key=tk.sort_key) == TURKMEN_ORDER


@pytest.mark.parametrize(
    ("code", "order"),
    [
        pytest.param("ru", ["еда", "ёж", "елка", "ёлка", "ель", "жук"], id="ё sorts with е"),
        pytest.param("ru", ["акт", "Акт", "акты"], id="capitals beside small letters"),
        pytest.param("tk", ["börk", "covid", "çaga"], id="a foreign letter after its neighbour"),
        pytest.param("tk", ["iş güni", "iş-tertip", "işgär"], id="word by word"),
        pytest.param("tk", ["12-nji", "2 gün"], id="figures before letters, one by one"),
        pytest.param("tk", ["zenan", "акт"], id="another script last"),
        pytest.param("en", ["cafe", "café", "cafes"], id="accents do not count at first"),
        pytest.param("ro", ["sat", "șold", "tată", "țară"], id="Romanian letters"),
    ],
)
def test_order(code: str, order: list[str], languages: Languages, ro: Language) -> None:
    language = ro if code == "ro" else languages[code]
    backwards = order[::-1]
    assert sorted(backwards, key=language.sort_key) == order


def test_quotation_marks_do_not_sort(ru: Language) -> None:
    assert sorted(["«Бета»", "Альфа", "«Гамма»"], key=ru.sort_key) == ["Альфа", "«Бета»", "«Гамма»"]


@pytest.mark.parametrize(
    ("code", "text", "letter"),
    [
        ("tk", "çäre", "Ç"), ("tk", "«Äpişge»", "Ä"), ("tk", "COVID-19", "#"), ("tk", "12 aý", "#"),
        ("ru", "ёлка", "Ё"), ("ru", "«Единый»", "Е"), ("ru", "йод", "Й"), ("en", "élan", "E"),
        ("en", "2nd", "#"), ("en", "", "#"), ("tk", unicodedata.normalize("NFD", "şäher"), "Ş"),
        ("ru", "school", "#"),
    ],
)  # fmt: skip
def test_first_letter(code: str, text: str, letter: str, languages: Languages) -> None:
    assert languages[code].first_letter(text) == letter


def test_letters_of_an_alphabet(languages: Languages) -> None:
    assert {code: len(each.letters) for code, each in languages.items()} == {
        "tk": 30,
        "ru": 33,
        "en": 26,
    }
    assert "".join(languages["tk"].letters) == "ABÇDEÄFGHIJŽKLMNŇOÖPRSŞTUÜWYÝZ"
    assert languages["ru"].letters[5:7] == ("Е", "Ё")


@pytest.mark.parametrize(
    ("code", "text", "folded"),
    [
        ("tk", "Şäher çäresi", "saher caresi"), ("tk", "ÝŇŽÖÜ", "ynzou"),
        ("tk", unicodedata.normalize("NFD", "şäher"), "saher"),
        ("tk", "Җемгыет", "jemgyyet"), ("tk", "ёл", "yol"), ("tk", "җәмгыет өй", "jamgyyet oy"),
        ("ru", "Ёлка ещё", "елка еще"), ("ru", "Иной й", "иной й"),
        ("ru", unicodedata.normalize("NFD", "йод ёж"), "йод еж"),
        ("en", "Café Türkmen", "cafe turkmen"), ("en", "Women’s", "women's"),
        ("en", "co\u00adop", "coop"), ("tk", "İ", "i"),
    ],
)  # fmt: skip
def test_folding(code: str, text: str, folded: str, languages: Languages) -> None:
    assert languages[code].fold(text) == folded


CODES = st.sampled_from(["tk", "ru", "en"])
LOADED = load(["tk", "ru", "en"])


@given(code=CODES, text=st.text(max_size=30))
def test_folding_twice_changes_nothing_more(code: str, text: str) -> None:
    once = LOADED[code].fold(text)
    assert LOADED[code].fold(once) == once


@given(code=CODES, texts=st.permutations(["ёж", "ель", "öý", "oý", "ada", "Ada", "12", "iş güni"]))
def test_the_order_never_depends_on_the_order_before(code: str, texts: list[str]) -> None:
    key = LOADED[code].sort_key
    assert sorted(texts, key=key) == sorted(sorted(texts), key=key)
