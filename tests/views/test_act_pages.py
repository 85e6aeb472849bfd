"""The pages of acts: what binds, since when, what is promised, what rests on what."""

from collections.abc import Callable

import pytest

from gollanma.graph import Graph
from gollanma.model.kinds import Edition
from gollanma.views.acts import ActView, act_pages
from gollanma.views.articles import ArticleView, article_pages
from gollanma.views.outline import unit_name
from gollanma.views.provisions import UnitView, edition_name
from gollanma.views.terms import TermView
from gollanma.views.voice import Voice
from tests.views.full import DRAFT_EDITION, LAW, full, graph, page

SUPPORT = "normative/acts/support"


def act(address: str = "act/support.html", lang: str = "en") -> ActView:
    view = page(address, lang).view
    assert isinstance(view, ActView)
    return view


def article(address: str = "act/support/a1.html", lang: str = "en") -> ArticleView:
    view = page(address, lang).view
    assert isinstance(view, ArticleView)
    return view


def units(view: UnitView) -> dict[str, UnitView]:
    """Give a unit with all that is in it, by id."""
    found = {view.id: view}
    for each in view.contains:
        found |= units(each)
    return found


@pytest.mark.parametrize(
    ("lang", "edition", "name"),
    [
        pytest.param("en", {"in_force": {"from": "2021-01-01"}}, "edition in force from 1 January 2021", id="en from a day"),
        pytest.param("ru", {"in_force": {"from": "2021-01-01"}}, "редакция, действующая с 1 января 2021 года", id="ru from a day"),
        pytest.param("tk", {"in_force": {"from": "2021-01-01"}}, "2021-nji ýylyň 1-nji ýanwaryndan hereket edýän görnüşi", id="tk from a day, declined"),
        pytest.param("en", {"in_force": {"to": "2020-12-31"}}, "edition in force until 31 December 2020", id="until a day"),
        pytest.param("en", {"in_force": {}}, "edition in force, the day is not known", id="no day is known"),
        pytest.param("ru", {"in_force": {}}, "действующая редакция, день не известен", id="ru no day is known"),
        pytest.param("en", {"day": "2026-05-01"}, "draft of 1 May 2026", id="a draft of a day"),
        pytest.param("en", {}, "draft", id="a draft"),
    ],
)  # fmt: skip
def test_editions_are_named_by_their_days(lang: str, edition: dict[str, object], name: str) -> None:
    voice = Voice(graph(), graph().languages[lang])
    assert edition_name(voice, Edition.model_validate(edition)) == name


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        pytest.param(lambda v: [str(line.chapter.title) for line in v.contents if line.chapter], ["Chapter I. General"], id="chapters"),
        pytest.param(lambda v: [str(x.article.words) for x in v.contents[0].chapter.lines], ["Article 1¹. Support", "Article 2"], id="articles under their chapter"),
        pytest.param(lambda v: v.contents[1].unit.id, "n1", id="a note stands in full"),
        pytest.param(lambda v: [e.days for e in v.editions], ["not in force", "from 1 January 2021", "until 31 December 2020"], id="editions with their days"),
        pytest.param(lambda v: [e.shown for e in v.editions], ["", "on this page", ""], id="which one is shown"),
        pytest.param(lambda v: [e.tag.words for e in v.editions], ["Draft", "Draft · sample", "Replaced"], id="editions with their state"),
        pytest.param(lambda v: v.frame.head.tag.words, "In force", id="the act's own state follows from its days"),
        pytest.param(lambda v: [b.act is None for b in v.promised], [True, False], id="a promised by-law that nobody made"),
        pytest.param(lambda v: [str(b.place.words) for b in v.promised], ["part 1 of Article 1¹"] * 2, id="who promises it"),
        pytest.param(lambda v: [m.kind for m in v.made], ["Legal act"], id="made under it"),
        pytest.param(lambda v: [(str(r.article.words), r.words) for r in v.resting], [("Article 1¹. Support", "Legal acts: 1, Terms: 1, Forms: 1, Trainings: 1")], id="what rests on each article"),
        pytest.param(lambda v: [g.label for g in v.frame.inverse], ["On reading lists"], id="what points to the act as a whole"),
        pytest.param(lambda v: [(r.name, str(r.value)) for r in v.life], [("Adopted", "1 December 2020. By a vote"), ("In force", "1 January 2021")], id="its life"),
    ],
)  # fmt: skip
def test_what_the_page_of_an_act_says(shown: Callable[[ActView], object], expected: object) -> None:
    assert shown(act()) == expected


