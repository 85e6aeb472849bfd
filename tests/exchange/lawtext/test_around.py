"""What stands around the provisions of an act and is none of them: gazettes, whose act it is."""

import pytest

from tests.exchange.lawtext.reading import body, found, outline, read

GAZETTE = "Türkmenistanyň Mejlisiniň Maglumatlary, 2021 ý., № 4, 130-njy madda"
ARTICLE = "1-nji madda. Kömek\nKömek berilýär.\n"


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param(f"({GAZETTE})", id="in brackets, without a signature"),
        pytest.param(f"{GAZETTE}.", id="without brackets"),
        pytest.param(f"({GAZETTE})\nTürkmenistanyň Prezidenti\tAdy", id="before the signature"),
        pytest.param(f"Türkmenistanyň Prezidenti\tAdy\n({GAZETTE})", id="behind the signature"),
        pytest.param(f"Türkmenistanyň Prezidenti\tAdy\n№ 7-VIII\n[{GAZETTE}]", id="at the very end"),
    ],
)  # fmt: skip
def test_a_gazette_behind_the_last_article_is_the_acts(tail: str) -> None:
    text = body(ARTICLE + tail)
    assert list(outline(text.nodes)) == ["a1 article Kömek / Kömek berilýär."]
    assert [each.rstrip(".") for each in text.facts.gazette] == [GAZETTE]
    assert text.facts.number in {"", "7-VIII"}
    assert found(text) == []


def test_the_gazettes_of_an_act_are_kept_in_their_order() -> None:
    ru = "Ведомости Меджлиса Туркменистана, 20{} г., № 1, ст. 12"
    text = read(
        f"ЗАКОН\n({ru.format(30)})\nСтатья 1. Помощь\nЕсть.\n({ru.format(31)})\n({ru.format(32)})",
        "ru",
    )
    assert text.facts.gazette == tuple(map(ru.format, (30, 31, 32)))


def test_a_gazette_between_articles_stays_and_is_said() -> None:
    text = body(f"{ARTICLE}({GAZETTE})\n2-nji madda. Mugt\nMugt berilýär.")
    assert list(outline(text.nodes))[2] == f"  a1.2 part ({GAZETTE})"
    assert found(text) == [(3, "LTX002", "gazette")]


def test_words_that_name_the_gazette_are_words() -> None:
    text = body(f"{ARTICLE}Kanun Mejlisiň Maglumatlary žurnalynda çap edilýär.")
    assert list(outline(text.nodes))[-1].endswith("çap edilýär.")
    assert (text.facts.gazette, found(text)) == ((), [])


@pytest.mark.parametrize(
    ("head", "lang", "title"),
    [
        pytest.param(
            "ПРИКАЗ\nМинистра труда и социальной защиты населения Туркменистана\n\nО порядке",
            "ru",
            "О порядке",
            id="a minister's order",
        ),
        pytest.param(
            "ПРИКАЗ\nМИНИСТРА ТРУДА И СОЦИАЛЬНОЙ\nЗАЩИТЫ НАСЕЛЕНИЯ ТУРКМЕНИСТАНА\n\nО ПОРЯДКЕ",
            "ru",
            "О порядке",
            id="in capitals, on two lines",
        ),
        pytest.param(
            "ORDER\nof the Minister of Labour\nand Social Protection of Turkmenistan\n\nOn Care",
            "en",
            "On Care",
            id="in English, on two lines",
        ),
        pytest.param(
            "BUÝRUK\nTürkmenistanyň Zähmet ministriniň\n\nTertip hakynda",
            "tk",
            "Tertip hakynda",
            id="in Turkmen, where the office stands last",
        ),
        pytest.param(
            "ПРИКАЗ\n5 февраля 2030 года № 12\nМинистерства труда Туркменистана\nО порядке",
            "ru",
            "О порядке",
            id="below day and number",
        ),
    ],
)
def test_whose_act_it_is_stands_in_no_title(head: str, lang: str, title: str) -> None:
    text = read(f"{head}\n\n1. Bir." if lang == "tk" else f"{head}\n\n1. Да.", lang, "order")
    assert text.facts.title == title
    assert [(code, key) for _, code, key in found(text)][:1] == [("LTX002", "issuer")]


def test_where_nothing_else_is_a_title_whose_act_it_is_is_one() -> None:
    text = read("ПОЛОЖЕНИЕ\nМинистерства труда\n\n1. Да.", "ru", "statute")
    assert (text.facts.title, found(text)) == ("Министерства труда", [])
