"""The handbook as one file: whole, led into itself, allowing its own blocks alone, the same bytes."""

import base64
import hashlib
import json
import os
import re
import zlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from gollanma.bundle import trailer
from gollanma.bundle.budget import judge_onefiles, weighed
from gollanma.bundle.companions import onefiles_of
from gollanma.bundle.contents import Contents, Issue, contents_of
from gollanma.bundle.making import GENERATOR, Order, make
from gollanma.bundle.manifest import Manifest
from gollanma.bundle.onefile import Binder, onefile
from gollanma.bundle.onefile.blocks import Code, policy
from gollanma.bundle.onefile.leaves import WITHOUT
from gollanma.bundle.onefile.markup import Rules, compact
from gollanma.bundle.onefile.shorts import short_names
from gollanma.bundle.onefile.ways import ways_of
from gollanma.bundle.shared import Shared, shared_of
from gollanma.site.content import judge, public_of
from gollanma.site.icons import drawings
from tests.support.folders import command
from tests.support.sticks import DISTRICTS, country

DAY = date(2026, 11, 22)
ISSUE = Issue(DAY, date(2027, 5, 22), 1, "demo")
CODES = ("tk", "ru", "en")
GOLDEN = Path(__file__).parent / "golden" / "leaves.html"
DRAWN = re.compile(
    r'url\("data:image/svg\+xml,%3Csvg xmlns=\'http://www\.w3\.org/2000/svg\'[^"&#]*"\)'
)
"""An icon, which stands in the style itself and leads nowhere."""
SHOWN = ("index", "sop/visit", "term/consent", "form/consent")


class Read(HTMLParser):
    """What a browser without scripts finds in a file."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.sources: list[str] = []
        self.styled: list[str] = []
        self.articles: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" and "href" in given else []
        self.sources += [
            given[each] for each in ("src", "srcset", "data", "poster") if each in given
        ]
        self.styled += [tag for each in given if each == "style" or each.startswith("on")]
        if tag == "article":
            self.articles.append(given["id"])


def shared_for(root: Path) -> Shared:
    judged = judge(root, DAY)
    return shared_of(root, public_of(judged), judged.languages, frozenset(CODES))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    return shared_for(country(tmp_path_factory.mktemp("country")))


@pytest.fixture(scope="module")
def north(shared: Shared) -> Contents:
    return contents_of(shared, shared.languages, "territory/north", ISSUE)


@pytest.fixture(scope="module")
def made(north: Contents) -> Mapping[str, str]:
    return {code: onefile(north, code).decode() for code in CODES}


# --- what is in it


@pytest.mark.parametrize("lang", CODES)
def test_every_page_of_the_language_is_in_it_once_and_the_home_page_first(
    north: Contents, made: Mapping[str, str], lang: str
) -> None:
    own = {
        each.page.address.removesuffix(".html")
        for each in north.pages
        if each.page.lang == lang and each.page.template not in WITHOUT
    }
    neutral = {"page"} if lang in north.content.settings.neutral else set()
    articles = Read(made[lang]).articles
    assert sorted(articles) == sorted(own | neutral)
    assert articles[0] == "index"


@pytest.mark.parametrize("lang", CODES)
def test_every_link_leads_to_a_place_in_it_or_is_allowed_to_leave(
    north: Contents, made: Mapping[str, str], lang: str
) -> None:
    read = Read(made[lang])
    assert len(read.ids) == len(set(read.ids))
    away = [each for each in read.links if not each.startswith("#")]
    assert [each for each in away if each.split("/")[2] not in north.hosts] == []
    inside = {each[1:] for each in read.links if each.startswith("#")}
    assert inside - set(read.ids) == set()
    many = len(inside) > 50
    assert many


@pytest.mark.parametrize("lang", CODES)
def test_nothing_is_loaded_and_nothing_stands_where_no_policy_could_allow_it(
    made: Mapping[str, str], lang: str
) -> None:
    read = Read(made[lang])
    assert (read.sources, read.styled) == ([], [])
    plain, drawn = DRAWN.subn("", style(made[lang]))
    assert drawn == len(drawings())
    assert re.findall(r"(?:url\(|@import|//)[^\s)]*", plain) == []


def style(text: str) -> str:
    return "".join(re.findall(r"<style>(.*?)</style>", text, re.DOTALL))


@pytest.mark.parametrize("lang", CODES)
def test_the_policy_allows_its_own_blocks_and_no_other(made: Mapping[str, str], lang: str) -> None:
    text = made[lang]
    [said] = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    rules = dict(each.split(" ", 1) for each in said.split("; "))
    blocks = re.findall(r"<(script|style)([^>]*)>(.*?)</\1>", text, re.DOTALL)
    run = [body for name, told, body in blocks if name == "script" and "data-at" not in told]
    assert set(rules["script-src"].split()) == set(map(hash_of, run))
    assert set(rules["style-src"].split()) == {
        hash_of(b) for name, _, b in blocks if name == "style"
    }
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert "unsafe" not in said


def hash_of(body: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"


@pytest.mark.parametrize("lang", CODES)
def test_its_search_holds_the_index_of_the_site(
    north: Contents, made: Mapping[str, str], lang: str
) -> None:
    found = {place: value_of(told, body) for place, told, body in data_of(made[lang])}
    folder = f"assets/search/{lang}/"
    wanted = {
        path.removeprefix("assets/search/").removesuffix(".js"): json.loads(
            f"[{data.decode().partition('(')[2].rpartition(')')[0]}]"
        )[2]
        for path, data in north.files.items()
        if path.startswith(folder) or path == "assets/search/words.js"
    }
    assert found == wanted
    assert f"{lang}/meta" in found


def data_of(text: str) -> list[tuple[str, str, str]]:
    return re.findall(r'<script type="text/plain" data-at="([^"]*)"([^>]*)>(.*?)</script>', text)


def value_of(told: str, body: str) -> object:
    plain = (
        zlib.decompress(base64.b64decode(body), -15).decode() if "data-deflated" in told else body
    )
    return json.loads(plain)


def test_a_demo_says_so_above_every_page_and_the_days_in_words(made: Mapping[str, str]) -> None:
    before_pages = made["en"].partition("<article")[0]
    assert "do not use with a family" in before_pages
    assert "Copy made on 22 November 2026, version 2026112201." in style(made["en"])


@pytest.mark.parametrize("word", ["East", "South", "east-office", "south-office", "Office of east"])
def test_no_byte_tells_of_another_district(made: Mapping[str, str], word: str) -> None:
    for text in made.values():
        assert word not in text
        assert not any(word in json.dumps(value_of(told, body)) for _, told, body in data_of(text))


MARK = "Q9xMARK"
SECRET = {
    "normative/organisations/cellar.yml": f"""\
