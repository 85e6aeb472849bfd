"""From when an amending act is in force: as its targets say, in each language, and read back."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.law.amending import (
    Commencement,
    InexpressibleError,
    Own,
    UnreadableLineError,
    apply,
    differing,
    read_commencement,
)
from gollanma.model.kinds import Edition
from tests.support.amending import Ordered, amended, drafted, languages, law, ordered
from tests.support.editions import LANGUAGES

Piece = dict[str, Any]

NEW_YEAR, JULY = "2022-01-01", "2022-07-01"


def unit(place: str, name: str, number: str, *inside: Piece, **more: object) -> Piece:
    words = dict.fromkeys(LANGUAGES, f"Words of {place}.")
    return {"id": place, "unit": name, "number": number, "text": words, "contains": inside, **more}


def since(day: str | None) -> Piece:
    return {"in_force": {"from": day}} if day else {}


def edition(day: str | None, *body: Piece) -> Edition:
    return Edition.model_validate({"body": body, **since(day)})


def article(number: str, *parts: Piece, **more: object) -> Piece:
    return unit(f"a{number.replace('^', '-')}", "article", number, *parts, **more)


def part(place: str, **more: object) -> Piece:
    return unit(place, "part", place.rpartition(".")[2], **more)


BASE = edition("2020-01-01", article("1", part("a1.1"), part("a1.2")), article("2"))


def made(day: str | None, new: str | None = None, index: int = 0) -> Ordered:
    """Give an act that gets a third part, perhaps of a day of its own."""
    body = (article("1", part("a1.1"), part("a1.2"), part("a1.3", **since(new))), article("2"))
    return ordered(amended(BASE, edition(day, *body), index))


def clauses(*acts: Ordered) -> list[list[str]]:
    return [drafted(list(acts), each).commencement.split("\n") for each in languages()]


def assert_read_back(*acts: Ordered) -> None:
    for each in languages():
        text = drafted(list(acts), each).text()
        assert differing(text, acts, each, LANGUAGES, law()) == (), text


@pytest.mark.parametrize(
    ("day", "said"),
    [
        pytest.param(
            None,
            (
                "II. Şu Kanun resmi taýdan çap edilen gününden herekete girizilýär.",
                "II. Настоящий Закон вступает в силу со дня официального опубликования.",
                "II. This Law enters into force on the day of its official publication.",
            ),
            id="without a day: on that of publication",
        ),
        pytest.param(
            NEW_YEAR,
            (
                "II. Şu Kanun 2022-nji ýylyň 1-nji ýanwaryndan herekete girizilýär.",
                "II. Настоящий Закон вступает в силу с 1 января 2022 года.",
                "II. This Law is in force from 1 January 2022.",
            ),
            id="from a day",
        ),
    ],
)
def test_an_act_is_in_force_from_the_day_of_its_target(
    day: str | None, said: tuple[str, ...]
) -> None:
    assert clauses(made(day)) == [[each] for each in said]
    assert_read_back(made(day))


def test_a_provision_with_a_day_of_its_own_is_named() -> None:
    tk, ru, en = clauses(made(NEW_YEAR, JULY))
    assert tk == [
        (
            "II. Şu Kanun 2022-nji ýylyň 1-nji ýanwaryndan herekete girizilýär, onuň beýanyndaky "
            "şu düzgünler bolsa görkezilen günlerden herekete girizilýär:"
        ),
        (
            "  1) «Durmuş hyzmatlary hakynda» Türkmenistanyň Kanunynyň 1-nji maddasynyň üçünji "
            "bölegi – 2022-nji ýylyň 1-nji iýulyndan."
        ),
    ]
    assert ru[1:] == [
        (
            "  1) часть третья статьи 1 Закона Туркменистана «О социальных услугах» "
            "– с 1 июля 2022 года."
        )
    ]
    assert en[1:] == [
        (
            '  1) part 3 of Article 1 of the Law of Turkmenistan "On Social Services" '
            "– from 1 July 2022."
        )
    ]
    assert_read_back(made(NEW_YEAR, JULY))
    assert_read_back(made(None, JULY))


def test_an_act_of_another_day_is_an_exception_and_so_are_its_own() -> None:
    acts = made(NEW_YEAR), made(None, JULY, 1)
    _, _, en = clauses(*acts)
    assert en[1:] == [
        (
            '  1) Law of Turkmenistan "On the Rights of the Child" '
            "– from the day of official publication;"
        ),
        (
            '  2) part 3 of Article 1 of the Law of Turkmenistan "On the Rights of the Child" '
            "– from 1 July 2022."
        ),
    ]
    assert_read_back(*acts)


def test_a_day_that_was_there_before_is_no_matter_of_the_act() -> None:
    base = edition(NEW_YEAR, article("1", **since("2021-03-01")), article("2"))
    target = edition("2023-01-01", article("1", part("a1.1"), **since("2021-03-01")), article("2"))
    acts = ordered(amended(base, target))
    assert [each[1:] for each in clauses(acts)] == [[], [], []]


def test_what_stands_in_a_provision_of_another_day_goes_with_it() -> None:
    inside = article(
        "3", part("a3.1", **since(JULY)), part("a3.2", **since(NEW_YEAR)), **since(JULY)
    )
    target = edition(NEW_YEAR, *BASE.model_dump()["body"], inside)
    acts = ordered(amended(BASE, target))
    assert clauses(acts)[2][1:] == [
        '  1) Article 3 of the Law of Turkmenistan "On Social Services" – from 1 July 2022;',
        (
            '  2) part 2 of Article 3 of the Law of Turkmenistan "On Social Services" '
            "– from 1 January 2022."
        ),
    ]
    assert_read_back(acts)


def test_a_provision_that_has_no_citation_of_its_own_cannot_have_its_own_day() -> None:
    twins = article("1", part("a1.1"), part("a1.2"), {**part("a1.2"), "id": "x", **since(JULY)})
    acts = ordered(amended(BASE, edition(NEW_YEAR, twins, article("2"))))
    with pytest.raises(InexpressibleError) as refused:
        drafted([acts], languages()[0])
    assert (refused.value.key, refused.value.place) == ("inexpressible", "x")


def told(clause: str) -> Commencement:
    """Give what an English text says of the act, whatever it orders."""
    one, orders = made(NEW_YEAR)
    english = languages()[2]
    text = drafted([(one, orders)], english).text()
    wrong = text.replace("II. This Law is in force from 1 January 2022.", clause)
    return read_commencement(wrong, [one], [apply(one.base, orders)], english, law())


LAW = 'Law of Turkmenistan "On Social Services"'
BUT = ", except for the following provisions as amended, which are in force from the days given:"


def test_a_clause_is_read() -> None:
    found = told(
        f"II. This Law is in force from 1 January 2022{BUT}\n  1) {LAW} – from 2 May 2022;\n"
        f"  2) Article 2 of the {LAW} – from the day of official publication."
    )
    own = Own(0, "", date(2022, 5, 2)), Own(0, "a2", None)
    assert found == Commencement(date(2022, 1, 1), own)


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param("II. This Law is in force from 31 February 2022.", id="no day"),
        pytest.param("II. This Law is in force from 1 January 2022, I think.", id="a day and more"),
        pytest.param("II. This Code is in force from 1 January 2022.", id="another kind"),
        pytest.param("II. This Law will do.", id="no sentence"),
        pytest.param(f"II. This Law is in force from 1 May 2022{BUT}", id="no exception"),
        pytest.param(
            "II. This Law is in force from 1 May 2022.\n  1) Article 2 – from 2 May 2022.",
            id="an exception that is not announced",
        ),
        pytest.param(
            f"II. This Law is in force from 1 May 2022{BUT}\n"
            f"  1) Article 9 of the {LAW} – from 2 May 2022.",
            id="no such article",
        ),
    ],
)
def test_a_clause_that_is_not_understood_is_refused(clause: str) -> None:
    with pytest.raises(UnreadableLineError):
        told(clause)


def test_a_text_with_another_day_is_told() -> None:
    acts = [made(NEW_YEAR, JULY)]
    for each in languages():
        text = drafted(acts, each).text()
        start, years = text.rindex("1)"), ("2022", "2023")
        wrong = text[:start] + text[start:].replace(*years)
        assert wrong != text
        assert differing(wrong, acts, each, LANGUAGES, law()) == ("act/law-0",)


DAYS = st.dates(date(1990, 1, 1), date(2999, 12, 31))


@given(DAYS, DAYS)
def test_any_day_is_read_back(day: date, own: date) -> None:
    assert_read_back(made(day.isoformat(), own.isoformat()))
