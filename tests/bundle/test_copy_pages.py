"""A copy opened from a folder, in Chromium and in Firefox: it checks, becomes new, and withdraws."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from gollanma.bundle import notice, zips
from gollanma.bundle.lists import hashed
from gollanma.bundle.notice import Notice
from gollanma.views.marks import mark_of
from tests.bundle.copies import copy_files, one_file, put
from tests.bundle.test_verify import onefile
from tests.support.node import answer_of
from tests.support.projects import small
from tests.support.signing import MADE, bundle, keyid, ring
from tools.setup import firefox

pytestmark = pytest.mark.browser

FOLDER = "копия ž # % b"
VECTORS = Path(__file__).parent / "vectors"
DRIVER = Path(__file__).parents[1] / "scripts/firefox.js"
TEXT = notice.signed(Notice(mark_of("sop/intake"), 0, 2026112299, MADE), ring(4), keyid(4))
ELSEWHERE = notice.signed(Notice(mark_of("sop/other"), 0, 2026112299, MADE), ring(4), keyid(4))
LATER = notice.signed(
    Notice(mark_of("sop/intake"), 2026120101, 2026120199, MADE), ring(4), keyid(4)
)
PATIENCE = 60_000


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of an unpacked copy that is a version older than what is handed over."""
    said = {"version": 2026112101, "made": "2026-11-21"}
    folder = put(tmp_path_factory.mktemp("copies") / FOLDER, copy_files(small().graph, said=said))
    handed = {
        "next.zip": zips.write(bundle()),
        "touched.zip": zips.write({**bundle(), "sop/intake.html": b"changed"}),
        "cut.zip": zips.write(bundle())[:-9],
        "handbook.html": onefile(),
        "holiday.jpg": b"\xff\xd8\xff" * 900,
    }
    return put(folder, {f"handed/{name}": data for name, data in handed.items()})


@pytest.fixture
def fresh(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


def opened(context: BrowserContext, place: Path) -> tuple[Page, list[str]]:
    """Open a page of a copy; what it complains of or asks for from elsewhere is told."""
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda problem: said.append(str(problem)))
    page.on(
        "request",
        lambda each: None if each.url.startswith(("file:", "blob:")) else said.append(each.url),
    )
    page.goto(place.as_uri())
    return page, said


def answer(page: Page) -> str:
    """Give the heading of what the page answers."""
    page.click("#_copy button")
    heading = page.locator("#_answer h2")
    expect(heading).to_be_visible(timeout=PATIENCE)
    return heading.inner_text()


@pytest.mark.parametrize(
    ("handed", "address", "heading", "says"),
    [
        pytest.param("next.zip", "verify.html", "Hakyky", "Office 1; Office 2", id="a genuine copy, in Turkmen"),
        pytest.param("next.zip", "ru/verify.html", "Подлинная", "22.05.2027", id="in Russian"),
        pytest.param("handbook.html", "en/verify.html", "Genuine", "2026112201", id="a handbook in one file"),
        pytest.param("touched.zip", "en/verify.html", "Not genuine: do not open it", "sop/intake.html", id="a file changed"),
        pytest.param("cut.zip", "en/verify.html", "Not genuine: do not open it", "archive", id="a copy that was cut"),
        pytest.param("holiday.jpg", "en/verify.html", "Not genuine: do not open it", "", id="anything else"),
    ],
)  # fmt: skip
def test_the_next_copy_is_checked(
    fresh: BrowserContext, copy: Path, *, handed: str, address: str, heading: str, says: str
) -> None:
    page, said = opened(fresh, copy / address)
    page.set_input_files("#_file", copy / "handed" / handed)
    assert answer(page) == heading
    assert says in page.locator("#_answer").inner_text()
    assert page.evaluate("document.activeElement.id") == "_answer"
    assert page.evaluate("localStorage.length") == 0
    assert said == []


def test_an_older_copy_is_not_called_forged(fresh: BrowserContext, tmp_path: Path) -> None:
    folder = put(tmp_path, copy_files(small().graph, said={"version": 2026112301}))
    (folder / "next.zip").write_bytes(zips.write(bundle()))
    page, said = opened(fresh, folder / "en/verify.html")
    page.set_input_files("#_file", folder / "next.zip")
    assert answer(page) == "Do not use it"
    assert said == []


def test_it_is_done_with_the_keyboard_alone(fresh: BrowserContext, copy: Path) -> None:
    page, _ = opened(fresh, copy / "en/verify.html")
    with page.expect_file_chooser() as chooser:  # asked for before the browser hears of a key
        page.focus("#_file")
        page.keyboard.press("Enter")
    chooser.value.set_files(copy / "handed/next.zip")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#_answer h2")).to_have_text("Genuine")


