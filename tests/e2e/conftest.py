"""The real site, built once for all tests, in a folder whose name is difficult on purpose."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).parents[2]
FOLDER = "сайт ž # % b"
PATIENCE = 900
TYPE = re.compile(r'<body class="?page-(?P<type>[a-z0-9]+)')
LANGUAGE = re.compile(r'<html lang="?(?P<lang>[a-z]+)')

Places = tuple[str, ...]
"""Addresses of pages, counted from the root of the site."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of the ministry's records; GOLLANMA_SITE may name one that is built.

    Of several workers the first one builds it, the others wait: it appears as a whole. A process
    of its own builds it in half the time: nobody watches which lines it runs.
    """
    if named := os.environ.get("GOLLANMA_SITE"):
        return Path(named).resolve()
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / FOLDER
    try:
        shared.mkdir()
    except FileExistsError:
        return waited_for(shared)
    words = ("build", "-C", str(ROOT), "--site-dir", str(shared / "site"))
    built = subprocess.run([sys.executable, "-m", "gollanma", *words], check=False)
    if built.returncode:
        (shared / "failed").touch()
    assert built.returncode == 0
    return shared / "site"


def waited_for(shared: Path) -> Path:
    """Give the site that another worker builds."""
    latest = time.monotonic() + PATIENCE
    while not (shared / "site").exists():
        assert not (shared / "failed").exists(), "the site could not be built: see the other worker"
        assert time.monotonic() < latest, "the site was not built in time"
        time.sleep(0.2)
    return shared / "site"


@pytest.fixture(scope="session")
def every(site: Path) -> Places:
    """Give the address of every page."""
    return tuple(sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html")))


@pytest.fixture(scope="session")
def typical(site: Path, every: Places) -> Places:
    """Give, of each type and kind of page in each language, the longest."""
    longest: dict[tuple[str, ...], str] = {}
    for place in sorted(every, key=lambda each: (site / each).stat().st_size):
        longest[kind_of(site, place)] = place
    return tuple(longest[kind] for kind in sorted(longest))


@cache
def kind_of(site: Path, place: str) -> tuple[str, ...]:
    """Give what makes a page like others: its type, its language, its folder."""
    text = (site / place).read_text("utf-8")
    page, lang = TYPE.search(text), LANGUAGE.search(text)
    assert page, place
    assert lang, place
    folder = place.removeprefix(f"{lang['lang']}/").partition("/")[0] if "/" in place else ""
    return page["type"], folder, lang["lang"]


@pytest.fixture(scope="session", params=["typical", pytest.param("every", marks=pytest.mark.slow)])
def places(request: pytest.FixtureRequest) -> Places:
    """Give the pages to look at: some of each kind, or all where there is time."""
    found: Places = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session", params=["some", pytest.param("all", marks=pytest.mark.slow)])
def several(request: pytest.FixtureRequest, typical: Places) -> Places:
    """Give a third of the typical pages, in turn of another language; all where there is time."""
    if request.param == "all":
        return typical
    return tuple(each for n, each in enumerate(typical) if n % 3 == n // 3 % 3)


@pytest.fixture
def fresh(browser: Browser) -> Iterator[BrowserContext]:
    """Give a profile without a past."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context
    context.close()


@pytest.fixture
def without_script(browser: Browser) -> Iterator[Page]:
    """Give a page of a browser in which scripts are off."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()
