"""Pages about editions: redline, comparative table, impact, comments, languages, days."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from gollanma.checks.examples import base
from gollanma.model import cut
from gollanma.views import pages
from gollanma.views.editions import parts
from gollanma.views.editions.beyond import not_public
from gollanma.views.editions.pair import Pair, drafts_of
from gollanma.views.editions.redlines import redline_pages
from gollanma.views.voice import Voice
from tests.support.projects import changed, small
from tests.views.drafted import FILES, FOLDER, by_address, graph, view

REDLINE = "draft-first/changes--2020-02-01.html"
TABLE = "draft-first/table--2020-02-01.html"
IMPACT = "draft-first/impact--2020-02-01.html"


def rows(address: str = REDLINE, lang: str = "en") -> dict[str, Any]:
    return {row.id: row for row in view(address, lang).rows}


def told(links: Any) -> list[str]:
    return [str(each.words) for each in links]


def cell(place: str, code: str, lang: str = "en") -> Any:
    return next(each for each in rows(lang=lang)[place].cells if each.lang == code)


@pytest.mark.parametrize(
    ("lang", "place", "title", "tags"),
    [
        ("en", "preamble", "Preamble", ["words changed"]),
        ("en", "a1.2-1", "Part 2 of Article 1", ["added"]),
        ("ru", "a1.2-1", "Часть вторая статьи 1", ["добавлено"]),
        ("tk", "a1.2-1", "1-nji maddanyň ikinji bölegi", ["goşuldy"]),
        ("en", "a1.2", "Part 2 of Article 1 → Part 3", ["new number"]),
        ("ru", "a1.2", "Часть вторая статьи 1 → Часть третья", ["новый номер"]),
        (
            "en",
            "a2",
            "Article 2",
            ["words changed", "Translation waits: Russian, English"],
        ),
    ],
)
def test_each_row_names_its_place_and_what_happens(
    lang: str, place: str, title: str, tags: list[str]
) -> None:
    row = rows(lang=lang)[place]
    assert (row.title, told(row.tags)) == (title, tags)


@pytest.mark.parametrize(
    ("place", "code", "html"),
    [
        (
            "a1.2-1",
            "en",
            """<p><ins><span class="vh">added: </span>2. Help is not put off.</ins></p>\
<p class="note"><b>Wording A</b>: On the same day.</p>""",
        ),
        (
            "a1.2",
            "ru",
            """<p><del><span class="vh">исключено: </span>2</del><ins><span class="vh">добавлено: </span>3\
</ins>. Каждый вправе подать заявление.</p>""",
        ),
        (
            "a2",
            "tk",
            """<p>2-nji madda. Razylyk</p>\