def test_without_a_file_it_asks_for_one(fresh: BrowserContext, copy: Path) -> None:
    page, said = opened(fresh, copy / "en/verify.html")
    page.click("#_copy button")
    expect(page.locator("#_state")).to_have_text("Choose the file first.")
    assert said == []


def test_a_copy_without_keys_says_that_it_can_check_nothing(
    fresh: BrowserContext, tmp_path: Path
) -> None:
    folder = put(tmp_path, copy_files(small().graph, roots=()))
    page, said = opened(fresh, folder / "en/verify.html")
    assert page.locator("#_answer h2").inner_text() == "This copy cannot check others"
    assert not page.is_visible("#_copy")
    assert said == []


# --- the update


@pytest.mark.parametrize(
    ("old", "patch", "new"),
    [
        pytest.param("old.zip", "folder.gpatch", "new.zip", id="an archive"),
        pytest.param("old.html", "onefile.gpatch", "new.html", id="one file"),
    ],
)
def test_the_old_copy_becomes_the_new_one_byte_for_byte(
    fresh: BrowserContext, copy: Path, old: str, patch: str, new: str
) -> None:
    page, said = opened(fresh, copy / "en/update.html")
    before = (VECTORS / old).read_bytes()
    page.set_input_files("#_old", VECTORS / old)
    page.set_input_files("#_patch", VECTORS / patch)
    assert answer(page) == "The new copy is ready"
    with page.expect_download() as download:
        page.click("#_answer a[download]")
    assert Path(download.value.path()).read_bytes() == (VECTORS / new).read_bytes()
    assert download.value.suggested_filename.endswith(Path(new).suffix)
    assert (VECTORS / old).read_bytes() == before
    assert said == []


@pytest.mark.parametrize(
    ("old", "patch", "says"),
    [
        pytest.param("old.zip", "one-of-two.gpatch", "signatures", id="too few signatures"),
        pytest.param("old-changed.zip", "folder.gpatch", "", id="an old copy that was changed"),
        pytest.param("old.zip", "onefile.gpatch", "", id="the patch of another form"),
    ],
)
def test_what_may_not_be_made_is_not_offered(
    fresh: BrowserContext, copy: Path, old: str, patch: str, says: str
) -> None:
    page, said = opened(fresh, copy / "en/update.html")
    page.set_input_files("#_old", VECTORS / old)
    page.set_input_files("#_patch", VECTORS / patch)
    assert answer(page) == "The new copy could not be made"
    assert says in page.locator("#_answer").inner_text()
    assert page.locator("a[download]").count() == 0
    assert said == []


# --- notices


def test_a_notice_withdraws_its_page_and_marks_the_links_to_it(
    fresh: BrowserContext, copy: Path
) -> None:
    page, said = opened(fresh, copy / "en/recall.html")
    page.fill("#_text", TEXT.lower())
    assert answer(page) == "A page is withdrawn"
    assert "This device keeps the notice" in page.locator("#_answer").inner_text()
    for address, is_marked in (("en/sop/intake", True), ("sop/intake", True), ("index", False)):
        page.goto((copy / f"{address}.html").as_uri())
        expect(page.locator("a:has-text('Intake')")).to_be_visible()
        if is_marked:
            expect(page.locator(".withdrawn")).to_contain_text("22.11.2026")
        else:
            expect(page.locator("a:has-text('Intake') .tag")).to_have_count(1)
            assert page.locator(".withdrawn").count() == 0
        expect(page.locator("a:has-text('Card') .tag")).to_have_count(1)
        assert page.locator("a:has-text('Home') .tag").count() == 0
    assert said == []


def test_what_is_remembered_tells_no_page(fresh: BrowserContext, copy: Path) -> None:
    page, _ = opened(fresh, copy / "en/recall.html")
    page.fill("#_text", TEXT)
    answer(page)
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert json.loads(json.loads(kept)["gollanma-recalls"]) == [TEXT]
    page.goto((copy / "en/sop/intake.html").as_uri())
    assert page.evaluate("JSON.stringify(localStorage)") == kept


@pytest.mark.parametrize(
    "spoilt", ["[]", "no JSON", '{"a": 1}', "[1, null]", json.dumps([TEXT[:-1] + "Z", "GOLLANMA"])]
)
def test_what_others_put_into_the_store_proves_nothing(
    fresh: BrowserContext, copy: Path, spoilt: str
) -> None:
    page, said = opened(fresh, copy / "en/index.html")
    page.evaluate("text => localStorage.setItem('gollanma-recalls', text)", spoilt)
    page.goto((copy / "en/sop/intake.html").as_uri())
    page.wait_for_function("window.gollanmaBundle || true")
    page.wait_for_timeout(200)
    assert page.locator(".withdrawn").count() == 0
    assert said == []


