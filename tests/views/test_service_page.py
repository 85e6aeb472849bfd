"""The page of a service: who may have it, where, what it must give and what its package lacks."""

import pytest

from gollanma.checks.examples import base
from gollanma.model.kinds import Service
from gollanma.views.frame import desk_of
from gollanma.views.services import ServiceView, service_view
from gollanma.views.voice import Voice
from tests.support.projects import changed
from tests.views.rich import FILES, rich

PATH = "normative/services/care.yml"


def view(files: dict[str, str] | None = None, lang: str = "en") -> ServiceView:
    graph = rich(files).graph
    service = graph.library.records["service/care"]
    assert isinstance(service, Service)
    return service_view(desk_of(Voice(graph, graph.languages[lang]), "service/care"), service)


WHO = "  who: {tk: Çagaly maşgala."


@pytest.mark.parametrize(
    ("ages", "words"),
    [
        pytest.param("ages: {from_year: 18}", "from 18 years of age", id="from an age"),
        pytest.param("ages: {to_year: 3}", "up to 3 years of age", id="up to an age"),
        pytest.param(
            "ages: {from_year: 3, to_year: 18}", "from 3 to 18 years of age", id="between two"
        ),
        pytest.param("ages: {}", "", id="none is named"),
        pytest.param("ages: {from_year: 0}", "from 0 years of age", id="from birth"),
    ],
)
def test_ages(ages: str, words: str) -> None:
    found = view(changed(PATH, WHO, f"  {ages}\n{WHO}"))
    assert found.may is not None
    assert found.may.ages == words


def test_grounds_name_what_shows_them() -> None:
    found = view()
    assert found.may is not None
    assert [(each.id, str(each.evidence[0].words)) for each in found.may.grounds] == [
        ("ground.need", '<span class="nb">F-01</span> Consent sheet')
    ]


def test_providers_stand_with_their_territories_and_places() -> None:
    everywhere, north = sorted(view().providers, key=lambda each: len(each.territories))
    assert str(north.organisation) == str(everywhere.organisation)
    assert [str(each.words) for each in north.territories] == ["North"]
    assert (north.capacity, north.verified) == ("12 people", "1 May 2026")
    assert (everywhere.territories, everywhere.capacity, everywhere.verified) == ((), "", "")


@pytest.mark.parametrize(
    ("package", "sops", "verdict", "tone"),
    [
        pytest.param("planned", True, "Not complete. Missing: Statute", "warn", id="planned"),
        pytest.param("act/help", True, "Complete", "ok", id="all three"),
        pytest.param("act/help", False, "Not complete. Missing: Procedures", "warn", id="no steps"),
    ],
)
def test_standard_package(package: str, sops: bool, verdict: str, tone: str) -> None:  # noqa: FBT001
    files = changed(PATH, "statute: planned", f"statute: {package}")
    if not sops:
        kept = base()["normative/sops/visit.yml"].replace("implements: [service/care]\n", "")
        files |= {"normative/sops/visit.yml": kept, "normative/sops/crisis.yml": kept}
    found = view(files).package
    assert (found.verdict.words, found.verdict.tone) == (verdict, tone)


def test_without_a_package_its_statute_is_not_there_yet() -> None:
    found = view(changed(PATH, "package:\n  statute: planned\n", ""))
    assert next(str(each.value) for each in found.package.rows) == "not there yet"


def test_a_process_says_by_when_and_by_which_procedure() -> None:
    stage = view().process[0]
    assert (stage.id, stage.when) == ("stage.visit", "within 3 working days (from: the request)")
    assert stage.sop is not None
    assert (stage.sop.href, stage.sop.code) == ("../sop/visit.html", "SP-01")


def test_what_a_service_does_not_say_is_left_out() -> None:
    sparse = {PATH: "title: {tk: A, ru: A, en: Sparse}\nstatus: idea\n"}
    found = view(sparse)
    assert (found.may, found.cost, found.cost_kind, found.complaint) == (None, None, "", None)
    assert (found.inclusion, found.running, found.answerers) == ((), (), ())


def test_contacts_of_a_service_show_what_is_missing() -> None:
    contacts = """\
contacts:
  - name: {tk: Nobatçy, ru: Дежурный, en: Duty desk}
    phone: {missing: enter-locally}
    address: {missing: enter-locally}
    email: desk@example.gov.tm
    hours: {tk: Irden, ru: Утром, en: In the morning}
  - address: {tk: Köçe, ru: Улица, en: Main street}
"""
    first, second = view({PATH: base()[PATH] + contacts}).reach
    assert [(each.name, str(each.value)) for each in first.rows] == [
        ("Telephone", "number not entered yet"),
        ("Address", "not entered yet"),
        ("E-mail", "desk@example.gov.tm"),
        ("Hours", "In the morning"),
    ]
    assert second.name is None
    assert [str(each.value) for each in second.rows] == ["Main street"]


