"""Days and numbers of the law at their bounds, and words that are in no list of the project."""

import pytest

from gollanma.checks.examples import base, over
from gollanma.diagnostics import Diagnostic
from tests.checks.law_files import (
    A1,
    A2,
    ACT,
    APPLY,
    ASKED,
    FREE,
    about,
    diagnosed,
    edition,
    every,
    laid,
    unit,
)

CARE = "normative/services/care.yml"
OTHER = "normative/acts/help/editions/2022-01-01.yml"


def told(found: list[Diagnostic]) -> list[tuple[str, dict[str, object]]]:
    return [(each.key, dict(each.values)) for each in found]


def lived(*rows: tuple[str, str]) -> dict[str, str]:
    lines = "".join(f"  - {{stage: {stage}, day: {day}}}\n" for stage, day in rows)
    return laid(ACT, f"lifecycle:\n{lines}")


MADE = (("adopted", "2020-01-10"), ("in-force", "2020-02-01"))


@pytest.mark.parametrize(
    ("day", "is_over"),
    [
        pytest.param("2026-11-21", True, id="yesterday"),
        pytest.param("2026-11-22", True, id="today it binds no more"),
        pytest.param("2026-11-23", False, id="tomorrow"),
    ],
)
def test_from_when_a_repealed_act_is_not_to_be_cited(day: str, *, is_over: bool) -> None:
    found = diagnosed(lived(*MADE, ("repealed", day)), "LAW001")
    assert {each.span.path for each in found} == ({CARE} if is_over else set())
    assert all(each.key == "act-repealed" and each.values["day"] == day for each in found)
    assert {str(each.values["value"]) for each in found} == (
        {"act/help#a1", "act/help#a2"} if is_over else set()
    )


def test_a_pinned_edition_of_a_repealed_act_may_be_cited() -> None:
    pinned = {CARE: base()[CARE].replace("act/help#", "act/help@2020-02-01#")}
    assert diagnosed({**lived(*MADE, ("repealed", "2021-01-01")), **pinned}, "LAW001") == []


@pytest.mark.parametrize(
    ("more", "is_repealed"),
    [
        pytest.param("", False, id="in force"),
        pytest.param("repealed: true", True, id="repealed"),
        pytest.param("in_force: {to: 2026-11-21}", True, id="over since yesterday"),
        pytest.param("in_force: {to: 2026-11-22}", False, id="its last day"),
        pytest.param("in_force: {from: 2020-03-01}", False, id="without an end"),
    ],
)
def test_a_provision_that_binds_no_more(more: str, *, is_repealed: bool) -> None:
    found = diagnosed(edition(A1, unit("a2", "2", ASKED, f"modality: must\n{more}")), "LAW001")
    values = {"value": "act/help#a2", "edition": "act/help@2020-02-01"}
    assert told(found) == ([("provision-repealed", values)] if is_repealed else [])


def test_a_part_of_a_repealed_article_binds_no_more() -> None:
    outer = "  - id: a2\n    unit: article\n    number: '2'\n    repealed: true\n    contains:\n"
    cites = {CARE: base()[CARE].replace("act/help#a2", "act/help#a2.1")}
    found = diagnosed({**edition(A1, outer, unit("a2.1", "1", ASKED)), **cites}, "LAW001")
    assert [each.key for each in found] == ["provision-repealed"]


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        pytest.param("act/help#a9", ("out-of-range", {"value": "act/help#a9", "count": 2, "last": "a2"}), id="an article too many"),
        pytest.param("act/help#a1.9", ("out-of-range", {"value": "act/help#a1.9", "count": 2, "last": "a1.2"}), id="a part too many"),
        pytest.param("act/help#a2.1", ("nothing-inside", {"value": "act/help#a2.1"}), id="a part of an article without parts"),
    ],
)  # fmt: skip
def test_a_provision_that_is_not_there(cited: str, expected: tuple[str, dict[str, object]]) -> None:
    cites = {CARE: base()[CARE].replace("act/help#a2", cited)}
    assert told(diagnosed(cites, "LAW003")) == [expected]


