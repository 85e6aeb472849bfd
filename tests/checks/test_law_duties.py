"""Duties, reserved steps, terms and languages of a law: what is found, what is left alone."""

import pytest

from gollanma.checks.examples import base
from gollanma.diagnostics import Severity
from tests.checks.law_files import (
    A1,
    A2,
    APPLY,
    ASKED,
    CARE,
    EDITION,
    FREE,
    LEAD,
    NEXT,
    TERM,
    VISIT,
    diagnosed,
    draft,
    edition,
    every,
    found,
    holding,
    laid,
    text,
    unit,
)

A3 = unit("a3", "3", APPLY, "modality: must")
PROMISE = "by_laws:\n  - text: " + text(every("order"))
BASIS = "legal_basis:\n  - provision: act/help#{}\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(edition(A1, A2, A3), ["LAW115 gap"], id="nothing names it"),
        pytest.param(
            {**edition(A1, A2, A3), **laid(CARE, BASIS.format("a3"))}, [], id="a service names it"
        ),
        pytest.param(
            {**edition(A1, A2, A3), **laid(CARE, "legal_basis:\n  - provision: act/help\n")},
            ["LAW115 gap"],
            id="a service names the act as a whole",
        ),
        pytest.param(
            {
                **edition(A1, A2, holding(A3, unit("a3.1", "1", APPLY, "modality: must"))),
                **laid(CARE, BASIS.format("a3.1")),
            },
            [],
            id="a service names what is inside",
        ),
        pytest.param(
            edition(A1, A2, holding(A3, unit("a3.1", "1", APPLY, "modality: must"))),
            ["LAW115 gap"],
            id="a duty inside a duty is a part of it",
        ),
        pytest.param(
            {
                **edition(
                    A1,
                    A2,
                    holding(unit("a3", "3", FREE), unit("a3.1", "1", APPLY, "modality: must")),
                ),
                **laid(CARE, BASIS.format("a3")),
            },
            [],
            id="a service names the article around it",
        ),
        pytest.param(
            edition(A1, A2, unit("a3", "3", APPLY, "modality: must\nrepealed: true")),
            [],
            id="a duty that was repealed",
        ),
        pytest.param(
            edition(
                A1, A2, unit("a3", "3", APPLY, f"modality: must\n{PROMISE}\n    act: act/help")
            ),
            [],
            id="a by-law carries it out",
        ),
        pytest.param(
            {
                **edition(A1, A2),
                **draft(A1, A2, A3),
                **draft(A1, A2, A3, more="based_on: draft-one\n", path=NEXT),
            },
            ["LAW115 gap"],
            id="what drafts add is judged in the newest of them",
        ),
    ],
)
def test_duties(files: dict[str, str], expected: list[str]) -> None:
    assert found(files, "LAW115") == expected


def test_a_service_that_cannot_be_read_may_carry_a_duty() -> None:
    assert found({**edition(A1, A2, A3), CARE: "title: A\n"}, "LAW115") == []


def test_gaps_bind_from_the_pilot_on() -> None:
    law = edition(A1, A2, unit("a3", "3", APPLY, f"modality: must\n{PROMISE}"))
    drafted = {EDITION: f"status: draft\n{law[EDITION]}"}
    for files, weight in ((law, Severity.WARNING), (drafted, Severity.INFO)):
        found_there = diagnosed(files, "LAW004", "LAW115")
        assert {each.code for each in found_there} == {"LAW004", "LAW115"}
        assert {each.severity for each in found_there} == {weight}


def test_what_an_act_that_is_over_promised_is_not_asked_for() -> None:
    repealed = unit("a3", "3", APPLY, f"repealed: true\n{PROMISE}")
    assert found(edition(A1, A2, repealed), "LAW004") == []


# --- how strongly a record binds

STANDARD = f"basic_standards:\n  - id: one\n    text: {text(FREE)}\n    legal_basis:\n"


@pytest.mark.parametrize(
    ("modality", "expected"),
    [
        pytest.param("may", [], id="a right of the person is a duty of the office"),
        pytest.param("is", [], id="a definition"),
        pytest.param("should", ["LAW005 only-should"], id="a recommendation"),
    ],
)
def test_a_standard_and_its_basis(modality: str, expected: list[str]) -> None:
    law = edition(unit("a1", "1", FREE, f"modality: {modality}"), A2)
    service = laid(CARE, f"{STANDARD}      - provision: act/help#a1\n")
    assert found({**law, **service}, "LAW005") == expected


def test_a_standard_with_a_basis_that_is_not_there_is_left_to_other_checks() -> None:
    assert found(laid(CARE, f"{STANDARD}      - provision: act/none#a1\n"), "LAW005") == []


