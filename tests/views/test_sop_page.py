"""The page of a procedure: who, when, where to go on, and what a reader is told beside it."""

from collections.abc import Callable
from urllib.parse import unquote

import pytest

from gollanma.graph import Graph
from gollanma.model import cut
from gollanma.model.kinds import Sop
from gollanma.views import Page, pages
from gollanma.views.frame import desk_of, siblings_of
from gollanma.views.groups import group_pages
from gollanma.views.neighbours import NEAREST
from gollanma.views.sops import SopView, sop_view
from gollanma.views.trust import trust_of
from gollanma.views.versions import VersionView
from gollanma.views.voice import Voice
from tests.support.projects import changed, packs
from tests.views.rich import CRISIS, FILES, rich
from tests.views.test_places import OLD


def view(old: str = "", new: str = "", lang: str = "en", key: str = "sop/crisis") -> SopView:
    """Give the view of the rich procedure with some of its text replaced."""
    assert old in CRISIS
    graph = rich({"normative/sops/crisis.yml": CRISIS.replace(old, new) if old else CRISIS}).graph
    sop = graph.library.records[key]
    assert isinstance(sop, Sop)
    return sop_view(desk_of(Voice(graph, graph.languages[lang]), key), sop)


def page(graph: Graph, address: str, lang: str = "en") -> Page:
    return next(each for each in pages(graph) if (each.address, each.lang) == (address, lang))


@pytest.mark.parametrize(
    ("old", "new", "shown", "expected"),
    [
        pytest.param("", "", lambda v: [p.part for p in v.who], ["responsible, accountable", "responsible, informed"], id="parts"),
        pytest.param("", "", lambda v: [[str(s.words) for s in p.steps] for p in v.who], [["1"], ["2"]], id="steps of a role"),
        pytest.param("", "", lambda v: v.steps[0].when, "within 24 hours (from: the call)", id="deadline with its event"),
        pytest.param("unit: hour, from: call", "unit: moon", lambda v: v.steps[0].when, "24 moon", id="a unit without words"),
        pytest.param("from: call", "from: moonrise", lambda v: v.steps[0].when, "within 24 hours", id="an event that nobody names"),
        pytest.param("from: call", "from: request", lambda v: v.steps[0].when, "within 24 hours (from: the request)", id="an event of another record"),
        pytest.param("    next: danger\nexc", "    next: end\nexc", lambda v: str(v.steps[1].then.words), "The procedure ends here", id="a step that ends it"),
        pytest.param("    next: danger\nexc", "    next: nowhere\nexc", lambda v: v.steps[1].then, None, id="a step that leads nowhere"),
        pytest.param("    next: danger\nexc", "exc", lambda v: v.steps[1].then, None, id="the following step goes unsaid"),
        pytest.param("", "", lambda v: [str(t.html) for t in v.steps[1].takes], ["the account"], id="what a step takes"),
        pytest.param("I believe you.", '"\\"I believe you.\\""', lambda v: str(v.steps[0].say[0].html), "&quot;I believe you.&quot;", id="quoted once"),
        pytest.param("", "", lambda v: [str(c.name) for c in v.urgent.calls], ["Police", "Ambulance"], id="each call once"),
        pytest.param("", "", lambda v: str(v.urgent.calls[0].number), '<a href="tel:000">000</a>', id="a number to tap"),
    ],
)  # fmt: skip
def test_what_a_step_says(
    old: str, new: str, shown: Callable[[SopView], object], expected: object
) -> None:
    assert shown(view(old, new)) == expected


@pytest.mark.parametrize(
    ("words", "html"),
    [
        pytest.param("The consent is signed.", "The consent is signed.", id="a term"),
        pytest.param("See [[sop/visit]].", "See Visiting a family.", id="a reference"),
        pytest.param("See [[act/help]].", "See Law &quot;On Help&quot;.", id="an act"),
        pytest.param("[Below](#refer), **now**", "Below, <strong>now</strong>", id="a place here"),
        pytest.param("[Law](https://law.gov.tm)", "Law", id="a host that is allowed"),
    ],
)
def test_what_is_ticked_has_no_link_in_it(words: str, html: str) -> None:
    found = view("en: No paper stays.", f'en: "{words}"')
    assert [str(each) for each in found.checklist] == [html]


