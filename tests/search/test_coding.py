import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.search.coding import DIGITS, gaps, number, numbers, read_gaps, read_numbers

NUMBERS = st.lists(st.integers(0, 10**9), max_size=40)


@pytest.mark.parametrize(
    ("value", "length"),
    [
        pytest.param(0, 1, id="zero"),
        pytest.param(63, 1, id="the largest of one character"),
        pytest.param(64, 2, id="the smallest of two"),
        pytest.param(1727, 2, id="the largest of two"),
        pytest.param(1728, 3, id="the smallest of three"),
    ],
)
def test_small_numbers_are_short(value: int, length: int) -> None:
    assert len(number(value)) == length


@given(NUMBERS)
def test_numbers_are_read_as_they_were_written(values: list[int]) -> None:
    assert list(read_numbers(numbers(values))) == values


@given(st.sets(st.integers(0, 10**6), max_size=60))
def test_rising_numbers_are_read_as_they_were_written(values: set[int]) -> None:
    assert list(read_gaps(gaps(sorted(values)))) == sorted(values)


def test_no_digit_ends_a_string_or_begins_a_tag() -> None:
    assert not set(DIGITS) & set('"\\<\n\t ')
    assert len(set(DIGITS)) == len(DIGITS)
