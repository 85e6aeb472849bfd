"""Sheets of codes to scan: one for each record with a national code, one code for each step."""

import pytest

from gollanma.graph import Graph
from gollanma.render import content
from gollanma.views import pages
from gollanma.views.qr import code_of
from gollanma.views.scans import ScansView
from gollanma.views.sops import SopView
from tests.support.projects import changed, packs
from tests.views.rich import rich
from tests.views.test_sop_page import page

SITE = "https://handbook.example/"
LANGUAGES = ("tk", "ru", "en")


def graph(address: str = SITE) -> Graph:
    line = f"site:\n  address: {address}\n" if address else "site:\n"
    return rich(changed("gollanma.yml", "site:\n", line)).graph


def sheet(lang: str) -> ScansView:
    view = page(graph(), "s/sp-02--codes.html", lang).view
    assert isinstance(view, ScansView)
    return view


@pytest.mark.parametrize(
    ("lang", "folder"), [("tk", ""), ("en", "en/")], ids=["at the root", "in a folder"]
)
def test_a_procedure_has_a_code_and_each_of_its_steps_too(lang: str, folder: str) -> None:
    short = f"{SITE}{folder}s/sp-02.html"
    found = sheet(lang).scans
    assert [each.address for each in found] == [short, f"{short}#danger", f"{short}#refer"]
    assert [each.code for each in found] == [code_of(each.address) for each in found]


def test_a_code_says_in_words_what_it_is_of() -> None:
    assert [str(each.title) for each in sheet("en").scans] == ["In danger", "Listen", "Refer"]
    assert "step 2" in sheet("en").scans[2].cite


def test_every_record_with_a_code_has_a_sheet_that_its_page_leads_to() -> None:
    whole = graph()
    coded = {each.code.lower() for each in whole.library.records.values() if each.code}
    sheets = {each.address for each in pages(whole) if each.template == "scans.html"}
    assert sheets == {f"s/{code}--codes.html" for code in coded}
    own = page(whole, "sop/sp-02.html")
    assert isinstance(own.view, SopView)
    assert own.view.frame.trust.scans == "../s/sp-02--codes.html"
    assert 'href="../s/sp-02--codes.html"' in content(own, packs(LANGUAGES))


def test_the_sheet_of_a_procedure_with_a_quick_exit_tells_nothing_in_its_title() -> None:
    found = page(graph(), "s/sp-02--codes.html")
    assert (found.title, found.quick_exit) == ("Procedure SP-02", True)


def test_without_an_address_of_the_site_there_is_nothing_to_scan() -> None:
    whole = graph("")
    assert not any(each.template == "scans.html" for each in pages(whole))
    own = page(whole, "sop/sp-02.html")
    assert isinstance(own.view, SopView)
    assert own.view.frame.trust.scans == ""
    assert "--codes.html" not in content(own, packs(LANGUAGES))


def test_the_sheet_of_an_edition_is_found_among_the_acts() -> None:
    edition = "code: E-1\nin_force: {from: 2020-02-01}\nbody: []\n"
    found = rich(
        {
            **changed("gollanma.yml", "site:\n", f"site:\n  address: {SITE}\n"),
            "normative/acts/support/editions/2020.yml": edition,
        }
    ).graph
    assert page(found, "s/e-1--codes.html").crumbs[1].address == "act/index.html"