title: {{tk: {MARK}a, ru: {MARK}b, en: {MARK}c}}
status: draft
version: "0.1"
sample: true
sensitivity: staff
type: office
summary: {{tk: {MARK}d, ru: {MARK}e, en: {MARK}f}}
mandate: {{tk: {MARK}g, ru: {MARK}h, en: {MARK}i}}
"""
}


def test_no_byte_holds_what_is_not_public(tmp_path: Path) -> None:
    hiding = shared_for(country(tmp_path, SECRET))
    contents = contents_of(hiding, hiding.languages, None, ISSUE)
    for lang in CODES:
        text = onefile(contents, lang).decode()
        held = [text, *(json.dumps(value_of(told, body)) for _, told, body in data_of(text))]
        assert not any(mark in each for each in held for mark in (MARK, "cellar"))


# --- the same bytes


def test_a_binder_that_has_made_others_changes_nothing(
    shared: Shared, made: Mapping[str, str]
) -> None:
    binder = Binder()
    for name in (*DISTRICTS, None, "north"):
        key = f"territory/{name}" if name else None
        contents = contents_of(shared, shared.languages, key, ISSUE)
        for lang in CODES:
            text = onefile(contents, lang, binder).decode()
            assert text == (made[lang] if name == "north" else onefile(contents, lang).decode())


def test_its_last_line_holds_the_manifest_of_all_before(north: Contents) -> None:
    for each in onefiles_of(north, ISSUE, GENERATOR, Binder()):
        data = each.signed({}, ())
        read = trailer.read(data)
        assert read.body == each.body
        manifest = Manifest.read(read.manifest)
        assert (manifest.form, manifest.languages) == ("onefile", (each.lang,))
        [file] = manifest.files
        assert (file.path, file.size) == ("handbook.html", len(each.body))
        assert file.sha256 == hashlib.sha256(each.body).hexdigest()


def test_the_command_puts_it_beside_the_archive_and_it_verifies(
    shared: Shared, tmp_path: Path
) -> None:
    [finished] = make(shared, [Order("territory/north", ISSUE)], tmp_path)
    names = [f"handbook-north-{each}.html" for each in CODES]
    assert [each.name for each in finished.others] == [*names, "sheet-north.html"]
    for name in names:
        path = str(tmp_path / name)
        done = command(shared.root, "verify", path, "--unsigned-demo")
        assert done.exit_code == 0, done.output
        assert command(shared.root, "verify", path).exit_code == 5


def test_one_that_is_too_heavy_names_the_heaviest_files(shared: Shared, north: Contents) -> None:
    budgets = shared.library.project.budgets.model_copy(update={"one_file": 1})
    weight = weighed(CODES, north.entries)
    found = list(judge_onefiles("north", {"ru": b"x" * 1025, "en": b"x" * 1024}, weight, budgets))
    assert [(each.span.path, each.key) for each in found] == [("north-ru", "bundle-one-file")]
    assert "assets/search/search.js" in str(found[0].values["largest"])


# --- how a page is written in it


def test_the_pages_of_a_small_country_are_written_so(north: Contents) -> None:
    known = {each.page.address for each in north.pages}
    assert {f"{each}.html" for each in SHOWN} <= known
    leaves = Binder().leaves(north.content, "en", north.pages)
    text = "\n".join(each.html for each in leaves.every if each.id in SHOWN) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


RULES = Rules(
    place=lambda anchor: f"x~{anchor}",
    link={"b.html": "#b", "#a": "#x~a"}.get,
    heading=lambda words: f"h{len(words)}",
    is_dropped=lambda href: not href.endswith(".docx"),
)


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        pytest.param('<p class="a b">x</p>\n<p>y</p>', '<p class="a b">x<p>y</p>', id="paragraphs"),
        pytest.param("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul><li>a<li>b</ul>", id="a list"),
        pytest.param("<li>a</li> b", "<li>a</li> b", id="words behind an entry"),
        pytest.param("<b>a</b>\n<i>b</i>", "<b>a</b>\n<i>b</i>", id="a space that is seen"),
        pytest.param(
            "<pre><b>a</b>\n\n<i>b</i></pre>", "<pre><b>a</b>\n\n<i>b</i></pre>", id="code"
        ),
        pytest.param('<h2 id="a">A</h2>', "<h2 id=x~a>A</h2>", id="a place"),
        pytest.param('<p aria-labelledby="a b">', '<p aria-labelledby="x~a x~b">', id="two places"),
        pytest.param('<a href="b.html">B</a>', "<a href=#b>B</a>", id="a way to a page"),
        pytest.param('<a href="c.html">C</a>d', "d", id="a way to a page that is not there"),
        pytest.param(
            '<a href="c.docx">C</a>',
            "<span class=elsewhere>C</span>",
            id="a file that lies elsewhere",
        ),
        pytest.param(
            '<a href="b.html" hreflang="q">Q</a>', "<a href=#b hreflang=q>Q</a>", id="known"
        ),
        pytest.param(
            '<a href="https://a.b/c">A</a>', "<a href=https://a.b/c>A</a>", id="the internet"
        ),
        pytest.param(
            '<p class="refs"><a href="c.html">C</a></p>', "", id="a row of ways that all lead out"
        ),
        pytest.param(
            '<summary>Cite</summary><p><a href="#a">A, part 1</a></p></details>',
            "<summary>Cite</summary><p>A, part 1</details>",
            id="a citation, which has no address to give on",
        ),
        pytest.param(
            '<tr><td data-h="Name">a</td></tr>',
            "<tr><td data-h=h4>a</tr>",
            id="a cell with a heading",
        ),
        pytest.param(
            '<svg><circle r="10"/></svg>',
            "<svg><circle r=10 /></svg>",
            id="a drawing closed at once",
        ),
        pytest.param(
            '<svg><a href="c.html"><g/></a></svg>', "<svg></svg>", id="a way out of a drawing"
        ),
        pytest.param(
            '<input type="radio" name="n">',
            "<input type=radio name=x~n>",
            id="one choice of a page",
        ),
        pytest.param(
            '<form data-filter="a"><input type="radio" name="n"></form>',
            "<form data-filter=x~a><input type=radio name=n></form>",
            id="one choice of a list",
        ),
        pytest.param("a<!-- note -->b", "ab", id="a note"),
        pytest.param('<p title="a &gt; b">', '<p title="a &gt; b">', id="letters that are escaped"),
    ],
)
def test_a_page_is_said_in_fewer_bytes(html: str, wanted: str) -> None:
    assert compact(html, RULES) == wanted


def test_ways_lead_to_pages_and_to_places_in_them() -> None:
    ways = ways_of(["a/b.html", "c.html"], "ru", "tk")
    short = ways.shorts["c.html"]
    assert ways.link("a/b.html", "../c.html") == "#c"
    assert ways.link("a/b.html", "../c.html#d") == f"#{short}~d"
    assert ways.link("c.html", "#d") == f"#{short}~d"
    assert ways.link("a/b.html", "../../c.html") is None
    assert ways.link("c.html", "d.html") is None


def test_short_names_are_short_and_each_has_its_own() -> None:
    names = short_names(map(str, range(5000)))
    assert len(set(names.values())) == 5000
    assert {len(each) for each in names.values()} == {len(names["1"])}
    assert short_names(["1"])["1"] == names["1"][: len(short_names(["1"])["1"])]


def test_a_block_that_would_end_itself_is_refused() -> None:
    for text in ("a</SCRIPT>", "b</style", "<!-- c"):
        with pytest.raises(ValueError, match="end of its own element"):
            Code(text)
    assert policy((Code("a"),), ()).startswith(
        "default-src 'none'; script-src 'none'; style-src 'sha256-"
    )


def test_what_a_page_is_called_does_not_move_with_others(north: Contents) -> None:
    """Else an update would carry every page after one that was added."""
    fewer = replace(north, pages=tuple(p for p in north.pages if p.page.template != "term.html"))
    every = {
        each.id: each.short for each in Binder().leaves(north.content, "en", north.pages).every
    }
    some = {each.id: each.short for each in Binder().leaves(north.content, "en", fewer.pages).every}
    assert {every[each] for each in some} == set(some.values())
