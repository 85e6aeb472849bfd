"""How the lines of acts begin in each language, read and printed."""

import pytest

from gollanma.languages import Language, load, number_value
from gollanma.languages.numerals import from_roman, roman

UNITS = ("division", "chapter", "article", "part", "point", "subpoint", "note", "annex")
LANGUAGES = load(["tk", "ru", "en"])


def opened(lang: str, line: str) -> list[tuple[str, str, str]]:
    form = LANGUAGES[lang].law_form
    return [(each.unit, each.number, each.rest) for each in form.openings(line, UNITS)]


@pytest.mark.parametrize(
    ("lang", "line", "expected"),
    [
        pytest.param("tk", "I BAP. UMUMY DÜZGÜNLER", [("chapter", "I", "UMUMY DÜZGÜNLER")], id="tk chapter"),
        pytest.param("tk", "II bap UMUMY", [("chapter", "II", "UMUMY")], id="tk chapter without a stop"),
        pytest.param("tk", "III BÖLÜM", [("division", "III", "")], id="tk division alone"),
        pytest.param("tk", "12¹-nji madda. Kömek", [("article", "12^1", "Kömek")], id="tk raised article"),
        pytest.param("tk", "12-1-nji madda. Kömek", [("article", "12^1", "Kömek")], id="tk article with a hyphen"),
        pytest.param("tk", "10-NJY MADDA. KÖMEK", [("article", "10", "KÖMEK")], id="tk in capitals"),
        pytest.param("tk", "5-nji maddanyň talaplary", [], id="tk a citation in a sentence"),
        pytest.param("tk", "5-nji madda degişlidir", [], id="tk a sentence about an article"),
        pytest.param("tk", "Bellik. Gün", [("note", "", "Gün")], id="tk note"),
        pytest.param("tk", "ç) öýde", [("subpoint", "ç", "öýde")], id="tk letter"),
        pytest.param("ru", "Глава I. Начало", [("chapter", "I", "Начало")], id="ru chapter"),
        pytest.param("ru", "ГЛАВА Х. НАЧАЛО", [("chapter", "X", "НАЧАЛО")], id="ru Cyrillic for Roman"),
        pytest.param("ru", "Статья 5 настоящего Закона", [], id="ru a sentence"),
        pytest.param("ru", "1.1. Текст", [("part", "1.1", "Текст")], id="ru dotted"),
        pytest.param("ru", "18.12.2021 принят", [], id="ru a day"),
        pytest.param("ru", "Приложение № 2", [("annex", "2", "")], id="ru annex"),
        pytest.param("ru", "б) дома", [("subpoint", "б", "дома")], id="ru letter"),
        pytest.param("en", "Article 5. Help", [("article", "5", "Help")], id="en article"),
        pytest.param("en", "Article 5 applies", [], id="en a sentence"),
        pytest.param("en", "1)help", [("point", "1", "help")], id="en point without a blank"),
        pytest.param("en", "10 days", [], id="en an amount"),
    ],
)  # fmt: skip
def test_how_lines_begin(lang: str, line: str, expected: list[tuple[str, str, str]]) -> None:
    assert opened(lang, line) == expected


@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
@pytest.mark.parametrize(
    ("unit", "number"),
    [
        *(("article", str(number)) for number in (1, 6, 9, 10, 16, 30, 40, 60, 90, 100, 110)),
        ("article", "12^1"),
        ("chapter", "IV"),
        ("division", "II"),
        ("part", "3"),
        ("part", "3.2"),
        ("point", "11"),
        ("point", "1^1"),
        ("note", None),
    ],
)
def test_what_is_printed_is_read(lang: str, unit: str, number: str | None) -> None:
    line = f"{LANGUAGES[lang].law_form.opening(unit, number)} A"
    assert opened(lang, line)[:1] == [(unit, number or "", "A")]


@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
def test_letters_that_number_a_list_are_those_of_the_alphabet(lang: str) -> None:
    form, letters = LANGUAGES[lang].law_form, LANGUAGES[lang].letters
    assert len(set(form.letters)) == len(form.letters)
    assert {each.upper() for each in form.letters} <= set(letters)


def test_a_pack_without_the_form_recognises_nothing(ro: Language) -> None:
    assert list(ro.law_form.openings("Articolul 1. Sprijin", ("articol",))) == []


@pytest.mark.parametrize(
    ("heading", "quiet"),
    [
        pytest.param("UMUMY DÜZGÜNLER", "Umumy düzgünler", id="capitals"),
        pytest.param("TÜRKMENISTANYŇ KANUNY", "Türkmenistanyň kanuny", id="a name of its own"),
        pytest.param("Umumy Düzgünler", "Umumy Düzgünler", id="as it was"),
        pytest.param("12", "12", id="nothing to make small"),
    ],
)
def test_headings_in_capitals(heading: str, quiet: str) -> None:
    assert LANGUAGES["tk"].law_form.quiet(heading) == quiet


@pytest.mark.parametrize("number", [1, 4, 9, 14, 40, 90, 444, 1999, 3888])
def test_roman_figures_read_back(number: int) -> None:
    assert from_roman(roman(str(number))) == number


@pytest.mark.parametrize("figures", ["", "IIII", "VX", "IC", "A", "12"])
def test_what_writes_no_roman_number(figures: str) -> None:
    assert from_roman(figures) is None


@pytest.mark.parametrize(
    ("number", "value"),
    [("12", (12,)), ("12^1", (12, 1)), ("IV", (4,)), ("1.2", (1, 2)), ("a-b", ()), ("", ())],
)
def test_what_numbers_are_put_in_order_by(number: str, value: tuple[int, ...]) -> None:
    assert number_value(number) == value
