"""What a file said before: who reads the same bytes again can tell no difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.source import Ambiguous, Document, Reading, read_text
from gollanma.source.comments import Comment
from gollanma.source.held import MOST
from gollanma.source.kept import read, written

TEXT = '# one\na: {b: [no, "no", 1.10, 2026-01-01, ~]}\ne: "\\t\\u00e4"  # two\nf: |\n  çaga\n  0\n'


class Shelf:
    """Readings as their rows."""

    def __init__(self) -> None:
        self.rows: dict[bytes, bytes] = {}

    def get(self, data: bytes) -> Reading | None:
        return read(self.rows[data]) if data in self.rows else None

    def put(self, data: bytes, reading: Reading) -> None:
        self.rows[data] = written(reading)


def told(document: Document) -> object:
    """Give all that can be asked of a document."""
    places = [document.span("a"), document.key_span("e"), document.within("e", start=0, end=1)]
    return document, document.plain(), document.root, document.comments, places


@pytest.mark.parametrize("size", [0, MOST + 1], ids=["held", "let go"])
def test_a_file_that_was_read_before_says_the_same(size: int) -> None:
    shelf, data = Shelf(), TEXT.encode()
    first, second = (read_text("a.yml", data, kept=shelf) for _ in range(2))
    for number in range(size):
        read_text(f"{number}.yml", b"a: b")
    assert len(shelf.rows) == 1
    assert told(second) == told(first) == told(read_text("a.yml", data))


def test_nothing_is_composed_of_what_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    before = read_text("a.yml", TEXT.encode(), kept=shelf).plain()
    monkeypatch.setattr("gollanma.source.reader.Composer", None)
    assert read_text("a.yml", TEXT.encode(), kept=shelf).plain() == before


@pytest.mark.parametrize(
    "text", ["a: #hash\n", "a: {b: c\n", "\ufeffa: b\n", "- a\n", "", "a: a\u0308\n", "a: b\r\n"]
)
def test_a_file_in_which_something_was_found_is_read_anew(text: str) -> None:
    shelf = Shelf()
    first, second = (read_text("a.yml", text.encode(), kept=shelf) for _ in range(2))
    assert first.diagnostics
    assert (second, second.root) == (first, first.root)
    assert shelf.rows == {}


WORDS = st.text(st.characters(codec=None), max_size=5)
PLAIN = st.recursive(
    st.one_of(
        WORDS,
        st.sampled_from(["no", "1", "~", "1_0", "2026-01-01"]).map(
            lambda text: read_text("a.yml", f"a: {text}".encode()).value("a")
        ),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(WORDS, inner, max_size=3)),
)
COMMENTS = st.builds(Comment, st.integers(1, 9), st.integers(1, 9), WORDS, st.booleans())


@given(st.dictionaries(WORDS, PLAIN, max_size=3), st.lists(COMMENTS, max_size=2).map(tuple))
def test_a_reading_is_read_as_it_was_written(plain: object, comments: tuple[Comment, ...]) -> None:
    row = written(Reading(plain, comments))
    assert b"\n" not in row
    assert read(row) == Reading(plain, comments)


def test_a_word_that_is_none_comes_again_with_what_others_read_in_it() -> None:
    found = read(written(Reading({"a": Ambiguous("010", "int")}, ())))
    assert found == Reading({"a": Ambiguous("010", "int")}, ())


@pytest.mark.parametrize(
    "row",
    [b"", b"\t", b"[[],[]]\t[]", b"[[],[]]\t1", b'[["a"],[]]\t{"a":1}', b"[[],[1]]\t{}", b"[]\t{}"],
)
def test_what_is_no_reading_is_not_there(row: bytes) -> None:
    assert read(row) is None
