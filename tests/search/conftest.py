"""A small site for the search box, with an engine of nobody, opened from a folder."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from gollanma.search.interface import interface
from gollanma.site import build
from tests.site import fakes

ENGINE = Path(__file__).with_name("fake_engine.js")
FOLDER = "assets/search"
SEARCH = f"{FOLDER}/search.js"
AHEAD = ("words.js", "en/meta.js", "ru/meta.js", "tk/meta.js")
"""What a page sends for together with the engine, which asks for no file here."""
HOME = '<header class="head"><h1>Home</h1></header>\n<!-- search -->\n<p>Below</p>'

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a site whose search answers from the fake engine."""
    root = tmp_path_factory.mktemp("гözleg % #2")
    content = fakes.content()
    html = lambda page: HOME if page.template == "home.html" else content.html(page)  # noqa: E731
    site = build(fakes.project(root / "p"), root / "site", replace(content, html=html)).folder
    engine = ENGINE.read_text(encoding="utf-8")
    (site / SEARCH).write_text(engine + interface(fakes.LANGUAGES), encoding="utf-8")
    for name in AHEAD:
        (site / FOLDER / name).parent.mkdir(exist_ok=True)
        (site / FOLDER / name).touch()
    return site


@pytest.fixture
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Give what opens a fresh profile without a network."""
    opened: list[BrowserContext] = []

    def fresh(**options: object) -> BrowserContext:
        options.setdefault("viewport", {"width": 1280, "height": 800})
        opened.append(browser.new_context(**options))  # type: ignore[arg-type]
        opened[-1].set_offline(offline=True)
        return opened[-1]

    yield fresh
    for context in opened:
        context.close()


@pytest.fixture
def open_page(searched: Path, contexts: Callable[..., BrowserContext]) -> Iterator[Open]:
    """Give what opens a page; whatever the browser complains of fails the test."""
    said: list[str] = []

    def opened(address: str = "en/act/intake.html", fragment: str = "", **options: object) -> Page:
        page = contexts(**options).new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((searched / address).as_uri() + fragment)
        return page

    yield opened
    assert said == []
