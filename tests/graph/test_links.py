"""What a reference leads to, or why to nothing, wherever it is written."""

import pytest

from gollanma.checks.examples import base
from gollanma.graph import (
    Graph,
    Link,
    Mention,
    Problem,
    Target,
    asked_links,
    mentions,
    resolve,
    retired_links,
    standing_in,
)
from gollanma.graph.links import nearest
from gollanma.model import Library, Ref, cut
from tests.support.projects import changed, packs, small

VISIT = base()["normative/sops/visit.yml"]
ACT = "normative/acts/help"
DRAFT = (
    'sample: true\nstage: drafting\nbased_on: "2020-02-01"\nbody:\n  - id: a3\n    unit: article\n'
)
PAST = {
    "normative/state/released/sop/visit/0.9.yml": VISIT.replace("id: listen", "id: hear").replace(
        "next: listen", "next: hear"
    ),
    f"{ACT}/editions/draft-one.yml": DRAFT,
}


def ref(text: str) -> Ref:
    parsed = Ref.parse(text)
    assert parsed is not None
    return parsed


def led(library: Library, text: str, source: str = "service/care") -> tuple[str, ...] | str:
    found = resolve(library, ref(text), source)
    if isinstance(found, Problem):
        return found.value
    return (found.key, found.holder, found.fragment or "")


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        pytest.param("sop/visit", ("sop/visit", "sop/visit", ""), id="a record"),
        pytest.param("sop/visit#ask", ("sop/visit", "sop/visit", "ask"), id="a step"),
        pytest.param("sop/visit@1.0#ask", ("sop/visit", "sop/visit", "ask"), id="a step of the version of today"),
        pytest.param("sop/visit@0.9#hear", ("sop/visit", "sop/visit@0.9", "hear"), id="a step of a released version"),
        pytest.param("sop/visit@0.9", ("sop/visit", "sop/visit@0.9", ""), id="a released version"),
        pytest.param("sop/visit@0.9#listen", "no-place", id="a step that the old version lacks"),
        pytest.param("sop/visit#hear", "no-place", id="a step that only the old version has"),
        pytest.param("sop/visit@0.8", "no-edition", id="a version that was not released"),
        pytest.param("sop/gone", "no-record", id="a record that is not there"),
        pytest.param("sop/gone@1.0#ask", "no-record", id="a version of none"),
        pytest.param("act/help", ("act/help", "act/help@2020-02-01", ""), id="an act"),
        pytest.param("act/help#a1.2", ("act/help", "act/help@2020-02-01", "a1.2"), id="a part of the edition in force"),
        pytest.param("act/help@draft-one#a3", ("act/help", "act/help@draft-one", "a3"), id="an article of a draft"),
        pytest.param("act/help@draft-one#a1", "no-place", id="an article that the draft lacks"),
        pytest.param("act/help#a3", "no-place", id="an article that only a draft has"),
        pytest.param("act/help@2021-01-01", "no-edition", id="an edition that is not there"),
    ],
)  # fmt: skip
def test_what_a_reference_leads_to(written: str, leads: tuple[str, ...] | str) -> None:
    assert led(small(PAST).library, written) == leads


def test_a_reference_within_a_record_leads_there() -> None:
    assert led(small().library, "#listen", "sop/visit") == ("sop/visit", "sop/visit", "listen")


def test_a_place_knows_its_path() -> None:
    found = resolve(small().library, ref("sop/visit#listen"), "")
    assert found == Target("sop/visit", "sop/visit", "listen", ("steps", 2))
    assert resolve(small().library, ref("sop/visit"), "") == Target(
        "sop/visit", "sop/visit", None, ()
    )


@pytest.mark.parametrize(
    ("files", "written", "problem"),
    [
        pytest.param({"normative/sops/visit.yml": "status: drft\n"}, "sop/visit#ask", "broken", id="a record that does not decode"),
        pytest.param({f"{ACT}/editions/2020-02-01.yml": "stage: [\n"}, "act/help@2020-02-01#a1", "broken", id="an edition that does not decode"),
        pytest.param({f"{ACT}/editions/2020-02-01.yml": "stage: [\n"}, "act/help#a1", "broken", id="nobody knows which edition is in force"),
        pytest.param({f"{ACT}/editions/2020-02-01.yml": "stage: [\n"}, "act/help@2019-01-01#a1", "no-edition", id="another edition is not there at all"),
    ],
)  # fmt: skip
def test_where_a_file_cannot_be_read(files: dict[str, str], written: str, problem: str) -> None:
    assert led(small(files).library, written) == problem


