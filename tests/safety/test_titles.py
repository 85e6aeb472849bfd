"""A title that would end its element, its attribute or its script stays a title wherever it goes.

Every name of a small country is one: on its pages, in the data of its search, in a zip and in a
file for telephones, in Word, Akoma Ntoso and BPMN. A browser runs none of it. Where its prose asks
for the words of a file, the request stays words.
"""

import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser

from gollanma.checks.examples import base
from gollanma.search.files import FOLDER, canonical, value_of
from tests.site import fakes
from tests.support.folders import command, write
from tests.support.sticks import country, files

HOSTILE = '</title><script>f()</script> "><img src=x onerror=f()> ]]> </script><!-- '
UNREAD = "Nobody may read this"
SNIPPET = """--8<-- "secret.txt" """
SEPARATED = f"&#x2028;&#8233;</script> {SNIPPET}"
"""Line separators cannot be typed into a record; in prose they can be written as numbers."""
LONG = 300
NAMED = re.compile(r"\b(?:title|name|heading): \{[^}]*\}")
PROSE = re.compile(r"\b(?:purpose|action): \{[^}]*\}")
WORDS = re.compile(r"(?P<code>\b(?:tk|ru|en)): (?P<words>[^,}]+)")
NAMES = ("sop/visit", "act/help", "form/consent", "term/consent", "service/care", "index", "search")
LINE_ENDS = ("\u2028".encode(), "\u2029".encode())


