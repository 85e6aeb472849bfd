"""What worker and person read together tells the person everything and nobody else anything."""

import pytest

from gollanma.graph import Graph
from gollanma.model.kinds import Sop
from gollanma.render import content as html_of
from gollanma.views import Page
from gollanma.views.together import KeepView, TalkView, together_pages
from gollanma.views.voice import Voice
from tests.support.ministry import judged, library
from tests.support.projects import packs
from tests.views.rich import CRISIS, rich

TALK, KEEP = "sop/sp-02--talk.html", "sop/sp-02--keep.html"


def made(lang: str, old: str = "", new: str = "") -> dict[str, Page]:
    """Give these pages of the rich procedure with some of its text replaced."""
    assert old in CRISIS
    text = CRISIS.replace(old, new) if old else CRISIS
    graph = rich({"normative/sops/crisis.yml": text}).graph
    return {each.address: each for each in together_pages(Voice(graph, graph.languages[lang]))}


def talk(lang: str) -> TalkView:
    view = made(lang)[TALK].view
    assert isinstance(view, TalkView)
    return view


def keep(lang: str) -> KeepView:
    view = made(lang)[KEEP].view
    assert isinstance(view, KeepView)
    return view


def test_only_a_procedure_that_has_them_has_these_pages() -> None:
    assert set(made("en")) == {TALK, KEEP}
    assert set(made("en", "keepsake:", "unknown_field:")) == set()  # a broken record has none


@pytest.mark.parametrize(
    ("lang", "own", "others"),
    [
        ("en", "Let us talk", [("tk", "Gürleşeliň"), ("ru", "Поговорим")]),
        ("ru", "Поговорим", [("tk", "Gürleşeliň"), ("en", "Let us talk")]),
    ],
)
def test_each_words_stand_in_the_page_s_language_and_in_all_others(
    lang: str, own: str, others: list[tuple[str, str]]
) -> None:
    title = talk(lang).screens[0].title
    assert str(title.own) == own
    assert [(each.lang, each.words) for each in title.others] == others


def test_words_that_nobody_translated_are_not_replaced_by_others() -> None:
    missing = talk("en").screens[0].say[1]
    assert [(each.lang, each.words) for each in missing.others] == [
        ("tk", "Diňleýärin."),
        ("ru", ""),
    ]
    assert 'lang="tk"' in str(talk("ru").screens[0].say[1].own)


def test_screens_lead_on_and_back() -> None:
    ways = [(each.number, each.before, each.after) for each in talk("en").screens]
    assert ways == [(1, "", "second"), (2, "first", "")]


def test_a_number_that_nobody_entered_leaves_a_line() -> None:
    lines = [(str(each.name), str(each.number or "")) for each in keep("en").contacts]
    assert lines == [
        ("Telephone", ""),
        ("Reception", '<a href="tel:000">000</a>'),
        ("Day", ""),
    ]


def test_titles_tell_nothing_where_the_reader_may_be_in_danger() -> None:
    assert {each.title for each in made("en").values()} == {"Procedure SP-02"}
    assert all(each.quick_exit for each in made("en").values())


def test_a_sample_stays_one_on_the_card() -> None:
    page = made("en", "status: approved", "sample: true\nstatus: draft")[KEEP]
    html = html_of(page, packs(("tk", "ru", "en")))
    assert page.sample
    assert html.count('class="keep"') == html.count("Draft · sample") - 1


def test_nothing_for_the_worker_alone_is_shown_to_the_person() -> None:
    """Of the ministry's own procedures too: what not to say, when to stop, what to look out for."""
    graph = Graph(library(), judged().languages)
    voices = [Voice(graph, each) for each in graph.languages.values()]
    printed = [html_of(page, graph.languages) for each in voices for page in together_pages(each)]
    secret = [
        words
        for _, sop in library().keyed(Sop)
        for step in sop.steps
        for text in (*step.do_not_say, *step.stop_if, *filter(None, [step.safety, step.title]))
        for words in text.values()
    ]
    assert printed
    assert secret
    assert [words for words in secret if any(words in html for html in printed)] == []
