"""The site in a browser, opened from a folder as on a stick without internet."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from gollanma.site import build
from tests.site import fakes

pytestmark = pytest.mark.browser

LIST = """<h1>Procedures</h1>
<form class="filter" data-filter="list" hidden>
<select name="group"><option value=""></option><option value="women">W</option></select>
<input type="search" aria-label="words"><b data-count></b><p data-none hidden>nothing</p></form>
<ul id="list"><li data-entry data-group="women child">Zorluk</li>
<li data-entry data-group="child">Çaga</li></ul>
<details><summary>More</summary><p id="inside">Inside</p></details>"""

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a site with a list that can be narrowed, in a folder with a difficult name."""
    root = tmp_path_factory.mktemp("сайт % #1")
    content = fakes.content()
    html = lambda page: LIST if page.template == "index.html" else content.html(page)  # noqa: E731
    return build(fakes.project(root / "p"), root / "site", replace(content, html=html)).folder


@pytest.fixture
def open_page(browser: Browser, folder: Path) -> Iterator[Open]:
    """Give what opens a page; whatever the browser complains of fails the test."""
    said: list[str] = []
    contexts = []

    def opened(address: str, fragment: str = "", **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((folder / address).as_uri() + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []


@pytest.mark.parametrize("width", [360, 768, 1024, 1280])
@pytest.mark.parametrize("address", ["index.html", "ru/sop/intake.html", "en/about.html"])
def test_no_page_scrolls_sideways(open_page: Open, address: str, width: int) -> None:
    page = open_page(address, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_switch_keeps_page_and_place(open_page: Open) -> None:
    page = open_page("sop/intake.html", "#b")
    page.get_by_role("link", name="Русский").click()
    assert page.url.endswith("/ru/sop/intake.html#b")


def test_the_quick_exit_leaves_no_way_back(open_page: Open) -> None:
    page = open_page("en/index.html")
    page.goto(page.url.replace("index", "sop/intake"))
    page.get_by_role("link", name="Leave this page").click()
    expect(page).to_have_title("Calendar")
    page.go_back()
    assert page.url.endswith("/en/index.html")


def test_a_list_is_narrowed_by_choice_and_by_plain_letters(open_page: Open) -> None:
    page = open_page("sop/index.html")
    shown = page.locator("[data-entry]:visible")
    expect(page.locator("[data-count]")).to_have_text("2")
    page.select_option("select", "women")
    assert shown.all_inner_texts() == ["Zorluk"]
    page.get_by_role("searchbox").fill("caga")
    expect(page.locator("[data-none]")).to_be_visible()
    page.select_option("select", "")
    assert shown.all_inner_texts() == ["Çaga"]


def test_without_script_everything_reads_and_leads_on(open_page: Open) -> None:
    page = open_page("sop/index.html", java_script_enabled=False)
    assert page.locator("[data-entry]:visible").count() == 2
    assert page.locator("form:visible").count() == 0
    page.get_by_role("link", name="Русский").click()
    assert page.url.endswith("/ru/sop/index.html")


def test_a_link_into_a_closed_fold_opens_it(open_page: Open) -> None:
    page = open_page("sop/index.html", "#inside")
    expect(page.locator("#inside")).to_be_visible()


def test_folds_are_open_on_paper_and_closed_again_afterwards(open_page: Open) -> None:
    page = open_page("sop/index.html")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#inside")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#inside")).to_be_hidden()


@pytest.mark.parametrize(
    ("day", "is_shown"),
    [
        pytest.param("2027-11-11T12:00:00", False, id="not while the content is fresh"),
        pytest.param("2027-11-12T12:00:00", True, id="a year after its newest date"),
        pytest.param("1970-01-01T12:00:00", False, id="not by a clock that was never set"),
    ],
)
def test_an_old_copy_says_so(open_page: Open, day: str, is_shown: bool) -> None:  # noqa: FBT001
    page = open_page("en/index.html")
    page.clock.set_fixed_time(day)
    page.reload()
    assert page.get_by_text("more than a year old").is_visible() is is_shown


def test_keyboard_reaches_the_content_first(open_page: Open) -> None:
    page = open_page("en/sop/intake.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


SCRIPT = Path(__file__).parents[2] / "generator/gollanma/render/assets/gollanma.js"


@pytest.mark.parametrize("modern", [r"=>", r"\blet\b", r"\?\.", r"\?\?", r"\bimport\b", r"`"])
def test_the_script_keeps_to_what_old_browsers_know(modern: str) -> None:
    code = re.sub(r"/\*.*?\*/", "", SCRIPT.read_text("utf-8"), flags=re.DOTALL)
    assert not re.search(modern, code)
