"""A copy on a stick: unpacked into a folder with a difficult name, without a network, in both browsers."""

import shutil
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from gollanma.bundle.contents import Issue
from gollanma.bundle.making import Order, make
from gollanma.bundle.shared import shared_of
from gollanma.languages import load
from gollanma.search import Engine
from gollanma.site.content import judge, public_of
from tests.e2e.test_firefox import SHOWN, by_firefox
from tests.e2e.test_search_order import by_engine
from tests.support.sticks import country

pytestmark = pytest.mark.browser

CODES = ("tk", "ru", "en")
MADE, REVIEW_BY = date(2026, 11, 22), date(2027, 5, 22)
FOLDER = "папка ž # % 1"


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the unpacked folder of a district's copy."""
    root = country(tmp_path_factory.mktemp("country"))
    judged = judge(root, MADE)
    shared = shared_of(root, public_of(judged), judged.languages, frozenset(CODES))
    issue = Issue(MADE, REVIEW_BY, 1, "demo")
    [made] = make(shared, [Order("territory/north", issue)], root / "dist")
    folder = root / FOLDER
    with zipfile.ZipFile(made.path) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def heard(fresh: BrowserContext) -> tuple[Page, list[str]]:
    """Give a page, and what it complains of or asks for from elsewhere."""
    said: list[str] = []
    fresh.on("console", lambda message: said.append(message.text))
    fresh.on("weberror", lambda error: said.append(str(error.error)))
    fresh.on(
        "request",
        lambda request: None if request.url.startswith("file:") else said.append(request.url),
    )
    return fresh.new_page(), said


def test_a_reader_switches_searches_and_prints(heard: tuple[Page, list[str]], stick: Path) -> None:
    page, said = heard
    page.goto((stick / "index.html").as_uri())
    here = page.get_by_role("link", name="North tk")
    expect(here.first).to_be_visible()
    assert page.locator("a").first.is_visible()
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("link", name="North en").first).to_be_visible()
    box = page.locator("header.top form.find input")
    box.click()
    box.type("care")
    expect(page.locator("[role=option]").first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/en/**")
    assert page.pdf(format="A4").startswith(b"%PDF")
    assert said == []


@pytest.mark.parametrize(
    ("lang", "day", "foot", "note"),
    [
        pytest.param("en", date(2026, 12, 1), "", "", id="fresh: nothing is said"),
        pytest.param("en", date(2027, 1, 22), "This copy is 2 months old.", "", id="two months"),
        pytest.param(
            "ru",
            date(2027, 3, 1),
            "Возраст этой копии: 3 месяца.",
            "",
            id="three months in Russian",
        ),
        pytest.param(
            "tk", date(2027, 2, 1), "Bu nusga taýýarlanaly bäri 2 aý geçdi.", "", id="in Turkmen"
        ),
        pytest.param(
            "en", date(2027, 6, 1), "6 months", "This copy has expired", id="after its day"
        ),
        pytest.param(
            "ru",
            date(2030, 1, 1),
            "Этой копии больше трёх лет.",
            "Срок этой копии истёк",
            id="very old",
        ),
        pytest.param(
            "tk", date(2001, 1, 1), "", "Enjamyň senesi nädogry", id="a clock that stands"
        ),
    ],
)
def test_a_copy_says_its_age_by_the_clock_of_the_device(
    heard: tuple[Page, list[str]], stick: Path, *, lang: str, day: date, foot: str, note: str
) -> None:
    page, said = heard
    page.clock.set_fixed_time(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
    place = "index.html" if lang == "tk" else f"{lang}/index.html"
    page.goto((stick / place).as_uri())
    notes = page.locator(".copy-note")
    expect(notes).to_have_count(1 if note else 0)
    if note:
        expect(notes.first).to_contain_text(note)
    expect(page.locator(".foot .copy-days")).to_contain_text(foot)
    assert said == []


def test_a_page_alone_says_that_the_folder_is_to_be_unpacked(
    heard: tuple[Page, list[str]], stick: Path, tmp_path: Path
) -> None:
    page, _ = heard
    page.goto((stick / "index.html").as_uri())
    expect(page.locator(".packed")).to_be_hidden()
    shutil.copy(stick / "index.html", tmp_path)
    page.goto((tmp_path / "index.html").as_uri())
    expect(page.locator(".packed")).to_be_visible()
    expect(page.locator(".packed")).to_contain_text("Unpack the whole folder first")


def test_without_scripts_a_copy_reads_leads_on_and_says_its_days(
    browser: Browser, stick: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((stick / "en/index.html").as_uri())
    page.get_by_role("link", name="North en").first.click()
    expect(page.locator("h1")).to_contain_text("North en")
    style = (stick / "assets/copy.css").read_text("utf-8")
    assert "Copy made on 22 November 2026" in style
    assert page.locator(".foot .copy-days").bounding_box()["width"] > 100  # type: ignore[index]
    context.close()


def test_a_strict_firefox_finds_the_same(stick: Path) -> None:
    engine = Engine(load(CODES), lambda place: (stick / place).read_text(encoding="utf-8"))
    boxes = []
    for place, lang, words in (("index.html", "tk", "razylyk"), ("en/index.html", "en", "care")):
        _, found = by_engine(engine, words, {"lang": lang, "limit": SHOWN})[:2]
        links = [f"{stick.as_uri()}/{url}" for _, url, _ in found]
        assert links
        boxes.append({"page": f"{stick.as_uri()}/{place}", "words": words, "links": links})
    assert by_firefox("type", boxes=boxes) == [
        {"shown": each["links"], "chosen": "_find-0", "arrived": each["links"][0]} for each in boxes
    ]