def test_an_act_without_editions_holds_its_places_itself() -> None:
    head = "title: {tk: Tertip, ru: Порядок, en: Order}\nact_kind: law\n"
    library = small({"normative/acts/order/act.yml": head}).library
    assert led(library, "act/order") == ("act/order", "act/order", "")
    assert led(library, "act/order#a1") == "no-place"


def hidden(path: str, more: str = "sensitivity: staff\n") -> dict[str, str]:
    return {path: f"{base()[path]}{more}"}


@pytest.mark.parametrize(
    ("files", "written", "leads"),
    [
        pytest.param(hidden("normative/roles/lead.yml"), "role/lead", "withheld", id="a record"),
        pytest.param(hidden("normative/roles/lead.yml"), "role/lead@1.0", "withheld", id="a version of it"),
        pytest.param(hidden("normative/forms/consent.yml", "    sensitivity: staff\n"), "form/consent#field.name", "withheld", id="a field"),
        pytest.param(hidden("normative/forms/consent.yml", "    sensitivity: staff\n"), "form/consent#field.age", "no-place", id="a field that never was"),
        pytest.param({**PAST, "normative/state/released/sop/visit/0.9.yml": f"{VISIT}sensitivity: staff\n"}, "sop/visit@0.9", "withheld", id="a released version"),
        pytest.param({f"{ACT}/editions/draft-one.yml": f"{DRAFT}sensitivity: staff\n"}, "act/help@draft-one#a3", "withheld", id="a draft"),
        pytest.param({f"{ACT}/editions/draft-one.yml": f"{DRAFT}sensitivity: staff\n"}, "act/help#a3", "withheld", id="an article that only the draft has"),
    ],
)  # fmt: skip
def test_what_was_cut_is_withheld(files: dict[str, str], written: str, leads: str) -> None:
    library = small(files).library
    assert led(cut(library), written) == leads
    assert led(library, written) != "withheld"


RETIRED = """\
retired:
  sop/call: {new: sop/visit}
  sop/ring: {new: sop/call}
  sop/visit#greet: {new: "#ask"}
  sop/one: {new: sop/two}
  sop/two: {new: sop/one}
  sop/gone: {}
  sop/lost: {new: sop/nowhere}
  "#loose": {new: sop/visit}
  Some words: {new: sop/visit}
"""
MOVED = {"normative/state/retired.yml": RETIRED}


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        pytest.param("sop/call", ("sop/visit", "sop/visit", ""), id="what took its place"),
        pytest.param("sop/ring", ("sop/visit", "sop/visit", ""), id="what took the place of that"),
        pytest.param("sop/visit#greet", ("sop/visit", "sop/visit", "ask"), id="another place of the record"),
        pytest.param("sop/one", "no-record", id="a circle"),
        pytest.param("sop/gone", "no-record", id="nothing took its place"),
        pytest.param("sop/call#ask", "no-record", id="a place of what is gone"),
    ],
)  # fmt: skip
def test_where_an_old_address_leads(written: str, leads: tuple[str, ...] | str) -> None:
    assert led(small(MOVED).library, written) == leads


def test_every_old_address_is_a_link() -> None:
    links = {each.written: each for each in retired_links(small(MOVED).library)}
    path = "normative/state/retired.yml"
    assert {(each.source, each.relation, each.kinds) for each in links.values()} == {
        (path, "retired", ())
    }
    rows = {
        (each.path, each.written, each.target and each.target.key, each.problem)
        for each in retired_links(small(MOVED).library)
    }
    assert rows == {
        (("retired", "sop/call", "new"), "sop/visit", "sop/visit", None),
        (("retired", "sop/ring", "new"), "sop/call", "sop/visit", None),
        (("retired", "sop/visit#greet", "new"), "#ask", "sop/visit", None),
        (("retired", "sop/one", "new"), "sop/two", None, Problem.NO_RECORD),
        (("retired", "sop/two", "new"), "sop/one", None, Problem.NO_RECORD),
        (("retired", "sop/lost", "new"), "sop/nowhere", None, Problem.NO_RECORD),
        (("retired", "#loose"), "#loose", None, Problem.UNREADABLE),
        (("retired", "Some words"), "Some words", None, Problem.UNREADABLE),
    }
    assert links["#ask"].ref == ref("sop/visit#ask")
    assert {(each.anchor, each.is_prose) for each in links.values()} == {(None, False)}


ASKED = "asked_articles:\n  - article: a1\n    asked: [{en: free}]\n  - article: a9\n    asked: [{en: none}]\n"


