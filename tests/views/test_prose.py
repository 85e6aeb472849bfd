"""Words of authors become safe HTML: Markdown, references, terms, facts; nothing else leads away."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.graph import Graph
from gollanma.model import Text, cut
from gollanma.views.context import Desk
from gollanma.views.frame import desk_of
from gollanma.views.voice import Voice
from tests.support.projects import DAY, changed, packs
from tests.views.rich import FILES, rich

GRAPH = rich().graph


def desk(lang: str = "en", graph: Graph = GRAPH, key: str = "sop/crisis") -> Desk:
    return desk_of(Voice(graph, graph.languages[lang]), key)


def line(words: str, lang: str = "en") -> str:
    return str(desk(lang).line(Text({lang: words})))


@pytest.mark.parametrize(
    ("words", "html"),
    [
        pytest.param("*one* **two**", "<em>one</em> <strong>two</strong>", id="stress"),
        pytest.param("a < b & c", "a &lt; b &amp; c", id="signs are escaped"),
        pytest.param("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;", id="raw HTML is words"),
        pytest.param("{{ x }} {% y %}", "{{ x }} {% y %}", id="braces mean nothing"),
        pytest.param(
            "[[sop/visit]]", '<a href="visit.html">Visiting a family</a>', id="a reference by title"
        ),
        pytest.param(
            "[[sop/visit|that *one*]]",
            '<a href="visit.html">that *one*</a>',
            id="a reference by words of its own",
        ),
        pytest.param(
            "[[sop/visit#ask]]",
            '<a href="visit.html#ask">step 2 of the procedure &quot;Visiting a family&quot;</a>',
            id="a step",
        ),
        pytest.param("[[#refer|below]]", '<a href="#refer">below</a>', id="a place on this page"),
        pytest.param(
            "[[act/help#a1.2]]",
            '<a href="../act/help/a1.html#a1.2">'
            "part 2 of Article 1 of the Law &quot;On Help&quot;</a>",
            id="a provision by its citation",
        ),
        pytest.param(
            "[[act/help]]", '<a href="../act/help.html">Law &quot;On Help&quot;</a>', id="an act"
        ),
        pytest.param(
            "[[term/consent]]",
            '<a href="../term/consent.html">consent</a>',
            id="a term by its word",
        ),
        pytest.param("[[fact/offices]]", '<a href="../fact/offices.html">7</a>', id="a fact"),
        pytest.param("[[sop/none]]", "sop/none", id="nothing there: as it was written"),
        pytest.param("[[sop/none|it]]", "it", id="nothing there: its words"),
        pytest.param("[[No such|it]]", "it", id="no reference: its words"),
        pytest.param("[[No such]]", "No such", id="no reference: as it was written"),
        pytest.param("`[[sop/visit]]`", "<code>[[sop/visit]]</code>", id="code stays code"),
        pytest.param("[down](#refer)", '<a href="#refer">down</a>', id="a link to a place here"),
        pytest.param("[down](#nowhere)", "down", id="a link to no place is words"),
        pytest.param("[down](#a_b)", "down", id="a link to no name of a place is words"),
        pytest.param("[go](javascript:alert(1))", "go", id="no script in a link"),
        pytest.param("[go](JaVaScRiPt&#58;alert(1))", "go", id="no disguised script"),
        pytest.param("[go](data:text/html,x)", "go", id="no data in a link"),
        pytest.param("[go](visit.html)", "go", id="no bare file"),
        pytest.param("[go](//law.gov.tm)", "go", id="no host without https"),
        pytest.param("[go](http://law.gov.tm)", "go", id="no plain http"),
        pytest.param("[go](https://evil.tm)", "go", id="no other host"),
        pytest.param("[go](https://law.gov.tm@evil.tm)", "go", id="no other host in disguise"),
        pytest.param("[go](https://[x)", "go", id="no broken address"),
        pytest.param(
            "[go](https://law.gov.tm/a?b=1&c)",
            '<a href="https://law.gov.tm/a?b=1&amp;c" rel="noreferrer">go'
            '<span class="i i-net"></span> '
            '<span class="vh">(needs internet)</span></a>',
            id="an allowed host is marked",
        ),
        pytest.param(
            "[see [[sop/visit]]](#refer)",
            '[see <a href="visit.html">Visiting a family</a>](#refer)',
            id="no link around a link",
        ),
        pytest.param("![x](https://evil.tm/x.png)", "!x", id="no pictures"),
    ],
)
def test_words_in_a_line(words: str, html: str) -> None:
    assert line(words) == html


@pytest.mark.parametrize(
    ("words", "html"),
    [
        pytest.param("one\n\ntwo", "<p>one</p>\n<p>two</p>", id="paragraphs"),
        pytest.param("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", id="a list"),
        pytest.param("# Big", "<p><strong>Big</strong></p>", id="a heading is a strong line"),
        pytest.param("[a]: javascript:x\n\n[a]", "<p>[a]: javascript:x</p>\n<p>[a]</p>", id="no names of links"),
    ],
)  # fmt: skip
def test_words_in_paragraphs(words: str, html: str) -> None:
    assert str(desk().block(Text({"en": words}))) == html


@pytest.mark.parametrize(
    ("lang", "words", "shown"),
    [
        pytest.param("ru", "[[sop/visit~gen]]", "процедуры «Посещение семьи»", id="Russian genitive"),
        pytest.param("tk", "[[sop/visit~dat]]", "«Maşgala barmak» iş tertibine", id="Turkmen dative"),
        pytest.param("en", "[[sop/visit~gen]]", "Visiting a family", id="English has no cases"),
        pytest.param("ru", "[[act/help#a2~gen]]", "статьи 2 Закона «О помощи»", id="a provision"),
    ],
)  # fmt: skip
def test_references_in_a_case(lang: str, words: str, shown: str) -> None:
    assert f">{shown}</a>" in line(words, lang)


STATEMENT = "  - value: 7\n    as_of: 2026-01-01\n"


@pytest.mark.parametrize(
    ("statement", "lang", "shown"),
    [
        pytest.param("  - value: 7\n    approximate: about\n", "ru", "около 7", id="about"),
        pytest.param("  - value: 7\n    approximate: over\n", "tk", "7 gowrak", id="over"),
        pytest.param("  - value: 7\n    approximate: roughly\n", "en", "7", id="an unknown word"),
        pytest.param(STATEMENT + "  - value: 9\n    as_of: 2026-02-01\n", "en", "9", id="the newest"),
        pytest.param(
            STATEMENT + "  - value: 3\n    as_of: 2026-03-01\n    scope: one\n",
            "en",
            "7",
            id="the whole before a share",
        ),
        pytest.param("  []\n", "en", "not known", id="none"),
    ],
)  # fmt: skip
def test_facts_in_prose(statement: str, lang: str, shown: str) -> None:
    files = changed("normative/facts/offices.yml", STATEMENT, statement)
    said = desk(lang, rich(files).graph).line(Text({lang: "[[fact/offices]]"}))
    assert str(said).endswith(f'fact/offices.html">{shown}</a>')


def test_a_fact_is_said_with_its_unit() -> None:
    files = changed("normative/facts/offices.yml", "unit: office", "unit: family")
    said = desk("ru", rich(files).graph).line(Text({"ru": "[[fact/offices]]"}))
    assert ">7 семей</a>" in str(said)


def crisis(words: str) -> str:
    """Give the page's first step with these English words."""
    files = {"normative/sops/crisis.yml": FILES["normative/sops/crisis.yml"].replace(
        '"Listen to the consent of the person, **calmly**."', words
    )}  # fmt: skip
    graph = rich(files).graph
    record = graph.library.records["sop/crisis"]
    return str(desk("en", graph).block(record.steps[0].action))  # type: ignore[attr-defined]


