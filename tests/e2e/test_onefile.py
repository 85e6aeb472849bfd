"""The handbook as one file, opened from a difficult folder: with scripts and without, in both browsers."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from gollanma.bundle.contents import Contents, Issue, contents_of
from gollanma.bundle.onefile import onefile
from gollanma.bundle.onefile.blocks import Code
from gollanma.bundle.shared import Shared, shared_of
from gollanma.cli.bundle import lowest
from gollanma.languages import load
from gollanma.search import Engine
from gollanma.site.content import judge, public_of
from tests.e2e.conftest import ROOT
from tests.e2e.test_firefox import SHOWN, by_firefox
from tests.e2e.test_search_order import CODES, by_engine
from tests.search.judged import QUERIES
from tests.search.judged import load as judged
from tests.support.sticks import country, files

pytestmark = pytest.mark.browser

MADE, REVIEW_BY = date(2026, 11, 22), date(2027, 5, 22)
ISSUE = Issue(MADE, REVIEW_BY, 1, "demo")
FOLDER = "файл ž # % 1"
SOP = "sop/visit"
QUIET = "sop/sp-01"
"""The address of the procedure where it has a quick exit: it tells nothing."""
TYPED = (
    "consent",
    "care",
    "visit",
    "north",
    "law",
    "article 2",
    "carer",
    "family",
    "согласие",
    "form",
    "zzz",
    "c",
)
HAS = "@supports selector(:has(a))", "@supports not selector(:has(a))"


def shared_for(root: Path) -> Shared:
    found = judge(root, MADE)
    return shared_of(root, public_of(found), found.languages, frozenset(CODES))


@pytest.fixture(scope="module")
def north(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    shared = shared_for(country(tmp_path_factory.mktemp("country")))
    return contents_of(shared, shared.languages, "territory/north", ISSUE)


@pytest.fixture(scope="module")
def handbook(north: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("stick"), onefile(north, "en"))


def written(root: Path, data: bytes) -> Path:
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / "handbook-north-en.html"
    path.write_bytes(data)
    return path


def without_has(data: bytes) -> bytes:
    """Give a file as a browser reads it that cannot ask what a page holds: Firefox 115 is one."""
    text = data.decode()
    old = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)[0]
    new = old.replace(HAS[1], "@supports (color: red)").replace(HAS[0], "@supports (color: of-has)")
    assert new != old
    return text.replace(Code(old).source, Code(new).source).replace(old, new).encode()


@pytest.fixture
def listened(browser: Browser) -> Iterator[Callable[..., tuple[Page, list[str]]]]:
    """Open pages, each in a fresh profile, that tell what they complain of or ask for."""
    opened: list[BrowserContext] = []

    def open_page(**options: Any) -> tuple[Page, list[str]]:
        context = browser.new_context(
            offline=True, viewport={"width": 360, "height": 740}, **options
        )
        opened.append(context)
        page, said = context.new_page(), list[str]()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: said.append(request.url))
        return page, said

    yield open_page
    for each in opened:
        each.close()


def only_itself(said: list[str], path: Path) -> bool:
    """Tell whether a page asked for its own file, and for its own icon, and for nothing more."""
    return [each for each in said if not each.startswith("data:image/svg+xml;")] == [path.as_uri()]


# --- reading


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_links_lead_to_pages_and_to_places_in_them(
    listened: Callable[..., tuple[Page, list[str]]], handbook: Path, *, scripts: bool
) -> None:
    page, said = listened(java_script_enabled=scripts)
    page.goto(handbook.as_uri())
    expect(page.locator(".pg:visible")).to_have_attribute("id", "index")
    page.locator(".pg:visible a[href='#sop/index']").first.click()
    expect(page.locator(".pg:visible")).to_have_attribute("id", "sop/index")
    page.locator(f".pg:visible a[href='#{SOP}']").first.click()
    expect(page.locator(".pg:visible")).to_have_attribute("id", SOP)
    place = page.locator(".pg:visible a[href$='~_trust']").first
    wanted = str(place.get_attribute("href"))[1:]
    place.click()
    expect(page.locator(".pg:visible")).to_have_attribute("id", SOP)
    expect(page.locator(f"[id='{wanted}']")).to_be_in_viewport()
    page.go_back()
    page.go_back()
    expect(page.locator(".pg:visible")).to_have_attribute("id", "sop/index")
    assert only_itself(said, handbook)


def test_without_scripts_and_without_has_links_lead_there_too(
    listened: Callable[..., tuple[Page, list[str]]], handbook: Path, tmp_path: Path
) -> None:
    old = written(tmp_path, without_has(handbook.read_bytes()))
    page, said = listened(java_script_enabled=False)
    page.goto(old.as_uri())
    expect(page.locator("[id='index'] h1")).to_be_in_viewport()
    page.locator("[id='index'] a[href='#sop/index']").first.click()
    expect(page.locator("[id='sop/index'] h1")).to_be_in_viewport()
    expect(page.locator("[id='index'] h1")).not_to_be_in_viewport()
    page.locator(f"[id='sop/index'] a[href='#{SOP}']").first.click()
    expect(page.locator(f"[id='{SOP}'] h1")).to_be_in_viewport()
    place = page.locator(f"[id='{SOP}'] a[href$='~_trust']").first
    wanted = str(place.get_attribute("href"))[1:]
    place.click()
    expect(page.locator(f"[id='{wanted}']")).to_be_in_viewport()
    expect(page.locator(f"[id='{SOP}'] h1")).not_to_be_in_viewport()
    assert only_itself(said, old)


@pytest.mark.parametrize(
    ("fragment", "title"),
    [
        pytest.param("", "Example: A small example", id="the first page"),
        pytest.param(f"#{SOP}", "Visiting a family · Example", id="as its heading"),
        pytest.param("#term/consent", "consent · Example", id="otherwise than its heading"),
    ],
)
def test_the_window_is_called_as_the_page(
    listened: Callable[..., tuple[Page, list[str]]], handbook: Path, fragment: str, title: str
) -> None:
    page, _ = listened()
    page.goto(handbook.as_uri() + fragment)
    expect(page).to_have_title(title)


def test_the_way_back_on_a_phone_leads_to_the_list(
    listened: Callable[..., tuple[Page, list[str]]], handbook: Path
) -> None:
    page, _ = listened()
    page.goto(f"{handbook.as_uri()}#{SOP}")
    ways = page.locator(".pg.on .crumbs a:visible")
    assert [each.get_attribute("href") for each in ways.all()] == ["#sop/index"]


def test_what_every_page_asks_is_said_by_the_style(
    listened: Callable[..., tuple[Page, list[str]]], handbook: Path
) -> None:
    page, _ = listened()
    page.goto(f"{handbook.as_uri()}#{SOP}")
    asked = page.locator(".pg.on .report .mend")
    page.locator(".pg.on .report summary").click()
    said = asked.evaluate("each => getComputedStyle(each, '::after').content")
    assert said.startswith('"No address for reports')
    assert said.endswith('details of people."')
    assert asked.bounding_box()["height"] > 0  # type: ignore[index]


def test_an_address_opens_its_page_and_an_unknown_one_changes_nothing(
    listened: Callable[..., tuple[Page, list[str]]], handbook: Path
) -> None:
    page, said = listened()
    page.goto(f"{handbook.as_uri()}#{SOP}")
    expect(page.locator(".pg.on")).to_have_attribute("id", SOP)
    page.evaluate("window.location.hash = 'no/such'")
    expect(page.locator(".pg.on")).to_have_attribute("id", SOP)
    assert len(said) == 1 + sum(each.startswith("data:") for each in said)


def test_going_back_finds_a_page_as_it_was_left(
    listened: Callable[..., tuple[Page, list[str]]], handbook: Path
) -> None:
    page, _ = listened()
    page.goto(f"{handbook.as_uri()}#{SOP}")
    page.evaluate("window.scrollTo(0, 500)")
    page.wait_for_timeout(100)
    page.evaluate("document.querySelector('.pg.on a[href=\"#index\"]').click()")
    expect(page.locator(".pg.on")).to_have_attribute("id", "index")
    assert page.evaluate("window.scrollY") == 0
    page.go_back()
    expect(page.locator(".pg.on")).to_have_attribute("id", SOP)
    page.wait_for_function("Math.abs(window.scrollY - 500) < 2")


def test_the_page_that_is_shown_is_printed_and_no_other(
    listened: Callable[..., tuple[Page, list[str]]], handbook: Path
) -> None:
    for scripts in (True, False):
        page, _ = listened(java_script_enabled=scripts)
        page.goto(f"{handbook.as_uri()}#term/consent")
        page.emulate_media(media="print")
        expect(page.locator(".pg:visible")).to_have_attribute("id", "term/consent")
        assert 0 < page.pdf(format="A4").count(b"/Type /Page\n") < 5


# --- searching


def test_results_have_the_order_of_the_site_and_lead_to_their_places(
    listened: Callable[..., tuple[Page, list[str]]], handbook: Path, north: Contents
) -> None:
    page, said = listened()
    page.goto(handbook.as_uri())
    engine = Engine(load(CODES), lambda address: north.files[address].decode())
    differing = [
        words
        for words in TYPED
        if asked(page, words, "en") != by_engine(engine, words, {"lang": "en"})
    ]
    assert differing == []
    box = page.locator("#_find")
    box.fill("consent")
    box.press("Enter")
    link = page.locator(".hits h3 a").first
    wanted = str(link.get_attribute("href"))
    link.click()
    expect(page.locator(".found")).to_have_count(0)
    assert page.evaluate("window.location.hash") == wanted
    assert only_itself(said, handbook)


ASK = """([words, options]) => new Promise(resolve => {
  document.querySelector("#_find").focus();
  window.gollanmaSearch.search(words, options, answer => resolve([answer.total,
    answer.results.map(each => [each.ref, each.url, each.score]),
    answer.readings, answer.suggestion, answer.notice]));
})"""


def asked(page: Page, words: str, lang: str) -> Any:
    page.locator("#_find").focus()
    return page.evaluate(ASK, [words, {"lang": lang}])


# --- leaving, forgetting


def test_nothing_is_stored(listened: Callable[..., tuple[Page, list[str]]], handbook: Path) -> None:
    page, _ = listened()
    page.goto(handbook.as_uri())
    asked(page, "consent", "en")
    page.locator(".pg.on a[href='#sop/index']").first.click()
    kept = "[localStorage.length, sessionStorage.length, document.cookie, history.state]"
    assert page.evaluate(kept) == [0, 0, "", None]


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file in which a procedure has a quick exit, and is asked for by no name."""
    given, place = files(), "normative/sops/visit.yml"
    words = "{tk: Howa, ru: Погода, en: Weather}"
    more = {
        place: f"{given[place]}quick_exit: true\n",
        "gollanma.yml": f"{given['gollanma.yml']}quick_exit:\n  title: {words}\n  text: {words}\n",
    }
    shared = shared_for(country(tmp_path_factory.mktemp("quiet"), more))
    contents = contents_of(shared, shared.languages, "territory/north", ISSUE)
    return written(tmp_path_factory.mktemp("stick"), onefile(contents, "en"))


