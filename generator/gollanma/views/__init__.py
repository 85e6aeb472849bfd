"""Pages as values: for each page and language one frozen view, ready to print.

`pages` is composed of makers; each yields the pages of one kind in the language of a voice.
"""

from collections.abc import Callable, Iterator, Mapping

from gollanma.diagnostics import Outcome
from gollanma.graph import Graph
from gollanma.views.acts import act_pages
from gollanma.views.apart import apart_pages
from gollanma.views.articles import article_pages
from gollanma.views.blanks import blank_pages
from gollanma.views.books import book_pages
from gollanma.views.cards import card_pages
from gollanma.views.coverage import coverage_pages
from gollanma.views.documents import document_pages
from gollanma.views.due_tables import due_table_pages
from gollanma.views.editions import edition_pages
from gollanma.views.finder import finder_pages
from gollanma.views.forms import form_pages
from gollanma.views.gaps import gap_pages
from gollanma.views.glossary import glossary_pages
from gollanma.views.groups import group_pages
from gollanma.views.home import home_pages
from gollanma.views.indexes import index_pages
from gollanma.views.matrix import matrix_pages
from gollanma.views.measures import calendar_pages, fact_pages, indicator_pages
from gollanma.views.news import news_pages
from gollanma.views.organisations import organisation_pages
from gollanma.views.page import Page
from gollanma.views.practices import practice_pages
from gollanma.views.quality import quality_pages
from gollanma.views.quizzes import quiz_pages
from gollanma.views.referrals import referral_pages
from gollanma.views.retired import retired_pages
from gollanma.views.roles import role_pages
from gollanma.views.scans import scan_pages
from gollanma.views.search import search_pages
from gollanma.views.services import service_pages
from gollanma.views.shorts import short_pages
from gollanma.views.slides import slide_pages
from gollanma.views.sops import sop_pages
from gollanma.views.terms import term_pages
from gollanma.views.territories import territory_pages
from gollanma.views.together import together_pages
from gollanma.views.trainings import training_pages
from gollanma.views.versions import version_pages
from gollanma.views.voice import Voice

Maker = Callable[[Voice], Iterator[Page]]

MAKERS: tuple[Maker, ...] = (
    home_pages,
    search_pages,
    news_pages,
    finder_pages,
    index_pages,
    service_pages,
    referral_pages,
    sop_pages,
    card_pages,
    apart_pages,
    together_pages,
    act_pages,
    article_pages,
    edition_pages,
    glossary_pages,
    term_pages,
    form_pages,
    blank_pages,
    role_pages,
    organisation_pages,
    territory_pages,
    group_pages,
    training_pages,
    book_pages,
    slide_pages,
    quiz_pages,
    practice_pages,
    indicator_pages,
    document_pages,
    fact_pages,
    calendar_pages,
    due_table_pages,
    coverage_pages,
    gap_pages,
    matrix_pages,
    quality_pages,
    version_pages,
    short_pages,
    scan_pages,
    retired_pages,
)
"""In the order in which readers meet the pages."""


def pages(
    graph: Graph,
    outcome: Outcome | None = None,
    not_public: Mapping[str, int] | None = None,
) -> Iterator[Page]:
    """Yield every generated page of the site, language by language, always in the same order.

    `not_public` are the numbers of records that rest on drafts and are not shown.
    """
    for language in graph.languages.values():
        voice = Voice(graph, language, outcome or Outcome(), not_public or {})
        for maker in MAKERS:
            yield from maker(voice)


__all__ = ["MAKERS", "Maker", "Page", "Voice", "pages"]
