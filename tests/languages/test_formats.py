from datetime import date
from decimal import Decimal

import pytest

from gollanma.languages import Language, Languages, UnknownWordError


@pytest.mark.parametrize(
    ("value", "tk", "en"),
    [
        (0, "0", "0"), (12, "12", "12"), (999, "999", "999"), (1000, "1 000", "1,000"),
        (1920000, "1 920 000", "1,920,000"), (-5, "−5", "−5"),
        (Decimal("1920000.00"), "1 920 000,00", "1,920,000.00"),
        (Decimal("1.5"), "1,5", "1.5"), (Decimal("1E+3"), "1 000", "1,000"),
    ],
)  # fmt: skip
def test_numbers(value: Decimal | int, tk: str, en: str, languages: Languages) -> None:
    assert languages["tk"].number(value).replace("\u00a0", " ") == tk
    assert languages["ru"].number(value).replace("\u00a0", " ") == tk
    assert languages["en"].number(value) == en


def test_a_number_is_never_broken_over_two_lines(ru: Language) -> None:
    assert ru.number(1920000) == "1\u00a0920\u00a0000"


@pytest.mark.parametrize(
    ("value", "unit", "tk", "ru", "en"),
    [
        (1, "working-day", "1 iş güni", "1 рабочий день", "1 working day"),
        (2, "working-day", "2 iş güni", "2 рабочих дня", "2 working days"),
        (5, "working-day", "5 iş güni", "5 рабочих дней", "5 working days"),
        (11, "working-day", "11 iş güni", "11 рабочих дней", "11 working days"),
        (21, "working-day", "21 iş güni", "21 рабочий день", "21 working days"),
        (3, "calendar-day", "3 senenama güni", "3 календарных дня", "3 calendar days"),
        (2, "day", "2 gün", "2 дня", "2 days"),
        (24, "hour", "24 sagat", "24 часа", "24 hours"),
        (1, "week", "1 hepde", "1 неделя", "1 week"),
        (6, "month", "6 aý", "6 месяцев", "6 months"),
        (1, "year", "1 ýyl", "1 год", "1 year"),
        (3, "year", "3 ýyl", "3 года", "3 years"),
        (5, "year", "5 ýyl", "5 лет", "5 years"),
        (30, "minute", "30 minut", "30 минут", "30 minutes"),
        (92, "percent", "92 göterim", "92 процента", "92 percent"),
        (1, "person", "1 adam", "1 человек", "1 person"),
        (3, "person", "3 adam", "3 человека", "3 people"),
        (25, "person", "25 adam", "25 человек", "25 people"),
        (4, "family", "4 maşgala", "4 семьи", "4 families"),
        (7, "household", "7 öý hojalygy", "7 домохозяйств", "7 households"),
        (8, "case", "8 ýagdaý", "8 случаев", "8 cases"),
        (300, "manat", "300 manat", "300 манатов", "300 manats"),
        (2, "metre", "2 metr", "2 метра", "2 metres"),
        (Decimal("1.5"), "hour", "1,5 sagat", "1,5 часа", "1.5 hours"),
        (Decimal("1.5"), "working-day", "1,5 iş güni", "1,5 рабочего дня", "1.5 working days"),
    ],
)  # fmt: skip
def test_amounts(
    value: Decimal | int, unit: str, tk: str, ru: str, en: str, *, languages: Languages
) -> None:
    said = {code: each.quantity(value, unit) for code, each in languages.items()}
    assert said == {"tk": tk, "ru": ru, "en": en}


@pytest.mark.parametrize(
    ("value", "unit", "tk", "ru", "en"),
    [
        (24, "hour", "24 sagadyň dowamynda", "в течение 24 часов", "within 24 hours"),
        (1, "hour", "1 sagadyň dowamynda", "в течение 1 часа", "within 1 hour"),
        (1, "working-day", "1 iş gününiň dowamynda", "в течение 1 рабочего дня",
         "within 1 working day"),
        (3, "working-day", "3 iş gününiň dowamynda", "в течение 3 рабочих дней",
         "within 3 working days"),
        (2, "week", "2 hepdäniň dowamynda", "в течение 2 недель", "within 2 weeks"),
        (1, "month", "1 aýyň dowamynda", "в течение 1 месяца", "within 1 month"),
        (3, "year", "3 ýylyň dowamynda", "в течение 3 лет", "within 3 years"),
    ],
)  # fmt: skip
def test_time_limits(
    value: int, unit: str, tk: str, ru: str, en: str, *, languages: Languages
) -> None:
    said = {code: each.within(value, unit) for code, each in languages.items()}
    assert said == {"tk": tk, "ru": ru, "en": en}


@pytest.mark.parametrize(
    ("value", "case", "said"),
    [
        (1, "acc", "1 неделю"), (2, "acc", "2 недели"), (5, "ins", "5 неделями"),
        (2, "dat", "2 неделям"), (21, "prp", "21 неделе"), (3, "gen", "3 недель"),
    ],
)  # fmt: skip
def test_russian_amounts_in_cases(value: int, case: str, said: str, ru: Language) -> None:
    assert ru.quantity(value, "week", case) == said


@pytest.mark.parametrize(
    ("value", "said"), [(1, "1 oră"), (2, "2 ore"), (19, "19 ore"), (20, "20 de ore")]
)
def test_romanian_amounts(value: int, said: str, ro: Language) -> None:
    assert ro.quantity(value, "hour") == said


def test_an_unknown_unit_is_an_error_of_ours(tk: Language) -> None:
    with pytest.raises(UnknownWordError, match="no unit of amounts `furlong`"):
        tk.quantity(2, "furlong")


@pytest.mark.parametrize(
    ("day", "tk", "ru", "en"),
    [
        (date(2021, 12, 18), "2021-nji ýylyň 18-nji dekabry", "18 декабря 2021 года",
         "18 December 2021"),
        (date(2026, 11, 9), "2026-njy ýylyň 9-njy noýabry", "9 ноября 2026 года",
         "9 November 2026"),
        (date(2010, 5, 30), "2010-njy ýylyň 30-njy maýy", "30 мая 2010 года", "30 May 2010"),
    ],
)  # fmt: skip
def test_days(day: date, tk: str, ru: str, en: str, *, languages: Languages) -> None:
    assert {code: each.date(day) for code, each in languages.items()} == {
        "tk": tk,
        "ru": ru,
        "en": en,
    }


def test_a_turkmen_day_stands_in_cases(tk: Language) -> None:
    assert tk.date(date(2021, 12, 18), "abl") == "2021-nji ýylyň 18-nji dekabryndan"
    assert tk.date(date(2021, 12, 18), "loc") == "2021-nji ýylyň 18-nji dekabrynda"


def test_names_of_months(languages: Languages) -> None:
    assert [each.month(6) for each in languages.values()] == ["iýun", "июнь", "June"]
    assert all(len(each.formats.month_names) == 12 for each in languages.values())
