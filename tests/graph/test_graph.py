"""Links, their inverses, the occurrences of terms, and what depends on a place."""

import pytest

from gollanma.graph import Problem, dependents, mentions, running
from tests.support.projects import changed, small


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Take [[form/consent]].", [("form/consent", None, None)], id="plain"),
        pytest.param("[[form/consent|the sheet]]", [("form/consent", None, "the sheet")], id="with words"),
        pytest.param("[[sop/visit~gen]]", [("sop/visit", "gen", None)], id="in a case"),
        pytest.param("[[sop/visit~gen|words]]", [("sop/visit", "gen", "words")], id="case and words"),
        pytest.param("[[ form/consent ]]", [("form/consent", None, None)], id="spaces inside"),
        pytest.param("[one](#two) [three]", [], id="links of Markdown"),
        pytest.param("[[a]] and [[#b]]", [("a", None, None), ("#b", None, None)], id="two"),
    ],
)  # fmt: skip
def test_references_in_prose(
    words: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(each.written, each.case, each.words) for each in mentions(words)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("consent here", ["consent here"], id="all of it"),
        pytest.param("a [[term/x]] b", ["a ", " b"], id="without references"),
        pytest.param("a [words](#x) b", ["a ", " b"], id="without links"),
        pytest.param("a `code` b", ["a ", " b"], id="without code"),
        pytest.param("## Heading\nbody", ["\nbody"], id="without headings"),
        pytest.param("see <https://x.tm/a> now", ["see ", " now"], id="without addresses"),
    ],
)
def test_running_text(words: str, expected: list[str]) -> None:
    assert [words[start:end] for start, end in running(words)] == expected


def test_every_reference_of_the_small_project_leads_somewhere() -> None:
    graph = small().graph
    assert not [each for links in graph.links.values() for each in links if each.problem]


def test_a_link_is_seen_from_both_ends() -> None:
    graph = small().graph
    back = {(each.source, each.relation) for each in graph.backlinks["form/consent"]}
    assert back == {
        ("indicator/visits", "indicator.collected_in"),
        ("service/care", "service.eligibility.grounds.evidence"),
        ("sop/visit", "sop.forms.form"),
        ("sop/visit", "sop.steps.forms"),
    }


def test_a_link_knows_the_step_in_which_it_stands() -> None:
    links = small().graph.backlinks["form/consent"]
    assert {each.anchor for each in links if each.relation == "sop.steps.forms"} == {"ask"}


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        pytest.param("act/help#a3", Problem.NO_PLACE, id="an article that the act lacks"),
        pytest.param(
            "act/help@2019-01-01#a1", Problem.NO_EDITION, id="an edition that is not there"
        ),
        pytest.param("act/none#a1", Problem.NO_RECORD, id="an act that is not there"),
        pytest.param("act/help#a1.2", None, id="a part"),
        pytest.param("act/help@2020-02-01#a1", None, id="an article of a pinned edition"),
    ],
)
def test_a_citation_leads_to_a_provision_or_says_why_not(
    written: str, problem: Problem | None
) -> None:
    old, new = "provision: act/help#a2", f"provision: {written}"
    graph = small(changed("normative/services/care.yml", old, new)).graph
    assert [each.problem for each in graph.links["service/care"] if each.written == written] == [
        problem
    ]


