"""All results in a browser: in the place of the page, narrowed, continued, copied, printed."""

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.search.conftest import Open
from tests.support.waiting import wait_until

pytestmark = pytest.mark.browser

BOX = "#_find"
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "rules => axe.run({runOnly: rules, resultTypes: ['violations'], preload: false})"
OPTIONS = "JSON.parse(JSON.stringify(gollanmaSearch.calls[gollanmaSearch.calls.length - 1][1]))"


def asked(page: Page, words: str = "care") -> None:
    """Ask for all results of some words."""
    page.locator(BOX).fill(words)
    page.keyboard.press("Enter")
    expect(page.locator(".found h1")).to_be_focused()


def test_results_take_the_place_of_the_page_and_give_it_back(open_page: Open) -> None:
    page = open_page("en/sop/intake.html", viewport={"width": 1280, "height": 400})
    page.evaluate("window.scrollTo({top: 120, behavior: 'instant'})")
    before = page.locator(".frame").get_attribute("class"), page.evaluate("window.scrollY")
    assert before[1] > 0
    asked(page)
    assert page.locator("main h1:visible").all_inner_texts() == ["Search results"]
    expect(page.locator(".toc")).to_be_hidden()
    page.get_by_role("button", name="Back to the page").click()
    assert page.locator("main h1:visible").all_inner_texts() == ["Ok"]
    after = page.locator(".frame").get_attribute("class"), page.evaluate("window.scrollY")
    assert after == before
    expect(page.locator("main")).to_be_focused()


def test_escape_gives_the_page_back_too(open_page: Open) -> None:
    page = open_page()
    asked(page)
    page.keyboard.press("Escape")
    assert page.locator(".found").count() == 0


def test_enter_is_not_lost_while_the_script_is_on_its_way(open_page: Open) -> None:
    page = open_page()
    page.evaluate("""() => {
      const box = document.querySelector('#_find');
      box.focus();
      box.value = 'care';
      box.form.requestSubmit();
    }""")
    expect(page.locator(".hit")).to_have_count(10)


def test_the_button_asks_and_an_empty_box_asks_for_words(open_page: Open) -> None:
    page = open_page()
    button = page.get_by_role("search").get_by_role("button", name="Search")
    button.click()
    expect(page.locator(BOX)).to_be_focused()
    page.locator(BOX).fill("care")
    button.click()
    expect(page.locator(".hit")).to_have_count(10)


def test_what_a_result_says(open_page: Open) -> None:
    page = open_page("en/index.html")
    asked(page)
    head, hit = page.locator(".found .head"), page.locator(".hit").first
    expect(head).to_contain_text("“care”. Found: 25. Letters were read as: caga → çaga.")
    expect(hit.locator(".tags")).to_have_text("ProcedureSP-01Draft · sample")
    expect(hit.get_by_role("heading")).to_have_text("Page 1 of care")
    expect(hit.locator("mark")).to_have_text("word")
    expect(hit).to_contain_text("On this page: Other step")
    expect(hit).to_contain_text("Why it was found: opeka → care")
    expect(page.locator(".found")).to_contain_text("What you type is stored nowhere")


def test_more_results_come_by_tens(open_page: Open) -> None:
    page = open_page()
    asked(page)
    page.get_by_role("button", name="Show 10 more").click()
    expect(page.locator(".hit")).to_have_count(20)
    expect(page.locator(".hit h3 a").nth(10)).to_be_focused()
    page.get_by_role("button", name="Show 5 more").click()
    expect(page.locator(".hit")).to_have_count(25)
    expect(page.get_by_role("button", name="more")).to_have_count(0)


def test_choices_narrow_and_keep_their_place(open_page: Open) -> None:
    page = open_page()
    asked(page)
    page.get_by_role("checkbox", name="act").check()
    expect(page.get_by_role("checkbox", name="act")).to_be_focused()
    assert page.evaluate(OPTIONS)["facets"] == {"kind": ["act"]}
    page.get_by_role("combobox", name="Place").select_option("b")
    expect(page.get_by_role("button", name="Remove filters")).to_be_visible()
    assert page.evaluate(OPTIONS)["facets"] == {"kind": ["act"], "place": ["b"]}
    page.get_by_role("button", name="Remove filters").click()
    expect(page.get_by_role("checkbox", name="act")).not_to_be_checked()
    assert page.evaluate(OPTIONS)["facets"] == {}


def test_other_languages_can_be_left_out(open_page: Open) -> None:
    page = open_page()
    asked(page)
    expect(page.locator(".found .note")).to_contain_text("opeka → care")
    page.get_by_role("button", name="Show English only").click()
    expect(page.get_by_role("button", name="Search in other languages too")).to_be_visible()
    assert page.evaluate(OPTIONS)["across"] is False
    page.get_by_role("button", name="Search in other languages too").click()
    expect(page.locator(".found .note")).to_contain_text("opeka → care")


def test_where_nothing_is_found_other_words_and_near_terms_are_offered(open_page: Open) -> None:
    page = open_page()
    asked(page, "nothing")
    expect(page.locator(".found")).to_contain_text("Nothing was found for “nothing”.")
    assert page.locator(".found li").all_inner_texts() == ["Near", "All terms A–Z"]
    page.get_by_role("button", name="word").click()
    expect(page.locator(BOX)).to_have_value("word")
    expect(page.locator(".hit")).to_have_count(10)


