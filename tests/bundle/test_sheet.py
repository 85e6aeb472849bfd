"""The sheet of paper: two sides of A4, in every language, with nothing on it that is made up."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from gollanma.bundle.keys.words import in_words
from gollanma.bundle.sheet import Facts, OnStick, sheet
from gollanma.languages import load

CODES = ("tk", "ru", "en")
LANGUAGES = load(CODES)
WORDS = in_words("3fa2b91c77d0e4561a2b3c4d" + "00" * 20)
KEY = "0123456789abcdef"
VERSION = "2026112201"


def facts(**values: object) -> Facts:
    given: dict[str, object] = {
        "site": "Gollanma",
        "names": {"tk": "Demirgazyk etraby", "ru": "Северный этрап", "en": "North"},
        "version": int(VERSION),
        "made": date(2026, 11, 22),
        "review_by": date(2027, 5, 22),
        "is_demo": False,
        "files": (
            OnStick("handbook-north.zip", "ab12cd34" * 8),
            *(OnStick(f"handbook-north-{each}.html", "0123abcd" * 8) for each in CODES),
        ),
        "words": WORDS,
        "signers": (KEY, KEY[::-1]),
    }
    return Facts(**(given | values))  # type: ignore[arg-type]


def text(**values: object) -> str:
    return sheet(facts(**values), LANGUAGES).decode()


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(VERSION, id="the version"),
        pytest.param("22 ноября 2026", id="its day, in Russian"),
        pytest.param("2027-nji ýylyň 22-nji maýy", id="the day of the next, in Turkmen"),
        pytest.param("handbook-north-tk.html", id="the files"),
        pytest.param(".lnk", id="how shortcuts end"),
        pytest.param("ab12cd34 ab12cd34", id="what certutil prints, in groups"),
        pytest.param("certutil -hashfile handbook-north.zip SHA256", id="how it is asked"),
        pytest.param(
            f"ssh-keygen -Y verify -f allowed-signers.txt -I {KEY} -n gollanma-bundle "
            f"-s signatures\\{KEY}.sig &lt; manifest.json",
            id="how a signature is asked",
        ),
        pytest.param(f"Good &#34;gollanma-bundle&#34; signature for {KEY}", id="its answer"),
    ],
)
def test_a_sheet_says(said: str) -> None:
    assert said.replace("&#34;", '"') in text()


def test_a_sheet_holds_the_words_in_their_order_and_no_number_to_call() -> None:
    assert re.findall(r"<li>([a-z]+)</li>", text()) == list(WORDS)
    seen = re.sub(r"(?s)<(svg|code|samp|style|dd)\b.*?</\1>|<[^>]*>", " ", text())
    assert set(re.findall(r"\+?\d[\d ()-]{5,}\d", seen)) == {VERSION}


def test_a_sheet_of_an_unsigned_copy_says_so_and_gives_no_words() -> None:
    found = text(words=(), signers=(), is_demo=True)
    assert '<ol class="words">' not in found
    assert "ssh-keygen" not in found
    for words in (
        "This copy is not signed.",
        "Эта копия не подписана.",
        "Bu nusga gol çekilmedik.",
    ):
        assert words in found
    assert "Demonstration: do not use with a family." in found


def test_a_sheet_runs_and_loads_nothing() -> None:
    found = text()
    assert "<script" not in found
    assert re.findall(r"\s(?:src|href|style|on[a-z]+)=", found) == []
    assert "default-src 'none'; script-src 'none'; style-src 'sha256-" in found


def test_the_same_facts_make_the_same_sheet() -> None:
    assert text() == text()


@pytest.mark.browser
@pytest.mark.parametrize(
    "values",
    [
        pytest.param({}, id="signed by two"),
        pytest.param({"signers": (), "words": (), "is_demo": True}, id="an unsigned demonstration"),
        pytest.param({"is_demo": True}, id="a signed demonstration"),
    ],
)
def test_it_is_two_sides_of_a4(browser: Browser, tmp_path: Path, values: dict[str, object]) -> None:
    path = tmp_path / "sheet.html"
    path.write_bytes(sheet(facts(**values), LANGUAGES))
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 2
    page.set_viewport_size({"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert said == []
    page.close()
