"""Comments are what stands after `#` outside every value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.source import Comment, read_text

WORDS = st.text("ab é:-", max_size=8)


def comments(text: str) -> tuple[Comment, ...]:
    return read_text("a.yml", text.encode()).comments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# b\na: c\n", Comment(1, 1, "# b", own_line=True), id="above"),
        pytest.param("a: c # b \n", Comment(1, 6, "# b", own_line=False), id="beside a value"),
        pytest.param("a: # b\n  c: d\n", Comment(1, 4, "# b", own_line=False), id="beside a key"),
        pytest.param("a: 'c' #! SOP006\n", Comment(1, 8, "#! SOP006", own_line=False), id="a mark"),
        pytest.param("a: >- # b\n  c\n", Comment(1, 7, "# b", own_line=False), id="beside a block"),
        pytest.param("a: |\n  c\n # b\n", Comment(3, 2, "# b", own_line=True), id="below a block"),
        pytest.param("a: [\n  # b\n  c]\n", Comment(2, 3, "# b", own_line=True), id="in brackets"),
        pytest.param(
            "a: [c, # b\n  d]\n", Comment(1, 8, "# b", own_line=False), id="after a comma"
        ),
        pytest.param("a: 'c'\n  # b", Comment(2, 3, "# b", own_line=True), id="at the very end"),
        pytest.param("a: c # b # d\n", Comment(1, 6, "# b # d", own_line=False), id="with a sign"),
        pytest.param("a: c # b\r\n", Comment(1, 6, "# b", own_line=False), id="on Windows"),
        pytest.param("- a:\n# b\n", None, id="in a file that is no record"),
        pytest.param("a: [[b]] # c\n", Comment(1, 10, "# c", own_line=False), id="after prose"),
    ],
)
def test_comment(text: str, expected: Comment | None) -> None:
    assert comments(text) == ((expected,) if expected else ())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: b#c\n", id="in a word"),
        pytest.param("a: '# b'\n", id="in single quotes"),
        pytest.param('a: "b # c"\n', id="in double quotes"),
        pytest.param('a: "b\n  # c"\n', id="in the second line of a quoted text"),
        pytest.param("a: |\n  # b\n", id="in a literal block"),
        pytest.param("a: >-\n  b\n  # c\n\n  d\n", id="in a folded block"),
        pytest.param("'# a': b\n", id="in a key"),
    ],
)
def test_no_comment(text: str) -> None:
    assert comments(text) == ()


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", "# x", " # x"])), max_size=6))
def test_comments_are_found_among_quoted_texts(rows: list[tuple[str, str]]) -> None:
    lines = [f'k{n}: "#{words}# "{" " * n}{end}' for n, (words, end) in enumerate(rows)]
    expected = [
        (number, len(line) - 2) for number, line in enumerate(lines, 1) if line.endswith("# x")
    ]
    assert [(each.line, each.column) for each in comments("\n".join(lines))] == expected


@given(
    st.lists(WORDS | st.just("# no"), max_size=6),
    st.sampled_from("|>"),
    st.sampled_from(["", " # one"]),
)
def test_comments_are_found_around_a_block(lines: list[str], style: str, beside: str) -> None:
    header = f"a: {style}{beside}"
    text = "\n".join([header, "  x", *(f"  {each}" for each in lines), "# two", "b: c # three"])
    said = [each.text for each in comments(text)]
    assert said == [*filter(None, [beside.strip()]), "# two", "# three"]