@pytest.mark.parametrize(
    ("text", "heading", "says"),
    [
        pytest.param(ELSEWHERE, "Nothing to do", "not in this copy", id="a page that is not here"),
        pytest.param(LATER, "Nothing to do", "2026120101", id="other copies"),
        pytest.param(TEXT[:-3], "Not a notice of the ministry", "144", id="letters missing"),
        pytest.param(TEXT[:-1] + "Z", "Not a notice of the ministry", "another one", id="a slip"),
        pytest.param("", "Not a notice of the ministry", "144", id="nothing"),
    ],
)  # fmt: skip
def test_other_notices_withdraw_nothing(
    fresh: BrowserContext, copy: Path, text: str, heading: str, says: str
) -> None:
    page, said = opened(fresh, copy / "en/recall.html")
    page.fill("#_text", text)
    assert answer(page) == heading
    assert says in page.locator("#_answer").inner_text()
    assert page.evaluate("localStorage.length") == 0
    assert said == []


def test_what_a_copy_brought_is_withdrawn_from_the_start(
    fresh: BrowserContext, tmp_path: Path
) -> None:
    said_of_it = {"withdrawn": {f"{mark_of('sop/intake'):016x}": "2026-11-20"}}
    folder = put(tmp_path, copy_files(small().graph, said=said_of_it))
    page, said = opened(fresh, folder / "ru/sop/intake.html")
    expect(page.locator(".withdrawn")).to_contain_text("20.11.2026")
    assert said == []


def test_a_handbook_in_one_file_takes_a_notice_and_says_that_it_keeps_none(
    fresh: BrowserContext, tmp_path: Path
) -> None:
    place = tmp_path / "handbook.html"
    place.write_text(one_file(small().graph, "ru"), encoding="utf-8")
    page, said = opened(fresh, place)
    page.click("button")
    page.fill("#_text", TEXT)
    assert answer(page) == "Страница отозвана"
    assert "не может хранить" in page.locator("#_answer").inner_text()
    assert page.locator("#_answer a").get_attribute("href") == "#sop/intake"
    expect(page.locator("article .withdrawn")).to_contain_text("22.11.2026")
    expect(page.locator("article a .tag")).to_have_text("отозвано")
    assert page.evaluate("localStorage.length") == 0
    assert said == []


# --- Firefox


def by_firefox(copy: Path, pages: list[dict[str, Any]], later: str) -> dict[str, Any]:
    """Give what a Firefox shows that is as strict as a reader's; it may complain of nothing."""
    works = [{**each, "page": (copy / each["page"]).as_uri()} for each in pages]
    given = {"firefox": firefox(), "strict": True, "work": "copies", "pages": works}
    told = answer_of(DRIVER, {**given, "later": {"page": (copy / later).as_uri()}})
    assert told["said"] == []
    answered: dict[str, Any] = told["found"]
    return answered


def test_firefox_does_the_same(copy: Path) -> None:
    handed = copy / "handed"
    told = by_firefox(
        copy,
        [
            {"page": "verify.html", "files": {"_file": str(handed / "next.zip")}},
            {"page": "ru/verify.html", "files": {"_file": str(handed / "handbook.html")}},
            {"page": "en/verify.html", "files": {"_file": str(handed / "touched.zip")}},
            {"page": "en/update.html", "files": {"_old": str(VECTORS / "old.zip"), "_patch": str(VECTORS / "folder.gpatch")}},
            {"page": "en/update.html", "files": {"_old": str(VECTORS / "old.html"), "_patch": str(VECTORS / "onefile.gpatch")}},
            {"page": "en/update.html", "files": {"_old": str(VECTORS / "old.zip"), "_patch": str(VECTORS / "one-of-two.gpatch")}},
            {"page": "en/recall.html", "text": TEXT},
        ],
        "en/sop/intake.html",
    )  # fmt: skip
    found = told["found"]
    assert [each["heading"] for each in found] == [
        "Hakyky",
        "Подлинная",
        "Not genuine: do not open it",
        "The new copy is ready",
        "The new copy is ready",
        "The new copy could not be made",
        "A page is withdrawn",
    ]
    made = [each["sha256"] for each in found if each["sha256"]]
    assert made == [hashed((VECTORS / name).read_bytes()) for name in ("new.zip", "new.html")]
    assert "This browser cannot keep the notice" in found[-1]["says"]
    assert told["withdrawn"] == 0, "it keeps notices for all pages: say so on the page"