def test_a_paper_may_be_a_form_and_a_way_may_name_an_office() -> None:
    more = """\
papers:
  - text: {tk: Kagyz, ru: Лист, en: The sheet}
    form: form/consent
  - text: {tk: Pasport, ru: Паспорт, en: A passport}
"""
    found = view({PATH: base()[PATH] + more})
    assert [str(each.form.words) if each.form else "" for each in found.papers] == [
        '<span class="nb">F-01</span> Consent sheet',
        "",
    ]
    assert found.ways_in[0].office is None


FIRST = "first_service: service/care\n"
ALL = """\
needs:
  - id: lonely
    name: {tk: ýeke, ru: один, en: someone is alone}
"""


def glance(project: str = "", care: str = "") -> tuple[dict[str, str], list[str]]:
    files = {
        "gollanma.yml": FILES["gollanma.yml"] + ALL + project,
        PATH: base()[PATH] + "needs: [lonely]\n" + care,
    }
    found = view(files).glance
    rows = {each.name: str(each.value) for each in found.rows}
    return rows, [f"{each.words} {each.href}" for each in found.ways]


def test_a_service_at_one_glance() -> None:
    rows, ways = glance()
    assert rows == {
        "Helps when": "Someone is alone",
        "For whom": "Families",
        "Cost": "Free",
        "Begins": "Within 3 working days (from: the request)",
        "Where": "North",
    }
    assert ways == [
        "How to get it #_how",
        "Where #_where",
        "Another service ../finder/index.html",
    ]


def test_the_service_for_everybody_helps_whatever_has_happened() -> None:
    rows, ways = glance(FIRST)
    assert rows["Helps when"] == "Whatever has happened: everybody is listened to"
    assert ways[-1] == "Where #_where"


def test_many_groups_are_not_named_and_many_places_are_counted() -> None:
    many = {
        "normative/organisations/house.yml": FILES["normative/organisations/house.yml"].replace(
            "[territory/north]", "[territory/a, territory/b, territory/c, territory/d, territory/e]"
        ),
        PATH: base()[PATH].replace(
            "[group/families]", "[group/a, group/b, group/c, group/d, group/families]"
        ),
    }
    rows = {each.name: str(each.value) for each in view(many).glance.rows}
    assert "For whom" not in rows
    assert rows["Where"] == "5 places"


def test_words_of_a_glance_are_escaped_once() -> None:
    group = base()["normative/groups/families.yml"].replace("en: Families}", "en: A & B}")
    rows = view({"normative/groups/families.yml": group}).glance.rows
    assert "A &amp; B" in [str(each.value) for each in rows]


NOBODY = {
    "normative/organisations/house.yml": FILES["normative/organisations/house.yml"].replace(
        "service: service/care", "service: service/none"
    )
}


def test_providers_are_narrowed_by_the_part_of_the_country() -> None:
    found = view()
    assert found.where is not None
    (north,) = found.where.heaps
    assert (north.heading, [each.value for each in north.choices]) == ("North", ["north", "south"])
    assert sorted(each.near for each in found.providers) == ["", "north south"]
    assert view(NOBODY).where is None


def test_a_place_that_gives_nothing_is_told_with_its_part_alone() -> None:
    west = "title: {tk: B, ru: З, en: West}\nstatus: draft\nlevel: district\n"
    inner = west.replace("West", "Inner") + "parent: territory/west\n"
    found = view({"normative/territories/west.yml": west, "normative/territories/inner.yml": inner})
    assert found.where is not None
    assert [heap.heading for heap in found.where.heaps] == ["North", ""]
    assert [each.words for each in found.where.heaps[1].choices] == ["West"]


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        pytest.param(
            "statute: planned",
            "statute: planned",
            [("Statute", "no act approves the service yet; it is planned")],
            id="planned",
        ),
        pytest.param(
            "package:\n  statute: planned\n",
            "",
            [("Statute", "no act approves the service, and none is planned")],
            id="not even planned",
        ),
        pytest.param(
            "statute: planned\n",
            "statute: act/help\n",
            [],
            id="nothing",
        ),
    ],
)
def test_what_a_package_lacks_is_told_in_words(
    old: str, new: str, missing: list[tuple[str, str]]
) -> None:
    found = view(changed(PATH, old, new)).package
    assert [(each.name, str(each.value)) for each in found.lacking] == missing


def test_stages_without_a_procedure_and_sections_without_words_are_lacking() -> None:
    text = base()[PATH].replace("statute: planned", "statute: act/help")
    text = text.replace("    sop: sop/visit\n", "")
    sparse = text.replace(
        "monitoring: {tk: Ýolbaşçy barlaýar., ru: Проверяет руководитель., en: The lead looks it over.}\n",
        "",
    )
    assert [(each.name, str(each.value)) for each in view({PATH: sparse}).package.lacking] == [
        ("Procedures", "stages without a procedure: Visit"),
        ("Specification", "this page does not say all of: How the service is run"),
    ]
