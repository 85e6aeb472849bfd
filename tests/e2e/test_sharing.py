"""A step or provision is cited, copied or printed alone; a page that is left quickly leaves nothing."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser

QUIET = "sop/sp-07.html"
COPIED = """document.addEventListener('copy', () => { window.taken = document.activeElement.value; });
window.print = () => { window.printed = (window.printed || 0) + 1; };"""


REDLINE = "act/social-services/draft-submitted/changes--2022-01-01.html"
PLACES = [
    pytest.param("sop/intake.html", ".step", id="steps"),
    pytest.param("act/social-services/a8.html", ".unit", id="parts and points of a law"),
    pytest.param(REDLINE, ".prov", id="changes of a law"),
]
CITED = """among => [...document.querySelectorAll(among)].map(place => ({
  id: place.id,
  ways: [...place.querySelectorAll(":scope > .refs > details > summary + p > a")].map(
    each => each.getAttribute("href")),
  words: place.querySelector(":scope > .refs p").textContent
}))"""
HEIGHTS = """among => [...document.querySelectorAll(`${among} > .refs`)].map(
  each => each.getBoundingClientRect().height)"""


@pytest.fixture
def page(fresh: BrowserContext) -> Page:
    """Give a page that tells what was copied, and that it was to be printed."""
    fresh.add_init_script(COPIED)
    return fresh.new_page()


@pytest.mark.parametrize(
    ("place", "fragment", "says"),
    [
        ("en/sop/intake.html", "consent", "step 3"),
        ("en/act/social-services/a8.html", "a8.2.3", "point 3 of part 2 of Article 8"),
        ("en/sop/intake.html", "_trust", "First"),
    ],
)
def test_a_place_is_copied_by_its_address_and_by_its_citation(
    site: Path, page: Page, place: str, fragment: str, says: str
) -> None:
    page.goto((site / place).as_uri())
    around = page.locator(f"[id='{fragment}']")
    fold = around.locator(".refs details").first
    fold.locator("summary").click()
    fold.get_by_role("button", name="Copy the address").click()
    expect(fold.get_by_role("status")).to_have_text("Copied")
    way = "" if fragment == "_trust" else f"#{fragment}"
    assert page.evaluate("window.taken") == (site / place).as_uri() + way
    fold.get_by_role("button", name="Copy the citation").click()
    assert page.evaluate("window.taken") == fold.locator("summary + p").text_content()
    assert says in page.evaluate("window.taken")
    assert "sample" in page.evaluate("window.taken")


@pytest.mark.parametrize(
    ("place", "fragment"),
    [
        pytest.param("sop/intake.html", "consent", id="a step"),
        pytest.param("act/social-services/a8.html", "a8.2.3", id="a point of a law"),
        pytest.param(REDLINE, "a1.3-1", id="a change of a law"),
    ],
)
def test_a_place_opens_in_another_language(
    site: Path, page: Page, place: str, fragment: str
) -> None:
    page.goto((site / place).as_uri())
    fold = page.locator(f"[id='{fragment}'] .refs details").first
    fold.locator("summary").click()
    ways = fold.locator(".row a")
    expect(ways).to_have_text(["Русский", "English"])
    for way, lang in zip(ways.all(), ("ru", "en"), strict=True):
        expect(way).to_have_attribute("lang", lang)
        expect(way).to_have_attribute("hreflang", lang)
    ways.first.click()
    expect(page).to_have_url((site / "ru" / place).as_uri() + f"#{fragment}")
    expect(page.locator(f"[id='{fragment}']")).to_be_in_viewport()


@pytest.mark.parametrize(("place", "among"), PLACES)
def test_every_place_can_be_cited(site: Path, without_script: Page, place: str, among: str) -> None:
    """Its citation is a link to it, so that a browser copies the address without a script."""
    without_script.goto((site / place).as_uri())
    cited = without_script.evaluate(CITED, among)
    assert cited
    assert [each for each in cited if each["ways"] != [f"#{each['id']}"]] == []
    assert len({each["words"] for each in cited}) == len(cited)


@pytest.mark.parametrize(("place", "among"), PLACES[:2])
def test_below_a_place_stands_one_quiet_line(
    site: Path, page: Page, place: str, among: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    for lang in ("", "ru/", "en/"):
        page.goto((site / f"{lang}{place}").as_uri())
        heights = page.evaluate(HEIGHTS, among)
        assert heights
        assert 32 <= min(heights) <= max(heights) <= 44, lang


def test_the_folds_of_a_page_are_told_apart(site: Path, page: Page) -> None:
    page.goto((site / "en/sop/intake.html").as_uri())
    folds = page.locator(".step > .refs summary")
    labels = {each.get_attribute("aria-label") for each in folds.all()}
    assert "Cite: Ask for consent to use information" in labels
    assert len(labels) == folds.count()
    page.goto((site / "en/act/social-services/a4.html").as_uri())
    expect(page.get_by_label("Cite: 2)", exact=True)).to_have_count(1)


def test_the_tools_of_a_place_come_once(site: Path, page: Page) -> None:
    page.goto((site / "en/sop/intake.html").as_uri())
    fold = page.locator("#consent .refs details")
    for _ in range(3):
        fold.locator("summary").click()
    expect(fold.get_by_role("button")).to_have_text(
        ["Copy the address", "Copy the citation", "Print this alone"]
    )


def test_a_short_address_leads_to_the_step_that_it_names(site: Path, page: Page) -> None:
    page.goto((site / "en/s/sp-01.html").as_uri() + "#consent")
    page.wait_for_url("**/en/sop/intake.html#consent")
    expect(page.locator("#consent h3")).to_be_in_viewport()


def test_a_step_is_printed_alone_with_its_title_mark_and_citation(site: Path, page: Page) -> None:
    page.goto((site / "en/sop/intake.html").as_uri())
    fold = page.locator("#consent .refs details")
    fold.locator("summary").click()
    fold.get_by_role("button", name="Print this alone").click()
    assert page.evaluate("window.printed") == 1
    page.emulate_media(media="print")
    for shown in ("#consent h3", "#consent .refs summary + p", ".head h1", ".strip"):
        expect(page.locator(shown)).to_be_visible()
    for hidden in ("#welcome", "#_when", "#_trust", ".urgent", "#consent .refs button"):
        expect(page.locator(hidden).first).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#welcome")).to_be_visible()


def test_the_clipboard_remembers_no_page_that_is_left_quickly(site: Path, page: Page) -> None:
    page.goto((site / "en" / QUIET).as_uri())
    fold = page.locator("#listen .refs details")
    fold.locator("summary").click()
    expect(fold.get_by_role("button")).to_have_text(["Print this alone"])


def test_without_script_the_citation_is_there_and_no_button(
    site: Path, without_script: Page
) -> None:
    without_script.goto((site / "en/sop/intake.html").as_uri())
    fold = without_script.locator("#consent .refs details")
    fold.locator("summary").click()
    cited = fold.locator("summary + p")
    expect(cited).to_contain_text("step 3")
    cited.get_by_role("link").click()
    expect(without_script).to_have_url((site / "en/sop/intake.html").as_uri() + "#consent")
    assert fold.get_by_role("button").count() == 0
    assert without_script.locator(".with-script:visible").count() == 0


@pytest.mark.parametrize(("key", "times"), [("Shift", 3), ("Escape", 2)])
def test_a_key_pressed_again_and_again_leaves(site: Path, page: Page, key: str, times: int) -> None:
    page.goto((site / "en" / QUIET).as_uri())
    expect(page.locator(".with-script")).to_be_visible()
    for _ in range(times - 1):
        page.keyboard.press(key)
    page.keyboard.press("Tab")
    page.keyboard.press(key)
    assert page.url == (site / "en" / QUIET).as_uri()
    for _ in range(times - 1):
        page.keyboard.press(key)
    expect(page).to_have_url((site / "en/page.html").as_uri())


def test_these_keys_do_nothing_elsewhere(site: Path, page: Page) -> None:
    page.goto((site / "en/sop/intake.html").as_uri())
    for _ in range(4):
        page.keyboard.press("Shift")
        page.keyboard.press("Escape")
    assert page.url == (site / "en/sop/intake.html").as_uri()


def test_a_mistake_is_reported_without_a_title_or_a_name(site: Path, page: Page) -> None:
    page.goto((site / "en" / QUIET).as_uri())
    report = page.locator("details.report")
    report.locator("summary").click()
    expect(report.locator(".named")).to_have_text(
        "Page: en/sop/sp-07.html · version: 0.1 · language: English"
    )
