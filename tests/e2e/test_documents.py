"""The files of the site, read without a browser: markup, words, ways."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest

from tests.e2e.conftest import Places, kind_of
from tests.support.markup import Document

LINK = re.compile(r'<a [^>]*?href="?(?P<way>[^"#\s>]+)')
NAMES = frozenset(
    [
        "Gollanma",
        "sphinx-needs",
        "StrictDoc",
        "Doorstop",
        "pofilter",
        "skosify",
        "COVID",
        "HTML",
        "Markdown",
        "OmegaT",
        "XLIFF",
        "Chrome",
        "Firefox",
        "Windows",
        "Word",
        "Akoma",
        "Ntoso",
        "WCAG",
        "AA",
        "DOCX",
        "GOV",
        "NHS",
        "Shift",
        "Tab",
        "UK",
        "Ctrl",
        "Enter",
        "Esc",
        "PDF",
        "USB",
        "RU",
        "Creative",
        "YAML",
        "id",
        "LSP",
        "Visual",
        "Studio",
        "Code",
        "Generic",
        "Client",
        "Neovim",
        "Helix",
        "Commons",
        "Attribution",
        "Apache",
        "License",
        "UNICEF",
        "UNDP",
        "Linux",
        "PowerShell",
        "macOS",
        "Bluetooth",
        "QR",
        "sphinx",
        "needs",
        "StrictDoc",
        "Doorstop",
        "pofilter",
        "skosify",
    ]
)
"""Latin words that a Russian page may have: names of things that have no other."""
CODE = re.compile(r"\b(?:[A-Z]+[0-9]*-?\d+|[IVXLC]+|s/[a-z0-9-]+\.html|index\.html)\b")
LATIN = re.compile(r"[A-Za-z]{2,}")
ENGLISH = re.compile(
    r"\b(?:the|of|and|for|not|with|is|are|this|that|from|to|page|home|draft|version|step|index"
    r"|search|yes|none|must|should|who|when|where|what|records|terms|error|warning|content)\b",
    re.IGNORECASE,
)
UNREACHED = frozenset(("404.html", "page.html"))
"""The page for lost readers, and the one that the quick exit opens."""


def document(site: Path, place: str) -> Document:
    return Document.of((site / place).read_text("utf-8"))


def test_markup_leaves_nothing_to_guess(site: Path, places: Places) -> None:
    faults = {place: document(site, place).faults for place in places}
    assert {place: found for place, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        pytest.param("<div>a", "<div> stays open", id="never closed"),
        pytest.param("<p><b>a</p></b>", "</p> closes <b>", id="closed in the wrong order"),
        pytest.param("<p><ul></ul></p>", "</p> closes <>", id="a list in a paragraph"),
        pytest.param("<ul><p></p></ul>", "<p> in <ul>", id="a paragraph in a list"),
        pytest.param("<ul>a</ul>", "words in <ul>: a", id="words in a list"),
        pytest.param("<li>a</li>", "<li> in <>", id="an entry without a list"),
        pytest.param('<p id="a"></p><p id="a"></p>', "two #a", id="one name twice"),
        pytest.param('<p id="a" id="b"></p>', "<p> has two id", id="one attribute twice"),
        pytest.param('<label for="a"></label>', "no #a", id="a label of nothing"),
        pytest.param(
            "<a><b><a></a></b></a>",
            "a link within something that is pressed",
            id="a link in a link",
        ),
        pytest.param(
            "<label><span><a></a></span></label>",
            "a link within something that is pressed",
            id="a link in a label",
        ),
        pytest.param("<p/>", "<p/> outside SVG", id="closed where it opens"),
    ],
)
def test_a_fault_of_markup_is_seen(html: str, fault: str) -> None:
    assert fault in Document.of(html).faults


def test_every_page_has_its_landmarks_once(site: Path, places: Places) -> None:
    wrong = []
    for place in places:
        names = document(site, place).names
        once = ["main", "h1", "title"]
        once += [] if kind_of(site, place)[0] == "neutral" else ["footer"]
        wrong += [(place, name) for name in once if names.count(name) != 1]
    assert wrong == []


def test_headings_leave_out_no_level(site: Path, places: Places) -> None:
    gaps = {
        place: [(one, other) for one, other in pairwise((0, *levels)) if other > one + 1]
        for place in places
        for levels in [document(site, place).headings]
    }
    assert {place: found for place, found in gaps.items() if found} == {}


def test_what_a_reader_needs_comes_before_what_stands_beside(site: Path, typical: Places) -> None:
    wrong = []
    for place in typical:
        html = (site / place).read_text("utf-8")
        order = [html.find(each) for each in ('<a class="skip', "<main", "class=side", "<footer")]
        found = [each for each in order if each >= 0]
        wrong += [place] if found != sorted(found) else []
    assert wrong == []


def foreign(site: Path, place: str) -> Iterator[str]:
    """Yield the words that do not belong on a page; what is marked as another language may."""
    lang = kind_of(site, place)[2]
    for spoken, words in document(site, place).words:
        if spoken == lang == "ru":
            yield from set(LATIN.findall(CODE.sub("", words))) - NAMES
        if spoken == lang == "tk":
            yield from re.findall(r"\w*[А-Яа-яЁё]\w*", words) + ENGLISH.findall(CODE.sub("", words))


def test_no_page_has_a_word_of_another_language(site: Path, places: Places) -> None:
    found = {place: sorted(set(foreign(site, place))) for place in places}
    assert {place: words for place, words in found.items() if words} == {}


def ways(site: Path, place: str) -> Iterator[str]:
    for found in LINK.finditer((site / place).read_text("utf-8")):
        way = unquote(found["way"])
        if not re.match(r"[a-z]+:", way):
            yield normpath(join(dirname(place), way))


def test_links_alone_lead_from_the_home_page_to_every_page(site: Path, every: Places) -> None:
    reached, ahead = {"index.html"}, ["index.html"]
    while ahead:
        new = set(ways(site, ahead.pop())) - reached
        reached |= new
        ahead += [each for each in new if each.endswith(".html")]
    left = [each for each in every if each.rpartition("/")[2] not in UNREACHED]
    assert sorted(set(left) - reached) == []
