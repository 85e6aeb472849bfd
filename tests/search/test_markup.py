import pytest

from gollanma.search.documents import Section
from gollanma.search.markup import sections_of


@pytest.mark.parametrize(
    ("html", "sections"),
    [
        pytest.param(
            '<header class="head"><p class="tags">SP-01</p><h1>Intake</h1>'
            '<p class="lead">The first talk.</p><p class="small">Reviewed</p></header>',
            [Section("", "Intake", "The first talk.")],
            id="of the head title and lead",
        ),
        pytest.param(
            '<section id="_when"><h2>When</h2><h3>Use it</h3><p>Somebody asks.</p></section>',
            [Section("", "", ""), Section("_when", "When", "Use it · Somebody asks.")],
            id="the first heading names a section, others are part of it",
        ),
        pytest.param(
            '<section id="_steps"><h2>Steps</h2><ol><li class="step" id="greet"><h3>Greet</h3>'
            '<p>Say your <a class="term" href="x">name</a> <b>and</b> office.</p></li></ol></section>',
            [Section("", "", ""), Section("greet", "Greet", "Say your name and office.")],
            id="a step is a place; a section without words of its own is none",
        ),
        pytest.param(
            '<div class="law part" id="a8"><div class="unit" id="a8.1"><p>One:</p>'
            '<div class="unit" id="a8.1.1"><p><span class="num">1)</span> a point</p></div></div></div>',
            [Section("", "", ""), Section("a8.1", "Part one", "One: a point")],
            id="points stay in their part, which the list of contents names",
        ),
        pytest.param(
            '<section id="_inverse"><h2>Where used</h2><p>Here.</p></section>'
            '<section id="_about"><p>Words.</p></section>',
            [Section("", "", ""), Section("_about", "", "Words.")],
            id="what points here is found on its own page",
        ),
        pytest.param(
            '<section id="_about"><p lang="ru">Слова.</p><p lang="en">Words.</p></section>',
            [Section("", "", ""), Section("_about", "", "Words.")],
            id="words of another language are found in that language",
        ),
        pytest.param(
            '<section id="_about"><p>5 &lt; 6 &amp; {{ 7*7 }}</p><nav><p>Way</p></nav></section>',
            [Section("", "", ""), Section("_about", "", "5 < 6 & {{ 7*7 }}")],
            id="escaped letters are letters, ways are no words",
        ),
        pytest.param(
            '<section id="_about"><p class="screen">On screen<br>only <span class="screen">x</span>'
            "</p><p>Stays.</p></section>",
            [Section("", "", ""), Section("_about", "", "Stays.")],
            id="what is muted ends where its own tag ends",
        ),
        pytest.param("", [Section("", "", "")], id="every page has a head"),
    ],
)
def test_a_page_is_read_as_its_places(html: str, sections: list[Section]) -> None:
    assert list(sections_of(html, "en", {"a8.1": "Part one"})) == sections
