"""The page of search leads everywhere without search too."""

import pytest

from gollanma.render import content
from gollanma.search.pages import Reading
from gollanma.views.finder import FinderView, finder_pages
from gollanma.views.search import SearchView, search_pages
from gollanma.views.voice import Voice
from tests.views.full import full


@pytest.mark.parametrize(
    ("lang", "letters", "first"),
    [
        pytest.param("tk", ("Adalgalar A–Z", "term/index.html"), ("Hyzmatlar", "service/index.html"), id="Turkmen"),
        pytest.param("ru", ("Термины А–Я", "term/index.html"), ("Услуги", "service/index.html"), id="Russian"),
    ],
)  # fmt: skip
def test_the_page_leads_to_the_terms_and_to_each_list(
    lang: str, letters: tuple[str, str], first: tuple[str, str]
) -> None:
    graph = full().graph
    (page,) = search_pages(Voice(graph, graph.languages[lang]))
    assert isinstance(page.view, SearchView)
    shown = [(str(each.words), each.href) for each in (page.view.letters, *page.view.lists)]
    assert shown[0] == letters
    assert first in shown
    kinds = {record.kind for record in graph.library.records.values()}
    assert {href.partition("/")[0] for _, href in shown[1:]} == kinds - {"term", "edition", "comment"}  # fmt: skip
    assert (page.address, page.languages) == ("search.html", ("tk", "ru", "en"))


def test_the_finder_is_found_by_its_name_and_its_questions_alone() -> None:
    graph = full().graph
    voice = Voice(graph, graph.languages["en"])
    (page,) = finder_pages(voice)
    document = Reading(voice).document(page, content(page, graph.languages))
    assert document
    (section,) = document.sections
    assert (document.address, document.kind, document.title) == (
        "finder/index.html",
        "guide",
        page.heading,
    )
    assert isinstance(page.view, FinderView)
    assert section.text == " ".join(each.label for each in page.view.questions)
    assert not any(str(row.link.words) in section.text for row in page.view.rows)
