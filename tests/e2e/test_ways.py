"""What readers do on the real site: change the language, leave, narrow a list, print."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import Places

pytestmark = pytest.mark.browser

URGENT = "sop/sp-07.html"
STEP = re.compile(r'<li class="?step"? id="?(?P<id>[a-z0-9-]+)')


def steps(site: Path, place: str) -> list[str]:
    return [found["id"] for found in STEP.finditer((site / place).read_text("utf-8"))]


@pytest.mark.parametrize(
    ("link", "arrives"),
    [
        pytest.param("Русский", "ru/sop/intake.html", id="to Russian"),
        pytest.param("English", "en/sop/intake.html", id="to English"),
    ],
)
def test_another_language_opens_at_the_same_step(
    site: Path, fresh: BrowserContext, link: str, arrives: str
) -> None:
    page, step = fresh.new_page(), steps(site, "sop/intake.html")[3]
    page.goto((site / "sop/intake.html").as_uri() + f"#{step}")
    expect(page.locator("header.top form.find")).to_be_visible()
    expect(page.locator(f"#{step}")).to_be_in_viewport()  # then nothing moves any more
    page.get_by_role("navigation").get_by_role("link", name=link, exact=True).click()
    expect(page).to_have_url((site / arrives).as_uri() + f"#{step}")
    expect(page.locator(f"#{step}")).to_be_in_viewport()


def test_without_script_another_language_opens_the_same_page(
    site: Path, without_script: Page
) -> None:
    without_script.goto((site / "sop/intake.html").as_uri())
    without_script.get_by_role("link", name="Русский", exact=True).click()
    expect(without_script).to_have_url((site / "ru/sop/intake.html").as_uri())


def test_the_quick_exit_shows_a_neutral_page_and_leaves_no_way_back(
    site: Path, fresh: BrowserContext
) -> None:
    page = fresh.new_page()
    page.goto((site / "ru/sop/index.html").as_uri())
    page.goto((site / "ru" / URGENT).as_uri())
    assert page.title() == "Процедура SP-07 · Gollanma"
    page.locator("a.exit").click()
    expect(page).to_have_url((site / "ru/page.html").as_uri())
    assert "Gollanma" not in page.title()
    page.go_back()
    assert page.url == (site / "ru/sop/index.html").as_uri()


def test_danger_comes_before_everything_else_on_a_phone(site: Path, fresh: BrowserContext) -> None:
    page = fresh.new_page()
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto((site / URGENT).as_uri())
    places = ["main .urgent", "main .actions", "main .toc-phone", "#_when", "#_steps", ".side"]
    tops = [
        page.locator(each).evaluate("each => each.getBoundingClientRect().top") for each in places
    ]
    assert tops == sorted(tops)


def test_each_choice_of_a_list_shows_what_carries_it(site: Path, fresh: BrowserContext) -> None:
    page = fresh.new_page()
    page.goto((site / "en/service/index.html").as_uri())
    every, shown = page.locator("[data-entry]"), page.locator("[data-entry]:visible")
    assert shown.count() == every.count()
    narrowed = []
    for select in page.locator("form[data-filter] select").all():
        for value in select.locator("option").evaluate_all("all => all.map(each => each.value)"):
            select.select_option(value)
            expect(page.locator("[data-count]")).to_have_text(str(shown.count()))
            narrowed.append(0 < shown.count() < every.count())
        select.select_option("")
    assert any(narrowed)
    assert shown.count() == every.count()


def test_a_list_is_narrowed_by_words_in_plain_letters(site: Path, fresh: BrowserContext) -> None:
    page = fresh.new_page()
    page.goto((site / "service/index.html").as_uri())
    shown = page.locator("[data-entry]:visible")
    page.get_by_role("searchbox").fill("masgala")
    assert 0 < shown.count() < page.locator("[data-entry]").count()
    assert all("maşgala" in each.lower() for each in shown.all_inner_texts())
    page.get_by_role("searchbox").fill("xyzzy")
    expect(page.locator("[data-none]")).to_be_visible()


def test_without_script_a_list_is_whole_and_offers_no_choice(
    site: Path, without_script: Page
) -> None:
    without_script.goto((site / "service/index.html").as_uri())
    entries = without_script.locator("[data-entry]")
    assert entries.count() == without_script.locator("[data-entry]:visible").count() > 0
    expect(without_script.locator("form[data-filter]")).to_be_hidden()


def test_without_script_the_provision_of_an_address_is_marked(
    site: Path, without_script: Page
) -> None:
    without_script.goto((site / "act/social-services/a1.html").as_uri() + "#a1.2")
    here = without_script.locator("[id='a1.2']")
    expect(here).to_be_in_viewport()
    ground = "each => getComputedStyle(each).backgroundColor"
    assert here.evaluate(ground) != without_script.locator("[id='a1.3']").evaluate(ground)


def test_a_citation_is_at_hand_for_every_part(site: Path, fresh: BrowserContext) -> None:
    page = fresh.new_page()
    page.goto((site / "en/act/social-services/a1.html").as_uri())
    unit = page.locator("[id='a1.2']")
    unit.locator("summary").first.click()
    expect(unit.locator(".refs p").first).to_contain_text("Article 1")


CELLS = """() => [...document.querySelectorAll('main td')]
  .filter(each => !each.offsetParent && !['–', '0', ''].includes(each.textContent.trim()))
  .map(each => each.textContent)"""
SIDEWAYS = """() => [...document.querySelectorAll('main *')]
  .filter(each => each.scrollWidth > each.clientWidth && getComputedStyle(each).overflowX == 'auto')
  .map(each => each.className)"""


TORN = """(words) => {
  const torn = [], walker = document.createTreeWalker(document.querySelector('main'), 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement.closest('code, .vh, .lang, thead');
    if (around && (around.tagName == 'CODE' || getComputedStyle(around).clipPath != 'none')) continue;
    for (const word of node.data.matchAll(new RegExp(words, 'gu'))) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const tops = new Set([...range.getClientRects()].map(each => Math.round(each.top)));
      if (tops.size > 1) torn.push(word[0]);
    }
  }
  return torn;
}"""


WORD = r"[^\s\u2010-\u2014./-]+"
ORDINAL = r"(?<![\p{L}\d-])\d+-\p{L}{1,5}(?![\p{L}-])"


@pytest.mark.parametrize("width", [360, 1280])
def test_no_ordinal_ends_a_line_at_its_hyphen(
    site: Path, several: Places, fresh: BrowserContext, width: int
) -> None:
    assert (
        torn_in(site, [*several, "sop/intake.html", "sop/sp-07.html"], fresh, width, ORDINAL) == {}
    )


@pytest.mark.parametrize("width", [360, 1280])
def test_no_word_is_torn(site: Path, several: Places, fresh: BrowserContext, width: int) -> None:
    assert torn_in(site, [*several, "ru/sop/intake.html"], fresh, width, WORD) == {}


def torn_in(
    site: Path, places: Iterable[str], fresh: BrowserContext, width: int, words: str
) -> dict[str, list[str]]:
    """Give the words of each page, as a pattern tells them, that stand on two lines."""
    page = fresh.new_page()
    page.set_viewport_size({"width": width, "height": 780})
    torn = {}
    for place in places:
        page.goto((site / place).as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        found = page.evaluate(TORN, words)
        if found:
            torn[place] = found
    return torn


def test_a_phone_shows_every_cell_that_says_something(
    site: Path, several: Places, fresh: BrowserContext
) -> None:
    page = fresh.new_page()
    page.set_viewport_size({"width": 360, "height": 780})
    for place in several:
        page.goto((site / place).as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert (page.evaluate(CELLS), page.evaluate(SIDEWAYS)) == ([], []), place


@pytest.mark.parametrize("place", [URGENT, "act/social-services/a1.html"])
def test_on_paper_folds_are_open_and_there_is_nothing_to_press(
    site: Path, without_script: Page, place: str
) -> None:
    without_script.goto((site / place).as_uri())
    without_script.emulate_media(media="print", color_scheme="dark")
    for hidden in (".langs", ".menu", "nav", ".foot-menu", ".side", ".toc", ".toc-phone"):
        assert without_script.locator(f"{hidden}:visible").count() == 0, hidden
    fold = "details:not(.refs details, .report, .due) > :not(summary)"  # what is for a screen alone
    folds = without_script.locator(f"main > section {fold}, main > .law > {fold}")
    heights = folds.evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
    assert heights
    assert all(heights)
    style = "each => [getComputedStyle(each).backgroundColor, getComputedStyle(each).color]"
    ground, ink = without_script.locator("body").evaluate(style)
    assert (ground, ink) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")


def test_the_keyboard_reaches_the_content_first(site: Path, fresh: BrowserContext) -> None:
    page = fresh.new_page()
    page.goto((site / URGENT).as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_title_stays_whole_where_it_holds_a_code(site: Path, fresh: BrowserContext) -> None:
    page = fresh.new_page()
    page.goto((site / "sop/sp-07.html").as_uri())
    assert "SP-07" in page.title()
    expect(page.locator("main .nb", has_text="SP-07").first).to_be_visible()
