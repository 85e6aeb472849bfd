"""Blanks and copies: every field has its place, and a copy tells nothing of what it leaves out."""

import re
from functools import cache
from html import unescape

import pytest

from gollanma.model import Ref
from gollanma.model.kinds import Form
from gollanma.render import content
from gollanma.views.blanks import BlankView, blank_pages, fields_for
from gollanma.views.markup import Html, Printed, safe
from gollanma.views.page import Page
from gollanma.views.voice import Voice
from tests.support.projects import packs, small
from tests.support.word import corpus

LANGUAGES = ("tk", "ru", "en")
FORM = """\
title: {tk: Hat, ru: Письмо, en: Letter}
summary: {tk: Hat ýazmak., ru: Чтобы написать., en: For writing.}
status: draft
version: "1.2"
code: F-09
sample: true
owner: organisation/office
fields:
  - id: name
    label: {tk: Ady, ru: Имя, en: Name}
    help: {tk: Doly., ru: Полностью., en: In full.}
    personal_data: true
    needs_consent: true
    shared_with: [role/worker, role/lead]
  - id: story
    heading: {tk: Nämeler boldy, ru: Что было, en: What happened}
    label: {tk: Gürrüňi, ru: Рассказ, en: Story}
    kind: long-text
    personal_data: true
    shared_with: [role/lead]
  - id: way
    label: {ru: Путь}
    kind: choice
    choices: [{tk: hat, ru: письмо, en: letter}, {tk: jaň, ru: звонок, en: call}]
    several: true
  - {id: heard, label: {tk: Eşitdi, ru: Слышал, en: Heard}, kind: yes-no}
  - {id: day, label: {tk: Gün, ru: День, en: Day}, kind: date}
  - {id: times, label: {tk: Gezek, ru: Раз, en: Times}, kind: number}
  - {id: hand, label: {tk: Gol, ru: Подпись, en: Hand}, kind: signature}
"""
PATH = "normative/forms/letter.yml"
WORDS = re.compile(r"<[^>]*>")


@cache
def made(text: str = FORM) -> dict[tuple[str, str], tuple[Page, str]]:
    """Give the blanks of a form by language and address, each with its HTML."""
    graph = small({PATH: text}).graph
    return {
        (code, page.address): (page, content(page, graph.languages))
        for code in LANGUAGES
        for page in blank_pages(Voice(graph, graph.languages[code]))
    }


def view(code: str, address: str = "form/letter--blank.html", text: str = FORM) -> BlankView:
    found = made(text)[code, address][0].view
    assert isinstance(found, BlankView)
    return found


def words(printed: str | Printed) -> str:
    return " ".join(unescape(WORDS.sub(" ", safe(printed))).split())


def test_a_form_has_a_blank_and_a_copy_for_each_who_may_see_some_of_it() -> None:
    assert {address for _, address in made() if "/letter-" in address} == {
        "form/letter--blank.html",
        "form/letter--copy/worker.html",
        "form/letter--copy/lead.html",
    }


def test_each_field_has_a_place_of_its_kind_in_the_order_of_the_form() -> None:
    assert [(each.id, each.kind) for each in view("en").boxes] == [
        ("field.name", "text"),
        ("field.story", "long-text"),
        ("field.way", "choice"),
        ("field.heard", "yes-no"),
        ("field.day", "date"),
        ("field.times", "number"),
        ("field.hand", "signature"),
    ]


def test_what_must_be_handled_with_care_is_marked() -> None:
    marks = {each.id: [words(mark.own) for mark in each.marks] for each in view("en").boxes}
    assert {key: said for key, said in marks.items() if said} == {
        "field.name": ["personal data", "needs consent"],
        "field.story": ["personal data"],
    }


@pytest.mark.parametrize(
    ("code", "said"),
    [
        pytest.param("tk", "Ady Имя Name", id="Turkmen, then the others in their order"),
        pytest.param("ru", "Имя Ady Name", id="Russian first"),
        pytest.param("en", "Name Ady Имя", id="English first"),
    ],
)
def test_the_words_of_the_other_languages_stand_beside(code: str, said: str) -> None:
    assert words(view(code).boxes[0].label) == said
    assert view(code).boxes[0].label.others[0].startswith('<span lang="')


