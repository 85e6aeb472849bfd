from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.search.shards import LARGEST, SMALLEST, Line, files_of, read_lines

LETTERS = "abcdegijklmnoprstuyzäçňöşü"
KEYS = st.text(LETTERS, min_size=1, max_size=9)
LINES = st.dictionaries(KEYS, st.text("#$%&()*+", min_size=1, max_size=300), max_size=400).map(
    lambda bodies: [Line(key, "", body) for key, body in sorted(bodies.items())]
)


def index(words: int, each: int) -> list[Line]:
    """Give the lines of an index in which every word has so many characters of postings."""
    return [Line(f"w{number:05}", "", "#" * each) for number in range(words)]


def with_more(lines: list[Line], at: int) -> list[Line]:
    """Give the lines when one more section has a word."""
    longer = replace(lines[at], body=f"{lines[at].body}$#")
    return [*lines[:at], longer, *lines[at + 1 :]]


@given(LINES)
def test_the_files_hold_every_word_in_order(lines: list[Line]) -> None:
    files = list(files_of(lines))
    read = [each for _, text in files for found in read_lines(text).values() for each in found]
    assert read == lines
    assert [first for first, _ in files] == [next(iter(read_lines(text))) for _, text in files]


@pytest.mark.parametrize("signs", [pytest.param(30, id="more than a file holds")])
def test_what_shares_its_letters_stays_together(signs: int) -> None:
    alike = [Line("ot", f"o{number:02}", "#" * SMALLEST) for number in range(signs)]
    (only,) = files_of(alike)
    assert len(read_lines(only[1])["ot"]) == signs


@pytest.mark.parametrize("at", range(0, 2000, 97))
def test_an_edited_section_changes_the_files_of_its_words_alone(at: int) -> None:
    lines = index(2000, 60)
    before, after = (dict(files_of(each)) for each in (lines, with_more(lines, at)))
    changed = [first for first, text in after.items() if before.get(first) != text]
    assert len(before) > 10
    assert len(changed) == 1


@pytest.mark.parametrize(
    ("words", "each", "aim"),
    [
        pytest.param(2_000, 60, SMALLEST, id="hundreds of pages"),
        pytest.param(10_000, 90, 4 * SMALLEST, id="a thousand"),
        pytest.param(60_000, 150, LARGEST, id="ten thousand"),
    ],
)
def test_the_files_of_a_larger_index_are_larger(words: int, each: int, aim: int) -> None:
    sizes = [len(text) for _, text in files_of(index(words, each))]
    assert aim / 2 < sum(sizes) / len(sizes) < 2 * aim
    assert max(sizes) < 3 * aim