def test_a_provision_that_stands_in_other_editions_is_shown_there() -> None:
    drafts = {
        f"normative/acts/help/editions/draft-{name}.yml": f"sample: true\nstage: drafting\nbody:\n{A1}{unit('a3', '3', FREE)}"
        for name in ("one", "two")
    }
    cites = {CARE: base()[CARE].replace("act/help#a2", "act/help#a3")}
    values = {
        "value": "act/help#a3",
        "held": "act/help@2020-02-01",
        "where": "act/help@draft-one#a3`, `act/help@draft-two#a3",
    }
    assert told(diagnosed({**drafts, **cites}, "LAW003")) == [("elsewhere", values)]


@pytest.mark.parametrize(
    ("words", "is_right"),
    [
        pytest.param("[[act/help#a1.2|Article 1, part 2]]", True, id="both numbers"),
        pytest.param("[[act/help#a1.2|part 2]]", True, id="its own number"),
        pytest.param("[[act/help#a1.2|Article 2]]", True, id="a number of it"),
        pytest.param("[[act/help#a1.2|Article 3]]", False, id="another number"),
        pytest.param("[[act/help#a1.2|Article 1, part 3]]", False, id="one of them another"),
        pytest.param("[[act/help#a2|Law 1-I, Article 2]]", True, id="the number of the act"),
        pytest.param("[[act/help#a2|here]]", True, id="no number"),
    ],
)
def test_the_numbers_of_a_label(words: str, *, is_right: bool) -> None:
    found = [each for each in diagnosed(about(every(words)), "LAW003") if each.key == "mislabelled"]
    assert bool(found) is not is_right
    label, place = words.strip("[]").partition("|")[2], words.partition("#")[2].partition("|")[0]
    assert all(dict(each.values) == {"value": label, "place": place} for each in found)


def dated(first: str, second: str) -> dict[str, str]:
    new = f'sample: true\nstage: in-force\nbased_on: "2020-02-01"\nin_force: {{{second}}}\nbody:\n{A1}{A2}'
    return {**edition(A1, A2, more=f"in_force: {{{first}}}\n"), OTHER: new}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("from: 2020-02-01, to: 2021-12-31", "from: 2022-01-01", [], id="the next day"),
        pytest.param("from: 2020-02-01, to: 2021-12-30", "from: 2022-01-01", ["gap"], id="a day between"),
        pytest.param("from: 2020-02-01, to: 2022-01-01", "from: 2022-01-01", ["overlap"], id="on the same day"),
        pytest.param("from: 2020-02-01", "from: 2022-01-01", ["overlap"], id="without an end"),
    ],
)  # fmt: skip
def test_the_days_between_two_editions(first: str, second: str, expected: list[str]) -> None:
    found = diagnosed(dated(first, second), "LAW007")
    values = {"before": "act/help@2020-02-01", "after": "act/help@2022-01-01", "day": "2022-01-01"}
    assert told(found) == [(key, values) for key in expected]
    assert {each.span.path for each in found} <= {OTHER}
    assert [related.key for each in found for related in each.related] == ["previous"] * len(found)


@pytest.mark.parametrize(
    ("adopted", "binds", "is_early"),
    [
        pytest.param("2020-02-01", "2020-02-01", False, id="on the day of its adoption"),
        pytest.param("2020-02-02", "2020-02-01", True, id="a day before it"),
    ],
)
def test_an_act_that_binds_before_its_adoption(adopted: str, binds: str, *, is_early: bool) -> None:
    files = lived(("adopted", adopted), ("in-force", binds))
    values = {"day": binds, "adopted": adopted}
    assert told(diagnosed(files, "LAW007")) == ([("before-adoption", values)] if is_early else [])
    early = [("before-adoption", values)] if is_early else []
    assert told(diagnosed(files, "LAW109")) == early


@pytest.mark.parametrize(
    ("period", "is_upside_down"),
    [
        pytest.param("from: 2026-01-01, to: 2026-01-01", False, id="a single day"),
        pytest.param("from: 2026-01-02, to: 2026-01-01", True, id="it ends before it begins"),
        pytest.param("to: 2026-01-01", False, id="without a beginning"),
    ],
)
def test_the_days_of_a_period(period: str, *, is_upside_down: bool) -> None:
    found = diagnosed(laid(CARE, f"valid: {{{period}}}\n"), "LAW007")
    values = {"from": "2026-01-02", "to": "2026-01-01"}
    assert told(found) == ([("ends-before-start", values)] if is_upside_down else [])


