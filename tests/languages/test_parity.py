"""The languages of a text say the same: numbers, units, money, days; or they do not."""

import pytest

from gollanma.languages import (
    Languages,
    dates_agree,
    money_agrees,
    numbers_agree,
    numbers_said,
    units_agree,
)

AGREE = [
    ("24 sagadyň dowamynda", "в течение 24 часов", "within 24 hours"),
    ("ýigrimi dört sagadyň dowamynda", "в течение двадцати четырёх часов", "within 24 hours"),
    ("24 sagadyň dowamynda", "в течение двадцати четырех часов", "within twenty-four hours"),
    ("1 920 000,00 manat", "1 920 000,00 манатов", "1,920,000.00 manats"),
    ("1\u00a0920\u00a0000 manat", "1\u202f920\u202f000 манатов", "1,920,000 manats"),
    ("5 million manat", "5 млн манатов", "5 million manats"),
    ("bäş million manat", "5 000 000 манатов", "5,000,000 manats"),
    ("1,5 sagat", "1,5 часа", "1.5 hours"),
    ("1 500 adam", "1500 человек", "1,500 people"),
    ("12-nji madda", "статья 12", "Article 12"),
    ("12¹-nji madda", "статья 12¹", "Article 12^1"),
    ("12-nji maddanyň üçünji böleginiň 2-nji bendi", "пункт 2 части третьей статьи 12",
     "point 2 of part 3 of Article 12"),
    ("5–9-njy maddalar", "статьи 5–9", "Articles 5–9"),
    ("5-nji, 7-nji we 9-njy maddalar", "статьи 5, 7 и 9", "Articles 5, 7 and 9"),
    ("2021-nji ýylyň 18-nji dekabry", "18 декабря 2021 года", "18 December 2021"),
    ("2005-nji ýylyň 3-nji Alp Arslany", "3 августа 2005 года", "3 August 2005"),
    ("2021-nji ýylda", "в 2021 году", "in 2021"),
    ("iki müň ýigrimi birinji ýylda", "в две тысячи двадцать первом году", "in 2021"),
    ("üçden köp çagasy bolan ene", "мать, у которой больше трёх детей", "a mother of more than three"),
    ("on sekizden uly", "старше восемнадцати", "older than eighteen"),
    ("dört bolup ýaşaýarlar", "живут вчетвером", "they live as four"),
    ("iki hepdede bir gezek", "раз в две недели", "once fortnightly"),
    ("ata-enesiniň biri", "один из родителей", "one of the parents"),
    ("bir adam geldi", "пришёл человек", "a person came"),
    ("bir gün", "однажды", "one day"),
    ("1 sagadyň dowamynda", "в течение одного часа", "within one hour"),
    ("1 sagat", "1 час", "1 hour"),
    ("birinji nobatda", "в первую очередь", "first of all"),
    ("ilkinji kömek", "первая помощь", "first aid"),
    ("ikinji tarapdan", "с другой стороны", "on the other hand"),
    ("ikinji bölegi", "часть вторая", "the second part"),
    ("üçünji taraplar", "третьи лица", "third parties"),
    ("edara ýüz tutmak", "обратиться в орган", "apply to the office"),
    ("ýüz manat", "сто манатов", "a hundred manats"),
    ("ýüz manat", "100 манатов", "100 manats"),
    ("müň manat", "тысяча манатов", "1,000 manats"),
    ("on adam", "десять человек", "ten people"),
    ("on iki aý", "двенадцать месяцев", "twelve months"),
    ("on iki aýyň dowamynda", "в течение 12 месяцев", "within 12 months"),
    ("iki gezek", "дважды", "twice"),
    ("ikisi hem", "оба", "both"),
    ("iki çaga", "двое детей", "two children"),
    ("maşgala baryň", "посетите семью", "visit the family"),
    ("27 sagat", "двадцать семь часов", "twenty-seven hours"),
    ("bäş günlük möhlet", "пятидневный срок", "a five-day limit"),
    ("iki aýlyk möhlet", "двухмесячный срок", "a limit of two months"),
    ("24 sagatlyk", "24-часовой", "24-hour"),
    ("92 %", "92 %", "92%"),
    ("92 göterim", "92 процента", "92 percent"),
    ("togsan iki göterim", "девяносто два процента", "ninety-two per cent"),
    ("3 iş güni", "3 рабочих дня", "3 working days"),
    ("üç iş güni", "три рабочих дня", "three working days"),
    ("14 ýaşdan 18 ýaşa çenli", "от 14 до 18 лет", "from 14 to 18 years of age"),
    ("5–9 gün", "5–9 дней", "5–9 days"),
    ("SP-07 iş tertibi", "процедура SP-07", "procedure SP-07"),
    ("F-04 forma", "форма F-04", "form F-04"),
    ("45-Ö buýruk", "приказ 45-Ö", "Order 45-Ö"),
    ("3.2.1 bölüm", "раздел 3.2.1", "section 3.2.1"),
    ("[[act/law#a8.2]]", "[[act/law#a8.2|пункт]]", "[[act/law#a8.2]]"),
    ("+993 12 34-56-78", "+993 (12) 34-56-78", "+993 12 345678"),
    ("üçden iki bölegi", "две трети", "two thirds"),
    ("dört müň", "четыре тысячи", "four thousand"),
    ("iki ýüz bäş", "двести пять", "two hundred and five"),
    ("müň dokuz ýüz togsan bäş", "тысяча девятьсот девяносто пять",
     "one thousand nine hundred and ninety-five"),
    ("20-den 30-a çenli adam", "от 20 до 30 человек", "20 to 30 people"),
    ("«XXI asyr»", "«XXI век»", "XXI century"),
    ("I BAP. UMUMY DÜZGÜNLER", "Глава I. Общие положения", "Chapter I. General provisions"),
    ("her üç aýdan", "каждые три месяца", "every three months"),
    ("alty aý", "полгода", "half a year"),
    ("gysgaça", "в двух словах", "briefly"),
    ("1) arza; 2) şikaýat", "1) заявление; 2) жалоба", "1) application; 2) complaint"),
]  # fmt: skip

