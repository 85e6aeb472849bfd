"""What an author writes becomes words: never an element, an attribute, a template, a way out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from itertools import cycle
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.graph import Graph
from gollanma.model import Part
from gollanma.model.kinds import Act, Edition
from gollanma.model.scalars import (
    Amount,
    Day,
    Flag,
    Fragment,
    LanguageCode,
    Slug,
    Version,
    Whole,
    Words,
)
from gollanma.render import content as html_of
from gollanma.site.content import settings_of
from gollanma.site.frame import Framing
from gollanma.site.settings import Content
from gollanma.site.shells import Shell, token
from gollanma.views import pages
from gollanma.views.documents import document_pages
from gollanma.views.page import Page
from gollanma.views.voice import Voice
from tests.safety.making import KINDS, LANGUAGES, Maker, library_with, place, written
from tests.support.projects import packs
from tests.views.rich import rich

T = TypeVar("T")

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<iframe src=//evil.example></iframe>",
    "<svg onload=alert(1)><use href='data:,x'/></svg>",
    '<meta http-equiv=refresh content="0;url=//evil.example">',
    "<base href=//evil.example/>",
    "<form action=//evil.example><input></form>",
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "]]><script>alert(1)</script><!--",
    "{{7*7}} {% include '/etc/passwd' %} {{ config }} {# x #}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "@@gollanma:base@@ @@gollanma:content@@",
    "<!-- contents -->\n",
    "</header></h1></main>",
    "&#x2028; and &#8233; stay",
    "# title {: onclick=alert(1) style=x }\n{: .cls #id }",
    '--8<-- "/etc/passwd"\n;--8<-- x',
    "```script onload=x\n</code></pre><script>\n```",
    '~~~ "><b onclick=x\ny\n~~~',
    "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](java\tscript:alert(1))",
    "[a](&#106;avascript&colon;alert(1)) [b](&#x6A;avascript:alert(1))",
    "[a](data:text/html,<script>) [b](vbscript:x) [c](file:///etc/passwd) [d](//evil.example/x)",
    "[a](\\\\evil.example) [b](/\\evil.example) [c](https:evil.example) [d](https:///evil.example)",
    "[a](https://law.gov.tm@evil.example/) [b](https://law.gov.tm.evil.example) [c](http://law.gov.tm/)",
    "[a](https://law.gov.tm:99/) [b](https://LAW.GOV.TM/) [c](  https://evil.example ) [d](ftp://law.gov.tm)",
    '[a](https://law.gov.tm/"onclick="x "title\\" onload=x")',
    "[a]: javascript:alert(1)\n[a] [a][a]",
    "![x](https://law.gov.tm/x.png) ![y](javascript:x) ![z](data:image/svg+xml,x)",
    "<javascript:alert(1)> <https://evil.example/x> <mailto:a@evil.example> www.evil.example",
    '[[sop/visit|<script>alert(1)</script>]] [[<b>|x]] [[javascript:x]] [[sop/visit~"><i>|y]]',
    '[[sop/visit#"onclick=x]] [[#x" onclick="y]] [[../../etc/passwd]] [[sop/visit|"><img src=x>]]',
    "\U000f0000consent\U00100000 \U000f0001x\U00100001 &#xF0000;y&#x100000; &#983040;z&#1048576;",
    "\ue000 \uf8ff &#xE000; &#0; &#x110000; &lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;b&amp;gt;",
    "| a | b |\n|---|---|\n| <b onclick=x> | `</td><script>` |",
    "<a href='https://law.gov.tm'>x</a> <b>y</b> <!-- z --> <?php x ?> <![CDATA[ <b> ]]>",
    "=cmd|' /C calc'!A0",
)
ALLOWED = {
    "a": {"href", "rel", "class", "hreflang", "lang", "aria-label", "aria-current", "data-follow"},
    "link": {"rel", "href"},
    "meta": {"name", "content"},
    "ol": {"start", "class"},
    "option": {"value"},
    "optgroup": {"label"},
    "button": {"type"},
    "form": {"autocomplete"},
    "select": {"class", "name"},
    "input": {
        "checked",
        "type",
        "class",
        "name",
        "maxlength",
        "placeholder",
        "autocomplete",
        "autocapitalize",
        "spellcheck",
        "inputmode",
        "enterkeyhint",
        "aria-autocomplete",
        "aria-expanded",
    },
    "label": {"for"},
    "svg": {"class", "aria-hidden", "viewBox", "fill", "stroke", "stroke-width"},
    "use": {"href"},
}
DRAWN = {
    "svg": {"viewbox"},
    "a": {"transform"},
    "g": {"transform"},
    "path": {"d"},
    "circle": {"cx", "cy", "r"},
    "text": {"x", "y"},
    "tspan": {"x", "dy"},
}
"""What draws: its values are numbers, with the letters of a path and the name of a shift."""
NUMBERS = re.compile(r"(?:translate\([-\d .]+\)|[-\d .MLHVCZmlhvcz]+)")
GLOBAL = {
    "id", "class", "lang", "scope", "data-h", "data-filter", "data-entry", "data-count", "data-none", "hidden",
    "aria-live", "aria-current", "aria-label", "aria-labelledby", "aria-hidden", "role", "tabindex", "data-group-of-entries",
    "colspan", "rowspan", "open",
}  # fmt: skip
FORBIDDEN = {
    "script", "iframe", "img", "object", "embed", "base", "style", "video", "audio", "math", "title", "body",
    "html", "head", "textarea", "noscript", "template", "applet", "frame", "table onclick",
}  # fmt: skip
NEVER_IN_HREF = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:|//|\\|/)", re.IGNORECASE)


class Reader(HTMLParser):
    """Collects what a browser would make of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []
        self.words: list[str] = []
        self.is_in_picture = False
        """A picture has a title of its own."""

    def handle_endtag(self, tag: str) -> None:
        self.is_in_picture = self.is_in_picture and tag != "svg"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_in_picture = self.is_in_picture or tag == "svg"
        if tag in FORBIDDEN and not (tag == "title" and self.is_in_picture):
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            known = ALLOWED.get(tag, set()) | GLOBAL
            if name in DRAWN.get(tag, set()) and NUMBERS.fullmatch(value or ""):
                continue
            if name.lower() not in known and not re.fullmatch(r"data-[a-z]+", name):
                self.wrong.append(f"<{tag} {name}>")
            if name in {"href", "src", "action"}:
                self._judge(tag, value or "")
            if name == "class" and not re.fullmatch(r"[a-z][a-z0-9 -]*", value or ""):
                self.wrong.append(f"<{tag} class={value}>")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self.wrong.append(f"<![{data}>")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def _judge(self, tag: str, way: str) -> None:
        is_number = re.fullmatch(r"tel:\+?[0-9]*", way) is not None
        is_allowed = way.startswith("https://law.gov.tm/") and "@" not in way
        if NEVER_IN_HREF.match(way) and not is_number and not is_allowed:
            self.wrong.append(f"<{tag} href={way}>")


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