def test_what_is_ticked_says_that_it_is_not_translated() -> None:
    found = view("{tk: Kagyz galmady., ru: Бумаг не осталось., en: No paper stays.}", "{ru: Нет.}")
    assert [str(each) for each in found.checklist] == [
        '<span lang="ru">Нет.</span> <span class="tag tag-warn">Not translated yet: Russian</span>'
    ]


def test_a_number_that_nobody_entered_says_so() -> None:
    found = view('phone: "000"', "phone: {missing: enter-locally}")
    assert found.urgent
    assert str(found.urgent.calls[0].number) == "number not entered yet"


def test_a_procedure_without_danger_has_no_block_for_it() -> None:
    assert view(key="sop/visit").urgent is None


@pytest.mark.parametrize(
    ("lang", "key", "mail"),
    [
        pytest.param("en", "sop/crisis", "mailto:help@example.gov.tm?subject=Mistake%20in%20the%20handbook%3A%20SP-02&body=Page%3A%20en%2Fsop%2Fsp-02.html", id="by its code"),
        pytest.param("ru", "sop/visit", "mailto:help@example.gov.tm?subject=%D0%9E%D1%88%D0%B8%D0%B1%D0%BA%D0%B0%20%D0%B2%20%D1%81%D0%BF%D1%80%D0%B0%D0%B2%D0%BE%D1%87%D0%BD%D0%B8%D0%BA%D0%B5%3A%20SP-01&body=", id="in the language of the page"),
    ],
)  # fmt: skip
def test_a_letter_about_a_mistake_names_the_page_by_its_code(
    lang: str, key: str, mail: str
) -> None:
    project = FILES["gollanma.yml"].replace("site:\n", "site:\n  report: help@example.gov.tm\n", 1)
    graph = rich({"gollanma.yml": project}).graph
    desk = desk_of(Voice(graph, graph.languages[lang]), key)
    report = trust_of(desk, graph.library.records[key]).report
    assert report.mail.startswith(mail)
    assert desk.voice.title(key).words not in unquote(report.mail)


def test_a_page_says_since_when_it_is_in_force() -> None:
    since = view("reviewed: 2026-01-15", "reviewed: 2026-01-15\nvalid: {from: 2026-03-01}")
    rows = {each.name: str(each.value) for each in since.frame.trust.rows}
    assert rows["In force from"] == "1 March 2026"


def test_a_quick_exit_page_says_nothing_in_its_window_title() -> None:
    found = page(rich().graph, "sop/sp-02.html", "ru")
    assert (found.title, found.description, found.quick_exit) == ("Процедура SP-02", "", True)
    assert found.heading == "При опасности"


def test_missing_words_are_shown_in_the_original_and_say_so() -> None:
    found = view(lang="tk")
    assert found.scope is not None
    assert (found.scope.lang, found.scope.is_missing) == ("ru", True)
    assert str(found.scope) == (
        '<div class="stale"><b>Entek terjime edilmedi: rus dili</b>'
        '<div lang="ru"><p>Для всех.</p></div></div>'
    )
    assert [str(each.words) for each in found.frame.head.notices] == [
        "Sahypanyň bir bölegi entek terjime edilmedi we başga dilde görkezilýär: rus dili."
    ]


def test_missing_words_in_a_line_carry_a_tag_and_a_title_only_its_language() -> None:
    found = view("{tk: ýara, ru: рана, en: a wound}", "{ru: рана}")
    assert found.urgent
    assert str(found.urgent.signs[0]) == (
        '<span lang="ru">рана</span> <span class="tag tag-warn">Not translated yet: Russian</span>'
    )
    bare = view("{tk: Howp bolanda, ru: При опасности, en: In danger}", "{ru: При опасности}")
    assert str(bare.frame.head.title) == '<span lang="ru">При опасности</span>'


@pytest.mark.parametrize(
    ("lang", "cite"),
    [
        pytest.param("en", "SP-02, version 2.0, step 2", id="English"),
        pytest.param("ru", "SP-02, версия 2.0, шаг 2", id="Russian"),
        pytest.param("tk", "SP-02, 2.0 görnüşi, 2-nji ädim", id="Turkmen"),
    ],
)
def test_citation_of_a_step(lang: str, cite: str) -> None:
    assert view(lang=lang).steps[1].cite == cite


