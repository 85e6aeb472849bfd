"""The pages of every kind, printed: as they were, whole, and with links that lead somewhere."""

import os
import re
from functools import cache

import pytest

from gollanma.checks.examples import base
from gollanma.exchange.forms import form_files
from gollanma.views import Page
from gollanma.views.addresses import page_of
from gollanma.views.links import in_language
from tests.render.test_pages import ENGLISH, GOLDEN, HOSTILE, HREF, ID, _leads, rendered
from tests.views.full import FULL, full

ON_ITS_PAGE = (
    "form/letter",
    "training/course",
    "practice/door",
    "document/guide",
    "term/record",
    "role/helper",
)


@cache
def site() -> dict[str, tuple[Page, str]]:
    return rendered(full().graph)


@pytest.mark.parametrize(
    "place",
    [
        "en/act/support.html",
        "act/support/2019.html",
        "en/act/support/a1.html",
        "ru/act/support/a1.html",
        "en/act/support/2019/a1.html",
        "act/command/p1.html",
        "en/term/record.html",
        "term/index.html",
        "en/form/letter.html",
        "en/role/helper.html",
        "en/organisation/centre.html",
        "en/territory/south.html",
        "en/group/children.html",
        "en/training/course.html",
        "en/training/course--trainer.html",
        "training/course--participant.html",
        "ru/training/course--certificate.html",
        "en/training/course--quiz.html",
        "en/training/course--slides.html",
        "en/practice/door.html",
        "en/practice/pr-01.html",
        "en/indicator/count.html",
        "en/document/guide.html",
        "en/fact/share.html",
        "en/calendar/2026.html",
        "en/coverage/index.html",
        "en/quality/index.html",
        "en/matrix/index.html",
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


def test_every_record_has_a_page() -> None:
    library = full().library
    kinds = {key.partition("/")[0] for key in library.records} - {"edition", "comment"}
    missing = [
        key
        for key in library.records
        if "@" not in key and page_of(library, key) not in site() and key.partition("/")[0] in kinds
    ]
    assert missing == []


def test_every_link_leads_to_a_place_of_a_page() -> None:
    ids = {place: {"main", *ID.findall(html)} for place, (_, html) in site().items()}
    ids |= {place: set() for place, _ in form_files(full().graph)}
    lost = [
        (place, link)
        for place, (_, html) in site().items()
        for link in HREF.findall(html)
        if not link.startswith(("https:", "tel:", "#i-")) and not _leads(place, link, ids, {"sop"})
    ]
    assert lost == []


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
        assert {each.anchor for each in page.toc} <= set(ID.findall(html)), page.address


def test_no_text_of_a_record_becomes_markup() -> None:
    files = {
        path: ENGLISH.sub(lambda _: HOSTILE, text.replace("translations: {en: checked}\n", ""))
        for path, text in {**base(), **FULL}.items()
        if path != "gollanma.yml"
    }
    project = full(files)
    assert not project.library.broken
    for _, html in rendered(project.graph).values():
        assert "<script" not in html
        assert "<b onclick" not in html


def test_what_a_view_lacks_prints_nothing() -> None:
    assert not [place for place, (_, html) in site().items() if re.search(r"\bNone\b", html)]


def test_every_place_of_an_act_is_on_one_of_its_pages() -> None:
    pages = [html for place, (_, html) in site().items() if place.startswith("act/support")]
    shown = {name for html in pages for name in ID.findall(html)}
    assert set(full().library.fragments_of("act/support@2021-01-01")) - shown == set()


@pytest.mark.parametrize("key", ON_ITS_PAGE)
def test_every_place_that_a_reference_can_name_is_on_the_page(key: str) -> None:
    fragments = set(full().library.fragments_of(key))
    assert fragments - set(ID.findall(site()[f"{key}.html"][1])) == set()


def test_all_languages_print_the_same_places() -> None:
    for page, html in site().values():
        if page.lang != "tk" and not page.address.startswith("term/index"):
            other = site()[in_language(page.address, "tk", "tk")][1]
            assert ID.findall(html) == ID.findall(other), (page.address, page.lang)
