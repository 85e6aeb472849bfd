"""Where records stand, what they are called, and how far they have come."""

from datetime import date

import pytest

from gollanma.graph import Graph, Target, resolve
from gollanma.model import Ref
from gollanma.views.addresses import index_of, page_of, pointed, short_address, spot_of
from gollanma.views.naming import name_of, place_name
from gollanma.views.status import status_of, tag_of
from gollanma.views.voice import Voice
from tests.support.projects import Small, changed, small
from tests.views.rich import FILES, rich

OLD = {
    "normative/acts/help/editions/2019-01-01.yml": """\
in_force:
  from: 2019-01-01
  to: 2020-01-31
body:
  - id: c1
    unit: chapter
    number: "I"
    heading: {tk: Umumy, ru: Общее, en: General}
    contains:
      - id: a1
        unit: article
        number: "1^1"
        contains:
          - id: a1.1
            unit: part
            text: {tk: Öňki., ru: Прежнее., en: Former.}
  - id: rest
    unit: part
    text: {tk: Galany., ru: Прочее., en: The rest.}
""",
    "normative/state/released/sop/visit/0.9.yml": """\
title: {tk: Öňki sapar, ru: Прежнее посещение, en: An earlier visit}
status: superseded
version: "0.9"
code: SP-01
steps:
  - id: arrange
    title: {tk: Belläň, ru: Назначьте, en: Arrange}
    action: {tk: "Serediň: [[#arrange]].", ru: "См. [[#arrange]].", en: "See [[#arrange]]."}
""",
    "normative/comments/remark.yml": "status: draft\n",
}
REMARK = """\
status: draft
office: organisation/office
on: act/help#a1
text: {tk: Bellik., ru: Замечание., en: A remark.}
"""


def project() -> Small:
    files = dict(OLD)
    del files["normative/comments/remark.yml"]
    files["normative/acts/help/comments/remark.yml"] = REMARK
    units = "units:\n      - id: chapter\n        numbering: roman\n        in_path: false\n"
    files["gollanma.yml"] = FILES["gollanma.yml"].replace("units:\n", units)
    return rich(files)


GRAPH = project().graph


def target(ref: str, graph: Graph = GRAPH) -> Target:
    found = resolve(graph.library, Ref.parse(ref) or Ref(), "")
    assert isinstance(found, Target), found
    return found


@pytest.mark.parametrize(
    ("ref", "address", "fragment"),
    [
        pytest.param("sop/visit", "sop/visit.html", "", id="a record"),
        pytest.param("sop/visit#ask", "sop/visit.html", "ask", id="a step"),
        pytest.param("sop/visit@1.0", "sop/visit.html", "", id="the version of today"),
        pytest.param("sop/visit@0.9#arrange", "sop/visit/0.9.html", "arrange", id="an old version"),
        pytest.param("act/help", "act/help.html", "", id="an act"),
        pytest.param("act/help#a1", "act/help/a1.html", "", id="an article"),
        pytest.param("act/help#a1.2", "act/help/a1.html", "a1.2", id="a part"),
        pytest.param("act/help@2020-02-01#a1", "act/help/a1.html", "", id="the edition in force"),
        pytest.param("act/help@2019-01-01", "act/help/2019-01-01.html", "", id="an old edition"),
        pytest.param(
            "act/help@2019-01-01#a1.1", "act/help/2019-01-01/a1.html", "a1.1", id="its part"
        ),
        pytest.param(
            "act/help@2019-01-01#c1", "act/help/2019-01-01.html", "c1", id="a chapter of it"
        ),
        pytest.param(
            "act/help@2019-01-01#rest", "act/help/2019-01-01/rest.html", "", id="a part on its own"
        ),
    ],
)
def test_where_a_place_stands(ref: str, address: str, fragment: str) -> None:
    spot = spot_of(GRAPH.library, target(ref))
    assert (spot.address, spot.fragment) == (address, fragment)


def test_a_comment_stands_on_the_page_of_its_act() -> None:
    assert page_of(GRAPH.library, "comment/remark") == "act/help.html"


@pytest.mark.parametrize(
    ("found", "address"),
    [
        pytest.param(index_of("sop"), "sop/index.html", id="a list"),
        pytest.param(index_of("sop", 2), "sop/index-2.html", id="its second page"),
        pytest.param(pointed("coverage/"), "coverage/index.html", id="as the project points"),
        pytest.param(short_address("SP-07"), "s/sp-07.html", id="a short address"),
    ],
)
def test_addresses_that_are_no_records(found: str, address: str) -> None:
    assert found == address