<p>Adamyň razylygy <del><span class="vh">aýryldy: </span>hökman</del>\
<ins><span class="vh">goşuldy: </span>ýazmaça</ins> soralýar.</p>""",
        ),
    ],
)
def test_words_are_marked_in_their_own_language(place: str, code: str, html: str) -> None:
    assert cell(place, code).html == html


def test_a_language_that_lags_says_so_in_the_readers_language() -> None:
    assert cell("a2", "en").stale == "Changed in: Turkmen. Not here yet"
    assert cell("a2", "en", lang="ru").stale == "Изменено: туркменский. Здесь ещё нет"
    assert cell("a2", "tk").stale == ""


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        pytest.param(lambda v: v.top.lead, "Added: 1, words changed: 2, new number: 1.", id="counts"),
        pytest.param(lambda v: v.top.notice != "", True, id="a sample says so"),
        pytest.param(lambda v: [r.name for r in v.facts], ["Before", "After", "Original language", "Translations"], id="facts"),
        pytest.param(lambda v: str(v.facts[3].value), "Russian: 1 waiting; English: 1 waiting", id="how many wait"),
        pytest.param(lambda v: "by-laws to be made: 1" in v.follows, True, id="by-laws due"),
        pytest.param(lambda v: "services: 1" in v.follows, True, id="what has to follow"),
        pytest.param(lambda v: [c.tag.words for c in v.columns], ["asyl nusga", "перевод", "translation"], id="whose words decide"),
        pytest.param(lambda v: [c.is_reader for c in v.columns], [False, False, True], id="the reader's column"),
        pytest.param(lambda v: v.parts, (), id="one page"),
        pytest.param(lambda v: [str(r.html) for r in v.rows[1].reasons], ["Waiting is dangerous."], id="why"),
        pytest.param(lambda v: v.rows[3].uses.words, "1 record rests on it", id="what rests on it"),
        pytest.param(lambda v: v.rows[1].cite, 'part 2 of Article 1 of the Law "On Help", draft of 1 May 2026 (sample wording, not the official text)', id="a citation keeps the mark"),
        pytest.param(lambda v: v.rows[0].cite, "", id="a preamble has none"),
    ],
)  # fmt: skip
def test_what_a_redline_says(shown: Callable[[Any], object], expected: object) -> None:
    assert shown(view(REDLINE)) == expected


def test_the_table_has_old_and_new_words_apart() -> None:
    row = rows(TABLE)["a1.2-1"]
    assert (row.old, [str(each.html) for each in row.reasons]) == ("", ["Waiting is dangerous."])
    assert "Help is not put off." in row.new
    old, new = rows(TABLE, "tk")["a2"].old, rows(TABLE, "tk")["a2"].new
    assert ("hökman" in old, "ýazmaça" in old) == (True, False)
    assert ("hökman" in new, "ýazmaça" in new) == (False, True)


def test_impact_names_records_with_places_owner_and_review() -> None:
    found = view(IMPACT)
    row = found.groups[0].rows[0]
    assert found.groups[0].title == "Services"
    assert told([row.link]) == ["Help at home"]
    assert told(row.because) == [
        "Part 2 of Article 1",
        "Part 2 of Article 1 → Part 3",
        "Article 2",
    ]
    assert row.review == "no day set"
    assert [str(each.by_law.text) for each in found.due] == ["Rules on time"]
    assert [str(each.text) for each in found.consequences] == ["To be changed."]


def test_what_rests_through_others_stands_on_further_pages() -> None:
    later = view("draft-first/impact--2020-02-01--2.html")
    rows = [row for group in later.groups for row in group.rows]
    assert rows
    assert all(row.via and not row.because for row in rows)
    assert later.due == ()


def test_comments_stand_by_provision_and_say_what_is_open() -> None:
    found = view("draft-first/comments--all.html")
    assert found.top.lead == "Comments: 2, without an answer: 1."
    assert told([each.place for each in found.places]) == ["Article 2", "On the draft as a whole"]
    remark = found.places[0].remarks[0]
    assert (remark.tag.words, told([remark.office])) == ("awaits an answer", ["The office"])
    assert str(remark.proposal) == "<p>Orally.</p>"


def test_languages_side_by_side_show_what_is_behind() -> None:
    (row,) = view("draft-first/languages--a2.html").rows
    assert [each.stale != "" for each in row.cells] == [False, True, True]
    assert [each.lang for each in row.cells] == ["tk", "ru", "en"]
    later = view("draft-second/languages--a2.html")
    assert [each.stale != "" for each in later.rows[0].cells] == [False, True, True]


def test_a_missing_and_a_merged_text_are_told_apart() -> None:
    old = "text: {tk: Kömek mugt berilýär., ru: Помощь оказывается бесплатно., en: Help is given free of charge.}"
    new = (
        "text: {tk: Kömek mugt berilýär., ru: Помощь оказывается бесплатно.}\n        merged: [en]"
    )
    path = f"{FOLDER}/editions/2020-02-01.yml"
    one = _side_by_side(changed(path, old, new))
    assert one[2].stale == "In this language it is said in the provision that holds it"
    two = _side_by_side(changed(path, old, new.partition("\n")[0]))
    assert (two[2].stale, two[2].html) == ("There is no text in this language yet", "")


def _side_by_side(files: dict[str, str]) -> Any:
    found = {each.address: each for each in pages(small(files).graph) if each.lang == "en"}
    view: Any = found["act/help/languages--a1.html"].view
    return view.rows[1].cells


DATED = {
    f"{FOLDER}/editions/2020-02-01.yml": """\
sample: true
in_force: {from: 2020-02-01, to: 2020-12-31}
body:
  - id: a1
    unit: article
    number: "1"
    text: {tk: Bir., ru: Один., en: One.}
    contains:
      - id: a1.1
        unit: part
        number: "1"
        in_force: {from: 2020-06-01}
        text: {tk: Soňra., ru: Позже., en: Later.}
      - id: a1.2
        unit: part
        number: "2"
        in_force: {to: 2020-05-31}
        text: {tk: Öň., ru: Раньше., en: Earlier.}
""",
    f"{FOLDER}/editions/2021-01-01.yml": """\
sample: true
based_on: "2020-02-01"
in_force: {from: 2021-01-01}
body:
  - id: a1
    unit: article
    number: "1"
    repealed: true
    text: {tk: Bir., ru: Один., en: One.}
