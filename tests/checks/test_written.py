"""Pages that are written by hand: what they point at is there, or a finding says that it is not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.checks import run
from gollanma.graph import Graph
from tests.support.projects import packs, small

GUIDE = "# Guide\n\n## First {#first}\n\nWords.\n\n## Second {.small #second}\n"
PAGES = {
    "docs/guide.tk.md": GUIDE,
    "docs/guide.ru.md": GUIDE,
    "docs/free.en.md": "# Free\n\n## A heading without a name\n",
    "docs/deep/inner.en.md": "# Inner\n",
    "docs/plain.md": "# For all languages\n",
}
Found = tuple[str, str, int, int]


def found_in(text: str, path: str = "docs/page.en.md") -> list[Found]:
    """Give code, sentence, line and column of what is wrong with a page."""
    graph = small().graph
    library = replace(graph.library, pages={**PAGES, path: text})
    outcome = run(Graph(library, packs(library.project.languages.all)), ())
    assert {each.span.path for each in outcome.findings} <= {path}
    return [(each.code, each.key, each.span.line, each.span.column) for each in outcome.findings]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[[sop/visit]] and [[sop/visit#ask|the step]]", id="references"),
        pytest.param("`[[sop/none]]` and\n```\n[[sop/none]]\n[x](none.md)\n```\n", id="examples"),
        pytest.param("[free](free.md#whatever) and [free](free.md)", id="headings named by their words"),
        pytest.param("[inner](deep/inner.md), [plain](plain.md)", id="a folder, and a page of all languages"),
        pytest.param("# Page\n\n## A {#a}\n\n[here](#a)", id="a place of its own"),
        pytest.param("# Page\n\n```\n## no heading\n```\n## A {#a}\n[a](#a)", id="a heading in an example"),
        pytest.param("[home](index.md) and [](https://example.org/x.md)", id="the home page, and another server"),
        pytest.param("![a picture](none.jpg) and ![x](none.md)", id="pictures are judged elsewhere"),
    ],
)  # fmt: skip
def test_a_page_without_fault(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("\nSee [[sop/none]].", [("REF003", "no-record", 2, 5)], id="no record"),
        pytest.param("[[sop/visit#gone|x]]", [("REF003", "no-place", 1, 1)], id="no place"),
        pytest.param("[[act/help@1999-01-01]]", [("REF003", "no-edition", 1, 1)], id="no edition"),
        pytest.param("[[Visit]]", [("REF003", "unreadable", 1, 1)], id="no reference"),
        pytest.param("[[sор/visit]]", [("REF003", "letter", 1, 1)], id="a letter of another script"),
        pytest.param("[[#ask]]", [("REF003", "unreadable", 1, 1)], id="a place of no record"),
        pytest.param("a [b](none.md)", [("PUB005", "no-page", 1, 7)], id="no page"),
        pytest.param("[b](guide.md)", [("PUB005", "no-page", 1, 5)], id="a page not in this language"),
        pytest.param("[b](../docs/none.md#x)", [("PUB005", "no-page", 1, 5)], id="up and down"),
        pytest.param("[b](#c)", [("PUB005", "no-anchor", 1, 5)], id="no such place here"),
        pytest.param("# T\n## A {#a}\n[b](#c)", [("PUB005", "no-anchor", 3, 5)], id="another place here"),
        pytest.param("[[sop/a]] [[sop/b]] [c](d.md)", [("REF003", "no-record", 1, 1), ("REF003", "no-record", 1, 11), ("PUB005", "no-page", 1, 25)], id="all of them"),
    ],
)  # fmt: skip
def test_what_leads_nowhere(text: str, found: list[Found]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize("language", ["tk", "ru"])
def test_a_link_stays_in_its_language(language: str) -> None:
    assert found_in("[a](guide.md#second)", f"docs/page.{language}.md") == []
    found = found_in("[a](guide.md#third)", f"docs/page.{language}.md")
    assert found == [("PUB005", "no-anchor", 1, 5)]


@given(st.text(alphabet="[](){}#|`.md\n ~sop/visit"))
def test_any_page_is_judged(text: str) -> None:
    assert all(line >= 1 and column >= 1 for _, _, line, column in found_in(text))