def test_a_retired_address_leads_to_what_took_its_place() -> None:
    files = {
        **changed("normative/services/care.yml", "sop: sop/visit", "sop: sop/call"),
        "normative/state/retired.yml": "retired:\n  sop/call:\n    new: sop/visit\n",
    }
    links = small(files).graph.links["service/care"]
    assert [each.target.key for each in links if each.written == "sop/call" and each.target] == [
        "sop/visit"
    ]


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        pytest.param("en", "Ask for consents first.", ["consents"], id="an English plural"),
        pytest.param("ru", "Попросите согласия у матери.", ["согласия"], id="a Russian genitive"),
        pytest.param("tk", "Adamyň razylygyny soraň.", ["razylygyny"], id="a Turkmen accusative"),
        pytest.param("en", "See [[form/consent|consent]] now.", [], id="not inside a reference"),
        pytest.param("en", "# Consent\nNothing here.", [], id="not in a heading"),
        pytest.param("en", "Consent comes first, consent comes last.", ["Consent"], id="once in a section"),
    ],
)  # fmt: skip
def test_a_term_is_found_in_running_text(language: str, words: str, found: list[str]) -> None:
    text = f"purpose:\n  {language}: |-\n" + "".join(f"    {each}\n" for each in words.splitlines())
    graph = small({"normative/sops/extra.yml": text}).graph
    marks = graph.marks.get(("sop/extra", ("purpose",), language), ())
    assert [words[each.start : each.end] for each in marks] == found


def test_the_longest_label_wins() -> None:
    term = "labels:\n  en:\n    - label: informed consent\n"
    text = "purpose:\n  en: Ask for informed consent.\n"
    files = {"glossary/informed.yml": term, "normative/sops/extra.yml": text}
    marks = small(files).graph.marks["sop/extra", ("purpose",), "en"]
    assert [each.term for each in marks] == ["term/informed"]


def test_a_term_does_not_point_at_itself() -> None:
    graph = small().graph
    assert not [each for each in graph.occurrences if each.source == each.term]


def test_what_people_ask_is_no_running_text() -> None:
    words = "{tk: razylyk, ru: согласие, en: consent}"
    graph = small({"normative/sops/extra.yml": f"asked:\n  - {words}\nscope: {words}\n"}).graph
    found = {each.path for each in graph.occurrences if each.source == "sop/extra"}
    assert found == {("scope",)}


def test_what_people_ask_is_a_text_but_not_to_be_read() -> None:
    words = "{tk: razylyk, ru: согласие, en: consent}"
    graph = small({"normative/sops/extra.yml": f"asked:\n  - {words}\nscope: {words}\n"}).graph
    of_it = [
        [path for key, path, _ in each if key == "sop/extra"]
        for each in (graph.texts, graph.printed)
    ]
    assert of_it == [[("asked", 0), ("scope",)], [("scope",)]]


def test_what_depends_on_an_article() -> None:
    found = [
        (each.key, each.via, each.distance) for each in dependents(small().graph, "act/help", "a2")
    ]
    assert found[0] == ("service/care", ("act/help#a2",), 1)
    assert ("sop/visit", ("service/care", "act/help#a2"), 2) in found
    assert [each[2] for each in found] == sorted(each[2] for each in found)


@pytest.mark.parametrize(
    ("asked", "depends"),
    [
        pytest.param("a1", True, id="the article that is cited"),
        pytest.param("a1.2", True, id="a part of it"),
        pytest.param("a12", False, id="an article whose number begins alike"),
    ],
)
def test_a_citation_of_an_article_rests_on_its_parts(asked: str, *, depends: bool) -> None:
    graph = small(changed("normative/services/care.yml", "act/help#a2", "act/help#a1")).graph
    assert (
        "service/care" in {each.key for each in dependents(graph, "act/help", asked)}
    ) == depends


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("Спросите согласия.", ["согласия"], id="the word itself"),
        pytest.param("Она согласна ждать.", [], id="a word of the same stem"),
        pytest.param("Согласуйте день.", [], id="another, at the start of a sentence"),
    ],
)
def test_words_that_only_share_a_stem_are_not_the_term(words: str, found: list[str]) -> None:
    term = changed(
        "glossary/consent.yml",
        "    - label: согласие",
        "    - label: согласие\n      unlike: [согласу, согласн]",
    )
    text = f"purpose:\n  ru: {words}\n"
    graph = small({**term, "normative/sops/extra.yml": text}).graph
    marks = graph.marks.get(("sop/extra", ("purpose",), "ru"), ())
    assert [words[each.start : each.end] for each in marks] == found
