"""Where a retired record stood, a page says where to go."""

from gollanma.render import content
from gollanma.views import Page, pages
from tests.support.projects import Small, small

RETIRED = """\
retired:
  sop/old:
    new: sop/visit
  sop/lost:
    reason: {en: Nobody needed it., ru: Никому не понадобилось.}
  sop/visit#gone:
    reason: {en: It is a place and no record.}
"""


def pages_of(project: Small) -> dict[str, Page]:
    return {each.address: each for each in pages(project.graph) if each.lang == "en"}


def test_a_retired_record_leads_to_what_took_its_place() -> None:
    project = small({"normative/state/retired.yml": RETIRED})
    found = pages_of(project)
    html = content(found["sop/old.html"], project.graph.languages)
    assert '<a href="visit.html">' in html
    lost = content(found["sop/lost.html"], project.graph.languages)
    assert "<p>Nobody needed it.</p>" in lost
    assert "<a" not in lost


def test_a_reason_is_told_in_the_language_of_the_page_or_marked() -> None:
    project = small({"normative/state/retired.yml": RETIRED})
    said = {
        each.lang: content(each, project.graph.languages)
        for each in pages(project.graph)
        if each.address == "sop/lost.html"
    }
    assert "<p>Никому не понадобилось.</p>" in said["ru"]
    assert '<p><span lang="ru">Никому не понадобилось.</span></p>' in said["tk"]