@pytest.mark.parametrize(
    ("address", "notices"),
    [
        pytest.param("act/support.html", ["Sample wording, not the official text. The ministry will import the official text."], id="sample words"),
        pytest.param("act/empty.html", ["The text of this act has not been entered yet."], id="no edition"),
        pytest.param("act/command.html", [], id="official words"),
        pytest.param("act/support/2019.html", ["Nobody may rely on this any more.", 'This is another edition. The one in use: <a href="../support.html">Law &quot;On Support&quot;</a>'], id="another edition"),
    ],
)  # fmt: skip
def test_an_act_warns_of_its_words(address: str, notices: list[str]) -> None:
    assert [str(each.words) for each in act(address).frame.head.notices] == notices


def test_a_number_that_nobody_knows_says_so() -> None:
    rows = {each.name: str(each.value) for each in act("act/command.html").rows}
    assert (rows["Number"], rows["Validity of this edition"]) == (
        "not known",
        "the day is not known",
    )


def test_a_kind_that_the_project_has_not_is_left_out() -> None:
    rows = [each.name for each in act("act/empty.html").rows]
    assert "Kind" not in rows


def test_a_stage_that_the_project_has_not_keeps_its_name() -> None:
    files = {f"{SUPPORT}/act.yml": LAW.replace("stage: adopted", "stage: sung")}
    found = full(files).graph
    assert "sung" in [each.name for each in _act_of(found).life]


def _act_of(found: Graph) -> ActView:
    made = {each.address: each.view for each in act_pages(Voice(found, found.languages["en"]))}
    view = made["act/support.html"]
    assert isinstance(view, ActView)
    return view


# --- articles


@pytest.mark.parametrize(
    ("id_", "shown", "expected"),
    [
        pytest.param("a1.1", lambda u: str(u.text.html)[:59], '<p><span class="num">1.</span> <span class="duty must">Must', id="number and duty stand before the words"),
        pytest.param("a1.1.1", lambda u: "duty" in str(u.text.html), False, id="a duty that the part says already goes unsaid"),
        pytest.param("a1.1.2", lambda u: "must-not" in str(u.text.html), True, id="what is forbidden stands out"),
        pytest.param("a1.1.2", lambda u: u.tags, ("from 1 January 2022 until 1 January 2030",), id="days of its own"),
        pytest.param("a1.1.2", lambda u: u.text.notice, "Not translated yet: Russian", id="words of another language"),
        pytest.param("a1.2", lambda u: str(u.text.html)[:4], "<ul>", id="no number, no mark"),
        pytest.param("a1.2", lambda u: u.tags, ("Repealed",), id="repealed"),
        pytest.param("a1.2", lambda u: u.cite, 'part 2 of Article 1¹ of the Law "On Support" (sample wording, not the official text)', id="cited by its place where no number is printed"),
        pytest.param("a1.3", lambda u: str(u.heading), '<span class="num">3.</span> A name', id="a heading takes the number"),
        pytest.param("a1.3", lambda u: [(v.id, v.name) for v in u.variants], [("variant.a", "Wording A"), ("variant.b", "Wording B")], id="wordings of a draft"),
        pytest.param("a1.1", lambda u: (u.uses.words, u.uses.href), ("2 records rest on it", "#_uses.a1.1"), id="what rests on it"),
        pytest.param("a1.2", lambda u: u.uses, None, id="nothing rests on it"),
        pytest.param("a1.1.1", lambda u: str(u.defines.words), "Consent", id="the term that it defines"),
        pytest.param("a1", lambda u: str(u.reserves.words), "Worker", id="for whom it is reserved"),
    ],
)  # fmt: skip
def test_what_a_unit_says(id_: str, shown: Callable[[UnitView], object], expected: object) -> None:
    assert shown(units(article().unit)[id_]) == expected


@pytest.mark.parametrize(
    ("lang", "cite"),
    [
        pytest.param("tk", "«Goldaw hakynda» Kanunyň 1¹-nji maddasynyň birinji böleginiň 1-nji bendi (nusga teksti, resmi tekst däl)", id="Turkmen"),
        pytest.param("ru", "пункт 1 части первой статьи 1¹ Закона «О поддержке» (образец формулировки, не официальный текст)", id="Russian"),
    ],
)  # fmt: skip
def test_a_citation_is_in_the_language_of_the_page(lang: str, cite: str) -> None:
    assert units(article(lang=lang).unit)["a1.1.1"].cite == cite


def test_above_an_article_stand_the_ways_to_what_rests_on_it_and_to_all_languages() -> None:
    assert [(str(each.words), each.href) for each in article().ways] == [
        ("1 record rests on it", "#_uses.a1"),
        ("All languages side by side", "languages--a1.html"),
    ]