@pytest.mark.parametrize(
    ("period", "key"),
    [
        pytest.param("from: 2027-01-01", "dated-draft", id="a first day"),
        pytest.param("to: 2027-01-01", "dated-draft", id="a last day"),
        pytest.param("", None, id="none"),
    ],
)
def test_a_draft_has_no_day_of_entry_into_force(period: str, key: str | None) -> None:
    draft = f"sample: true\nstage: drafting\nin_force: {{{period}}}\nbody:\n{A1}"
    found = diagnosed({"normative/acts/help/editions/draft-one.yml": draft}, "LAW109")
    assert told(found) == ([(key, {"stage": "drafting"})] if key else [])


@pytest.mark.parametrize(
    ("path", "fields", "value", "near", "known"),
    [
        pytest.param(CARE, "level: distrikt\n", "distrikt", "district", "district", id="a level"),
        pytest.param(CARE, "forms: [at-hom]\n", "at-hom", "at-home", "at-home", id="a form of service"),
        pytest.param(CARE, "forms: [xyz]\n", "xyz", "", "at-home", id="nothing like it"),
        pytest.param(CARE, "covers: [lew]\n", "lew", "law", "law", id="a system"),
        pytest.param("normative/organisations/office.yml", "type: offise\n", "offise", "office", "office", id="a type of organisation"),
        pytest.param("normative/documents/report.yml", "document_kind: raport\n", "raport", "report", "report", id="a kind of document"),
        pytest.param("normative/indicators/visits.yml", "disaggregation: [six]\n", "six", "sex", "sex", id="a dimension"),
        pytest.param("normative/indicators/visits.yml", "frequency: yearli\n", "yearli", "yearly", "yearly", id="a frequency"),
        pytest.param(ACT, "act_kind: lew\n", "lew", "law", "law", id="a kind of act"),
        pytest.param(ACT, "lifecycle:\n  - {stage: adoptd, day: 2020-01-10}\n", "adoptd", "adopted", "drafting, adopted, in-force, repealed", id="a stage of its life"),
    ],
)  # fmt: skip
def test_a_word_that_is_not_in_the_list(
    path: str, fields: str, value: str, near: str, known: str
) -> None:
    found = diagnosed({path: over(base()[path], fields)}, "SCH002")
    assert told(found) == [("not-in-list", {"value": value, "near": near, "known": known})]


def test_a_unit_and_a_stage_that_the_kind_of_act_does_not_have() -> None:
    files = edition(A1, unit("a2", "2", APPLY, name="articel"), more="stage: in-forse\n")
    stages, units = "drafting, adopted, in-force, repealed", "article, part, point"
    assert told(diagnosed(files, "SCH002")) == [
        ("not-in-list", {"value": "in-forse", "near": "in-force", "known": stages}),
        ("not-in-list", {"value": "articel", "near": "article", "known": units}),
    ]


@pytest.mark.parametrize(
    ("counted", "near"),
    [
        pytest.param("persons", "person", id="a slip of a known unit"),
        pytest.param("person", None, id="a known unit"),
        pytest.param("bakery", None, id="a unit of one's own"),
    ],
)
def test_what_is_counted(counted: str, near: str | None) -> None:
    fact = base()["normative/facts/offices.yml"].replace("unit: office", f"unit: {counted}")
    found = diagnosed({"normative/facts/offices.yml": fact}, "SCH002")
    assert [(each.values["value"], each.values["near"]) for each in found] == (
        [(counted, near)] if near else []
    )


def test_a_method_of_teaching_that_the_project_does_not_have() -> None:
    path = "normative/trainings/basics.yml"
    lesson = base()[path].replace(
        "    minutes: 90\n", "    minutes: 90\n    methods: [role-play, role-pley]\n"
    )
    values = {"value": "role-pley", "near": "role-play", "known": "role-play"}
    (one,) = diagnosed({path: lesson}, "SCH002")
    assert dict(one.values) == values
    assert one.where[1:] == ("sessions", "0", "methods", "1")