@pytest.mark.parametrize(
    ("ref", "lang", "name"),
    [
        pytest.param("sop/visit", "ru", "Посещение семьи", id="a title"),
        pytest.param("sop/visit#decision.agreed", "en", "step 2", id="a decision by its step"),
        pytest.param("sop/visit#deadline.first-visit", "en", "time limit 1", id="a time limit"),
        pytest.param("service/care#stage.visit", "en", "Visit", id="a stage by its title"),
        pytest.param("service/care#ground.need", "en", "", id="without any name"),
        pytest.param("act/help@2019-01-01#a1.1", "ru", "часть первая статьи 1¹", id="a part"),
        pytest.param("act/help@2019-01-01#c1", "en", "Chapter I", id="a chapter"),
        pytest.param("sop/visit@0.9#arrange", "en", "step 1", id="a step of an old version"),
    ],
)
def test_what_a_place_is_called_in_its_record(ref: str, lang: str, name: str) -> None:
    found = target(ref)
    language = GRAPH.languages[lang]
    if found.fragment:
        assert place_name(GRAPH.library, language, found) == name
    else:
        assert name_of(GRAPH.library, language, found, None).words == name


def test_an_act_of_an_unknown_kind_is_called_by_its_title() -> None:
    graph = small(changed("normative/acts/help/act.yml", "act_kind: law", "act_kind: scroll")).graph
    voice = Voice(graph, graph.languages["en"])
    assert voice.title("act/help").words == "On Help"


def test_a_record_without_a_title_is_called_by_its_key() -> None:
    files = {"normative/groups/families.yml": "status: idea\n"}
    graph = small(files).graph
    assert Voice(graph, graph.languages["en"]).title("group/families").words == "group/families"


LIFE = "lifecycle:\n  - stage: adopted\n    day: 2020-01-10\n  - stage: in-force\n    day: 2020-02-01\n"


@pytest.mark.parametrize(
    ("life", "today", "status"),
    [
        pytest.param(LIFE, date(2026, 1, 1), "in-force", id="in force"),
        pytest.param(LIFE, date(2020, 1, 20), "approved", id="adopted, not yet in force"),
        pytest.param(LIFE, date(2019, 1, 1), "draft", id="before anything happened"),
        pytest.param(
            LIFE + "  - stage: repealed\n    day: 2024-01-01\n",
            date(2026, 1, 1),
            "repealed",
            id="repealed",
        ),
        pytest.param(
            "lifecycle:\n  - stage: drafting\n    day: 2020-01-01\n",
            date(2026, 1, 1),
            "in-force",
            id="being drafted anew while an edition binds",
        ),
        pytest.param(
            "lifecycle:\n  - stage: drafting\n    day: 2019-01-01\n",
            date(2019, 2, 1),
            "draft",
            id="a draft",
        ),
        pytest.param("", date(2026, 1, 1), "in-force", id="known by its edition alone"),
        pytest.param(
            "lifecycle:\n  - stage: unheard\n    day: 2020-01-01\n",
            date(2026, 1, 1),
            "in-force",
            id="a stage that the kind does not have",
        ),
    ],
)
def test_status_of_an_act_follows_from_its_days(life: str, today: date, status: str) -> None:
    graph = small(changed("normative/acts/help/act.yml", LIFE, life), today).graph
    assert status_of(graph.library, "act/help") == status


@pytest.mark.parametrize(
    ("key", "today", "status"),
    [
        pytest.param("act/help@2020-02-01", date(2026, 1, 1), "in-force", id="in force"),
        pytest.param("act/help@2020-02-01", date(2020, 1, 1), "approved", id="not yet"),
        pytest.param("act/help@2019-01-01", date(2026, 1, 1), "superseded", id="no more"),
        pytest.param("sop/visit", date(2026, 1, 1), "draft", id="any other record"),
        pytest.param("sop/nothing", date(2026, 1, 1), None, id="no record"),
    ],
)
def test_status_of_editions_and_records(key: str, today: date, status: str | None) -> None:
    files = {path: text for path, text in OLD.items() if "comments" not in path}
    assert status_of(small(files, today).library, key) == status


@pytest.mark.parametrize(
    ("key", "words", "tone"),
    [
        pytest.param("sop/crisis", "Approved", "ok", id="approved"),
        pytest.param("sop/visit", "Draft · sample", "warn", id="a draft and a sample"),
        pytest.param("territory/north", "Draft", "warn", id="a draft"),
        pytest.param("act/help@2019-01-01", "Replaced", "stop", id="over"),
    ],
)
def test_tag_says_in_words_how_far_a_record_has_come(key: str, words: str, tone: str) -> None:
    tag = tag_of(Voice(GRAPH, GRAPH.languages["en"]), key)
    assert tag is not None
    assert (tag.words, tag.tone) == (words, tone)


def test_a_record_of_unknown_status_has_no_tag() -> None:
    graph = small(changed("normative/acts/help/act.yml", LIFE, "")).graph
    library = graph.library.having(
        {key: each for key, each in graph.library.records.items() if "@" not in key}, frozenset()
    )
    bare = Graph(library, graph.languages)
    assert tag_of(Voice(bare, graph.languages["en"]), "act/help") is None