def test_a_label_that_nobody_translated_stands_once_in_the_language_that_it_has() -> None:
    label = view("tk").boxes[2].label
    assert words(label.own).startswith("Путь")
    assert label.others == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(("", ""), "ask the office that answers for it (The office)", id="nobody says"),
        pytest.param(("owner: organisation/office\n", ""), "ask your own office", id="nor who"),
        pytest.param(
            ("fields:\n", "retention: {value: 3, unit: year}\nfields:\n"),
            "Kept for: 3 years.",
            id="an act says",
        ),
    ],
)
def test_a_blank_says_how_long_it_is_kept(change: tuple[str, str], said: str) -> None:
    text = FORM.replace(*change) if change[0] else FORM
    assert said in words(view("en", text=text).notices[-1].own)


# --- copies


def test_a_copy_holds_what_its_role_may_see_and_says_how_much_it_does_not() -> None:
    copy = view("en", "form/letter--copy/worker.html")
    assert [each.id for each in copy.boxes] == ["field.name"]
    assert copy.receiver is not None
    assert words(copy.notices[0].own) == (
        "6 more fields are not in this copy: they stay with the sender."
    )


def test_what_a_copy_leaves_out_leaves_no_trace_in_any_language() -> None:
    for code in LANGUAGES:
        html = made()[code, "form/letter--copy/worker.html"][1]
        found = [each for each in ("Gürrüňi", "Рассказ", "Story", "story") if each in html]
        assert found == [], code


def test_no_copy_of_the_ministrys_forms_tells_of_another_field() -> None:
    graph = corpus()
    voice = Voice(graph, packs(LANGUAGES)["ru"])
    told = []
    for page in blank_pages(voice):
        key, copy, role = page.address.removesuffix(".html").partition("--copy/")
        form = next((each for name, each in graph.library.keyed(Form) if name == key), None)
        ref = Ref.parse(f"role/{role}")
        if not copy or form is None or ref is None:
            continue
        shown = {each.id for each in fields_for(form, ref)}
        html = content(page, graph.languages)
        ids = {each.removeprefix("field.") for each in re.findall(r'id="(field\.[^"]+)"', html)}
        if ids != shown:
            told.append((page.address, ids ^ shown))
        kept = [each for each in form.fields if each.id in shown]
        said = " ".join(text for each in kept if each.label for text in each.label.values())
        for field in form.fields:
            label = field.label["ru"] if field.label else ""
            if field.id not in shown and f"<b>{label}" in html and label not in said:
                told.append((page.address, {field.id}))
    assert told == []


def test_only_who_may_see_something_has_a_copy() -> None:
    text = FORM.replace("    shared_with: [role/worker, role/lead]\n", "")
    assert ("en", "form/letter--copy/worker.html") not in made(text)


@pytest.mark.parametrize(
    ("address", "headings"),
    [
        pytest.param(
            "form/letter--blank.html", [("field.story", "What happened")], id="where it begins"
        ),
        pytest.param("form/letter--copy/worker.html", [], id="not without a field of its group"),
        pytest.param(
            "form/letter--copy/lead.html", [("field.story", "What happened")], id="before the first"
        ),
    ],
)
def test_a_group_has_its_heading_where_its_first_field_is(
    address: str, headings: list[tuple[str, str]]
) -> None:
    found = [(each.id, each.heading) for each in view("en", address).boxes]
    assert [(name, words(heading.own)) for name, heading in found if heading] == headings


def test_a_copy_without_the_first_field_of_a_group_still_names_the_group() -> None:
    text = FORM.replace("  - {id: heard, ", "  - {shared_with: [role/worker], id: heard, ")
    found = view("en", "form/letter--copy/worker.html", text).boxes
    assert [each.heading and words(each.heading.own) for each in found] == [None, "What happened"]


# --- paper


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("address", ["form/letter--blank.html", "form/letter--copy/lead.html"])
def test_code_version_and_sample_stand_at_the_foot_of_every_sheet(code: str, address: str) -> None:
    page, html = made()[code, address]
    say = packs(LANGUAGES)[code].say
    foot = words(Html(html.split('class="sheet-foot">')[1].partition("</p>")[0]))
    assert page.sample
    assert "F-09" in foot
    assert say("cite.version", version="1.2") in foot
    assert foot.endswith(say("cite.sample", cited=""))


def test_the_full_blank_leads_to_its_copies_and_files_and_each_copy_back() -> None:
    full, copy = view("en"), view("en", "form/letter--copy/lead.html")
    assert [each.href for each in full.copies] == [
        "letter--copy/worker.html",
        "letter--copy/lead.html",
    ]
    assert [each.href for each in full.files] == [
        "letter--blank.docx",
        "letter--blank-tk.docx",
        "letter--blank-ru.docx",
    ]
    assert copy.blank is not None
    assert copy.blank.href == "../letter--blank.html"
    assert (copy.copies, copy.files) == ((), ())