@dataclass
class Hostile(Maker):
    """Writes something hostile wherever words may stand."""

    words: Iterator[str] = field(default_factory=lambda: cycle(HOSTILE))

    def has(self, part: type[Part], name: str) -> bool:  # noqa: ARG002
        return True

    def choice(self, options: Sequence[T]) -> T:
        return options[0]

    def scalar(self, name: str, kind: object) -> object:
        law = {"act_kind": "law", "unit": "article"}
        values: dict[object, object] = {
            Amount: 5,
            Whole: 1,
            Day: "2026-01-02",
            Flag: False,
            Fragment: "a1",
            LanguageCode: LANGUAGES[0],
            Slug: law.get(name, "shared"),
            Version: "1.0",
        }
        return next(self.words) if kind is Words else values[kind]

    def text(self, name: str) -> Mapping[str, str]:  # noqa: ARG002
        return {code: next(self.words) for code in LANGUAGES}

    def ref(self, name: str, kinds: tuple[str, ...]) -> str:  # noqa: ARG002
        return f"{kinds[-1] if kinds else 'sop'}/any"


def content_of(files: Mapping[str, str]) -> Content:
    made = rich(dict(files))
    assert not made.library.broken, [str(each) for each in made.found]
    languages = packs(made.library.project.languages.all)
    return Content(
        languages=languages,
        settings=settings_of(made.library.project, made.library, languages),
        pages=tuple(pages(Graph(made.library, languages))),
        html=lambda page: html_of(page, languages),
    )


