"""A step or provision is cited, copied or printed alone; a page that is left quickly leaves nothing."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser

QUIET = "sop/sp-07.html"
COPIED = """document.addEventListener('copy', () => { window.taken = document.activeElement.value; });
window.print = () => { window.printed = (window.printed || 0) + 1; };"""


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
    expect(fold.locator("summary + p")).to_be_visible()
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
