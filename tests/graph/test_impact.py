"""What a change goes on to, what it stops at, and which provisions it may take with it."""

import pytest

from gollanma.graph import Dependent, Target, dependents
from gollanma.graph.impact import overlap, touches
from tests.support.projects import changed, small

ACT = "normative/acts/help/editions/2020-02-01.yml"
OTHER = "normative/acts/order"
PART = "en: Everyone may apply.}"
CITING = "en: 'Everyone may apply under [[#a2]].'}"
HEAD = "title: {tk: Tertip, ru: Порядок, en: Order}\nact_kind: law\n"
EDITION = """\
sample: true
status: draft
stage: drafting
body:
  - id: p1
    unit: part
    text: {tk: "[[act/help#a2]]", ru: "[[act/help#a2]]", en: "[[act/help#a2]]"}
"""


def found(files: dict[str, str], *asked: str | None) -> dict[str, Dependent]:
    key, *more = asked
    assert key is not None
    project = small(files)
    assert project.found == ()
    return {each.ref: each for each in dependents(project.graph, key, *more)}


def test_a_provision_that_cites_a_changed_one_is_listed() -> None:
    citing = found(changed(ACT, PART, CITING), "act/help", "a2")["act/help#a1.2"]
    assert (citing.via, citing.distance) == (("act/help#a2",), 1)


@pytest.mark.parametrize("place", ["a1", "a1.2"])
def test_a_provision_that_cites_itself_or_what_holds_it_is_not(place: str) -> None:
    files = changed(ACT, PART, f"en: 'Everyone may apply under [[#{place}]].'}}")
    assert not [each for each in found(files, "act/help", place) if each.startswith("act/help")]


def test_provisions_of_other_acts_are_listed_too() -> None:
    files = {f"{OTHER}/act.yml": HEAD, f"{OTHER}/editions/draft-a.yml": EDITION}
    assert "act/order#p1" in found(files, "act/help", "a2")


def test_citations_count_in_the_edition_that_is_asked_for() -> None:
    draft = changed(ACT, PART, CITING)[ACT].replace(
        "in_force:\n  from: 2020-02-01\n", "based_on: '2020-02-01'\n"
    )
    files = {ACT.replace("2020-02-01", "draft-a"): draft}
    assert "act/help#a1.2" not in found(files, "act/help", "a2", None)
    assert "act/help#a1.2" in found(files, "act/help", "a2", "act/help@draft-a")


OFFICE = "normative/organisations/second.yml"
DISTRICT = "normative/territories/second.yml"
FAR = {
    OFFICE: "title: {tk: A, ru: A, en: A}\ntype: office\nprovides:\n  - service: service/care\n",
    DISTRICT: "title: {tk: B, ru: B, en: B}\nlevel: district\nposts:\n  - role: role/worker\n",
}


def test_a_change_goes_on_through_work_and_not_to_places_and_offices() -> None:
    through = {each.key for each in found(FAR, "act/help", "a2").values() if each.distance > 1}
    assert "sop/visit" in through
    assert not [each for each in through if each.startswith(("organisation/", "territory/"))]


def test_what_names_the_place_itself_is_always_listed() -> None:
    assert "organisation/second" in found(FAR, "service/care", None)
    assert "territory/second" in found(FAR, "role/worker", None)


def test_a_change_goes_no_further_through_an_office() -> None:
    assert {each.distance for each in found(FAR, "organisation/second", None).values()} <= {1}


def test_all_that_rests_on_an_article_with_the_way_there() -> None:
    care, article = ("service/care",), ("act/help#a2",)
    visit = ("sop/visit", *care, *article)
    rows = [
        (each.ref, each.via, each.distance) for each in dependents(small().graph, "act/help", "a2")
    ]
    assert rows == [
        ("service/care", article, 1),
        ("indicator/visits", (*care, *article), 2),
        ("sop/visit", (*care, *article), 2),
        ("training/basics", visit, 3),
    ]


def test_what_rests_on_a_whole_record_is_told_by_its_key() -> None:
    rows = {
        (each.ref, each.via)
        for each in dependents(small().graph, "sop/visit")
        if each.distance == 1
    }
    assert rows == {("service/care", ("sop/visit",)), ("training/basics", ("sop/visit",))}


def test_nothing_rests_on_itself() -> None:
    inner = changed(
        "normative/sops/visit.yml",
        "title: {tk: Wagty",
        "safety: {en: 'See [[sop/visit#ask]].'}\n    title: {tk: Wagty",
    )
    assert "sop/visit" not in found(inner, "sop/visit", None)
    assert "sop/visit" not in found(inner, "sop/visit", "ask")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("a1", "a1", True, id="the same"),
        pytest.param("a1", "a1.2", True, id="what it holds"),
        pytest.param("a1.2", "a1", True, id="what holds it"),
        pytest.param("a1", "a12", False, id="a number that begins alike"),
        pytest.param("a1.2", "a1.3", False, id="its neighbour"),
    ],
)
def test_two_places_overlap(one: str, other: str, *, expected: bool) -> None:
    assert overlap(one, other) is expected


@pytest.mark.parametrize(
    ("leads", "asked", "expected"),
    [
        pytest.param(None, None, True, id="to the record, of the record"),
        pytest.param("a1", None, True, id="to a place, of the record"),
        pytest.param(None, "a1", False, id="to the record, of a place"),
        pytest.param("a1", "a1.2", True, id="to what holds the place"),
        pytest.param("a2", "a1", False, id="to another place"),
    ],
)
def test_a_link_speaks_of_a_place(leads: str | None, asked: str | None, *, expected: bool) -> None:
    target = Target("act/help", "act/help@2020-02-01", leads, ())
    assert touches(target, "act/help", asked) is expected
    assert not touches(target, "act/other", asked)


INERT = "normative/sops/second.yml"


@pytest.mark.parametrize(
    ("field", "rests"),
    [
        pytest.param("implements: [service/care]", True, id="what it carries out"),
        pytest.param("related: [service/care]", False, id="what it is like"),
        pytest.param("sources: [{document: service/care}]", False, id="where it was read"),
        pytest.param("purpose: {en: 'For [[service/care]].'}", True, id="what its words name"),
    ],
)
def test_some_fields_name_without_resting(field: str, *, rests: bool) -> None:
    assert ("sop/second" in found({INERT: f"{field}\n"}, "service/care", None)) is rests


def test_words_pass_no_change_on() -> None:
    files = {INERT: "purpose: {en: 'For [[service/care]].'}\n"}
    assert "sop/second" not in found(files, "act/help", "a2")
    assert "sop/second" in found({INERT: "implements: [service/care]\n"}, "act/help", "a2")


def test_what_rests_on_a_place_twice_is_listed_once_where_it_is_nearest() -> None:
    basis = "legal_basis:\n  - provision: act/help#a2\nimplements: [service/care]\n"
    rows = [each for each in found_in_order({INERT: basis}) if each.key == "sop/second"]
    assert rows == [Dependent("sop/second", ("act/help#a2",), 1)]


def found_in_order(files: dict[str, str]) -> list[Dependent]:
    return [*dependents(small(files).graph, "act/help", "a2")]
