"""Where the words of the glossary occur, and which of those places get a link."""

from collections import Counter

import pytest

from gollanma.checks.examples import base
from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.graph import Graph, Labels, Occurrence
from gollanma.graph.occurrences import is_heading
from gollanma.graph.occurrences import occurrences as looked_for
from gollanma.graph.owners import by_owner, record_of
from gollanma.model import cut
from gollanma.model.kinds.terms import LabelStatus
from tests.support.projects import changed, packs, small

EXTRA = "normative/sops/extra.yml"
TERM = """\
labels:
  en:
    - label: {label}
{more}"""


def term(label: str, more: str = "") -> str:
    return TERM.format(label=label, more=more)


def occurrences(text: str, files: dict[str, str] | None = None) -> list[Occurrence]:
    graph = small({**(files or {}), EXTRA: text}).graph
    return [*graph.occurrences_in["sop/extra"]]


def labels(words: str, files: dict[str, str]) -> list[tuple[str, str]]:
    """Give the words that are found, and the term of each."""
    found = occurrences(f"purpose:\n  en: {words}\n", files)
    return [(words[each.start : each.end], each.term) for each in found]


def test_an_occurrence_knows_all_of_its_place() -> None:
    words = "First ask. Consents matter."
    assert occurrences(f"scope:\n  en: {words}\n") == [
        Occurrence(
            source="sop/extra",
            path=("scope",),
            language="en",
            start=11,
            end=19,
            term="term/consent",
            label="consent",
            status=LabelStatus.PREFERRED,
            is_first=True,
        )
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("A social worker comes.", [("social worker", "term/worker")], id="the longest of those that begin alike"),
        pytest.param("A social visit.", [("social", "term/social")], id="the short one alone"),
        pytest.param("Social social worker.", [("Social", "term/social"), ("social worker", "term/worker")], id="one after the other"),
        pytest.param("Social workers and consents.", [("Social workers", "term/worker"), ("consents", "term/consent")], id="endings"),
        pytest.param("Social [[sop/visit]] worker.", [("Social", "term/social")], id="not across a reference"),
        pytest.param("The worker is social.", [("social", "term/social")], id="not in another order"),
        pytest.param("Nothing here.", [], id="none"),
        pytest.param("social worker", [("social worker", "term/worker")], id="up to the last word"),
        pytest.param("The two people", [("two people", "term/person")], id="a plural of its own"),
        pytest.param("The person", [("person", "term/person")], id="the singular of it"),
    ],
)  # fmt: skip
def test_which_label_is_found(words: str, found: list[tuple[str, str]]) -> None:
    files = {
        "glossary/worker.yml": term("social worker"),
        "glossary/social.yml": term("social"),
        "glossary/person.yml": term("person", "      plural: two people\n"),
    }
    assert labels(words, files) == found


def test_of_two_terms_with_one_label_the_first_by_key_is_found() -> None:
    files = {"glossary/b.yml": term("worker"), "glossary/a.yml": term("worker")}
    assert labels("A worker.", files) == [("worker", "term/a")]


def test_a_label_of_another_language_is_not_found() -> None:
    assert occurrences("scope:\n  ru: consent\n") == []


def test_a_label_without_words_is_found_nowhere() -> None:
    assert labels("Take care!", {"glossary/sign.yml": term('"!"')}) == []


def test_the_status_of_a_label_goes_along() -> None:
    files = {"glossary/worker.yml": term("carer", "      status: deprecated\n")}
    (one,) = occurrences("scope:\n  en: The carer.\n", files)
    assert (one.label, one.status) == ("carer", LabelStatus.DEPRECATED)


STEPS = """\
title: {en: Consent}
scope: {en: Consent and consent.}
purpose: {en: Consent.}
steps:
  - id: one
    title: {en: Consent}
    action: {en: Consent.}
    say: [{en: Consent.}]
  - id: two
    action: {en: Consent., ru: Согласие.}
"""


def test_the_first_of_a_section_and_language_gets_the_link() -> None:
    marked = {
        (each.path, each.language, each.start) for each in occurrences(STEPS) if each.is_first
    }
    assert marked == {
        (("scope",), "en", 0),
        (("purpose",), "en", 0),
        (("steps", 0, "action"), "en", 0),
        (("steps", 1, "action"), "en", 0),
        (("steps", 1, "action"), "ru", 0),
    }
    assert len(occurrences(STEPS)) == 9


def test_the_marks_of_a_place_are_those_that_get_a_link() -> None:
    graph = small({EXTRA: STEPS}).graph
    assert [each.start for each in graph.marks["sop/extra", ("scope",), "en"]] == [0]
    assert ("sop/extra", ("title",), "en") not in graph.marks


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param(("title",), True, id="a title"),
        pytest.param(("fields", 2, "label"), True, id="the label of a field"),
        pytest.param(("title", 0), True, id="one of several"),
        pytest.param(("steps", 0, "action"), False, id="what is to be done"),
        pytest.param(("title", 0, "text"), False, id="a text below"),
        pytest.param((), False, id="the record"),
        pytest.param((0,), False, id="an item of no name"),
    ],
)
def test_what_is_a_heading(path: tuple[str | int, ...], *, expected: bool) -> None:
    assert is_heading(path) is expected


