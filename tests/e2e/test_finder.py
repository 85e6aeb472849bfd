"""How somebody finds a service on the real site, with scripts and without; how ways are shown."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser

FINDER = "en/finder/index.html"
SHOWN = "[data-entry]:visible"


def test_answers_narrow_the_list_and_leave_no_trace(site: Path, fresh: BrowserContext) -> None:
    page = fresh.new_page()
    address = (site / FINDER).as_uri()
    page.goto(address)
    every = page.locator("[data-entry]").count()
    page.locator("select[name=need]").select_option("violence")
    expect(page.locator(SHOWN)).to_have_count(1)
    expect(page.locator(SHOWN)).to_contain_text("Help for women facing domestic violence")
    expect(page.locator("[data-count]")).to_have_text("1")
    page.locator("button[type=reset]").click()
    expect(page.locator(SHOWN)).to_have_count(every)
    assert page.url == address
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]


def test_where_nothing_fits_the_door_for_everybody_is_named(
    site: Path, fresh: BrowserContext
) -> None:
    page = fresh.new_page()
    page.goto((site / FINDER).as_uri())
    nothing = page.locator("[data-none=services]")
    expect(nothing).to_be_hidden()
    page.locator("select[name=need]").select_option("violence")
    page.locator("select[name=territory]").select_option("akdepe")
    expect(nothing).to_be_visible()
    expect(page.locator(SHOWN)).to_have_count(0)
    page.locator("#_first").get_by_role("link", name="Etrap social work service").click()
    expect(page).to_have_url((site / "en/service/etrap-social-worker.html").as_uri())


def test_danger_comes_before_every_question(site: Path, fresh: BrowserContext) -> None:
    page = fresh.new_page()
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto((site / FINDER).as_uri())
    places = ["main .urgent", "form[data-filter=services]", "#_services", "#_first"]
    tops = [
        page.locator(each).evaluate("each => each.getBoundingClientRect().top") for each in places
    ]
    assert tops == sorted(tops)
    expect(page.locator("a.exit")).to_be_visible()


def test_without_script_the_finder_is_one_table(site: Path, without_script: Page) -> None:
    without_script.goto((site / FINDER).as_uri())
    expect(without_script.locator("form[data-filter]")).to_be_hidden()
    expect(without_script.locator("[data-none]")).to_be_hidden()
    rows = without_script.locator("#services tbody tr:visible")
    expect(rows).to_have_count(without_script.locator("[data-entry]").count())
    rows.first.get_by_role("link", name="How to get it").click()
    expect(without_script.locator("#_how")).to_be_in_viewport(timeout=20_000)


def test_the_home_page_leads_to_the_finder(site: Path, fresh: BrowserContext) -> None:
    page = fresh.new_page()
    page.goto((site / "en/index.html").as_uri())
    page.locator(".tasks").get_by_role("link", name="Find a service").click()
    expect(page).to_have_url((site / FINDER).as_uri())


def test_providers_are_narrowed_by_where_one_lives(site: Path, fresh: BrowserContext) -> None:
    page = fresh.new_page()
    page.goto((site / "en/service/older-people-alone.html").as_uri())
    shown, nowhere = page.locator(f"#where {SHOWN}"), page.locator("[data-none=where]")
    every = shown.count()
    page.locator("select[name=territory]").select_option("kopetdag")
    assert 0 < shown.count() <= every
    page.locator("select[name=territory]").select_option("ahal")
    expect(shown).to_have_count(0)
    expect(nowhere).to_be_visible()
    expect(nowhere.get_by_role("link")).to_have_attribute("href", "etrap-social-worker.html")


def test_a_first_screen_says_for_whom_and_what_to_do_next(
    site: Path, fresh: BrowserContext
) -> None:
    page = fresh.new_page()
    page.goto((site / "ru/service/families-difficult-situations.html").as_uri())
    expect(page.locator(".glance")).to_be_in_viewport(ratio=1)
    expect(page.locator(".glance + .row a").first).to_be_in_viewport(ratio=1)


def test_the_map_comes_first_on_a_desk(site: Path, fresh: BrowserContext) -> None:
    page = fresh.new_page()
    page.goto((site / "en/referrals/index.html").as_uri())
    drawn, table = (
        page.locator(each).evaluate("each => each.getBoundingClientRect().top")
        for each in ("#_map", "#ways")
    )
    assert drawn < table


def test_a_phone_shows_the_table_alone(site: Path, fresh: BrowserContext) -> None:
    """The map is wider than a phone, and the table says the same."""
    page = fresh.new_page()
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto((site / "en/referrals/index.html").as_uri())
    expect(page.locator("#ways")).to_be_visible()
    expect(page.locator("#_map")).to_be_hidden()


def test_the_ways_of_one_are_shown_and_words_of_the_map_lead_on(
    site: Path, fresh: BrowserContext
) -> None:
    page = fresh.new_page()
    page.goto((site / "en/referrals/index.html").as_uri())
    every = page.locator(SHOWN).count()
    page.locator("select[name=party]").select_option("health-house")
    assert 0 < page.locator(SHOWN).count() < every
    for row in page.locator(SHOWN).all():
        expect(row).to_contain_text("Health house")
    page.locator("svg.people a", has_text="Personal assistant service").first.click()
    expect(page).to_have_url((site / "en/service/personal-assistant.html").as_uri())