def test_the_articles_that_people_ask_for_are_links() -> None:
    act = base()[f"{ACT}/act.yml"]
    one, other = asked_links(small({f"{ACT}/act.yml": f"{act}{ASKED}"}).library)
    assert (one.source, one.path, one.written) == (
        "act/help",
        ("asked_articles", 0, "article"),
        "#a1",
    )
    assert one.target == Target("act/help", "act/help@2020-02-01", "a1", ("body", 0))
    assert (other.path[1], other.target, other.problem) == (1, None, Problem.NO_PLACE)
    assert {(each.relation, each.anchor, each.kinds) for each in (one, other)} == {
        ("asked", None, ())
    }


def test_an_article_stands_in_the_editions_that_have_it() -> None:
    library = small(PAST).library
    places = [str(each) for each in standing_in(library, ref("act/help#a3"))]
    assert places == ["act/help@draft-one#a3"]
    assert [*standing_in(library, ref("act/help#a9"))] == []
    assert [*standing_in(library, ref("act/help"))] == []


@pytest.mark.parametrize(
    ("path", "anchor"),
    [
        pytest.param(("steps", 1, "decision", "question"), "agreed", id="the innermost"),
        pytest.param(("steps", 1, "action"), "ask", id="the one around it"),
        pytest.param(("steps", 1), "ask", id="itself"),
        pytest.param(("steps", 0), None, id="none around it"),
        pytest.param((), None, id="the record"),
    ],
)
def test_the_nearest_place(path: tuple[str | int, ...], anchor: str | None) -> None:
    anchors = {("steps", 1): "ask", ("steps", 1, "decision"): "agreed"}
    assert nearest(anchors, path) == anchor


PROSE = "    action: {tk: Howlukman diňläň., ru: Слушайте не торопясь., en: Listen without hurry.}"


def test_a_reference_in_prose_is_a_link_with_all_that_is_known() -> None:
    words = "Take [[form/consent~gen|the sheet]] along, see [[act/none]] and [[No]]."
    text = VISIT.replace(PROSE, f'    action: {{en: "{words}"}}')
    links = [
        each
        for each in small({"normative/sops/visit.yml": text}).graph.links["sop/visit"]
        if each.is_prose
    ]
    sheet, none, no = links
    assert sheet == Link(
        source="sop/visit",
        path=("steps", 2, "action"),
        anchor="listen",
        written="form/consent",
        ref=ref("form/consent"),
        target=Target("form/consent", "form/consent", None, ()),
        problem=None,
        kinds=(),
        relation="prose",
        language="en",
        start=5,
        end=35,
        case="gen",
        words="the sheet",
    )
    assert (none.written, none.ref, none.target, none.problem) == (
        "act/none",
        ref("act/none"),
        None,
        Problem.NO_RECORD,
    )
    assert (no.written, no.ref, no.target, no.problem) == ("No", None, None, Problem.UNREADABLE)
    assert [words[each.start : each.end] for each in links][1:] == ["[[act/none]]", "[[No]]"]


def test_a_reference_in_a_field_is_a_link_with_all_that_is_known() -> None:
    graph = small().graph
    link = graph.link_at["sop/visit", ("steps", 1, "forms", 0)]
    assert link == Link(
        source="sop/visit",
        path=("steps", 1, "forms", 0),
        anchor="ask",
        written="form/consent",
        ref=ref("form/consent"),
        target=Target("form/consent", "form/consent", None, ()),
        problem=None,
        kinds=("form",),
        relation="sop.steps.forms",
    )
    assert not link.is_prose


def test_a_reference_in_prose_is_in_no_field() -> None:
    text = VISIT.replace(PROSE, '    action: {en: "See [[form/consent]]."}')
    graph = small({"normative/sops/visit.yml": text}).graph
    assert ("sop/visit", ("steps", 2, "action")) not in graph.link_at


def test_where_a_reference_stands_in_words() -> None:
    words = "See [[sop/visit~gen|it]] and [[ Nothing ]]."
    assert [*mentions(words)] == [
        Mention("sop/visit", ref("sop/visit"), "gen", "it", 4, 24),
        Mention("Nothing", None, None, None, 29, 42),
    ]


def test_what_refers_to_a_record_is_given_in_the_order_of_records() -> None:
    files = {**PAST, **changed("normative/services/care.yml", "act/help#a2", "act/none#a2")}
    graph = small(files).graph
    assert "act/none" not in graph.backlinks
    assert [*graph.backlinks] == sorted(graph.backlinks)
    assert all(
        each.target and each.target.key == key
        for key, links in graph.backlinks.items()
        for each in links
    )


def test_every_link_of_a_cut_library_is_told_again() -> None:
    library = cut(small(hidden("normative/roles/lead.yml")).library)
    graph = Graph(library, packs(library.project.languages.all))
    assert "role/lead" not in graph.backlinks
    assert {each.problem for links in graph.links.values() for each in links} == {
        None,
        Problem.WITHHELD,
    }
