"""What tells a reader who somebody is, and what does not."""

import pytest

from gollanma.languages import Language, is_whole_day

TOLD = [
    ("en", "Mrs Orazova came.", "names"),
    ("en", "Aman Orazova came.", "names"),
    ("en", "Passport I-AA № 123456.", "identity"),
    ("en", "Her phone: 00-00-00.", "phone"),
    ("en", "Ring +000 00 000000.", "phone"),
    ("en", "Write to name@example.org.", "email"),
    ("en", "She lives at 12 Freedom Street.", "home"),
    ("ru", "Пришла Ирина Ивановна.", "names"),
    ("ru", "Пришёл А. Оразов.", "names"),
    ("ru", "Позвоните Аману Оразову.", "names"),
    ("ru", "Живёт на ул. Свободы, 12.", "home"),
    ("ru", "Тел. 00-00-00.", "phone"),
    ("tk", "Aman Orazow geldi.", "names"),
    ("tk", "Bahar Nuryýewanyň öýi.", "names"),
    ("tk", "A. Orazow geldi.", "names"),
    ("tk", "Garaşsyzlyk köçesi 12.", "home"),
]
NOT_TOLD = [
    ("en", "Your Review of the Plan"),
    ("en", "The child is 9; 24 hours, 1,920,000.00 manat."),
    ("en", "On 2026-11-22, or 22.11.2026."),
    ("en", "Give [[form/consent@1.0]] to the mother."),
    ("ru", "Кабинет Министров Туркменистана"),
    ("ru", "Этрап Чарджев, велаят Лебап"),
    ("ru", "Вариант А. Женщина идёт домой."),
    ("ru", "Приказ № 45, 18 декабря 2021 года"),
    ("tk", "Şu Bitewi kanun"),
    ("tk", "Türkmenistanyň Prezidenti"),
    ("tk", "2021-nji ýylyň 18-nji dekabry"),
]


@pytest.mark.parametrize(("code", "text", "kind"), TOLD, ids=[row[1] for row in TOLD])
def test_somebody_is_told_apart(
    code: str, text: str, kind: str, languages: dict[str, Language]
) -> None:
    assert kind in {each for _, _, each in languages[code].people.named(text)}


@pytest.mark.parametrize(("code", "text"), NOT_TOLD, ids=[row[1] for row in NOT_TOLD])
def test_nobody_is_told_apart(code: str, text: str, languages: dict[str, Language]) -> None:
    assert list(languages[code].people.named(text)) == []


@pytest.mark.parametrize("code", ["tk", "ru", "en"])
def test_words_that_hurt_are_small_and_none_is_its_own_better_word(
    code: str, languages: dict[str, Language]
) -> None:
    people = languages[code].people
    assert {each for each in people.better if each != each.lower()} == set()
    hurting = {each for each in people.better.values() if list(people.stigma.found(each))}
    assert hurting == set()


@pytest.mark.parametrize(
    ("figures", "is_day"), [("19900305", True), ("19900230", False), ("199003", False), ("", False)]
)
def test_a_whole_day(figures: str, is_day: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_whole_day(figures) is is_day


def test_spellings_of_one_name_share_a_skeleton(languages: dict[str, Language]) -> None:
    english, russian = languages["en"].people, languages["ru"].people
    assert english.skeleton("Khyakimlik") == english.skeleton("Hyakimlik")
    assert russian.skeleton("Геокдепе") == russian.skeleton("Гёкдепе")