TERM = '<a class="term" href="../term/consent.html">'


@pytest.mark.parametrize(
    ("words", "html"),
    [
        pytest.param(
            '"Ask for consent, then consent."',
            f"<p>Ask for {TERM}consent</a>, then consent.</p>",
            id="the first time",
        ),
        pytest.param('"Ask **consent**."', f"<p>Ask <strong>{TERM}consent</a></strong>.</p>", id="stressed"),
        pytest.param('"**Ask consent**"', f"<p><strong>Ask {TERM}consent</a></strong></p>", id="in stress"),
        pytest.param('"[consent](#refer)"', '<p><a href="#refer">consent</a></p>', id="not in a link"),
        pytest.param(
            '"[a [b] consent](#refer)"', '<p><a href="#refer">a [b] consent</a></p>', id="not in a link with brackets"
        ),
        pytest.param('"# On consent"', "<p><strong>On consent</strong></p>", id="not in a heading"),
        pytest.param(
            '"    consent"', "<pre><code>consent\n</code></pre>", id="not in a block of code"
        ),
        pytest.param(
            '"x\\U000F0000 consent"', f"<p>x\ufffd {TERM}consent</a></p>", id="a private letter of the author"
        ),
    ],
)  # fmt: skip
def test_terms_in_running_text(words: str, html: str) -> None:
    assert crisis(words) == html


