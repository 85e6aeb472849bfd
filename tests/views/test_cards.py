"""The card of a procedure: what it sums up, whom to call, how to come back to the whole."""

import pytest

from gollanma.graph import Graph
from gollanma.model.kinds import Sop
from gollanma.views import pages
from gollanma.views.cards import CardView, card_view
from gollanma.views.frame import companion_desk
from gollanma.views.qr import QUIET, code_of
from gollanma.views.sops import SopView
from gollanma.views.voice import Voice
from tests.support.projects import changed
from tests.views.rich import CRISIS, rich
from tests.views.test_sop_page import page

AID = "job_aid:\n  steps: [refer, danger, nowhere]\n"


def with_card(more: str = "", project: str = "") -> Graph:
    text = CRISIS.replace("next_review: 2027-01-15\n", "")
    files = {"normative/sops/crisis.yml": text + AID + more}
    if project:
        files |= changed("gollanma.yml", "site:\n", f"site:\n{project}")
    return rich(files).graph


def card(graph: Graph, lang: str = "en") -> CardView:
    sop = graph.library.records["sop/crisis"]
    assert isinstance(sop, Sop)
    return card_view(companion_desk(Voice(graph, graph.languages[lang]), "sop/crisis", "card"), sop)


def test_the_steps_stand_in_the_order_of_the_card_with_their_own_numbers() -> None:
    assert [each.number for each in card(with_card()).steps] == [2, 1]


def test_a_card_says_who_by_when_and_when_to_stop() -> None:
    first = card(with_card()).steps[1]
    assert first.who
    assert str(first.who.words) == "Worker"
    assert first.when == "within 24 hours (from: the call)"
    assert [str(each.html) for each in first.stop_if] == ["Somebody comes in."]


def test_a_card_has_the_numbers_for_danger() -> None:
    assert [str(each.name) for each in card(with_card()).calls] == ["Police", "Ambulance"]


@pytest.mark.parametrize(
    ("lang", "address"),
    [
        pytest.param("tk", "s/sp-02.html", id="the default language stands at the root"),
        pytest.param("en", "en/s/sp-02.html", id="others in their folder"),
    ],
)
def test_without_an_address_of_the_site_the_short_way_is_in_words(lang: str, address: str) -> None:
    view = card(with_card(), lang)
    assert (view.code, view.address) == (None, address)


def test_with_an_address_of_the_site_the_card_can_be_scanned() -> None:
    view = card(with_card(project="  address: https://handbook.example/\n"))
    assert view.address == "https://handbook.example/en/s/sp-02.html"
    assert view.code == code_of(view.address)


def test_a_code_is_drawn_with_white_around_it() -> None:
    code = code_of("https://handbook.example/s/sp-02.html")
    assert code.width == 29 + 2 * QUIET
    assert code.path.startswith(f"M{QUIET} {QUIET}h7v1h-7z")


@pytest.mark.parametrize(
    ("more", "valid"),
    [
        pytest.param("  valid_until: 2027-01-31\n", "Valid until 31 January 2027", id="its own day"),
        pytest.param("next_review: 2027-05-22\n", "To be reviewed on 22 May 2027: after that, ask for a new card", id="the review"),
        pytest.param("", "", id="no day at all"),
    ],
)  # fmt: skip
def test_until_when_a_card_holds(more: str, valid: str) -> None:
    assert card(with_card(more)).valid == valid


def test_the_page_of_a_procedure_leads_to_its_card_and_back() -> None:
    graph = with_card()
    whole = page(graph, "sop/sp-02.html").view
    assert isinstance(whole, SopView)
    assert "sp-02--card.html" in [each.href for each in whole.ways]
    assert page(graph, "sop/sp-02--card.html").crumbs[2].address == "sop/sp-02.html"


def test_a_procedure_without_a_job_aid_has_no_card() -> None:
    assert not any(each.address.endswith("--card.html") for each in pages(rich().graph))