def test_the_title_of_an_order_begins_as_a_title_does() -> None:
    assert str(act("act/command.html", "ru").frame.head.title) == "Приказ «О порядке»"
    assert str(act("act/command.html", "tk").frame.head.title) == "«Tertip hakynda» buýruk"


def test_a_second_wording_of_one_name_has_no_anchor() -> None:
    assert [each.id for each in article("act/support/a2.html").unit.variants] == [""]


@pytest.mark.parametrize(
    ("address", "before", "after"),
    [
        pytest.param("act/support/a1.html", None, "Article 2", id="the first article"),
        pytest.param("act/support/a2.html", "Article 1¹. Support", None, id="the last article"),
    ],
)
def test_articles_lead_to_their_neighbours(
    address: str, before: str | None, after: str | None
) -> None:
    view = article(address)
    found = [str(each.words) if each else None for each in (view.before, view.after)]
    assert found == [before, after]


@pytest.mark.parametrize(
    ("address", "notices"),
    [
        pytest.param("act/support/a2.html", ["Sample wording"], id="a sample"),
        pytest.param("act/support/2019/a1.html", ["This provision was repealed", "This is another edition"], id="repealed in another edition"),
        pytest.param("act/support/draft-next/a1.html", ["Sample wording", "This is another edition"], id="a provision that is a sample in a draft"),
        pytest.param("act/command/p1.html", [], id="official words"),
    ],
)  # fmt: skip
def test_an_article_warns_of_its_words(address: str, notices: list[str]) -> None:
    found = [str(each.words) for each in article(address).head.notices]
    assert [a.startswith(b) for a, b in zip(found, notices, strict=True)] == [True] * len(notices)


def test_a_sample_in_an_official_edition_is_marked() -> None:
    view = article("act/support/draft-next/a1.html")
    assert view.unit.tags == ("sample",)
    assert page("act/support/draft-next/a1.html").sample
    assert not page("act/command/p1.html").sample


def test_an_order_has_a_page_for_each_of_its_parts() -> None:
    found = page("act/command/p1.html", "ru")
    assert found.heading == "Часть первая"
    assert [each.title for each in found.side] == ["Часть первая"]


def test_an_act_without_short_title_is_called_by_its_whole_one() -> None:
    assert page("act/command/p1.html").side_title == 'Order "On the Procedure"'


def test_uses_are_told_place_by_place() -> None:
    found = [(str(each.place.words), each.count) for each in article().uses]
    assert found == [
        ("Article 1¹", 1),
        ("part 1 of Article 1¹", 2),
        ("point 1 of part 1 of Article 1¹", 1),
    ]


def test_what_rests_on_another_edition_is_told_there() -> None:
    form = "normative/forms/letter.yml"
    text = "legal_basis: [act/support@2019#a1]\n"
    found = full({form: f"title: {{en: L, ru: L, tk: L}}\nstatus: idea\n{text}"}).graph
    made = {p.address: p.view for p in article_pages(Voice(found, found.languages["en"]))}
    old, new = made["act/support/2019/a1.html"], made["act/support/a1.html"]
    assert isinstance(old, ArticleView)
    assert isinstance(new, ArticleView)
    assert [each.count for each in old.uses] == [1]
    assert "Forms that rest on it" not in [g.label for each in new.uses for g in each.groups]


def test_what_a_draft_points_to_does_not_know_it() -> None:
    view = page("term/note.html").view
    assert isinstance(view, TermView)
    assert "Defined in" not in [each.label for each in view.frame.inverse]


def test_an_edition_without_act_has_no_pages() -> None:
    files = {"normative/acts/lost/editions/2020.yml": "in_force: {}\n"}
    found = full(files).graph
    addresses = [p.address for p in article_pages(Voice(found, found.languages["en"]))]
    assert not [each for each in addresses if "lost" in each]


def test_a_unit_that_no_language_knows_is_called_by_its_number() -> None:
    files = {
        f"{SUPPORT}/editions/draft-next.yml": DRAFT_EDITION.replace("unit: article", "unit: moon")
    }
    found = full(files).graph
    edition = found.library.records["act/support@draft-next"]
    assert isinstance(edition, Edition)
    voice = Voice(found, found.languages["en"])
    assert unit_name(voice, edition.body[0]) == "1"
    assert unit_name(voice, edition.body[0].model_copy(update={"number": None})) == "moon"


def test_what_a_law_is_in_force_for_is_told_beside_trust() -> None:
    rows = {each.name: str(each.value) for each in article().trust.rows}
    assert rows["In force"] == "from 1 January 2021"
    assert rows["English"] == "1 passage not translated"
