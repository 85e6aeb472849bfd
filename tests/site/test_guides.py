"""Hand-written pages: what Markdown makes of them, fitted to a narrow screen."""

import pytest
from markdown import markdown  # type: ignore[import-untyped]

from gollanma.site.guides import folding


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "| Key | Who *keeps* it |\n|---|---|\n| one | an office |\n",
            '<table class="fold-table"><thead><tr><th scope="col">Key</th>'
            '<th scope="col">Who <em>keeps</em> it</th></tr></thead><tbody>'
            '<tr><th scope="row">one</th><td data-h="Who keeps it">an office</td></tr>'
            "</tbody></table>",
            id="each cell names its column",
        ),
        pytest.param(
            '| A | "B" & C |\n|:--|--:|\n| 1 | `<x>` |\n| 2 | |\n',
            '<table class="fold-table"><thead><tr><th scope="col">A</th>'
            '<th scope="col">"B" &amp; C</th></tr></thead><tbody>'
            '<tr><th scope="row">1</th><td data-h="&quot;B&quot; &amp; C">'
            "<code>&lt;x&gt;</code></td></tr>"
            '<tr><th scope="row">2</th><td data-h="&quot;B&quot; &amp; C"></td></tr>'
            "</tbody></table>",
            id="aligned, with quotes and an empty cell",
        ),
        pytest.param("no table", "<p>no table</p>", id="nothing to fold"),
        pytest.param(
            "| A | B |\n|---|---|\n| | b |",
            '<table class="fold-table"><thead><tr><th scope="col">A</th><th scope="col">B</th></tr>'
            '</thead><tbody><tr><td></td><td data-h="B">b</td></tr></tbody></table>',
            id="a row without a heading of its own",
        ),
    ],
)
def test_tables_fold(text: str, expected: str) -> None:
    assert folding(markdown(text, extensions=["tables"])).replace("\n", "") == expected
