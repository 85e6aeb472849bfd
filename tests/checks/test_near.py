"""Which checks judge a record by itself: what an editor is told first must be what is so."""

import pytest

from gollanma.checks import CHECKS, Check
from gollanma.checks.engine import diagnose
from gollanma.checks.examples import example
from gollanma.checks.near import FAR, NEAR
from gollanma.graph import Graph
from tests.support.projects import changed, small


def said(graph: Graph, check: Check) -> list[str]:
    found = (each for each in check.judge(graph) if each.source in set(graph.library.records))
    return sorted(repr(diagnose(graph, check, each)) for each in found)


def one_by_one(graph: Graph, check: Check) -> list[str]:
    library = graph.library
    return sorted(
        each
        for key in library.records
        for each in said(Graph(library.through((key,)), graph.languages), check)
    )


@pytest.mark.parametrize("how", ["bad", "good"])
@pytest.mark.parametrize("check", NEAR, ids=lambda check: check.code)
def test_a_near_check_says_of_each_record_what_it_says_of_all(check: Check, how: str) -> None:
    graph = small(example(check.code, how).files).graph
    assert one_by_one(graph, check) == said(graph, check)


def test_words_of_the_glossary_are_at_home_also_where_one_record_is_judged() -> None:
    known = changed("glossary/consent.yml", "label: consent", "label: согласие семьи")
    said = changed("normative/roles/lead.yml", "en: Decides.", "en: согласие семьи")
    [check] = [each for each in NEAR if each.code == "I18N008"]
    assert one_by_one(small(said).graph, check) != []
    assert one_by_one(small({**said, **known}).graph, check) == []


def test_a_role_that_a_training_names_is_taught_also_where_one_record_is_judged() -> None:
    graph = small(changed("normative/roles/worker.yml", "trainings: [training/basics]\n", "")).graph
    [check] = [each for each in NEAR if each.code == "SVC004"]
    assert one_by_one(graph, check) == said(graph, check) == []


def test_a_far_check_exists() -> None:
    assert sorted(FAR - {each.code for each in CHECKS}) == []


def test_a_library_that_goes_through_one_record_knows_all() -> None:
    library = small().library
    near = library.through(("sop/visit", "sop/none"))
    assert list(near.records) == ["sop/visit"]
    assert "service/care" in near.records
    assert near.records["service/care"] is library.records["service/care"]
    assert near.editions("act/help") == library.editions("act/help")
    assert near.whole is library