def test_a_label_across_stress_is_no_link() -> None:
    files = changed("glossary/consent.yml", "label: consent", "label: free consent")
    files |= {"normative/sops/crisis.yml": FILES["normative/sops/crisis.yml"].replace(
        "the consent of", "the **free** consent of"
    )}  # fmt: skip
    graph = rich(files).graph
    record = graph.library.records["sop/crisis"]
    said = str(desk("en", graph).block(record.steps[0].action))  # type: ignore[attr-defined]
    assert said.startswith("<p>Listen to the <strong>free</strong> consent of")


def test_what_was_cut_away_is_named_by_its_kind_alone() -> None:
    files = changed("normative/forms/consent.yml", "code: F-01", "code: F-01\nsensitivity: staff")
    graph = Graph(cut(rich(files).library), packs(("tk", "ru", "en")))
    assert str(desk("en", graph).line(Text({"en": "Take [[form/consent]]."}))) == "Take form."
    assert str(desk("en", graph).line(Text({"en": "[[form/consent|a sheet]]"}))) == "a sheet"
    assert graph.today == DAY


PIECES = st.sampled_from(
    [
        "<script>", "</script>", "<img src=x onerror=y>", "javascript:", "[a](", ")", "](", "[[", "]]",
        "|", "~gen", "sop/visit", "#refer", "`", "*", "**", "\n", "\n\n", "- ", "# ", "    ", "&#106;",
        "https://law.gov.tm", "<https://evil.tm>", "consent", "\\", '"', "'", "{{", "}}", "\U000f0000",
        "<a href='x'>", "data:text/html,", "!", "[", "]", "_", "1. ", "> ", "***\n", "&lt;script&gt;",
    ]
)  # fmt: skip
ALLOWED = {
    "p", "strong", "em", "ul", "ol", "li", "a", "code", "pre", "blockquote", "br", "hr", "svg", "use",
    "span",
}  # fmt: skip


class Reader(HTMLParser):
    """Gathers the elements and links of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.links: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]


@given(st.lists(PIECES, max_size=14).map("".join))
def test_nothing_that_an_author_writes_becomes_script_or_leads_away(words: str) -> None:
    if not words.strip():
        return
    for html in (line(words), str(desk().block(Text({"en": words})))):
        reader = Reader()
        reader.feed(html)
        assert reader.names <= ALLOWED
        assert reader.attributes <= {"href", "rel", "class", "aria-hidden", "title", "start"}
        inside = ("visit.html", "#", "https://law.gov.tm", "../")
        assert all(each.startswith(inside) for each in reader.links), reader.links
        assert not any(letter >= "\U000f0000" for letter in html)
