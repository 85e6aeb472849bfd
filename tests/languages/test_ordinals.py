"""Ordinals: the number of an article, in figures and in words."""

import pytest

from gollanma.languages import Language, Languages, UnknownCaseError, lowered, raised
from gollanma.languages.numerals import roman

BACK = (6, 9, 10, 30, 40, 60, 90)
"""Whose spoken word has a back vowel last: alty, dokuz, on, otuz, kyrk, altmyş, togsan."""


def last_spoken(n: int) -> int:
    return next(n % 10**power for power in (1, 2, 3) if n % 10**power) if n % 1000 else 1000


@pytest.mark.parametrize("n", range(1, 1000))
def test_turkmen_suffix_follows_the_last_spoken_number(n: int, tk: Language) -> None:
    suffix = "njy" if last_spoken(n) in BACK else "nji"
    assert tk.ordinal(n) == f"{n}-{suffix}"


@pytest.mark.parametrize(
    ("n", "written"),
    [
        pytest.param(1940, "1940-njy", id="kyrk"),
        pytest.param(1990, "1990-njy", id="togsan"),
        pytest.param(2000, "2000-nji", id="müň"),
        pytest.param(2010, "2010-njy", id="on"),
        pytest.param(2026, "2026-njy", id="alty"),
        pytest.param(2027, "2027-nji", id="ýedi"),
        pytest.param(2030, "2030-njy", id="otuz"),
        pytest.param(1000000, "1000000-njy", id="million"),
        pytest.param(0, "0-njy", id="nol"),
        pytest.param("12^1", "12¹-nji", id="a raised number is spoken last: bir"),
        pytest.param("12^6", "12⁶-njy", id="a raised number is spoken last: alty"),
        pytest.param("10^2", "10²-nji", id="the number below it does not count"),
        pytest.param("XII", "XII", id="what is no number stays"),
    ],
)
def test_turkmen_ordinals_of_years_and_raised_numbers(n: int, written: str, tk: Language) -> None:
    assert tk.ordinal(n) == written


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (1, "birinji"), (2, "ikinji"), (3, "üçünji"), (4, "dördünji"), (5, "bäşinji"),
        (6, "altynjy"), (7, "ýedinji"), (8, "sekizinji"), (9, "dokuzynjy"), (10, "onunjy"),
        (11, "on birinji"), (20, "ýigriminji"), (25, "ýigrimi bäşinji"), (40, "kyrkynjy"),
        (100, "ýüzünji"), (101, "ýüz birinji"), (199, "ýüz togsan dokuzynjy"),
        (2000, "iki müňünji"),
    ],
)  # fmt: skip
def test_turkmen_ordinals_in_words(n: int, said: str, tk: Language) -> None:
    assert tk.ordinals.said(str(n), "nom") == said


@pytest.mark.parametrize(
    ("n", "gender", "case", "said"),
    [
        (1, "f", "nom", "первая"), (2, "f", "gen", "второй"), (3, "f", "nom", "третья"),
        (3, "f", "gen", "третьей"), (3, "f", "acc", "третью"), (3, "m", "gen", "третьего"),
        (3, "n", "prp", "третьем"), (4, "f", "ins", "четвёртой"), (6, "m", "nom", "шестой"),
        (7, "m", "dat", "седьмому"), (8, "n", "nom", "восьмое"), (13, "f", "acc", "тринадцатую"),
        (21, "f", "gen", "двадцать первой"), (40, "m", "prp", "сороковом"),
        (100, "f", "nom", "сотая"), (123, "f", "dat", "сто двадцать третьей"),
        (199, "m", "ins", "сто девяносто девятым"), (200, "f", "nom", "двухсотая"),
        (2010, "f", "nom", "2010-я"),
    ],
)  # fmt: skip
def test_russian_ordinals_in_words(n: int, gender: str, case: str, said: str, ru: Language) -> None:
    assert ru.ordinals.said(str(n), case, gender) == said


@pytest.mark.parametrize(
    ("case", "written"),
    [("nom", "5-й"), ("gen", "5-го"), ("dat", "5-му"), ("acc", "5-й"),
     ("ins", "5-м"), ("prp", "5-м")],
)  # fmt: skip
def test_russian_ordinals_in_figures(case: str, written: str, ru: Language) -> None:
    assert ru.ordinal(5, case) == written


@pytest.mark.parametrize(
    ("n", "written"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
     (21, "21st"), (22, "22nd"), (101, "101st"), (111, "111th"), (112, "112th"), (123, "123rd")],
)  # fmt: skip
def test_english_ordinals_in_figures(n: int, written: str, en: Language) -> None:
    assert en.ordinal(n) == written


@pytest.mark.parametrize(
    ("n", "said"),
    [(3, "third"), (12, "twelfth"), (21, "twenty-first"), (100, "one hundredth"),
     (123, "one hundred and twenty-third"), (2010, "two thousand and tenth")],
)  # fmt: skip
def test_english_ordinals_in_words(n: int, said: str, en: Language) -> None:
    assert en.ordinals.said(str(n), "nom") == said


def test_a_language_without_ordinals_leaves_figures(ro: Language) -> None:
    assert ro.ordinal(5) == "5"
    assert ro.ordinals.said("5", "nom") == "5"


def test_a_case_that_a_language_lacks_is_refused(tk: Language) -> None:
    with pytest.raises(UnknownCaseError, match="no case `ins` among nom, gen, dat, acc, loc, abl"):
        tk.kind_word("sop", "ins")


@pytest.mark.parametrize(
    ("data", "printed"),
    [("12^1", "12¹"), ("12^10", "12¹⁰"), ("II^1", "II¹"), ("12", "12"), ("a", "a")],
)
def test_raised_numbers_are_printed_and_read(data: str, printed: str) -> None:
    assert raised(data) == printed
    assert lowered(printed) == data


@pytest.mark.parametrize(
    ("number", "figures"),
    [("1", "I"), ("4", "IV"), ("9", "IX"), ("44", "XLIV"), ("II", "II"), ("II^1", "II¹")],
)
def test_roman_figures(number: str, figures: str) -> None:
    assert roman(number) == figures


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        pytest.param("10-nji madda", [("10-nji", "10-njy")], id="on wants the other suffix"),
        pytest.param("5–9-nji maddalar", [("9-nji", "9-njy")], id="the end of a range"),
        pytest.param("12¹-njy madda", [("12¹-njy", "12¹-nji")], id="a raised number"),
        pytest.param("2021-nji ýylyň 18-nji dekabry", [], id="a day in order"),
        pytest.param("10-njylar 3.10-nji", [], id="not at the end of a word, not in a code"),
    ],
)
def test_turkmen_ordinals_with_a_wrong_suffix(
    text: str, slips: list[tuple[str, str]], tk: Language
) -> None:
    assert [(each.written, each.right) for each in tk.ordinal_slips(text)] == slips


def test_ordinals_with_a_wrong_ending_in_other_languages(en: Language, ru: Language) -> None:
    assert [each.right for each in en.ordinal_slips("the 22th and the 11th")] == ["22nd"]
    assert ru.ordinal_slips("5-го, 5-й, 5-я") == ()


@pytest.mark.parametrize("code", ["tk", "ru", "en"])
def test_a_number_without_words_is_written_in_figures(code: str, languages: Languages) -> None:
    assert languages[code].ordinal(10**14).startswith(str(10**14))
