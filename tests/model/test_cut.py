"""What is cut exists nowhere: a marker in every staff and restricted field never gets through."""

import pytest

from gollanma.checks.examples import base
from gollanma.graph import Graph, Problem
from gollanma.model import Sensitivity, Text, cut
from gollanma.model.kinds import Form, Organisation
from tests.support.projects import changed, packs, small

MARKER = "zzmarkerzz"


def marked(level: str) -> dict[str, str]:
    """Give the base with a marker in a record, a field of a form and a contact of this level."""
    lead = base()["normative/roles/lead.yml"].replace("en: Lead}", f"en: {MARKER}}}")
    files = {"normative/roles/lead.yml": lead + f"sensitivity: {level}\n"}
    form = base()["normative/forms/consent.yml"]
    field = f"  - id: shelter\n    label: {{en: {MARKER}}}\n    sensitivity: {level}\n"
    files["normative/forms/consent.yml"] = form + field
    office = base()["normative/organisations/office.yml"]
    contact = f"  - name: {{en: {MARKER}}}\n    sensitivity: {level}\n"
    files["normative/organisations/office.yml"] = office + contact
    return files


@pytest.mark.parametrize(
    ("level", "receiver", "stays"),
    [
        pytest.param("public", Sensitivity.PUBLIC, True, id="public to the public"),
        pytest.param("staff", Sensitivity.PUBLIC, False, id="staff to the public"),
        pytest.param("restricted", Sensitivity.PUBLIC, False, id="restricted to the public"),
        pytest.param("staff", Sensitivity.STAFF, True, id="staff to staff"),
        pytest.param("restricted", Sensitivity.STAFF, False, id="restricted to staff"),
        pytest.param("restricted", Sensitivity.RESTRICTED, True, id="restricted to whoever may"),
    ],
)
def test_a_marker_gets_through_only_to_its_receivers(
    level: str, receiver: Sensitivity, *, stays: bool
) -> None:
    library = cut(small(marked(level)).library, receiver)
    assert (MARKER in repr(library.records)) == stays
    assert ("role/lead" in library.records) == stays


def test_a_reference_to_what_was_cut_leads_nowhere_and_is_no_mistake() -> None:
    library = cut(small(marked("staff")).library)
    graph = Graph(library, packs(library.project.languages.all))
    to_lead = [each for each in graph.links["service/care"] if each.written == "role/lead"]
    assert {each.problem for each in to_lead} == {Problem.WITHHELD}


def test_a_cut_keeps_what_it_does_not_touch() -> None:
    whole = small().library
    assert cut(whole).records == whole.records


def test_a_cut_to_one_language_holds_no_word_of_another() -> None:
    library = cut(small().library, languages=frozenset({"ru"}))
    assert set(library.records["service/care"].name) == {"ru"}
    assert next(iter(library.of(Form))).fields[0].label == Text({"ru": "Имя"})
    assert "consent" not in repr(library.records["term/consent"])


def test_how_people_ask_is_cut_as_any_text() -> None:
    asked = "asked:\n  - {tk: näme bar, ru: что есть, en: what is there}\n"
    path = "normative/services/care.yml"
    library = cut(small({path: base()[path] + asked}).library, languages=frozenset({"ru"}))
    assert library.records["service/care"].asked == (Text({"ru": "что есть"}),)


TERRITORY = """\
title: {{tk: {name}, ru: {name}, en: {name}}}
status: draft
level: district
sample: true
{parent}
"""


def test_a_cut_to_a_territory_keeps_its_own_offices_and_those_above() -> None:
    office = base()["normative/organisations/office.yml"]
    files = {
        "normative/territories/top.yml": TERRITORY.format(name="Top", parent=""),
        "normative/territories/here.yml": TERRITORY.format(name="Here", parent="parent: territory/top"),
        "normative/territories/there.yml": TERRITORY.format(name="There", parent="parent: territory/top"),
        "normative/organisations/near.yml": office + "territories: [territory/top]\n",
        "normative/organisations/far.yml": office + "territories: [territory/there]\n",
    }  # fmt: skip
    library = cut(small(files).library, territory="territory/here")
    assert {key for key, _ in library.keyed(Organisation)} == {
        "organisation/near",
        "organisation/office",
    }
    assert [key for key in library.records if key.startswith("territory/")] == [
        "territory/here",
        "territory/top",
    ]


def test_an_act_that_is_cut_takes_its_editions_with_it() -> None:
    act = changed("normative/acts/help/act.yml", "number: 1-I", "number: 1-I\nsensitivity: staff")
    library = cut(small(act).library)
    assert not [key for key in library.records if key.startswith("act/")]


def test_the_places_of_a_draft_that_is_cut_are_withheld_from_the_act() -> None:
    draft = (
        "sensitivity: staff\nsample: true\nstage: drafting\nbody:\n  - id: a3\n    unit: article\n"
    )
    library = cut(small({"normative/acts/help/editions/draft-one.yml": draft}).library)
    assert library.withheld == {"act/help@draft-one", "act/help#a3"}
    assert "act/help" in library.records


def test_no_file_goes_along() -> None:
    library = cut(small().library)
    assert (library.documents, library.project_file) == ({}, None)