""",
}


@pytest.mark.parametrize(
    ("day", "lines"),
    [
        ("2020-02-01", [("Article 1", None), ("part 1 of Article 1", "not yet in force")]),
        (
            "2020-06-01",
            [
                ("Article 1", None),
                ("part 1 of Article 1", "in force from this day"),
                ("part 2 of Article 1", "no longer in force"),
            ],
        ),
        ("2021-01-01", [("Article 1", "Repealed")]),
    ],
)
def test_an_act_as_it_binds_on_each_day_that_changes_it(
    day: str, lines: list[tuple[str, str | None]]
) -> None:
    found = {each.address: each for each in pages(small(DATED).graph) if each.lang == "en"}
    days = sorted(each for each in found if each.startswith("act/help/on--"))
    assert len(days) == 3
    view: Any = found[f"act/help/on--{day}.html"].view
    assert [(line.title, line.tag.words if line.tag else None) for line in view.lines] == lines


# --- on the pages of the act


def test_an_article_tells_of_the_newest_draft_that_changes_it() -> None:
    notices = [str(each.words) for each in by_address()["en", "act/help/a2.html"].view.head.notices]  # type: ignore[attr-defined]
    coming = [each for each in notices if "A draft changes" in each]
    assert len(coming) == 1
    assert "draft-second/changes--2020-02-01.html#a2" in coming[0]


def test_a_draft_shows_the_papers_that_go_with_it() -> None:
    found: Any = by_address()["en", "act/help/draft-first.html"].view
    assert str(found.dossier.note) == "<p>Help is widened.</p>"
    assert [(row.name, str(row.value)) for row in found.dossier.inclusion] == [
        ("Gender", "<p>For women.</p>")
    ]
    assert [(each.place, str(each.text)) for each in found.dossier.treaties] == [
        ("Article 5", "Support.")
    ]
    assert [str(line) for line in found.signature] == ["The Chair", "The City"]
    assert told(found.about) == [
        "What changes (before: edition in force from 1 February 2020)",
        "Comparative table (before: edition in force from 1 February 2020)",
        "What will have to change",
        "Comments of offices",
    ]


def test_every_two_editions_meet() -> None:
    redlines = [
        address for lang, address in by_address() if lang == "en" and "/changes--" in address
    ]
    assert sorted(redlines) == [
        "act/help/draft-first/changes--2020-02-01.html",
        "act/help/draft-second/changes--2020-02-01.html",
        "act/help/draft-second/changes--draft-first.html",
    ]


def test_a_long_redline_is_cut_and_its_parts_lead_to_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parts, "MOST_LETTERS", 700)
    voice = Voice(graph(), graph().languages["en"])
    found = {each.address: each for each in redline_pages(voice)}
    first: Any = found[f"act/help/{REDLINE}"].view
    assert told(first.parts) == ["Part 1", "Part 2", "Part 3", "Part 4"]
    assert [each.href for each in first.parts][:2] == ["", "changes--2020-02-01--2.html"]


def test_files_of_the_fixture_are_all_used() -> None:
    assert set(FILES) <= {each.path for each in graph().library.documents.values()}


def test_a_draft_is_set_against_the_edition_that_it_would_change() -> None:
    voice = Voice(graph(), graph().languages["en"])
    act = graph().library.act_of("act/help@draft-first")
    assert act is not None
    found = [(each.old, each.new) for each in drafts_of(voice, act)]
    assert found == [
        ("act/help@2020-02-01", "act/help@draft-first"),
        ("act/help@2020-02-01", "act/help@draft-second"),
    ]
    assert isinstance(Pair(voice, act, *found[0]).rows, tuple)


def test_the_remark_which_act_changed_a_provision_stands_with_it() -> None:
    note = "amendment_note: {tk: (täze görnüşde), ru: (в новой редакции), en: (as amended)}"
    files = changed(
        f"{FOLDER}/editions/2020-02-01.yml", "modality: may", f"{note}\n        modality: may"
    )
    found = {each.address: each for each in pages(small(files).graph) if each.lang == "ru"}
    article: Any = found["act/help/a1.html"].view
    assert str(article.unit.contains[1].amended) == "(в новой редакции)"


BASE = f"{FOLDER}/editions/2020-02-01.yml"
DRAFT = f"{FOLDER}/editions/draft-first.yml"
CITING = (
    '  - id: a4\n    unit: article\n    number: "4"\n'
    '    text: {tk: "[[#a2]] boýunça.", ru: "По [[#a2]].", en: "Under [[#a2]]."}\n'
)


def test_a_provision_that_cites_a_changed_one_may_have_to_change_too() -> None:
    files = {
        BASE: base()[BASE] + CITING,
        DRAFT: FILES[DRAFT].replace("changes:\n", f"{CITING}changes:\n", 1),
    }
    found = {each.address: each for each in pages(small({**FILES, **files}).graph)}
    view: Any = found[f"act/help/{IMPACT}"].view
    (row,) = next(each for each in view.groups if each.id == "_act").rows
    assert (told(row.places), told(row.because)) == (["Article 4"], ["Article 2"])


def test_records_that_are_not_public_are_counted_and_not_named() -> None:
    files = {**FILES, **changed("normative/services/care.yml", "code: SV-01", "sensitivity: staff")}
    full = small(files).graph
    public = replace(full, library=cut(full.library))
    hidden = not_public(full, public)
    assert hidden["act/help@draft-first"] >= 1
    found = {(each.lang, each.address): each for each in pages(public, not_public=hidden)}
    view: Any = found["en", f"act/help/{IMPACT}"].view
    assert view.not_public.startswith(f"{hidden['act/help@draft-first']} more record")
    assert "care" not in str(view)
