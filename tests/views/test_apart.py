"""What stands on pages beside those of services and procedures: the picture, law and uses."""

import re

import pytest

from gollanma.checks.examples import base
from gollanma.graph import Graph
from gollanma.render import content
from gollanma.views import pages
from gollanma.views.apart import LinksView, PictureView
from gollanma.views.near import MOST_NAMED
from gollanma.views.services import ServiceView
from gollanma.views.sops import SopView
from gollanma.views.versions import VersionView
from tests.support.projects import packs
from tests.views.rich import CRISIS, rich
from tests.views.test_sop_page import page

LANGUAGES = ("tk", "ru", "en")
STAGE = "process:\n  - {id: first, title: {en: First}, sop: sop/crisis}\n"


def graph(more: dict[str, str] | None = None) -> Graph:
    care = base()["normative/services/care.yml"].replace("process:\n", STAGE)
    return rich({"normative/services/care.yml": care, **(more or {})}).graph


def hrefs(html: str) -> list[str]:
    return re.findall(r'<a href="([^"]+)"', html)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_boxes_of_a_picture_lead_to_the_steps_on_the_page_of_the_procedure(lang: str) -> None:
    found = page(graph(), "sop/sp-02--picture.html", lang)
    assert isinstance(found.view, PictureView)
    drawn = content(found, packs(LANGUAGES)).partition("<svg")[2]
    own = content(page(graph(), "sop/sp-02.html", lang), packs(LANGUAGES))
    led = {each.partition("#") for each in hrefs(drawn) if "sp-02" in each}
    assert {"danger", "refer", "decision.now"} <= {place for _, _, place in led}
    assert all(f'id="{place}"' in own for _, _, place in led)
    assert {address for address, _, _ in led} == {"sp-02.html"}


def test_the_way_to_danger_leads_from_the_picture_to_the_page() -> None:
    drawn = content(page(graph(), "sop/sp-02--picture.html"), packs(LANGUAGES))
    own = content(page(graph(), "sop/sp-02.html"), packs(LANGUAGES))
    assert 'href="sp-02.html#_danger"' in drawn
    assert 'id="_danger"' in own


def test_law_terms_and_uses_of_a_procedure_stand_apart() -> None:
    whole = graph()
    found, own = page(whole, "sop/sp-02--links.html").view, page(whole, "sop/sp-02.html").view
    assert isinstance(found, LinksView)
    assert isinstance(own, SopView)
    assert found.basis.grounds
    assert found.basis.terms
    ways = {entry.link.href for group in found.inverse for entry in group.entries}
    assert "../service/care.html#stage.first" in ways
    assert (own.frame.basis.grounds, own.frame.basis.terms, own.frame.inverse) == ((), (), ())
    assert [each.href for each in own.beyond] == ["sp-02--links.html"]


def test_a_service_keeps_its_legal_basis() -> None:
    whole = graph()
    found, own = page(whole, "service/care--links.html").view, page(whole, "service/care.html").view
    assert isinstance(found, LinksView)
    assert isinstance(own, ServiceView)
    assert own.frame.basis.grounds == found.basis.grounds
    assert own.frame.inverse == ()
    assert "care--links.html" in {each.href for each in own.related}


def test_an_old_version_has_its_law_and_uses_on_its_page() -> None:
    old = {"normative/state/released/sop/crisis/1.9.yml": CRISIS.replace('"2.0"', '"1.9"')}
    found = page(graph(old), "sop/sp-02/1.9.html").view
    assert isinstance(found, VersionView)
    assert isinstance(found.view, SopView)
    assert found.view.frame.basis.grounds
    assert found.view.beyond == ()
    assert not any("--" in each.href for each in found.view.ways)


def test_a_page_beside_a_procedure_with_a_quick_exit_has_one_and_names_nothing() -> None:
    for what in ("picture", "links"):
        found = page(graph(), f"sop/sp-02--{what}.html")
        assert found.quick_exit
        assert found.title == "Procedure SP-02"


@pytest.mark.parametrize(
    ("count", "named"),
    [(MOST_NAMED, MOST_NAMED), (MOST_NAMED + 1, 1)],
    ids=["few are named", "many are counted"],
)
def test_services_that_a_procedure_carries_out(count: int, named: int) -> None:
    files, keys = {}, [f"service/care-{number}" for number in range(count)]
    for key in keys:
        name = key.partition("/")[2]
        files[f"normative/services/{name}.yml"] = f"title: {{en: {name}}}\nstatus: idea\n"
    text = CRISIS.replace("implements: [service/care]", f"implements: [{', '.join(keys)}]")
    found = page(graph({**files, "normative/sops/crisis.yml": text}), "sop/sp-02.html").view
    assert isinstance(found, SopView)
    heap = next(each for each in found.near if each.kind == "Services")
    assert len(heap.links) == named
    if named == 1:
        assert heap.links[0].href == "sp-02--links.html#_inverse"
        assert str(heap.links[0].words) == f"{count} records"


def test_every_service_and_procedure_has_its_page_of_law_and_uses() -> None:
    addresses = {each.address for each in pages(graph())}
    own = {each for each in addresses if re.fullmatch(r"(?:sop|service)/[a-z0-9-]+\.html", each)}
    own = {each for each in own if "--" not in each and not each.endswith("index.html")}
    assert {"sop/sp-02.html", "sop/visit.html", "service/care.html"} <= own
    assert {each.replace(".html", "--links.html") for each in own} <= addresses
