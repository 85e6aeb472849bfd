"""Judging again what is new: what comes of it is what judging all comes to."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gollanma.checks import CHECKS, Again, Check, Finding, names_of, run
from gollanma.checks.engine import found_by, in_turn
from gollanma.checks.examples import base, example
from gollanma.checks.reach import REACHES, Reach
from gollanma.diagnostics import Diagnostic, Related, Severity, Span, read, written
from gollanma.graph import Graph
from gollanma.model.kinds import Term
from tests.support.looks import ALL, watched
from tests.support.projects import Small, changed, small, whole

CODES = {each.code: each for each in CHECKS}
FAR = [(code, reach) for reach, codes in REACHES.items() for code in sorted(codes)]
BOTH = Reach(), Reach((Term,))
SMALL = changed("normative/roles/lead.yml", "sample: true", "sample: true\nnext_review: 2026-01-01")


def judged(project: Small, past: Again) -> Again:
    """Give what is known after a run."""
    again = Again(past.found)
    run(project.graph, CHECKS, project.found, again)
    return again


@pytest.fixture(scope="module")
def clean() -> Again:
    return judged(small(), Again({}))


@pytest.mark.parametrize(("code", "reach"), FAR, ids=[code for code, _ in FAR])
@pytest.mark.parametrize("how", ["bad", "good"])
def test_a_check_looks_no_farther_than_its_reach(code: str, reach: Reach, how: str) -> None:
    graph = small(example(code, how).files).graph
    kinds = {each.kind for each in reach.kinds}
    for key in graph.library.records:
        library, looks = watched(graph.library, key)
        found_by(Graph(library, graph.languages), CODES[code])
        beyond = {each for each in looks.seen - {key, ""} if each.partition("/")[0] not in kinds}
        beyond -= {"the day"} if reach.by_day else set()
        assert beyond - (named(graph, key, beyond) if reach.named else set()) == set(), key


def named(graph: Graph, key: str, seen: set[str]) -> set[str]:
    """Give of what was looked at whether it is there, and what a record refers to."""
    here = {f"{ALL}/{ALL}", *(each for each in seen if each not in graph.library.records)}
    for link in graph.links[key]:
        here |= {link.ref.within(key).record} if link.ref else set()
        here |= {link.target.key, link.target.holder} if link.target else set()
    return here


@pytest.mark.parametrize("code", [code for code, _ in FAR])
def test_what_a_check_finds_in_a_record_is_named_by_it(code: str) -> None:
    graph = small(example(code, "bad").files).graph
    found = found_by(graph, CODES[code])
    assert found
    assert {each.where[0] for each in found} <= graph.library.records.keys()


def test_no_code_has_two_reaches() -> None:
    codes = [code for codes in REACHES.values() for code in codes]
    assert len(codes) == len(set(codes))
    assert set(codes) <= CODES.keys()


def test_a_title_that_another_record_translates_otherwise_is_found_again(clean: Again) -> None:
    title = "title: {{tk: Bir at, ru: {}, en: One name}}\nstatus: draft\n"
    paths = ("normative/groups/first.yml", "normative/groups/second.yml")
    same = small(dict.fromkeys(paths, title.format("Одно имя")))
    other = small(dict(zip(paths, map(title.format, ("Одно имя", "Иное имя")), strict=True)))
    outcome = run(other.graph, CHECKS, other.found, Again(judged(same, clean).found))
    assert "I18N018" in {each.code for each in outcome.findings}
    assert outcome == other.outcome()


@pytest.mark.parametrize("code", sorted(CODES))
def test_after_a_mistake_is_made_all_is_found_as_in_a_first_run(clean: Again, code: str) -> None:
    project = small(example(code, "bad").files)
    again = Again(clean.found)
    assert run(project.graph, CHECKS, project.found, again) == project.outcome()
    assert again.found == judged(project, Again({})).found


def test_after_it_is_mended_nothing_of_it_is_left(clean: Again) -> None:
    project = small(example("TXT001", "bad").files)
    with_mistake = judged(project, clean)
    assert run(small().graph, CHECKS, (), Again(with_mistake.found)) == small().outcome()
    assert judged(small(), with_mistake).found == clean.found


FILES = sorted(base())


@settings(max_examples=25)
@given(
    st.lists(
        st.dictionaries(st.sampled_from(FILES), st.sampled_from(FILES), max_size=3),
        min_size=2,
        max_size=3,
    )
)
def test_whatever_files_change_all_is_found_as_in_a_first_run(
    runs: list[dict[str, str]],
) -> None:
    past = Again({})
    for moved in runs:
        project = small({to: base()[of] for to, of in moved.items() if to != "gollanma.yml"})
        past = Again(past.found)
        assert run(project.graph, CHECKS, project.found, past) == project.outcome()


def test_only_what_is_new_is_judged(clean: Again) -> None:
    seen: list[tuple[str, ...]] = []

    def judge(graph: Graph) -> Iterator[Finding]:
        seen.append(tuple(graph.library.records))
        return iter(())

    checks = [Check(code, Severity.ERROR, judge) for code in ("TXT001", "FACT004", "REF001")]
    for files in (
        {},
        SMALL,
        changed("normative/organisations/office.yml", "en: The office}", "en: An office}"),
    ):
        Again(clean.found)(small(files).graph, checks)
    every = tuple(small().library.records)
    alone, by_names, far = seen[::3], seen[1::3], seen[2::3]
    assert alone == [(), ("role/lead",), ("organisation/office",)]
    assert by_names == [(), ("role/lead",), every]
    assert far == [every] * 3


def test_records_are_named_by_all_their_words_and_by_those_within_reach() -> None:
    [own, terms] = names_of(small().library, *BOTH)
    assert len({*own.values(), *terms.values()}) == 2 * len(own)
    [other, by_terms] = names_of(small(SMALL).library, *BOTH)
    assert [key for key in own if own[key] != other[key]] == ["role/lead"]
    assert [key for key in own if terms[key] != by_terms[key]] == ["role/lead"]
    term = next(key for key in own if key.startswith("term/"))
    path = small().library.documents[term].path
    [other, by_terms] = names_of(small({path: base()[path] + "# a word\n"}).library, *BOTH)
    assert [key for key in own if own[key] != other[key]] == [term]
    assert [key for key in own if terms[key] == by_terms[key]] == []


def test_in_a_new_project_without_names_and_acts_what_is_found_stays_apart() -> None:
    files = {path: base()[path] for path in ("gollanma.yml", "normative/roles/lead.yml")}
    said = changed("normative/roles/lead.yml", "en: Decides.", "en: Семья решает сама.")
    project = whole({**files, **said})
    past = judged(project, Again({}))
    assert {each.code for each in project.outcome().findings} >= {"I18N008"}
    assert run(project.graph, CHECKS, project.found, Again(past.found)) == project.outcome()


def test_what_is_known_of_terms_is_not_looked_for_again() -> None:
    graph = small().graph
    found = graph.occurrences_in
    key = next(key for key, each in found.items() if each)
    known = {each: met for each, met in found.items() if each != key}
    assert replace(graph, known=known).occurrences_in == found
    assert replace(graph, known={**found, key: ()}).occurrences_in == {**found, key: ()}


WORDS = st.text(max_size=5)
SPANS = st.builds(Span, WORDS, *[st.integers(1, 9)] * 4)
VALUES = st.dictionaries(WORDS, st.one_of(WORDS, st.integers(), st.dictionaries(WORDS, WORDS)))


@given(
    st.builds(
        Diagnostic,
        SPANS,
        WORDS,
        st.sampled_from(Severity),
        WORDS,
        VALUES,
        st.lists(st.builds(Related, SPANS, WORDS, VALUES), max_size=2).map(tuple),
        st.lists(WORDS, max_size=3).map(tuple),
    )
)
def test_a_finding_is_read_as_it_was_written(found: Diagnostic) -> None:
    again = read(written(found))
    assert (again, again.values) == (found, found.values)
    assert [each.values for each in again.related] == [each.values for each in found.related]


def test_one_judge_after_the_other_judges_what_is_new() -> None:
    checks = [CODES[code] for code in ("TXT001", "REF001")]
    graph = small(example("TXT001", "bad").files).graph
    told: Mapping[int, object] = dict(enumerate(Again({})(graph, checks)))
    assert told == dict(enumerate(in_turn(graph, checks)))