def test_a_service_that_is_over_is_not_judged() -> None:
    over = laid(
        CARE,
        f"status: withdrawn\nsample: false\nbasic_standards:\n  - id: one\n    text: {text(FREE)}\n",
    )
    assert found(over, "LAW005") == []


# --- reserved steps

RESERVED = edition(
    A1, holding(unit("a2", "2", ASKED, "reserves: role/lead"), unit("a2.1", "1", APPLY))
)
STEP = (
    "forms: []\nsteps:\n  - id: ask\n    title: {words}\n    actor: role/{actor}\n    action: {words}\n"
    "    legal_basis:\n      - provision: act/help#{place}\n"
)
HEAD = TERM.replace("consent", "head")


def stepped(actor: str, place: str) -> dict[str, str]:
    return laid(VISIT, STEP.format(words=text(FREE), actor=actor, place=place))


@pytest.mark.parametrize(
    ("actor", "place", "expected"),
    [
        pytest.param("lead", "a2", [], id="the role itself"),
        pytest.param("worker", "a2", ["LAW118 actor"], id="another role"),
        pytest.param("worker", "a2.1", ["LAW118 actor"], id="a part of what is reserved"),
        pytest.param("worker", "a1", [], id="what is not reserved"),
        pytest.param("nobody", "a2", [], id="a role that is not there"),
    ],
)
def test_reserved_steps(actor: str, place: str, expected: list[str]) -> None:
    assert found({**RESERVED, **stepped(actor, place)}, "LAW118") == expected


def test_two_roles_of_one_category_may_do_it() -> None:
    roles = {
        path: f"{base()[path]}legal_category: term/consent\n"
        for path in (LEAD, LEAD.replace("lead", "worker"))
    }
    assert found({**RESERVED, **stepped("worker", "a2"), **roles}, "LAW118") == []


# --- terms

DEFINED = unit("a1", "1", ASKED, "defines: term/consent")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(edition(DEFINED, A2), [], id="defined and used"),
        pytest.param(edition(DEFINED, unit("a2", "2", FREE)), ["LAW107 unused"], id="not used"),
        pytest.param(
            edition(
                unit("a1", "1", ASKED, "defines: term/consent\nrepealed: true"),
                DEFINED.replace("a1", "a2").replace('"1"', '"2"'),
                unit("a3", "3", ASKED),
            ),
            [],
            id="defined anew where the first definition was repealed",
        ),
        pytest.param(
            {
                **edition(unit("a1", "1", FREE), unit("a2", "2", FREE)),
                **laid(TERM, "defined_in: act/help\n"),
            },
            [],
            id="a term that the act does not use",
        ),
    ],
)
def test_terms(files: dict[str, str], expected: list[str]) -> None:
    assert found(files, "LAW107") == expected


def test_an_undefined_term_is_shown_in_the_words_that_decide() -> None:
    files = {**edition(A1, A2), **laid(TERM, "defined_in: act/help\n")}
    for language in ("ru", "en"):
        (each,) = diagnosed(
            {**files, EDITION: f"authoritative: {language}\n{files[EDITION]}"}, "LAW107"
        )
        assert each.where[-1] == language


# --- languages


def said(place: str, number: str, words: str, more: str = "", name: str = "") -> str:
    """Write a provision with these words as they stand in YAML."""
    return unit(place, number, FREE, more, name).replace(text(FREE), words)


@pytest.mark.parametrize(
    ("provisions", "expected"),
    [
        pytest.param(
            (said("a1", "1", "{tk: A}"), said("a2", "2", "{tk: B}")), [], id="one language"
        ),
        pytest.param(
            (said("a1", "1", "{tk: A, ru: Б}"), said("a2", "2", "{tk: B}")),
            ["LAW117 missing"],
            id="an article in one of two languages",
        ),
        pytest.param(
            (
                holding(
                    said("a1", "1", "{tk: A, ru: Б}"),
                    holding(
                        said("a1.1", "1", "{tk: A, ru: Б}"),
                        said("a1.1.1", "1", "{tk: B}", "merged: [ru]"),
                    ),
                ),
            ),
            [],
            id="a point that is merged",
        ),
    ],
)
def test_languages_of_a_law(provisions: tuple[str, ...], expected: list[str]) -> None:
    assert found(edition(*provisions), "LAW117") == expected


def test_a_merged_point_needs_no_words_and_a_merged_part_does() -> None:
    point = said("a1.1.1", "1", "{tk: B, ru: Б}", "merged: [en]")
    part = said("a1.2", "2", "{tk: B, ru: Б}", "merged: [en]")
    law = edition(holding(A1, holding(unit("a1.1", "1", APPLY), point), part), A2)
    assert found(law, "LAW117", "I18N001") == ["LAW117 never-merged"]