def test_citation_of_a_sample_says_so() -> None:
    assert view(key="sop/visit").steps[0].cite == (
        "SP-01, version 1.0, step 1 (sample, not official)"
    )


def test_an_old_version_has_a_page_with_its_own_notices_and_places() -> None:
    files = {path: text for path, text in OLD.items() if "comments" not in path}
    graph = rich(files).graph
    version = page(graph, "sop/visit/0.9.html").view
    assert isinstance(version, VersionView)
    assert isinstance(version.view, SopView)
    notices = [str(each.words) for each in version.view.frame.head.notices]
    assert notices == ["Nobody may rely on this any more."]
    assert str(version.view.steps[0].action) == (
        '<p>See <a href="#arrange">step 1 of the procedure &quot;An earlier visit&quot;</a>.</p>'
    )


def test_a_record_that_is_over_names_the_one_that_replaced_it() -> None:
    files = changed("normative/sops/visit.yml", "status: draft", "status: superseded")
    files |= {"normative/sops/crisis.yml": CRISIS + "supersedes: [sop/visit]\n"}
    graph = rich(files).graph
    found = page(graph, "sop/visit.html")
    assert isinstance(found.view, SopView)
    assert str(found.view.frame.head.notices[0].words) == (
        'Nobody may rely on this any more. <a href="sp-02.html">In danger</a>'
    )


def test_retired_places_still_lead_somewhere() -> None:
    retired = """\
retired:
  sop/visit#plan:
    new: sop/visit#arrange
  sop/visit#gone:
    reason: {en: Asked for in another procedure., ru: Об этом спрашивают в другой процедуре.}
  sop/visit#lost: {}
  sop/crisis#old:
    new: sop/visit#arrange
"""
    graph = rich({"normative/state/retired.yml": retired}).graph
    found = page(graph, "sop/visit.html")
    assert isinstance(found.view, SopView)
    assert found.view.steps[0].former == ("plan",)
    assert [(each.id, str(each.words)) for each in found.view.frame.head.notices] == [
        ("gone", "Asked for in another procedure."),
        ("lost", "This place was taken out."),
    ]


def test_contents_leave_empty_sections_out() -> None:
    anchors = [each.anchor for each in page(rich().graph, "sop/visit.html").toc]
    assert anchors == [
        "_when", "_about", "_who", "_limits", "_steps", "_see", "_trust",
    ]  # fmt: skip


def test_beside_a_page_stand_its_nearest_siblings() -> None:
    many = {
        f"normative/groups/g{number:02}.yml": f"title: {{en: Group {number:02}}}\nstatus: idea\n"
        for number in range(40)
    }
    graph = rich(many).graph
    voice = Voice(graph, graph.languages["en"])
    near = siblings_of(voice, "group/g39")
    assert len(near) == NEAREST
    assert near[-1].is_current
    middle = siblings_of(voice, "group/g20")
    assert [each.is_current for each in middle].index(True) == NEAREST // 2
    page = next(each for each in group_pages(voice) if each.side == middle)
    assert page.side_address == "group/index.html"
    assert [each.is_current for each in siblings_of(voice, "group/families")].count(True) == 1


def test_a_link_to_nothing_is_the_word_for_its_kind() -> None:
    found = view("actor: role/lead", "actor: role/nobody")
    assert [str(each.role.words) for each in found.who] == ["Worker", "Role", "Lead"]
    assert [(str(each.words), each.href) for each in found.steps[1].who] == [("Role", "")]


def test_a_form_for_staff_is_not_named_and_stands_in_no_list() -> None:
    files = changed("normative/forms/consent.yml", "code: F-01", "code: F-01\nsensitivity: staff")
    graph = Graph(cut(rich(files).library), packs(("tk", "ru", "en")))
    found = page(graph, "sop/sp-02.html").view
    assert isinstance(found, SopView)
    assert found.forms == ()
    named = [str(form) for step in found.steps for form in step.forms]
    assert named == ["for staff only"]