@cache
def hostile(shift: int) -> Content:
    """Give a site of which every word is hostile; each shift puts others into the same places."""
    maker = Hostile(cycle((*HOSTILE[shift:], *HOSTILE[:shift])))
    head = {"version": "1.0", "status": "draft"}
    return content_of(
        {
            place(kind, "any"): written(
                maker.part(kind)
                | ({} if kind in {Act, Edition} else head)
                | {"code": f"Z-{kind.kind}"}
            )
            for kind in KINDS
        }
    )


def framed(content: Content, page: Page) -> str:
    """Give all that is put into the shell of a page."""
    frame = Framing(content).frame(page, content.html(page))
    around = f"{frame.meta} {frame.crumbs} {frame.side} {frame.toc} {frame.languages}"
    return f"{around} {frame.content}"


@pytest.mark.parametrize("shift", [0, 11, 23])
def test_no_word_becomes_an_element_an_attribute_or_a_way_out(shift: int) -> None:
    content = hostile(shift)
    found = {
        f"{page.lang}/{page.address}: {each}"
        for page in content.pages
        for each in read(framed(content, page)).wrong
    }
    assert sorted(found) == []


def test_the_window_title_stays_one_title() -> None:
    for page in hostile(0).pages:
        assert "<" not in Framing(hostile(0)).frame(page, "").title, page.address


def test_a_shell_is_not_searched_for_tokens_twice() -> None:
    content = hostile(0)
    shell = Shell.of(f"<main>{token('content')}</main>")
    page = next(each for each in content.pages if "@@gollanma" in content.html(each))
    html = content.html(page)
    assert "@@gollanma:base@@" in shell.fill(Framing(content).frame(page, html))


def test_template_syntax_stays_as_it_was_written() -> None:
    content = hostile(0)
    words = "".join(each for page in content.pages for each in read(content.html(page)).words)
    assert "{{7*7}} {% include" in words
    assert "${7*7}" in words
    assert "49" not in words
    assert "root:" not in words


def prose_of(text: str) -> Reader:
    document = {
        "title": {"en": "x"},
        "about": {"en": text},
        "sections": [{"id": "a", "title": {"en": text}}],
    }
    library = library_with({"normative/documents/any.yml": written(document)})
    languages = packs(library.project.languages.all)
    written_pages = document_pages(Voice(Graph(library, languages), languages["en"]))
    page = next(each for each in written_pages if each.address == "document/any.html")
    return read(html_of(page, languages))


PIECES = st.sampled_from([
    *HOSTILE, "<", ">", '"', "'", "&", "&#x3c;", "[", "]", "](", ")", "`", "*", "_", "\\", "\n", "\n\n", "#", "|",
    "[[", "]]", "~gen", "consent", "\U000f0000", "\U00100000", "&#983040;", "javascript:", "https://law.gov.tm/",
    "<http://", "onclick=", "\t", "    ", "> ", "- ", "1. ", "{:", "}",
])  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join).filter(str.strip))
def test_no_prose_of_any_pieces_leaves_its_place(text: str) -> None:
    assert prose_of(text).wrong == [], text


@pytest.mark.slow
@given(st.text(min_size=1).filter(lambda text: text.strip() and text.isprintable()))
def test_no_prose_of_any_letters_leaves_its_place(text: str) -> None:
    assert prose_of(text).wrong == [], text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\U000f0000a\U00100000", id="the private letters themselves"),
        pytest.param("&#xF0000;a&#x100000;", id="their hexadecimal numbers"),
        pytest.param("&#983040;a&#1048576;", id="their decimal numbers"),
        pytest.param("consent &#xF0000;a&#x100000; consent", id="beside a word of the glossary"),
        pytest.param(
            "`&#xF0000;` [&#xF0000;](https://law.gov.tm/&#xF0000;)", id="in code and links"
        ),
    ],
)
def test_nobody_writes_the_marks_of_terms_by_hand(text: str) -> None:
    reader = prose_of(text)
    assert reader.wrong == []
    assert not re.search("[\U000f0000-\U0010ffff]", "".join(reader.words))