def hostile(path: str, text: str) -> str:
    """Give a file of which every name is hostile, some long, and some prose separates its lines."""
    longest = LONG if path.startswith(("normative/sops/", "normative/acts/")) else LONG // 3
    named = NAMED.sub(lambda found: begun(found[0], HOSTILE, longest), text)
    return PROSE.sub(lambda found: begun(found[0], SEPARATED, LONG // 3), named)


def begun(field: str, start: str, longest: int) -> str:
    """Let the words of each language begin in this way, and be repeated up to a length."""

    def words(found: re.Match[str]) -> str:
        own = f"{found['words']} "
        return f"{found['code']}: {json.dumps(start + own * max(1, longest // len(own)))}"

    return WORDS.sub(words, field)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the country, its site, its copies and what was exported of it."""
    root = country(tmp_path_factory.mktemp("p"))
    named = {path: hostile(path, text) for path, text in files().items() if path in base()}
    named["gollanma.yml"] += "country: zz\n"  # what an address of an act begins with
    pages = {f"docs/about.{code}.md": f"# A\n\n{SNIPPET}\n" for code in fakes.CODES}
    write(root, {**named, **pages, "secret.txt": UNREAD})
    for words in (
        ("build",),
        ("bundle", "--territory", "north", "--languages", "tk,en"),
        ("export", "docx", "act/help@2020-02-01", "--out", str(root / "act.docx")),
        ("export", "akn", "act/help", "--out", str(root / "out")),
        ("export", "bpmn", "sop/visit", "--out", str(root / "out")),
        ("export", "form", "form/consent", "--out", str(root / "form.docx")),
    ):
        result = command(root, *words)
        assert result.exit_code == 0, (words, result.output, result.exception)
    return root


class Elements(HTMLParser):
    """Collects what a page holds, as a browser without scripts sees it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.titles: list[str] = []
        self.script = self.title = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.script, self.title = tag == "script", tag == "title"
        self.titles += [""] if self.title else []
        self.wrong += [f"{tag} {name}" for name, _ in attrs if name.startswith("on")]
        self.wrong += [f"{tag} src=x" for name, value in attrs if (name, value) == ("src", "x")]

    def handle_data(self, data: str) -> None:
        if self.title:
            self.titles[-1] += data
        if self.script and data.startswith("f()"):
            self.wrong.append("script")
        self.script = self.title = False


def html_of(root: Path) -> Iterator[tuple[str, str]]:
    """Yield every page: of the site, of the zip, and the files for telephones."""
    for path in sorted(root.rglob("*.html")):
        yield path.relative_to(root).as_posix(), path.read_text("utf-8")
    for path in sorted(root.rglob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(".html"):
                    yield f"{path.name}/{name}", archive.read(name).decode()


def scripts_of(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file of script and of data."""
    for path in sorted((root / "site").rglob("*.js")):
        yield path.relative_to(root).as_posix(), path.read_bytes()
    for path in sorted(root.rglob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            yield from (
                (name, archive.read(name)) for name in archive.namelist() if name[-3:] == ".js"
            )


def test_no_page_holds_an_element_of_a_title(root: Path) -> None:
    pages = dict(html_of(root))
    assert {"site/sop/visit.html", "site/ru/act/help.html"} <= set(pages)
    assert any(place.startswith("dist/") for place in pages)
    assert any(".zip/sop/visit.html" in place for place in pages)
    assert {place: found for place, page in pages.items() if (found := Elements(page).wrong)} == {}
    for place in ("site/sop/visit.html", "site/en/act/help.html"):
        assert HOSTILE in Elements(pages[place]).titles[0]


def test_the_data_of_the_search_stays_one_script_and_says_the_title(root: Path) -> None:
    scripts = dict(scripts_of(root))
    data = {place: script for place, script in scripts.items() if FOLDER in place}
    assert len(data) > len(fakes.CODES)
    for place, script in scripts.items():
        assert not any(each in script for each in LINE_ENDS), place
        assert b"</script" not in script.lower() or b"document.createElement" in script, place
    said = json.dumps(
        [
            value_of(script.decode())
            for place, script in data.items()
            if "/d-" in place or "/x-" in place
        ]
    )
    assert json.dumps(HOSTILE)[1:-1] in said
    assert "\u2028" in (root / "site/sop/visit.html").read_text("utf-8")  # there it is a blank
    written = canonical("\u2028\u2029</script><!--")
    assert (written, json.loads(written)) == (
        '"\\u2028\\u2029<\\/script>\\u003c!--"',
        "\u2028\u2029</script><!--",
    )


def test_what_is_exported_reads_as_it_was_written(root: Path) -> None:
    read: dict[str, str] = {}
    for path in [root / "act.docx", root / "form.docx", *sorted((root / "out").rglob("*"))]:
        if path.suffix == ".docx":
            with zipfile.ZipFile(BytesIO(path.read_bytes())) as parts:
                for name in parts.namelist():
                    if name.endswith(".xml"):
                        etree.fromstring(parts.read(name))
                document = etree.fromstring(parts.read("word/document.xml"))
        elif path.is_file():
            document = etree.fromstring(path.read_bytes())
        else:
            continue
        values = (each for part in document.iter() for each in part.attrib.values())
        words = " ".join(map(str, (*document.itertext(), *values)))
        read[path.suffix] = read.get(path.suffix, "") + words
        assert not document.xpath("//*[local-name()='script' or local-name()='img']"), path
    assert set(read) == {".docx", ".xml", ".bpmn"}
    assert {suffix for suffix, words in read.items() if HOSTILE not in words} == set()


def test_no_file_is_read_into_a_page(root: Path) -> None:
    pages = dict(html_of(root))
    assert [place for place, page in pages.items() if UNREAD in page] == []
    for place in ("site/about.html", "site/sop/visit.html"):
        assert "--8&lt;-- " in pages[place]
    assert not any(UNREAD.encode() in script for _, script in scripts_of(root))


def test_a_long_title_makes_no_long_name(root: Path) -> None:
    """A name is an id, which a person chose; no word of a title gets into it."""
    site = root / "site"
    places = [path.relative_to(site) for path in site.rglob("*")]
    parts = [part for place in places for part in place.parts]
    assert max(len(part.partition(".")[0]) for part in parts) <= 40
    assert max(len(place.as_posix()) for place in places) <= 120
    assert all(part.isascii() and part == part.casefold().rstrip(". ") for part in parts)


@pytest.mark.browser
def test_nothing_of_a_title_runs_in_a_browser(root: Path, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    (phone,) = root.glob("dist/*-en.html")
    places = [root / "site" / f"{lang}{name}.html" for name in NAMES for lang in ("", "en/")]
    for place in (*places, phone):
        page.goto(place.as_uri() + ("?q=title" if place.stem == "search" else ""))
        page.wait_for_timeout(100)
        assert page.evaluate("document.querySelectorAll('img[src=x]').length") == 0, place
    page.goto((root / "site/en/sop/visit.html").as_uri())
    assert HOSTILE in page.title()
    context.close()
    assert said == []
