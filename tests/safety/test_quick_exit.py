"""A page that may put its reader in danger leaves no trace outside itself."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import gollanma.render
from gollanma.graph import Graph
from gollanma.model import Library
from gollanma.model.kinds import Act, Comment, Edition
from gollanma.render import content as html_of
from gollanma.site.content import settings_of
from gollanma.site.frame import Framing
from gollanma.site.settings import Content
from gollanma.views import pages
from gollanma.views.addresses import page_of
from gollanma.views.page import Page
from tests.safety.making import KINDS, place, written
from tests.safety.test_cut import HEAD, Secret
from tests.support.projects import packs
from tests.views.rich import rich

WORD = "zzmark"
"""Stands in every text of every kind; see `Secret`."""
SCRIPT = Path(gollanma.render.__file__).parent / "assets" / "gollanma.js"


@cache
def library() -> Library:
    files = {}
    for kind in KINDS:
        if kind is not Comment:
            tree = Secret().part(kind) | ({} if kind in {Act, Edition} else HEAD)
            files[place(kind, "hidden")] = written(
                tree | {"quick_exit": True, "code": f"Q-{kind.kind}"}
            )
    old = Secret().part(KINDS[1]) | HEAD | {"quick_exit": True, "version": "0.9"}
    files["normative/state/released/sop/hidden/0.9.yml"] = written(old)
    files["normative/state/retired.yml"] = "retired: {sop/former: {new: sop/hidden}}"
    made = rich(files)
    assert not made.library.broken
    return made.library


@cache
def content() -> Content:
    languages = packs(library().project.languages.all)
    return Content(
        languages=languages,
        settings=settings_of(library().project, library(), languages),
        pages=tuple(pages(Graph(library(), languages))),
        html=lambda page: html_of(page, languages),
    )


def quick() -> list[Page]:
    return [page for page in content().pages if page.quick_exit]


def test_every_page_of_such_a_record_has_the_way_out() -> None:
    places = {page.address for page in quick()}
    for kind in KINDS:
        if kind not in {Comment, Edition}:
            assert f"{kind.kind}/q-{kind.kind}.html" in places
            assert f"s/q-{kind.kind}.html" in places
    assert {"act/q-act/a1.html", "sop/q-sop/0.9.html", "sop/former.html"} <= places


def test_no_address_says_what_the_page_is_about() -> None:
    """It stands in the history of the browser, and in the names of the files of a copy."""
    former = {"sop/former.html"}  # given before the record was marked, and never taken back
    assert [page.address for page in quick() if "hidden" in page.address] == []
    assert former <= {page.address for page in quick()}


@pytest.mark.parametrize(
    ("head", "address"),
    [
        pytest.param("quick_exit: true\ncode: SP-99", "sop/sp-99.html", id="by its code"),
        pytest.param("quick_exit: true\ncode: visit", "sop/46a8def8fd.html", id="taken code"),
        pytest.param("quick_exit: true", "sop/46a8def8fd.html", id="no code"),
        pytest.param("code: SP-99", "sop/secret.html", id="no quick exit"),
    ],
)
def test_the_address_of_a_record_with_a_quick_exit_is_neutral(head: str, address: str) -> None:
    made = rich({"normative/sops/secret.yml": f"title: {{ru: Дом}}\nstatus: idea\n{head}\n"})
    assert page_of(made.library, "sop/secret") == address


def test_what_a_browser_keeps_says_nothing() -> None:
    """The title stands in the history and on the taskbar, the description in a search engine."""
    framing = Framing(content())
    for page in quick():
        frame = framing.frame(page, "")
        assert WORD not in frame.title.lower(), (page.address, frame.title)
        assert WORD not in frame.meta.lower().replace("/hidden", ""), (page.address, frame.meta)
        assert not page.description, page.address


def test_no_address_is_passed_on() -> None:
    framing = Framing(content())
    for page in quick():
        assert '<meta name="referrer" content="no-referrer">' in framing.frame(page, "").meta
        for link in re.findall(r'<a [^>]*href="https:[^>]*>', content().html(page)):
            assert 'rel="noreferrer"' in link


def test_the_way_out_is_on_the_page_and_leads_to_a_page_of_ours() -> None:
    framing = Framing(content())
    for page in quick():
        assert re.search(r'class="exit" href="(\.\./)*page\.html"', framing.frame(page, "").way_out)


def test_without_a_neutral_page_the_way_out_leads_home() -> None:
    settings = replace(content().settings, neutral={})
    framing = Framing(replace(content(), settings=settings))
    assert 'href="../index.html"' in framing.frame(quick()[0], "").way_out


def test_other_pages_have_no_way_out() -> None:
    others = [page for page in content().pages if not page.quick_exit]
    assert {"index.html", "sop/index.html", "sop/visit.html"} <= {page.address for page in others}
    assert not any(Framing(content()).frame(page, "").way_out for page in others)


@pytest.mark.parametrize(
    "trace",
    ["localStorage", "sessionStorage", "indexedDB", "cookie", "pushState", "replaceState", "sendBeacon",
     "serviceWorker", "caches", "fetch(", "XMLHttpRequest", "document.title"],
)  # fmt: skip
def test_the_script_keeps_and_sends_nothing(trace: str) -> None:
    assert trace not in SCRIPT.read_text(encoding="utf-8")


def test_the_script_leaves_without_a_way_back() -> None:
    script = SCRIPT.read_text(encoding="utf-8")
    quickly, leaving = (
        script.partition(f"function {each}(")[2] for each in ("leaveQuickly", "leave")
    )
    assert "page.leave(way.href)" in quickly.partition("\n  function ")[0]
    assert "window.location.replace(href)" in leaving.partition("\n  function ")[0]
