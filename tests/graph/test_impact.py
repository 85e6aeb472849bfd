"""What a change goes on to, what it stops at, and which provisions it may take with it."""

import pytest

from gollanma.graph import Dependent, dependents
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
    return {each.ref: each for each in dependents(small(files).graph, key, *more)}


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