def test_the_records_in_which_a_term_occurs() -> None:
    graph = small({EXTRA: STEPS, "normative/sops/b.yml": STEPS}).graph
    used = graph.used_terms["term/consent"]
    assert [*used] == sorted(set(used))
    assert {"sop/extra", "sop/b"} <= {*used}
    assert {each.source for each in graph.occurrences} == {*used}


def test_only_the_records_that_are_asked_for_are_looked_at() -> None:
    graph = small({EXTRA: STEPS, "normative/sops/b.yml": STEPS}).graph
    found = [*looked_for(graph.library, graph.languages, ["sop/b"])]
    assert found == [*graph.occurrences_in["sop/b"]]


def test_labels_give_their_stems() -> None:
    graph = small().graph
    english = Labels(graph.library, graph.languages["en"])
    assert english.stems("Consents given") == tuple(
        graph.languages["en"].analyse(each) for each in ("Consents", "given")
    )


def staff(path: str) -> dict[str, str]:
    return {path: f"{base()[path]}sensitivity: staff\n"}


def test_what_the_cut_left_alone_stays_found() -> None:
    whole = small({EXTRA: STEPS, **staff("normative/roles/lead.yml")}).graph
    library = cut(whole.library)
    alone = Graph(library, whole.languages)
    again = Graph(library, whole.languages, before=whole)
    assert again.occurrences_in == alone.occurrences_in
    assert again.occurrences_in["sop/extra"] is whole.occurrences_in["sop/extra"]
    assert "role/lead" not in again.occurrences_in


def test_what_the_cut_changed_is_looked_at_again() -> None:
    whole = small({EXTRA: STEPS}).graph
    library = cut(whole.library, languages=frozenset({"tk", "ru"}))
    again = Graph(library, packs(("tk", "ru")), before=whole)
    found = again.occurrences_in["sop/extra"]
    assert [(each.path, each.language) for each in found] == [(("steps", 1, "action"), "ru")]


def test_a_term_that_is_gone_is_found_no_more() -> None:
    whole = small({EXTRA: STEPS}).graph
    without = small({EXTRA: STEPS, "glossary/consent.yml": term("permission")}).graph
    again = Graph(without.library, without.languages, before=whole)
    assert again.occurrences_in == without.occurrences_in
    assert not again.occurrences_in["sop/extra"]


def test_the_numbers_of_a_text_are_given_where_several_languages_say_any() -> None:
    text = "scope: {en: In 3 days., ru: За 3 дня.}\npurpose: {en: In 4 days.}\nprinciples:\n  - {en: Now., ru: Сейчас.}\n"
    graph = small({EXTRA: text}).graph
    ((path, said),) = ((path, said) for key, path, said in graph.numbers if key == "sop/extra")
    assert path == ("scope",)
    assert {code: [each.value for each in numbers] for code, numbers in said.items()} == {
        "en": [3],
        "ru": [3],
    }


def finding(where: tuple[str, ...], severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(Span.of_file("a.yml"), "TXT001", severity, "key", {}, (), where)


def test_findings_are_counted_by_who_answers() -> None:
    files = {
        **changed(
            "normative/services/care.yml", "status: draft", "status: draft\nowner: role/lead"
        ),
        **changed(
            "normative/acts/help/act.yml",
            "owner: organisation/office",
            "owners: [organisation/office, role/worker]",
        ),
    }
    library = small(files).library
    of_care, of_edition = ("service/care", "title"), ("act/help@2020-02-01", "body")
    found = [
        *(finding(of_care), finding(of_care, Severity.INFO), finding(of_care)),
        finding(of_edition, Severity.WARNING),
        *(finding(("sop/visit",)) for _ in range(5)),
        *(finding(()), finding(("sop/nowhere",))),
    ]
    counted = by_owner(library, found)
    assert [*counted.items()] == [
        ("role/lead", Counter({Severity.ERROR: 2, Severity.INFO: 1})),
        ("organisation/office", Counter({Severity.WARNING: 1})),
        ("role/worker", Counter({Severity.WARNING: 1})),
        ("", Counter({Severity.ERROR: 7})),
    ]


def test_an_act_of_one_office_is_its_own() -> None:
    counted = by_owner(small().library, [finding(("act/help", "title"))])
    assert [*counted] == ["organisation/office"]


def test_the_record_in_which_something_was_found() -> None:
    assert record_of(finding(("sop/visit", "steps"))) == "sop/visit"
    assert record_of(finding(())) == ""