def test_a_page_is_left_quickly_and_does_not_come_back(
    listened: Callable[..., tuple[Page, list[str]]], quiet: Path
) -> None:
    page, _ = listened()
    page.goto(f"{quiet.as_uri()}#sop/index")
    page.locator(f".pg.on a[href='#{QUIET}']").first.click()
    expect(page.locator("body")).to_have_class(re.compile("has-exit"))
    assert "Visiting" not in page.title()
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page.locator("body")).to_have_text(re.compile("^Weather"))
    assert page.title() == "Weather"
    page.go_back()
    expect(page.locator("body")).to_have_text(re.compile("^Weather"))
    assert "Visiting" not in page.content()


def test_without_scripts_the_quick_exit_is_a_link(
    listened: Callable[..., tuple[Page, list[str]]], quiet: Path
) -> None:
    page, _ = listened(java_script_enabled=False)
    page.goto(f"{quiet.as_uri()}#{QUIET}")
    page.locator("a.exit:visible").click()
    expect(page.locator(".pg:visible")).to_have_text("WeatherWeather")


# --- another browser


def test_firefox_leads_and_finds_the_same(handbook: Path, north: Contents) -> None:
    engine = Engine(load(CODES), lambda address: north.files[address].decode())
    results = by_engine(engine, "consent", {"lang": "en", "limit": SHOWN})[1]
    bound = r"<noscript data-in=(\S+)><article id=(\S+)"
    text = handbook.read_text(encoding="utf-8")
    shorts = {page: short for short, page in re.findall(bound, text)}
    links = [f"{handbook.as_uri()}{to(url, shorts)}" for _, url, _ in results]
    box = {"page": handbook.as_uri(), "words": "consent", "links": links}
    assert links
    assert by_firefox("type", boxes=[box]) == [
        {"shown": links, "chosen": "_find-0", "arrived": links[0]}
    ]


def to(url: str, shorts: dict[str, str]) -> str:
    path, _, anchor = url.removeprefix("en/").partition("#")
    page = path.removesuffix(".html")
    return f"#{shorts[page]}~{anchor}" if anchor else f"#{page}"


# --- the ministry's own


@pytest.mark.slow
def test_the_ministrys_own_is_small_enough_and_finds_what_the_site_finds(
    listened: Callable[..., tuple[Page, list[str]]], tmp_path: Path
) -> None:
    shared = shared_for(ROOT)
    contents = contents_of(shared, shared.languages, lowest(shared.library)[0], ISSUE)
    engine = Engine(load(CODES), lambda address: contents.files[address].decode())
    for lang in CODES:
        data = onefile(contents, lang)
        assert len(data) <= 6_000_000, lang
        path = written(tmp_path, data)
        page, said = listened()
        page.goto(path.as_uri())
        own = [each.query for each in judged(QUERIES) if each.lang == lang][:12]
        theirs = [by_engine(engine, words, {"lang": lang}) for words in own]
        assert [asked(page, words, lang) for words in own] == theirs
        assert only_itself(said, path)
