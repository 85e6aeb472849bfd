"""Rendered pages: as they were, without foreign markup, with every link leading somewhere."""

import os
import re
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from gollanma.checks.examples import base
from gollanma.exchange.forms import form_files
from gollanma.graph import Graph
from gollanma.render import content
from gollanma.views import Page, pages
from gollanma.views.addresses import page_of
from gollanma.views.links import in_language
from tests.views.rich import FILES, rich

GOLDEN = Path(__file__).parent / "golden"
HREF = re.compile(r'\shref="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')


def rendered(graph: Graph) -> dict[str, tuple[Page, str]]:
    """Give every page of a graph with its HTML, by its place."""
    return {
        in_language(page.address, page.lang, "tk"): (page, content(page, graph.languages))
        for page in pages(graph)
    }


@cache
def site() -> dict[str, tuple[Page, str]]:
    return rendered(rich().graph)


@pytest.mark.parametrize(
    "place",
    [
        "en/sop/sp-02.html",
        "sop/sp-02.html",
        "ru/service/care.html",
        "en/index.html",
        "en/organisation/index.html",
        "en/search.html",
        "s/sp-02.html",
    ],
)
def test_page_is_as_it_was(place: str) -> None:
    """Write anew with UPDATE_GOLDEN=1 and look at the difference."""
    golden = GOLDEN / place.replace("/", "-")
    found = site()[place][1] + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_every_page_exists_in_every_language() -> None:
    places = {(page.address, page.lang) for page, _ in site().values()}
    addresses = {address for address, _ in places}
    assert places == {(address, lang) for address in addresses for lang in ("tk", "ru", "en")}


def made_kinds(places: set[str]) -> set[str]:
    """Give the kinds of which a page stands there beside their list."""
    return {
        place.split("/")[0] for place in places if "/" in place and "index" not in Path(place).stem
    }


def test_every_link_leads_to_a_place_of_a_page() -> None:
    everything = site()
    kinds = made_kinds({page.address for page, _ in everything.values()})
    ids = {place: {"main", *ID.findall(html)} for place, (_, html) in everything.items()}
    ids |= {place: set() for place, _ in form_files(rich().graph)}
    lost = [
        (place, link)
        for place, (_, html) in everything.items()
        for link in HREF.findall(html)
        if not link.startswith(("https:", "tel:", "#i-")) and not _leads(place, link, ids, kinds)
    ]
    assert lost == []


def _leads(place: str, link: str, ids: dict[str, set[str]], kinds: set[str]) -> bool:
    path, _, fragment = link.partition("#")
    target = normpath(join(dirname(place), path)) if path else place
    kind = target.removeprefix("ru/").removeprefix("en/").split("/")[0]
    if kind not in kinds and target not in ids:
        return True
    return target in ids and (not fragment or fragment in ids[target])


def test_each_place_of_a_page_has_one_name() -> None:
    twice = [
        (place, name)
        for place, (_, html) in site().items()
        for name in set(ID.findall(html))
        if ID.findall(html).count(name) > 1
    ]
    assert twice == []


def test_contents_name_places_of_their_page() -> None:
    for page, html in site().values():
        assert {each.anchor for each in page.toc} <= set(ID.findall(html))


ENGLISH = re.compile(r"(?<=\ben: )(?:\"[^\"]*\"|[^}\"\n]+)")
HOSTILE = "\"<script>alert(1)</script><b onclick='x'>{{ 7 * 7 }}</b>]]>\\\"'\""


def test_no_text_of_a_record_becomes_markup() -> None:
    files = {
        path: ENGLISH.sub(lambda _: HOSTILE, text.replace("translations: {en: checked}\n", ""))
        for path, text in {**base(), **FILES}.items()
        if path != "gollanma.yml"
    }
    project = rich(files)
    everything = rendered(project.graph)
    assert not project.library.broken
    for _, html in everything.values():
        assert "<script" not in html
        assert "<b onclick" not in html
    crisis = everything["en/sop/sp-02.html"][1]
    assert "&lt;script&gt;" in crisis
    assert "{{ 7 * 7 }}" in crisis


def test_what_a_view_lacks_prints_nothing() -> None:
    assert not [place for place, (_, html) in site().items() if re.search(r"\bNone\b", html)]


def test_pages_are_the_same_each_time() -> None:
    again = rendered(rich().graph)
    assert {place: html for place, (_, html) in again.items()} == {
        place: html for place, (_, html) in site().items()
    }


@pytest.mark.parametrize("key", ["sop/crisis", "sop/visit", "service/care"])
def test_every_place_that_a_reference_can_name_is_on_the_page(key: str) -> None:
    fragments = set(rich().library.fragments_of(key))
    assert fragments - set(ID.findall(site()[page_of(rich().library, key)][1])) == set()
