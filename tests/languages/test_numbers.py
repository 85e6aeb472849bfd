"""Numbers, units and days found in texts of three languages."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.languages import Language, Languages, load


def found(language: Language, text: str) -> list[str]:
    return [
        f"{each.value:f}{'^' if each.raised else ''}{each.raised} {each.unit or '-'} {each.kind}"
        for each in language.numbers_in(text)
    ]


@pytest.mark.parametrize(
    ("code", "text", "numbers"),
    [
        ("en", "within 24 hours", ["24 hour count"]),
        ("en", "twenty-four hours", ["24 hour count"]),
        ("en", "a 24-hour line", ["24 hour count"]),
        ("en", "1,920,000.00 manats", ["1920000.00 manat money"]),
        ("en", "1,500 people", ["1500 person count"]),
        ("en", "3.5 hours", ["3.5 hour count"]),
        ("en", "$20 or 20 USD", ["20 dollar money", "20 dollar money"]),
        ("en", "5 million people", ["5000000 person count"]),
        ("en", "two hundred and five families", ["205 family count"]),
        ("en", "one thousand two hundred", ["1200 - count"]),
        ("en", "the 12th meeting", ["12 - ordinal"]),
        ("en", "the twenty-first article", ["21 - ordinal"]),
        ("en", "Article 12^1, Article 12¹", ["12^1 - count", "12^1 - count"]),
        ("en", "92 % of 10 percent", ["92 percent percent", "10 percent percent"]),
        ("en", "5–9 working days", ["5 working-day count", "9 working-day count"]),
        ("en", "4 of five", ["4 - count", "5 - count"]),
        ("en", "section 3.2.1", []),
        ("en", "ten five", ["10 - count", "5 - count"]),
        ("en", "twelve five", ["12 - count", "5 - count"]),
        ("en", "one thousand and five", ["1005 - count"]),
        ("en", "a fortnight", ["2 week count"]),
        ("en", "one of the parents; no one; the first aid", []),
        ("en", "a second opinion, the second part", []),
        ("en", "may 12 people come", ["12 person count"]),
        ("en", "a form on a table", []),
        ("en", "[[act/social-services#a8.2|point 2]]", ["2 - count"]),
        ("en", "see https://example.org/12 and `a 5`, +993 12 34-56-78", []),
        ("en", "form a8", []),
        ("ru", "в течение 24 часов", ["24 hour count"]),
        ("ru", "в течение двадцати четырёх часов", ["24 hour count"]),
        ("ru", "двадцати четырех", ["24 - count"]),
        ("ru", "1 920 000,00 манатов", ["1920000.00 manat money"]),
        ("ru", "1\u00a0920\u202f000", ["1920000 - count"]),
        ("ru", "1.500 человек", ["1500 person count"]),
        ("ru", "1,5 часа", ["1.5 hour count"]),
        ("ru", "5 млн человек", ["5000000 person count"]),
        ("ru", "две тысячи двадцать шестой", ["2026 - ordinal"]),
        ("ru", "двести пять семей", ["205 family count"]),
        ("ru", "третьей части", ["3 - ordinal"]),
        ("ru", "часть двадцать первая", ["21 - ordinal"]),
        ("ru", "5-го, 3-й, 24-х", ["5 - ordinal", "3 - ordinal", "24 - ordinal"]),
        ("ru", "пятидневный срок, двухмесячного", ["5 day count", "2 month count"]),
        ("ru", "24-часовой", ["24 hour count"]),
        ("ru", "двух рабочих дней", ["2 working-day count"]),
        ("ru", "двое детей", ["2 child count"]),
        ("ru", "Посетите семью. В одну семью", []),
        ("ru", "двадцать семью часами", ["27 hour count"]),
        ("ru", "один из родителей, одного, во-первых, во-вторых", []),
        ("ru", "СТО на дороге", []),
        ("ru", "сто манатов", ["100 manat money"]),
        ("ru", "семья, стол, трижды", ["3 - count"]),
        ("tk", "24 sagadyň dowamynda", ["24 hour count"]),
        ("tk", "ýigrimi dört sagadyň dowamynda", ["24 hour count"]),
        ("tk", "1 920 000,00 manat", ["1920000.00 manat money"]),
        ("tk", "5 million adam", ["5000000 person count"]),
        ("tk", "iki ýüz bäş maşgala", ["205 family count"]),
        ("tk", "iki müň ýigrimi altynjy ýyl", ["2026 year ordinal"]),
        ("tk", "üçünji bölegi", ["3 - ordinal"]),
        ("tk", "ýigrimi birinji bölegi", ["21 - ordinal"]),
        ("tk", "12-nji madda, 6-njy bent", ["12 - ordinal", "6 - ordinal"]),
        ("tk", "12¹-nji madda", ["12^1 - ordinal"]),
        ("tk", "5–9-njy maddalar", ["5 - ordinal", "9 - ordinal"]),
        ("tk", "bäş günlük möhlet", ["5 day count"]),
        ("tk", "3 iş gününiň dowamynda", ["3 working-day count"]),
        ("tk", "on iki aý", ["12 month count"]),
        ("tk", "on adam, ýüz manat", ["10 person count", "100 manat money"]),
        ("tk", "ýüz tutmak, onuň ýüzi, bir adam, birinji nobatda", []),
        ("tk", "oň, öň, soň, üçin", []),
        ("tk", "92 göterim", ["92 percent percent"]),
        ("tk", "14 ýaşdan 18 ýaşa çenli", ["14 year count", "18 year count"]),
    ],
)
def test_numbers_of_a_text(code: str, text: str, numbers: list[str], languages: Languages) -> None:
    assert found(languages[code], text) == numbers


@pytest.mark.parametrize(
    ("code", "text", "days"),
    [
        ("tk", "2021-nji ýylyň 18-nji dekabry", [20211218]),
        ("tk", "2021-nji ýylyň 18-nji dekabryndan", [20211218]),
        ("tk", "2005-nji ýylyň 3-nji Alp Arslany", [20050803]),
        ("tk", "2003-nji ýylyň 1-nji Ruhnamasy", [20030901]),
        ("tk", "18-nji dekabrda", [1218]),
        ("tk", "2021-nji ýylyň dekabrynda", [20211200]),
        ("tk", "18.12.2021", [20211218]),
        ("tk", "2021-nji ýylda, 12-nji madda", []),
        ("ru", "18 декабря 2021 года", [20211218]),
        ("ru", "«18» декабря 2021 г.", [20211218]),
        ("ru", "3 алп арслана 2005 года", [20050803]),
        ("ru", "15 гурбансолтан 2004 года", [20040415]),
        ("ru", "в декабре 2021 года", [20211200]),
        ("ru", "с 1 мая", [501]),
        ("ru", "12 статей, 5 марок", []),
        ("en", "18 December 2021", [20211218]),
        ("en", "December 18, 2021", [20211218]),
        ("en", "the 18th of December 2021", [20211218]),
        ("en", "1 Nowruz 2006", [20060301]),
        ("en", "in December 2021", [20211200]),
        ("en", "2021-12-18 and 18/12/2021", [20211218, 20211218]),
        ("en", "he may 5 times; 45.09.2021, 45.19.2021, 12.19.2021", []),
    ],
)
def test_days_of_a_text(code: str, text: str, days: list[int], languages: Languages) -> None:
    assert [int(each.value) for each in languages[code].dates_in(text)] == days


def test_a_number_knows_its_place(en: Language) -> None:
    text = "Answer in twenty-four hours, by 5 May 2026."
    assert [text[each.start : each.end] for each in en.numbers_in(text)] == [
        "twenty-four",
        "5 May 2026",
    ]


def test_doubtful_words_are_kept_apart(tk: Language) -> None:
    assert tk.numbers_in("bir adam") == ()
    (number,) = tk.every_number_in("bir adam")
    assert number.value == 1
    assert not number.sure


def test_a_language_without_number_words_reads_figures(ro: Language) -> None:
    assert found(ro, "12 ore, 1.500 zile") == ["12 hour count", "1500 day count"]


LOADED = load(["tk", "ru", "en"])
CODES = st.sampled_from(sorted(LOADED))


@given(code=CODES, value=st.decimals(0, 10**9, places=2) | st.integers(0, 10**12))
def test_what_is_written_is_read_again(code: str, value: Decimal | int) -> None:
    language = LOADED[code]
    assert [each.value for each in language.numbers_in(language.number(value))] == [value]


@given(code=CODES, n=st.integers(1, 999))
def test_what_is_said_is_understood(code: str, n: int) -> None:
    language = LOADED[code]
    said = language.ordinals.spoken.say(n)
    assert [each.value for each in language.every_number_in(said)] == [n]


@given(code=CODES, n=st.integers(1, 199))
def test_ordinals_are_understood(code: str, n: int) -> None:
    language = LOADED[code]
    for case in language.cases:
        said = language.ordinals.said(str(n), case)
        (read,) = language.every_number_in(said)
        assert read.value == n
        assert read.kind == "ordinal"
        (read,) = language.every_number_in(language.ordinal(n, case))
        assert read.value == n
        assert read.kind == "ordinal"


@given(code=CODES, day=st.integers(0, 20000))
def test_days_are_understood(code: str, day: int) -> None:
    language = LOADED[code]
    calendar = date(1990, 1, 1) + timedelta(days=day)
    read = language.dates_in(language.date(calendar))
    assert [int(each.value) for each in read] == [int(calendar.strftime("%Y%m%d"))]


@given(code=CODES, n=st.integers(2, 5000), data=st.data())
def test_amounts_are_understood_in_every_case(code: str, n: int, data: st.DataObject) -> None:
    language = LOADED[code]
    unit = data.draw(st.sampled_from(sorted(language.formats.measures)))
    case = data.draw(st.sampled_from(language.cases))
    (read,) = language.numbers_in(language.quantity(n, unit, case))
    assert read.value == n
    assert read.unit == (language.formats.measures[unit].like or unit)


@given(code=CODES, text=st.text(max_size=60))
def test_no_text_is_too_strange(code: str, text: str) -> None:
    for each in LOADED[code].every_number_in(text):
        assert 0 <= each.start < each.end <= len(text)


IDIOMS = {
    "tk": ("iki söz bilen", "ýarym ýylda"),
    "ru": ("в двух словах", "из первых рук", "полгода"),
    "en": ("in two words", "think twice", "half a year", "fortnight"),
}
CUTS = (
    " ",
    " ",
    "-",
    "'",
    "\u0301",
    "İ",
    "x",
    "s",
    "`",
    "[[",
    "|",
    "]]",
    "https://",
    "http",
    "@",
    "7",
)


@given(code=CODES, data=st.data())
def test_no_number_is_read_where_nothing_hints_at_one(code: str, data: st.DataObject) -> None:
    read = LOADED[code].every_number_in
    known = read.reader.words
    counted = sorted((*known.cardinals, *known.ordinals, *known.prefixes))
    pieces = st.sampled_from(counted) | st.sampled_from((*IDIOMS[code], *CUTS, *CUTS))
    text = "".join(data.draw(st.lists(pieces, max_size=8)))
    cased = data.draw(st.sampled_from((text, text.upper(), text.title())))
    assert read(cased) == read.reader(cased)
