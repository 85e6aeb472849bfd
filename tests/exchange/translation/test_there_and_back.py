"""Words that went to a translator stand, when they are back, where they belong, and nothing else moves."""

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from gollanma.checks.examples import base
from gollanma.exchange.chapters import edition_files
from gollanma.exchange.translation import Need, laid, passages, read
from gollanma.exchange.translation.vocabulary import xliff
from gollanma.graph import Graph
from gollanma.model import stamp
from gollanma.model.base import Sensitivity
from gollanma.model.kinds import Edition
from gollanma.model.walk import texts
from tests.exchange.translation.support import SOP, files_of, filled, in_blocks, sent, whole
from tests.support.projects import changed, small
from tests.support.projects import whole as assembled

RECORDS = sorted(whole().library.records)
CODES = "ru", "en"
ONE_LINE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")))
MARK = " Ω"
FILE = "normative/sops/visit.yml"


def back(graph: Graph, key: str, code: str, words: Mapping[str, str]) -> Mapping[str, str]:
    """Give what the files of a record say when these translations are back."""
    data = filled(sent(graph, key, code), lambda place, _: words.get(place))
    returned, found = read(graph.library, "back.xlf", data)
    assert found == ()
    done = laid(graph.library, returned)
    assert done.left == ()
    return {**files_of(graph.library.documents[key]), **done.files}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("key", RECORDS)
def test_a_language_that_went_comes_back_letter_by_letter(key: str, code: str) -> None:
    lacking = small(in_blocks(key, code)).graph
    full = {each.place: each.target or "" for each in passages(whole().library, key, code)}
    words = {each.place: full[each.place] for each in passages(lacking.library, key, code)}
    assert all(each.need is Need.MISSING for each in passages(lacking.library, key, code))
    now = back(lacking, key, code, words)
    assert now == (in_blocks(key) if words else in_blocks(key, code))


@pytest.mark.parametrize("key", RECORDS)
def test_new_words_in_the_place_of_old_ones_leave_all_other_letters(key: str) -> None:
    old = {each.place: each.target or "" for each in passages(whole().library, key, "ru")}
    files = files_of(whole().library.documents[key])
    now = back(whole(), key, "ru", {place: f"{words}{MARK}" for place, words in old.items()})
    for path, text in files.items():
        without = now[path].replace(MARK, "")
        assert without == text
    assert sum(each.count(MARK) for each in now.values()) == len(old)


@given(words=ONE_LINE, layout=st.sampled_from([{}, in_blocks(SOP)]))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_words_are_laid_as_they_are_or_left_to_a_person(
    words: str, layout: Mapping[str, str]
) -> None:
    graph = small(layout).graph
    data = filled(sent(graph, SOP, "en"), lambda place, _: words if place == "summary" else None)
    returned, _ = read(graph.library, "back.xlf", data)
    done = laid(graph.library, returned)
    assert len(done.returned) + len(done.left) == len(returned)
    if not done.returned:
        assert done.files == {}
        return
    record = small(done.files or layout).library.records[SOP]
    said = dict(texts(record))["summary",]
    assert said["en"] == (words.strip() or said["en"])


def test_a_remark_stays_on_its_line() -> None:
    files = in_blocks(SOP, "en")
    russian = f"    ru: {dict(texts(whole().library.records[SOP]))['summary',]['ru']}"
    line = russian.strip()
    assert files[FILE].count(line) == 1
    graph = small({FILE: files[FILE].replace(line, f"{line} # looked at")}).graph
    now = back(graph, SOP, "en", {"summary": "Now in English."})
    assert f"{line} # looked at\n  en: Now in English.\n" in now[FILE]


def test_a_translation_that_was_checked_is_a_draft_when_its_words_change() -> None:
    files = changed(
        FILE, "sample: true\n", "sample: true\ntranslations: {ru: checked, en: approved}\n"
    )
    now = back(small(files).graph, SOP, "ru", {"summary": "Другими словами."})
    assert "translations: {ru: draft, en: approved}\n" in now[FILE]


def test_what_is_older_than_its_original_goes_out_and_is_made_new() -> None:
    marks = f"translated:\n  summary:\n    ru: {stamp('Köne sözler.')}\n"
    graph = small({f"normative/state/translated/{SOP}.yml": marks}).graph
    late = [each for each in passages(graph.library, SOP, "ru") if each.need is Need.BEHIND]
    assert [each.place for each in late] == ["summary"]
    data = sent(graph, SOP, "ru")
    (unit,) = (
        each
        for each in etree.fromstring(data).iter(xliff("trans-unit"))
        if each.get("id") == "summary"
    )
    target = unit.find(xliff("target"))
    assert target is not None
    assert (target.get("state"), target.text) == ("needs-review-translation", late[0].target)
    assert read(graph.library, "back.xlf", data) == ((), ())
    returned, _ = read(
        graph.library,
        "back.xlf",
        filled(data, lambda place, _: late[0].target if place == "summary" else None),
    )
    assert [each.passage for each in returned] == late
    assert laid(graph.library, returned).files == {}


def test_the_terms_of_a_passage_stand_beside_it() -> None:
    term = "glossary/visit.yml"
    labels = (
        "labels:\n  tk: [{label: sapar}]\n  ru: [{label: посещение}]\n  en: [{label: home visit}]\n"
    )
    files = {
        term: f"{labels}definition: {{tk: Öýe barmak., ru: Приход домой., en: Going to a home.}}\nstatus: idea\n"
    }
    graph = small(files | in_blocks("service/care", "en")).graph
    notes = [
        str(each.text)
        for each in etree.fromstring(sent(graph, "service/care", "en")).iter(xliff("note"))
    ]
    assert "sapar → home visit" in notes


@pytest.mark.parametrize(
    ("limit", "is_told"),
    [(Sensitivity.PUBLIC, False), (Sensitivity.STAFF, True), (Sensitivity.RESTRICTED, True)],
)
def test_what_not_everybody_may_see_stays_here(limit: Sensitivity, *, is_told: bool) -> None:
    form = "normative/forms/consent.yml"
    graph = small(changed(form, "  - id: name\n", "  - id: name\n    sensitivity: staff\n")).graph
    names = {each.place for each in passages(graph.library, "form/consent", "en", limit)}
    assert ("field.name/label" in names) is is_told
    assert "title" in names


def test_of_a_record_that_not_everybody_may_see_nothing_goes_out() -> None:
    graph = small(changed(FILE, "sample: true\n", "sample: true\nsensitivity: staff\n")).graph
    assert [*passages(graph.library, SOP, "en", Sensitivity.PUBLIC)] == []
    assert [*passages(graph.library, SOP, "en", Sensitivity.STAFF)] != []


def test_a_long_edition_takes_words_in_the_files_of_its_chapters() -> None:
    key = "act/help@2020-02-01"
    edition = whole().library.records[key]
    assert isinstance(edition, Edition)
    languages = whole().library.project.languages.all
    files = {**base(), **edition_files(edition, key, languages, most=0)}
    del files["normative/acts/help/editions/2020-02-01.yml"]
    now = back(assembled(files).graph, key, "ru", {"a2/heading": "Согласие человека"})
    (path,) = (each for each in now if now[each] != files[each])
    assert path == "normative/acts/help/editions/2020-02-01/a2.yml"
    assert now[path] == files[path].replace("ru: Согласие\n", "ru: Согласие человека\n")
