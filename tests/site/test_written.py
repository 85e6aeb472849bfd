"""What may stand on a page that is written by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.site import RefusedError, build, in_words
from gollanma.site.markup import ELEMENTS, foreign
from tests.site import fakes
from tests.site.test_pictures import PLACE, exif, jpeg, png


@pytest.mark.parametrize(
    ("html", "found"),
    [
        pytest.param('<h2 id="a">A</h2><p>b <em>c</em><br />d</p>', (), id="words"),
        pytest.param('<p><a href="x.html#y" title="z">x</a></p>', (), id="a link"),
        pytest.param('<img alt="a" src="assets/a.png" />', (), id="a picture beside the page"),
        pytest.param('<pre><code class="language-yaml">a: b</code></pre>', (), id="a file"),
        pytest.param('<span lang="tk">kanun</span>', (), id="a word of another language"),
        pytest.param('<table><tr><td style="text-align: right;">1</td></tr></table>', (), id="a column of figures"),
        pytest.param('<td style="text-align: right; position: fixed">1</td>', ("style",), id="looks behind it"),
        pytest.param("<p>a &lt; b &amp;lt;script&gt;</p>", (), id="signs of elements"),
        pytest.param("<script>alert(1)</script>", ("<script",), id="a script"),
        pytest.param("<SCRIPT src=//x.org></SCRIPT>", ("<script",), id="in capitals"),
        pytest.param("<img src=x.png onerror='y'>", ("onerror",), id="a script on an element"),
        pytest.param("<p oNcLiCk = y>", ("onclick",), id="in any letters"),
        pytest.param("<iframe src='https://x.org'></iframe>", ("<iframe",), id="a frame"),
        pytest.param("<svg onload=x></svg>", ("<svg",), id="a drawing"),
        pytest.param('<meta http-equiv="refresh" content="0;url=https://x.org">', ("<meta",), id="a way elsewhere"),
        pytest.param('<base href="https://x.org/">', ("<base",), id="another ground for links"),
        pytest.param("<form action=https://x.org><input></form>", ("<form", "<input"), id="a form"),
        pytest.param("<link rel=stylesheet href=x.css><style>p{}</style>", ("<link", "<style"), id="a style"),
        pytest.param('<p style="color:red" class="a">', ("style", "class"), id="looks of its own"),
        pytest.param('<img src="https://x.org/a.png">', ("https://x.org/a.png",), id="a picture from elsewhere"),
        pytest.param('<img src=" //x.org/a.png">', (" //x.org/a.png",), id="from another host"),
        pytest.param('<img src="DATA:image/png;base64,x">', ("DATA:image/png;base64,x",), id="in the page itself"),
        pytest.param("<!-- a note -->", ("<!-- a note ",), id="a note that readers would get"),
        pytest.param("<?php x ?>", ("<?php x ?",), id="an instruction"),
        pytest.param("<object data=x></object><embed src=x>", ("<object", "<embed"), id="other programs"),
        pytest.param("<p>a</p><img alt='b", ("<",), id="an element without an end"),
        pytest.param("<p>a</p><p>b</p><video></video><video></video>", ("<video",), id="each once"),
    ],
)  # fmt: skip
def test_what_does_not_belong_on_a_page(html: str, found: tuple[str, ...]) -> None:
    assert foreign(html) == found


NAMES = st.sampled_from(
    ["script", "iframe", "svg", "math", "object", "link", "meta", "base", "x-y"]
)


@given(NAMES, st.text("abc \"'=<>/", max_size=12), st.sampled_from(["", " ", "\n", "/"]))
def test_no_element_that_markdown_does_not_make_stays_unseen(
    name: str, more: str, space: str
) -> None:
    assert name not in ELEMENTS
    found = foreign(f"<p>a</p><{name}{space} {more}></{name}>")
    assert any(each.startswith(f"<{name}") for each in found)


def written(text: str) -> dict[str, str]:
    return {f"about.{code}.md": f"# About\n\n{text}\n" for code in fakes.CODES}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param("a <iframe src='x'></iframe>", "docs/about.ru.md:3:3: error[PUB005] `<iframe` may not", id="an element"),
        pytest.param("a\n{: onclick=x }", "docs/about.en.md:4:4: error[PUB005] `onclick` may not", id="what a list of attributes adds"),
        pytest.param("![a](https://x.org/a.png)", "docs/about.tk.md:3:6: error[PUB005] `https://x.org/a.png` may not", id="a picture from elsewhere"),
        pytest.param("<!-- ask Aman -->", "`<!-- ask aman ` may not", id="a remark"),
    ],
)  # fmt: skip
def test_a_page_that_holds_more_than_words_is_refused(
    text: str, sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(RefusedError) as refusal:
        build(fakes.project(tmp_path / "p", written(text)), tmp_path / "site", fakes.content())
    assert sentence in in_words(refusal.value, fakes.LANGUAGES["en"])
    assert not (tmp_path / "site").exists()


def test_files_are_no_pieces_of_a_page(tmp_path: Path) -> None:
    text = "--8<-- \"/etc/passwd\"\n\n{{ 7*7 }} {% include 'x' %} {{ config }}"
    project = fakes.project(tmp_path / "p", written(text))
    site = build(project, tmp_path / "site", fakes.content()).folder
    page = (site / "about.html").read_text("utf-8")
    assert '--8&lt;-- "/etc/passwd"' in page
    assert "{{ 7*7 }} {% include 'x' %} {{ config }}" in page


def test_a_photograph_is_handed_out_without_its_place(tmp_path: Path) -> None:
    project = fakes.project(tmp_path / "p", written("![a](photo.jpg)"))
    for code in fakes.CODES:
        (project / f"docs/photo.{code}.jpg").write_bytes(jpeg(exif(1)))
    site = build(project, tmp_path / "site", fakes.content()).folder
    for place in ("photo.jpg", "ru/photo.jpg", "en/photo.jpg"):
        assert (site / place).read_bytes() == jpeg()
    assert (project / "docs/photo.ru.jpg").read_bytes() == jpeg(exif(1))
    assert not any(PLACE in data for data in fakes.files(site).values())


def test_a_picture_that_is_none_is_named_once(tmp_path: Path) -> None:
    project = fakes.project(tmp_path / "p")
    (project / "docs/large.png").write_bytes(png(width=30_000))
    (project / "docs/b.jpg").write_bytes(b"MZ")
    with pytest.raises(RefusedError) as refusal:
        build(project, tmp_path / "site", fakes.content())
    said = in_words(refusal.value, fakes.LANGUAGES["en"])
    assert said.count("docs/large.png:1:1: error[PUB005] the picture is larger than 8000") == 1
    assert said.count("docs/b.jpg:1:1: error[PUB005] the picture is not of the form") == 1
