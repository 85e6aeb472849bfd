"""What HTML lets one leave out is left out, and nothing that is seen."""

import pytest

from gollanma.site.brief import brief


@pytest.mark.parametrize(
    ("html", "said"),
    [
        pytest.param('<a href="../sop/a.html#b">', "<a href=../sop/a.html#b>", id="a plain value"),
        pytest.param('<p class="small soft">', '<p class="small soft">', id="a value with a space"),
        pytest.param('<a href="a.css?v=1">', '<a href="a.css?v=1">', id="a value with a sign"),
        pytest.param('<a href="../">', '<a href="../">', id="a slash at the end"),
        pytest.param('<circle r="1"/>', '<circle r="1"/>', id="a tag that closes at once"),
        pytest.param('<p title="">', '<p title="">', id="an empty value"),
        pytest.param('a="b" is written so', 'a="b" is written so', id="words about attributes"),
        pytest.param(
            '<code>a="b"</code><p id="c">', '<code>a="b"</code><p id=c>', id="code that is shown"
        ),
        pytest.param("<p>a</p>\n<p>b</p>\n", "<p>a<p>b</p>\n", id="lines between blocks"),
        pytest.param("<a>a</a>\n<b>b</b>", "<a>a</a>\n<b>b</b>", id="a line between words"),
        pytest.param("<p>a</p>\n<a>b</a>", "<p>a</p><a>b</a>", id="words behind a paragraph"),
        pytest.param("<p>a\u00a0</p><p>\u00a0</p>", "<p>a\u00a0<p>\u00a0</p>", id="a firm space"),
        pytest.param("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>", id="lines that are shown"),
        pytest.param(
            "<ul><li>a</li>\n<li>b</li></ul>", "<ul><li>a<li>b</ul>", id="entries of a list"
        ),
        pytest.param(
            "<ul><li><p>a</p></li></ul>", "<ul><li><p>a</ul>", id="a paragraph in an entry"
        ),
        pytest.param("<a><p>a</p></a>", "<a><p>a</p></a>", id="a paragraph in a link"),
        pytest.param(
            "<dl><div><dt>a</dt><dd>b</dd></div></dl>",
            "<dl><div><dt>a<dd>b</div></dl>",
            id="words and what they mean",
        ),
        pytest.param(
            "<table><thead><tr><th>a</th></tr></thead>\n<tbody><tr><td>b</td></tr></tbody></table>",
            "<table><thead><tr><th>a<tbody><tr><td>b</table>",
            id="rows and cells",
        ),
        pytest.param(
            "<select><option>a</option><option>b</option></select>",
            "<select><option>a<option>b</select>",
            id="choices",
        ),
    ],
)
def test_a_page_in_fewer_bytes(html: str, said: str) -> None:
    assert brief(html) == said
