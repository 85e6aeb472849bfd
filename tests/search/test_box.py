"""The search box in a browser: keys, roles, touch, bad input; and nothing that is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.search.conftest import Open
from tests.support.waiting import wait_until

pytestmark = pytest.mark.browser

BOX = "#_find"
PLACE = (
    "[...document.querySelectorAll('[role=option]')].findIndex(each => each.id === "
    "document.querySelector('#_find').getAttribute('aria-activedescendant'))"
)


def typed(page: Page, words: str = "care", box: str = BOX) -> None:
    """Type into a box, and wait for what it finds."""
    page.locator(box).click()
    page.locator(box).press_sequentially(words)
    wait_until(page, "words => window.gollanmaSearch && gollanmaSearch.answered === words", words)
    expect(page.locator("[role=option]").first).to_be_visible()


# --- the box


@pytest.mark.parametrize(
    "address", ["en/index.html", "sop/intake.html", "ru/about.html", "en/search.html"]
)
def test_every_page_has_a_box_in_its_header(open_page: Open, address: str) -> None:
    box = open_page(address).locator(".top").get_by_role("search").get_by_role("combobox")
    expect(box).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_attribute("autocomplete", "off")


def test_the_home_page_has_a_large_one_too(open_page: Open) -> None:
    page = open_page("en/index.html")
    typed(page, box="#_find-large")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#_find-large")).to_have_attribute("aria-activedescendant", "_find-large-0")


def test_the_script_comes_only_when_somebody_turns_to_the_box(open_page: Open) -> None:
    page = open_page()
    scripts = "[...document.scripts].filter(each => each.src.includes('search.js')).length"
    assert page.evaluate(scripts) == 0
    page.locator(BOX).focus()
    assert page.evaluate(scripts) == 1
    page.locator(BOX).blur()
    page.locator(BOX).focus()
    assert page.evaluate(scripts) == 1


def test_a_box_whose_script_is_missing_gives_way_to_a_link(
    contexts: Callable[..., BrowserContext], searched: Path
) -> None:
    page = contexts().new_page()
    page.goto((searched / "en/act/intake.html").as_uri())
    page.evaluate("window.gollanmaFrame.search = 'none.js'")
    page.locator(BOX).focus()
    expect(page.locator(BOX)).to_be_hidden()
    page.locator("a.find").click()
    assert page.url == (searched / "en/search.html").as_uri()


@pytest.mark.parametrize(
    ("event", "opens"),
    [
        pytest.param({"key": "/", "code": "Slash"}, True, id="a slash"),
        pytest.param({"key": ".", "code": "Slash"}, True, id="its place on a Russian keyboard"),
        pytest.param({"key": "k", "code": "KeyK", "ctrlKey": True}, True, id="Ctrl+K"),
        pytest.param({"key": "л", "code": "KeyK", "ctrlKey": True}, True, id="with Cyrillic keys"),
        pytest.param({"key": "k", "code": "KeyK", "metaKey": True}, True, id="Command+K"),
        pytest.param({"key": "k", "code": "KeyK"}, False, id="a letter alone"),
        pytest.param({"key": ".", "code": "Period"}, False, id="a full stop"),
        pytest.param({"key": "/", "code": "Slash", "ctrlKey": True}, False, id="Ctrl and a slash"),
    ],
)
def test_keys_that_open_the_box(
    open_page: Open,
    event: dict[str, object],
    opens: bool,  # noqa: FBT001
) -> None:
    page = open_page()
    init = {"bubbles": True, "cancelable": True, **event}
    page.evaluate("init => document.body.dispatchEvent(new KeyboardEvent('keydown', init))", init)
    assert page.evaluate("document.activeElement.id === '_find'") is opens


def test_a_slash_in_a_field_is_a_slash(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    expect(page.locator(BOX)).to_have_value("a/b")


# --- the list


def test_the_list_says_what_it_is(open_page: Open) -> None:
    page = open_page()
    typed(page)
    box, options = page.locator(BOX), page.get_by_role("listbox").get_by_role("option")
    expect(box).to_have_attribute("aria-expanded", "true")
    assert box.get_attribute("aria-controls") == page.get_by_role("listbox").get_attribute("id")
    expect(options).to_have_count(7)
    expect(options.first).to_contain_text("Procedure")
    expect(options.first.locator(".tag-warn")).to_have_text("Draft · sample")
    expect(options.nth(1).locator(".tag-ok")).to_have_text("Draft")
    expect(options.first.locator("mark")).to_have_text("word")
    expect(page.get_by_role("search").get_by_role("status")).to_have_text("Found: 25")


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        pytest.param([], -1, id="nothing is chosen for anybody"),
        pytest.param(["ArrowDown"], 0, id="down to the first"),
        pytest.param(["ArrowDown", "ArrowDown", "ArrowUp"], 0, id="and up again"),
        pytest.param(["ArrowDown", "ArrowUp"], -1, id="back to the field"),
        pytest.param(["ArrowUp"], 6, id="up to the last"),
        pytest.param(["ArrowUp", "ArrowDown"], -1, id="round by the field"),
        pytest.param(["ArrowDown", "Home"], 0, id="Home belongs to the text"),
    ],
)
def test_arrows_choose(open_page: Open, keys: list[str], place: int) -> None:
    page = open_page()
    typed(page)
    for key in keys:
        page.keyboard.press(key)
    assert page.evaluate(PLACE) == place
    assert page.locator("[aria-selected=true]").count() == (place >= 0)
    assert page.evaluate("document.activeElement.id") == "_find"
    expect(page.locator(BOX)).to_have_value("care")


@pytest.mark.parametrize(("key", "caret"), [("Home", 0), ("End", 4), ("ArrowLeft", 3)])
def test_keys_of_the_text_keep_their_meaning(open_page: Open, key: str, caret: int) -> None:
    page = open_page()
    typed(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    assert page.evaluate("document.querySelector('#_find').selectionStart") == caret


def test_enter_opens_what_is_chosen(open_page: Open, searched: Path) -> None:
    page = open_page()
    typed(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url((searched / "en/sop/intake.html").as_uri() + "#b")


def test_a_click_opens_too(open_page: Open, searched: Path) -> None:
    page = open_page()
    typed(page)
    page.get_by_role("option").nth(1).click()
    page.wait_for_url((searched / "en/act/intake.html").as_uri())


def test_escape_closes_then_clears_then_leaves(open_page: Open) -> None:
    page = open_page()
    typed(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "false")
    expect(page.locator(BOX)).to_have_value("care")
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).not_to_be_focused()


def test_an_arrow_opens_the_list_again(open_page: Open) -> None:
    page = open_page()
    typed(page)
    page.keyboard.press("Alt+ArrowUp")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()


def test_tab_leaves_and_closes(open_page: Open) -> None:
    page = open_page()
    typed(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Search")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_keys_of_an_unfinished_character_choose_nothing(open_page: Open) -> None:
    page = open_page()
    typed(page)
    page.evaluate(
        "document.querySelector('#_find').dispatchEvent(new KeyboardEvent('keydown',"
        "{key: 'ArrowDown', isComposing: true, bubbles: true}))"
    )
    assert page.evaluate(PLACE) == -1


def test_the_list_follows_every_letter(open_page: Open) -> None:
    page = open_page()
    typed(page, "тел")
    expect(page.get_by_role("option").first).to_contain_text("Page 1 of тел")
    page.keyboard.press("Backspace")
    expect(page.get_by_role("option").first).to_contain_text("Page 1 of те")
    page.locator(BOX).fill("")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_where_nothing_is_found_near_terms_and_all_terms_are_offered(open_page: Open) -> None:
    page = open_page()
    typed(page, "nothing")
    expect(page.get_by_role("option")).to_have_text(["Did you mean word?", "Near", "All terms A–Z"])
    page.get_by_role("option").first.click()
    expect(page.locator(BOX)).to_have_value("word")
    expect(page.get_by_role("option").first).to_contain_text("Page 1 of word")


def test_a_mixed_copy_says_so(open_page: Open) -> None:
    page = open_page()
    typed(page, "mixed")
    expect(page.locator(".find-note")).to_contain_text("mixed from two builds")


# --- whatever is typed or found stays text


BLANK = [
    pytest.param("   \t ", id="only blanks"),
    pytest.param("\x01\x02\x7f\u200b\u202e", id="only characters that are not seen"),
    pytest.param("\ud83d", id="half an emoji"),
]
HOSTILE = [
    pytest.param("a" * 10_000, id="ten thousand letters"),
    pytest.param("\x01\x02\x7f\u200b\u202etxt", id="characters that are not seen"),
    pytest.param("🦄👩‍👩‍👧 care", id="emoji"),
    pytest.param(".*+?^${}()|[]\\", id="a regular expression"),
    pytest.param("<script>alert(1)</script>", id="a script"),
    pytest.param("{n} {words} {query}", id="holes of a sentence"),
    pytest.param("__proto__ constructor", id="names of the language"),
    pytest.param("%E0%A4%A & #q=", id="pieces of an address"),
]


def put(page: Page, words: str) -> None:
    """Put words into the box as a paste does, and press Enter."""
    page.locator(BOX).focus()
    wait_until(page, "window.gollanmaFound && gollanmaFound.results.onWords.length === 1")
    page.evaluate(
        "words => { const box = document.querySelector('#_find'); box.value = words;"
        "box.dispatchEvent(new Event('input', {bubbles: true})); }",
        words,
    )
    page.keyboard.press("Enter")


@pytest.mark.parametrize("words", BLANK)
def test_what_has_no_letter_asks_nothing(open_page: Open, words: str) -> None:
    page = open_page()
    put(page, words)
    wait_until(page, "Boolean(window.gollanmaSearch)")
    assert page.evaluate("gollanmaSearch.calls.length") == 0
    expect(page.get_by_role("listbox")).to_be_hidden()


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_that_is_typed_breaks_the_page(open_page: Open, words: str) -> None:
    page = open_page()
    put(page, words)
    expect(page.locator(".found h1")).to_have_text("Search results")
    asked = page.evaluate("gollanmaSearch.calls[gollanmaSearch.calls.length - 1][0]")
    assert 0 < len(asked) <= 200
    assert asked.isprintable()
    expect(page.locator(".found .head b").first).to_have_text(asked)


def test_whatever_is_found_stays_text(open_page: Open) -> None:
    page = open_page()
    title = page.title()
    typed(page, "hostile")
    expect(page.get_by_role("option").first).to_contain_text("<img src=x")
    page.keyboard.press("Enter")
    expect(page.locator(".hit").first).to_contain_text("{words} </a><script>")
    page.wait_for_timeout(100)
    assert page.locator("img, main script, .top script").count() == 0
    assert page.title() == title


# --- nothing is kept


KEPT = """[localStorage.length, sessionStorage.length, document.cookie, window.name, history.length,
history.state, location.href]"""


@pytest.mark.parametrize("address", ["en/act/intake.html", "en/search.html", "en/sop/intake.html"])
@pytest.mark.parametrize("words", ["care", "quick"])
def test_typing_and_asking_leaves_no_trace(open_page: Open, address: str, words: str) -> None:
    page = open_page(address)
    before, title = page.evaluate(KEPT), page.title()
    typed(page, words)
    page.keyboard.press("Enter")
    expect(page.locator(".hit")).to_have_count(10)
    assert page.evaluate(KEPT) == before
    assert page.title() == title


def test_who_comes_back_sees_nothing_of_it(open_page: Open, searched: Path) -> None:
    page = open_page()
    typed(page)
    page.keyboard.press("Enter")
    page.locator(".hit a").first.click()
    page.wait_for_url((searched / "en/sop/intake.html").as_uri() + "#b")
    page.go_back()
    expect(page.locator(BOX)).to_have_value("")
    assert page.locator(".found").count() == 0
    expect(page.locator("main h1")).to_be_visible()


# --- by touch, on a phone


PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}


def test_on_a_phone_the_box_lies_over_the_header(open_page: Open) -> None:
    page = open_page("en/sop/intake.html", **PHONE)
    page.locator(BOX).tap()
    page.locator(BOX).press_sequentially("care")
    expect(page.get_by_role("option").first).to_be_visible()
    popup, around = page.locator(".find-popup"), page.locator(".top .find-in").bounding_box()
    assert around == {"x": 0, "y": 0, "width": 360, "height": around and around["height"]}
    heights = page.get_by_role("option").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44
    bottom = popup.bounding_box()
    exit_top = page.locator("a.exit").bounding_box()
    assert bottom
    assert exit_top
    assert bottom["y"] + bottom["height"] <= exit_top["y"]
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    close = page.get_by_role("button", name="Close")
    size = close.bounding_box()
    assert size
    assert min(size["width"], size["height"]) >= 44
    close.tap()
    expect(popup).to_be_hidden()
    expect(page.locator(BOX)).not_to_be_focused()


def test_a_tap_opens_a_result(open_page: Open, searched: Path) -> None:
    page = open_page(**PHONE)
    page.locator(BOX).tap()
    page.locator(BOX).press_sequentially("care")
    page.get_by_role("option").first.tap()
    page.wait_for_url((searched / "en/sop/intake.html").as_uri() + "#b")


# --- without script


def test_without_script_a_link_leads_to_the_page_of_search(open_page: Open, searched: Path) -> None:
    page = open_page("ru/sop/intake.html", java_script_enabled=False)
    expect(page.locator(BOX)).to_be_hidden()
    page.locator("a.find").click()
    assert page.url == (searched / "ru/search.html").as_uri()
