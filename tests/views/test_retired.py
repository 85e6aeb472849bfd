"""Where a retired record stood, a page says where to go."""

from gollanma.render import content
from gollanma.views import Page, pages
from tests.support.projects import Small, small

RETIRED = """\
retired:
  sop/old:
    new: sop/visit
  sop/lost:
    reason: nobody needed it
  sop/visit#gone:
    reason: a place, not a record
"""


def pages_of(project: Small) -> dict[str, Page]:
    return {each.address: each for each in pages(project.graph) if each.lang == "en"}


def test_a_retired_record_leads_to_what_took_its_place() -> None:
    project = small({"normative/state/retired.yml": RETIRED})
    found = pages_of(project)
    html = content(found["sop/old.html"], project.graph.languages)
    assert '<a href="visit.html">' in html
    lost = content(found["sop/lost.html"], project.graph.languages)
    assert "nobody needed it" in lost
    assert "<a" not in lost