def test_a_result_on_the_same_page_leads_to_its_place(open_page: Open) -> None:
    page = open_page("en/sop/intake.html")
    asked(page)
    page.locator(".hit h3 a").first.click()
    expect(page.locator("#b")).to_be_visible()
    assert page.url.endswith("/en/sop/intake.html#b")


# --- the link to a search


def test_only_a_copied_link_holds_the_words(open_page: Open, searched: Path) -> None:
    page = open_page("en/search.html", permissions=["clipboard-write", "clipboard-read"])
    asked(page, "care & help")
    page.get_by_role("checkbox", name="act").check()
    expect(page.get_by_role("button", name="Remove filters")).to_be_visible()
    length = page.evaluate("history.length")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".found .part [role=status]")).to_contain_text("copied")
    link = (searched / "en/search.html").as_uri() + "#q=care+%26+help&kind=act"
    assert page.evaluate("navigator.clipboard.readText()") == link
    assert (page.url, page.evaluate("history.length")) == (link, length)
    asked(page, "other")
    assert page.url == (searched / "en/search.html").as_uri()


def test_where_copying_is_not_allowed_the_link_is_shown(open_page: Open, searched: Path) -> None:
    page = open_page()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    asked(page)
    page.get_by_role("button", name="Copy link").click()
    link = (searched / "en/search.html").as_uri() + "#q=care"
    expect(page.get_by_role("textbox", name="Copy this link")).to_have_value(link)
    assert page.url == (searched / "en/act/intake.html").as_uri()


@pytest.mark.parametrize(
    ("fragment", "across", "facets"),
    [
        pytest.param("#q=care", True, {}, id="words alone"),
        pytest.param("#q=care&across=0&kind=act&kind=sop", False, {"kind": ["act", "sop"]}, id="with choices"),
        pytest.param("#q=care&__proto__=x&%E0%A4=%", True, {"\ufffd": ["%"]}, id="hostile"),
    ],
)  # fmt: skip
def test_a_copied_link_opens_its_results(
    open_page: Open,
    fragment: str,
    across: bool,  # noqa: FBT001
    facets: dict[str, list[str]],
) -> None:
    page = open_page("en/search.html", fragment)
    expect(page.locator(".hit")).to_have_count(10)
    expect(page.locator(BOX)).to_have_value("care")
    options = page.evaluate(OPTIONS)
    assert (options["across"], dict(options["facets"])) == (across, facets)


def test_other_pages_take_no_words_from_their_address(open_page: Open) -> None:
    page = open_page("en/act/intake.html", "#q=care")
    page.locator(BOX).focus()
    wait_until(page, "window.gollanmaFound && Boolean(gollanmaFound.results)")
    wait_until(page, "Boolean(window.gollanmaSearch)")
    assert page.evaluate("gollanmaSearch.calls.length") == 0


@pytest.mark.parametrize(
    ("address", "words", "is_offered"),
    [
        pytest.param("en/act/intake.html", "care", True, id="most searches have a link"),
        pytest.param("en/act/intake.html", "quick", False, id="none that found a quick exit"),
        pytest.param("en/sop/intake.html", "care", False, id="none from a page with one"),
    ],
)
def test_a_search_for_help_leaves_no_link(
    open_page: Open,
    address: str,
    words: str,
    is_offered: bool,  # noqa: FBT001
) -> None:
    page = open_page(address)
    asked(page, words)
    assert page.get_by_role("button", name="Copy link").count() == is_offered
    page.get_by_role("checkbox", name="act").check()
    expect(page.get_by_role("button", name="Remove filters")).to_be_visible()
    assert page.get_by_role("button", name="Copy link").count() == is_offered


def test_a_link_that_finds_a_quick_exit_is_taken_from_the_address(
    open_page: Open, searched: Path
) -> None:
    page = open_page("en/search.html", "#q=quick")
    expect(page.locator(".hit")).to_have_count(10)
    assert page.url == (searched / "en/search.html").as_uri()


def test_the_quick_exit_stands_by_while_it_may_be_needed(open_page: Open, searched: Path) -> None:
    page = open_page()
    asked(page, "quick")
    expect(page.locator("a.exit")).to_be_visible()
    page.keyboard.press("Escape")
    assert page.locator("a.exit").count() == 0
    asked(page, "quick")
    page.locator("a.exit").click()
    page.wait_for_url((searched / "en/page.html").as_uri())
    expect(page).to_have_title("Calendar")


# --- for everyone, and on paper


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("words", ["care", "nothing", "quick"])
@pytest.mark.parametrize("shown", ["list", "results"])
def test_nobody_is_kept_out(
    open_page: Open, scheme: str, width: int, words: str, shown: str
) -> None:
    size = {"width": width, "height": 800}
    page = open_page("en/act/intake.html", viewport=size, color_scheme=scheme, bypass_csp=True)
    if shown == "results":
        asked(page, words)
    else:
        page.locator(BOX).fill(words)
        expect(page.get_by_role("option").first).to_be_visible()
        page.keyboard.press("ArrowDown")
    page.evaluate(AXE)
    found = page.evaluate(RUN, RULES)["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_on_paper_stand_the_results_and_nothing_to_press(open_page: Open) -> None:
    page = open_page()
    asked(page)
    page.emulate_media(media="print")
    expect(page.locator(".hit").first).to_be_visible()
    expect(page.locator(".found")).to_contain_text("“care”. Found: 25.")
    seen = page.locator("button:visible, input:visible, select:visible, .found [role=status]:visible")  # fmt: skip
    assert seen.all_inner_texts() == []
