"""Differences of two editions: by id, each provision with all that happened to it."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.law import Fate, Row, compare, units
from gollanma.model.kinds import Edition

LANGUAGES = ("ro", "de")


def edition(*body: Mapping[str, Any], **more: object) -> Edition:
    return Edition.model_validate({"body": body, **more})


def article(place: str, *inside: Mapping[str, Any], **more: object) -> dict[str, Any]:
    return {"id": place, "unit": "article", "number": place[1:], "contains": inside, **more}


def part(place: str, words: str = "", **more: object) -> dict[str, Any]:
    text = words or place
    number = place.rpartition(".")[2]
    return {
        "id": place,
        "unit": "part",
        "number": number,
        "text": {"ro": text, "de": f"{text}!"},
        **more,
    }


BASE = (
    article("a1", part("a1.1"), part("a1.2"), part("a1.3")),
    article("a2", part("a2.1"), part("a2.2", "two men walk home")),
)


def told(rows: Sequence[Row]) -> list[tuple[str, list[str]]]:
    return [(row.id, [str(each) for each in row.fates]) for row in rows]


def against(*body: Mapping[str, Any], **more: object) -> tuple[Row, ...]:
    return compare(edition(*BASE), edition(*body, **more), LANGUAGES)


def test_equal_texts_have_no_rows() -> None:
    assert against(*BASE) == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (*BASE[:1], article("a1-1", part("a1-1.1")), BASE[1]),
            [("a1-1", ["inserted"])],
        ),
        ((BASE[0],), [("a2", ["deleted"])]),
        (
            (article("a1", part("a1.1"), part("a1.3", number="2")), BASE[1]),
            [("a1.2", ["deleted"]), ("a1.3", ["renumbered"])],
        ),
        (
            (article("a1", part("a1.3"), part("a1.1"), part("a1.2")), BASE[1]),
            [("a1.3", ["moved"])],
        ),
        (
            (article("a1", part("a1.1"), part("a1.2", repealed=True), part("a1.3")), BASE[1]),
            [("a1.2", ["repealed"])],
        ),
        (
            (
                BASE[0],
                article(
                    "a2",
                    part("a2.1", in_force={"from": "2027-01-01"}),
                    part("a2.2", "two men walk home"),
                ),
            ),
            [("a2.1", ["redated"])],
        ),
        (
            (BASE[0], article("a3", part("a2.1"), part("a2.2", "two men walk home"), part("a3.1"))),
            [("a2", ["deleted"]), ("a3", ["inserted"]), ("a2.1", ["moved"]), ("a2.2", ["moved"])],
        ),
        (
            (
                article("a1", part("a1.1"), part("a1.2"), part("a1.3"), heading={"ro": "new"}),
                BASE[1],
            ),
            [("a1", ["changed"])],
        ),
    ],
    ids=[
        "inserted",
        "deleted",
        "renumbered",
        "moved",
        "repealed",
        "redated",
        "taken over",
        "heading",
    ],
)
def test_each_provision_has_its_fate(
    body: tuple[Mapping[str, Any], ...], expected: list[tuple[str, list[str]]]
) -> None:
    assert told(against(*body)) == expected


def only(*body: Mapping[str, Any], **more: object) -> Row:
    (row,) = against(*body, **more)
    return row


def changed_second(words: Mapping[str, str], **more: object) -> Row:
    second = part("a2.2") | {"text": words}
    return only(BASE[0], article("a2", part("a2.1"), second), **more)


def test_a_language_that_did_not_follow_is_behind() -> None:
    row = changed_second({"ro": "two women walk home", "de": "two men walk home!"})
    assert row.changed_in == ("ro",)
    assert {code: each.is_behind for code, each in row.wordings.items()} == {
        "ro": False,
        "de": True,
    }


@pytest.mark.parametrize(("applied", "is_behind"), [(True, False), (False, True)])
def test_an_edition_may_say_that_a_language_needs_no_change(
    *, applied: bool, is_behind: bool
) -> None:
    change = {"kind": "words", "target": "a2.2", "applied": {"ro": True, "de": applied}}
    row = changed_second({"ro": "two women", "de": "two men walk home!"}, changes=[change])
    assert row.wordings["de"].is_behind is is_behind


def test_a_new_provision_without_words_in_a_language_waits_for_them() -> None:
    third = part("a2.3") | {"text": {"ro": "drei"}}
    row = only(BASE[0], article("a2", *BASE[1]["contains"], third))
    assert row.wordings["de"].is_behind
    assert row.wordings["de"].text == ()


def test_a_translation_that_comes_later_changes_no_law() -> None:
    lone = {**part("a1.1"), "text": {"ro": "one"}}
    both = {**lone, "text": {"ro": "one", "de": "eins"}}
    old = edition(article("a1", lone))
    assert compare(old, edition(article("a1", both)), LANGUAGES) == ()
    changed = {**both, "text": {"ro": "two", "de": "zwei"}}
    (row,) = compare(old, edition(article("a1", changed)), LANGUAGES)
    assert (row.changed_in, row.wordings["de"].is_behind) == (("ro",), False)


def test_what_comes_with_a_provision_is_told_once() -> None:
    row = only(*BASE, article("a3", part("a3.1", "", contains=[part("a3.1.1")]), part("a3.2")))
    assert row.inside == ("a3.1", "a3.1.1", "a3.2")


def test_the_preamble_is_a_row_of_its_own() -> None:
    row = only(*BASE, preamble={"ro": "We agree"})
    assert (row.id, row.fates, row.changed_in) == ("preamble", (Fate.CHANGED,), ("ro",))


def test_units_know_their_place() -> None:
    found = units(edition(*BASE))
    unit = found["a1.2"]
    assert (unit.above, unit.parent, unit.index, unit.after) == (("a1",), "a1", 1, "a1.1")
    assert unit.path == ("body", 0, "contains", 1)
    assert list(found) == ["a1", "a1.1", "a1.2", "a1.3", "a2", "a2.1", "a2.2"]


@given(st.permutations(range(8)))
def test_as_few_as_possible_count_as_moved(order: list[int]) -> None:
    parts = [part(f"a1.{number}") for number in range(8)]
    old, new = (
        edition(article("a1", *these)) for these in (parts, [parts[each] for each in order])
    )
    moved = {row.id for row in compare(old, new, LANGUAGES)}
    stayed = [number for number in order if f"a1.{number}" not in moved]
    assert stayed == sorted(stayed)
    assert len(stayed) == max(map(len, _rising_runs(order)))


def _rising_runs(order: Sequence[int]) -> list[list[int]]:
    """Give for each position the longest rising run that ends there, by trying all."""
    runs: list[list[int]] = []
    for index, number in enumerate(order):
        fitting = [runs[before] for before in range(index) if order[before] < number]
        runs.append([*max(fitting, key=len, default=[]), number])
    return runs
