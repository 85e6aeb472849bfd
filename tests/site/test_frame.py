"""What stands around the content of a page."""

import json
import re

import pytest

from gollanma.site.copies import stale_from
from gollanma.site.frame import Framing, layout_of, with_fold
from gollanma.views.page import Crumb, Page, SideLink, TocEntry
from tests.site import fakes


def hrefs(html: str) -> list[str]:
    return re.findall(r'<a [^>]*?href="([^"]*)"', html)


@pytest.mark.parametrize(
    ("lang", "template", "title"),
    [
        pytest.param("tk", "sop.html", "Kabul · Gollanma", id="a page names the site last"),
        pytest.param("ru", "home.html", "Gollanma: Kabul", id="the home page names it first"),
    ],
)
def test_window_title(lang: str, template: str, title: str) -> None:
    page = fakes.page(lang, template, title="Kabul")
    assert Framing(fakes.content([page])).frame(page, "").title == title


@pytest.mark.parametrize(
    ("page", "links"),
    [
        pytest.param(
            fakes.page("tk", "sop.html"),
            ["intake.html", "../ru/sop/intake.html", "../en/sop/intake.html"],
            id="from the default language",
        ),
        pytest.param(
            fakes.page("ru", "home.html"),
            ["../index.html", "index.html", "../en/index.html"],
            id="from another language",
        ),
        pytest.param(
            fakes.page("tk", "sop.html", languages=("tk", "en")),
            ["intake.html", "../ru/index.html", "../en/sop/intake.html"],
            id="where the page is missing, to the home page",
        ),
        pytest.param(
            fakes.page("ru", "404.html", address="404.html"),
            ["/index.html", "/ru/index.html", "/en/index.html"],
            id="for a lost reader, from the root",
        ),
    ],
)
def test_language_switch(page: Page, links: list[str]) -> None:
    assert hrefs(Framing(fakes.content([page])).frame(page, "").languages) == links


def test_lost_pages_of_a_site_in_a_folder_link_into_that_folder() -> None:
    page = fakes.page("ru", "404.html", address="404.html")
    framing = Framing(fakes.content([page], address="https://example.org/handbook/"))
    assert framing.base(page) == "/handbook/"
    assert framing.home(page) == "/handbook/ru/"


@pytest.mark.parametrize(
    ("quick_exit", "neutral", "links"),
    [
        pytest.param(False, True, [], id="most pages have no quick exit"),
        pytest.param(True, True, ["../page.html"], id="it opens the neutral page"),
        pytest.param(True, False, ["../index.html"], id="without one it opens the home page"),
    ],
)
def test_quick_exit(quick_exit: bool, neutral: bool, links: list[str]) -> None:  # noqa: FBT001
    page = fakes.page("ru", "sop.html", quick_exit=quick_exit)
    content = fakes.content([page], **({} if neutral else {"neutral": {}}))
    frame = Framing(content).frame(page, "")
    assert hrefs(frame.way_out) == links
    assert ("no-referrer" in frame.meta) is quick_exit


@pytest.mark.parametrize(
    ("sample", "demo", "says"),
    [
        pytest.param(True, False, True, id="a sample record says so"),
        pytest.param(False, True, True, id="a demo says so on every page"),
        pytest.param(False, False, False, id="an official page says nothing"),
    ],
)
def test_sample_strip(sample: bool, demo: bool, says: bool) -> None:  # noqa: FBT001
    page = fakes.page("en", "sop.html", sample=sample)
    frame = Framing(fakes.content([page], is_demo=demo)).frame(page, "")
    assert ("Sample, not official" in frame.strip) is says
    assert ("sample" in frame.mark) is says


@pytest.mark.parametrize(
    ("page", "layout"),
    [
        pytest.param(fakes.page("tk", "home.html"), "frame-home", id="home"),
        pytest.param(fakes.full("tk", "sop.html", "x"), "frame", id="siblings and headings"),
        pytest.param(fakes.full("tk", "index.html", "x"), "frame", id="siblings alone"),
        pytest.param(
            fakes.page("tk", "sop.html", toc=(TocEntry("a", "A"),)), "frame", id="headings alone"
        ),
        pytest.param(fakes.page("tk", "role.html"), "frame frame-solo", id="nothing beside"),
        pytest.param(fakes.page("tk", "coverage.html"), "frame frame-full", id="a wide table"),
        pytest.param(
            fakes.full("tk", "redline.html", "x"), "frame frame-wide", id="columns and siblings"
        ),
    ],
)
def test_layout(page: Page, layout: str) -> None:
    assert layout_of(page) == layout


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<h1>T</h1><p>", "<h1>T</h1>FOLD<p>", id="behind the title"),
        pytest.param(
            "<header><h1>T</h1></header><p>",
            "<header><h1>T</h1></header>FOLD<p>",
            id="behind the whole head",
        ),
        pytest.param(
            "<header></header><p></p><!-- contents -->\n<p></p>",
            "<header></header><p></p>FOLD<p></p>",
            id="where the template says",
        ),
        pytest.param("<p>", "<p>", id="nowhere in a page without head"),
    ],
)
def test_place_of_the_headings_on_a_phone(html: str, expected: str) -> None:
    assert with_fold(html, "FOLD") == expected


def test_titles_beside_the_content_are_escaped() -> None:
    hostile = fakes.TITLES["hostile"]
    page = fakes.page(
        "tk",
        "sop.html",
        title=hostile,
        description=hostile,
        crumbs=(Crumb(hostile, None),),
        side_title=hostile,
        side=(SideLink(hostile, "sop/intake.html", hostile, is_current=True),),
        toc=(TocEntry("a", hostile),),
    )
    frame = Framing(fakes.content([page])).frame(page, "")
    for part in (frame.title, frame.meta, frame.crumbs, frame.side, frame.toc):
        assert "<script" not in part
        assert "<img" not in part


def test_a_reader_is_warned_a_year_after_the_newest_date() -> None:
    assert stale_from(fakes.content()) == "2027-11-12"
    assert stale_from(fakes.content(as_of=None)) is None


LAW = {"@type": "Legislation", "name": "</script><script>alert(1)</script> & [[x]]"}
FACTS = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.mark.parametrize(
    ("address", "more"),
    [
        pytest.param(None, {}, id="without an address of the site"),
        pytest.param(
            "https://e.org/", {"url": "https://e.org/act/law.html"}, id="with its address"
        ),
    ],
)
def test_what_machines_are_told_of_a_law(address: str | None, more: dict[str, str]) -> None:
    page = fakes.page("tk", "act.html", "law", law=LAW)
    content = fakes.content([page], address=address, is_demo=False)
    [facts] = FACTS.findall(Framing(content).frame(page, "").meta)
    assert json.loads(facts) == {"@context": "https://schema.org", **LAW, **more}


@pytest.mark.parametrize(
    ("sample", "demo"),
    [pytest.param(True, False, id="a sample"), pytest.param(False, True, id="a site for showing")],
)
def test_machines_are_told_nothing_of_what_is_not_official(*, sample: bool, demo: bool) -> None:
    page = fakes.page("tk", "act.html", "law", law=LAW, sample=sample)
    meta = Framing(fakes.content([page], is_demo=demo)).frame(page, "").meta
    assert "ld+json" not in meta
    assert "Legislation" not in meta