DIFFER = [
    ("24 sagat", "48 часов", "24 hours", ["24", "48"]),
    ("ýigrimi dört sagat", "сорок восемь часов", "24 hours", ["24", "48"]),
    ("24 sagat", "24 часа", "within hours", ["24"]),
    ("3 gün", "три дня", "thirteen days", ["3", "13"]),
    ("12-nji madda", "статья 13", "Article 12", ["12", "13"]),
    ("12-nji madda", "статья 12¹", "Article 12", ["12", "12"]),
    ("üçünji bölegi", "часть четвёртая", "part 3", ["3", "4"]),
    ("iki gezek, iki adam", "дважды", "twice", ["2"]),
    ("1 920 000 manat", "1 920 000 манатов", "192,000 manats", ["192000", "1920000"]),
    ("5 million", "5 млн", "5", ["5", "5000000"]),
    ("bir aý", "один месяц", "two months", ["2"]),
    ("ýüz tutmak", "обратиться", "100 people", ["100"]),
    ("92 %", "29 %", "92 %", ["29", "92"]),
    ("on iki aý", "двенадцать месяцев", "ten months", ["10", "12"]),
    ("5–9 gün", "5–9 дней", "5 days", ["9"]),
    ("1,5 sagat", "1,5 часа", "15 hours", ["1.5", "15"]),
    ("alty aý", "полгода", "five months", ["5", "6"]),
    ("gysga möhlet", "пятидневный срок", "a five-day limit", ["5"]),
]


def told(tk: str, ru: str, en: str) -> dict[str, str]:
    return {"tk": tk, "ru": ru, "en": en}


def test_the_tables_are_long_enough() -> None:
    assert len(AGREE) + len(DIFFER) >= 75


@pytest.mark.parametrize(("tk", "ru", "en"), AGREE)
def test_no_false_alarm(tk: str, ru: str, en: str, languages: Languages) -> None:
    texts = told(tk, ru, en)
    assert numbers_agree(numbers_said(languages, texts)) == ()
    assert dates_agree(numbers_said(languages, texts)) == ()
    assert units_agree(numbers_said(languages, texts)) == ()
    assert money_agrees(numbers_said(languages, texts)) == ()


@pytest.mark.parametrize(("tk", "ru", "en", "values"), DIFFER)
def test_numbers_that_differ(
    tk: str, ru: str, en: str, values: list[str], languages: Languages
) -> None:
    differences = numbers_agree(numbers_said(languages, told(tk, ru, en)))
    assert [f"{each.value:f}" for each in differences] == values


@pytest.mark.parametrize(
    ("tk", "ru", "en", "days"),
    [
        ("2021-nji ýylyň 18-nji dekabry", "18 декабря 2021 года", "19 December 2021",
         [20211218, 20211219]),
        ("2005-nji ýylyň 3-nji Alp Arslany", "3 сентября 2005 года", "3 August 2005",
         [20050803, 20050903]),
        ("2021-nji ýylyň 18-nji dekabry", "18 декабря", "18 December 2021", [1218, 20211218]),
        ("", "", "5 May 2026", [20260505]),
    ],
)  # fmt: skip
def test_days_that_differ(tk: str, ru: str, en: str, days: list[int], languages: Languages) -> None:
    differences = dates_agree(numbers_said(languages, told(tk, ru, en)))
    assert [int(each.value) for each in differences] == days


@pytest.mark.parametrize(
    ("tk", "ru", "en", "units"),
    [
        pytest.param(
            "5 gün", "5 календарных дней", "5 working days",
            {"tk": ("day",), "ru": ("calendar-day",), "en": ("working-day",)}, id="kinds of day",
        ),
        pytest.param(
            "24 sagat", "24 дня", "24 hours",
            {"tk": ("hour",), "ru": ("day",), "en": ("hour",)}, id="hours and days",
        ),
        pytest.param(
            "5 adam", "5 участников", "5 families",
            {"tk": ("person",), "ru": (), "en": ("family",)}, id="an unknown unit says nothing",
        ),
    ],
)  # fmt: skip
def test_units_that_differ(
    tk: str, ru: str, en: str, units: dict[str, tuple[str, ...]], languages: Languages
) -> None:
    (difference,) = units_agree(numbers_said(languages, told(tk, ru, en)))
    assert difference.units == units
    assert numbers_agree(numbers_said(languages, told(tk, ru, en))) == ()


def test_money_that_differs(languages: Languages) -> None:
    texts = told("20 manat", "20 манатов", "$20")
    (difference,) = money_agrees(numbers_said(languages, texts))
    assert difference.units == {"tk": ("manat",), "ru": ("manat",), "en": ("dollar",)}
    assert units_agree(numbers_said(languages, texts)) == ()


def test_a_difference_says_where_each_language_stands(languages: Languages) -> None:
    (difference,) = numbers_agree(numbers_said(languages, told("3 gün", "три дня", "some days")))
    assert difference.absent == ("en",)
    assert [(each.start, each.end) for each in difference.found["ru"]] == [(0, 3)]


def test_two_languages_are_enough_and_one_agrees_with_itself(languages: Languages) -> None:
    assert numbers_agree(numbers_said(languages, {"tk": "3 gün", "en": "4 days"})) != ()
    assert numbers_agree(numbers_said(languages, {"tk": "3 gün"})) == ()
    assert numbers_agree(numbers_said(languages, {})) == ()
