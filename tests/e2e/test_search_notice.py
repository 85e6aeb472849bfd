"""A copy whose search does not fit its program, or is not whole, says so plainly."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from gollanma.languages import load
from gollanma.search.index import VERSION

pytestmark = pytest.mark.browser

HOME = "en/index.html"
META = "assets/search/en/meta.js"


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """Give a copy of the home page with all that it loads."""
    (tmp_path / "en").mkdir()
    shutil.copy(site / HOME, tmp_path / HOME)
    shutil.copytree(site / "assets", tmp_path / "assets")
    return tmp_path


def another_analyser(copy: Path) -> None:
    text = (copy / META).read_text(encoding="utf-8")
    (copy / META).write_text(text.replace('"analyser":"', '"analyser":"0'), encoding="utf-8")


def a_newer_form(copy: Path) -> None:
    text = (copy / META).read_text(encoding="utf-8")
    (copy / META).write_text(
        text.replace(f'"version":{VERSION}', f'"version":{VERSION + 1}'), encoding="utf-8"
    )


def no_list(copy: Path) -> None:
    (copy / META).unlink()


def no_words(copy: Path) -> None:
    for path in (copy / "assets/search/en").glob("t-*.js"):
        path.unlink()


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        pytest.param(another_analyser, "found.mismatch", id="made with another analyser"),
        pytest.param(a_newer_form, "found.mismatch", id="of a newer form"),
        pytest.param(no_list, "found.missing", id="without its list"),
        pytest.param(no_words, "found.missing", id="without its words"),
    ],
)
def test_a_search_that_cannot_be_trusted_says_so(
    copy: Path, fresh: BrowserContext, spoil: Callable[[Path], None], key: str
) -> None:
    spoil(copy)
    page = fresh.new_page()
    page.goto((copy / HOME).as_uri())
    field = page.locator("header.top input")
    field.click()
    field.fill("consent")
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    sentence = load(("en",))["en"].say(key)
    expect(page.locator("main .note-warn").filter(has_text=sentence)).to_be_visible()


def whole(copy: Path) -> None:
    assert copy.is_dir()


def an_older_list(copy: Path) -> None:
    """Name another file than the one that is there, as a list does that a server kept too long."""
    text = (copy / META).read_text(encoding="utf-8")
    name = re.search(r'"t-0":"(\w+)"', text)
    assert name
    (copy / META).write_text(text.replace(name[1], "0" * 12), encoding="utf-8")


@pytest.mark.parametrize("spoil", [whole, an_older_list])
def test_one_that_is_whole_or_begins_anew_says_nothing(
    copy: Path, fresh: BrowserContext, spoil: Callable[[Path], None]
) -> None:
    spoil(copy)
    page = fresh.new_page()
    page.goto((copy / HOME).as_uri())
    page.locator("header.top input").fill("consent")
    page.keyboard.press("Enter")
    expect(page.locator(".hits li").first).to_be_visible()
    expect(page.locator("main .note-warn")).to_have_count(0)
