"""Circles and ways: what the checks of references and procedures stand on."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.checks.circles import circles
from gollanma.checks.flow import END, backwards, reached

NAMES = st.sampled_from("abcdef")
WAYS = st.dictionaries(NAMES, st.sets(NAMES))

Ways = Mapping[str, set[str]]


def can_come_back(ways: Ways, start: str) -> bool:
    """Say by brute force whether a way leads from a place back to it."""
    seen: set[str] = set()
    waiting = [*ways.get(start, ())]
    while waiting:
        here = waiting.pop()
        if here == start:
            return True
        if here not in seen:
            seen.add(here)
            waiting.extend(ways.get(here, ()))
    return False


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param({"a": {"b"}, "b": {"c"}}, [], id="a row"),
        pytest.param({"a": {"b", "c"}, "b": {"d"}, "c": {"d"}}, [], id="two ways to one place"),
        pytest.param({"a": {"a"}}, [["a"]], id="a place that leads to itself"),
        pytest.param({"b": {"a"}, "a": {"b"}}, [["a", "b"]], id="two places"),
        pytest.param({"z": {"b"}, "b": {"c"}, "c": {"b"}}, [["b", "c"]], id="a way into a circle"),
        pytest.param(
            {"a": {"b"}, "b": {"a"}, "c": {"d"}, "d": {"c"}},
            [["a", "b"], ["c", "d"]],
            id="two circles",
        ),
    ],
)
def test_circles(ways: Ways, expected: list[list[str]]) -> None:
    assert list(circles(ways)) == expected


@given(WAYS)
def test_every_circle_leads_back_to_its_beginning(ways: Ways) -> None:
    for circle in circles(ways):
        assert all(
            after in ways[here]
            for here, after in zip(circle, [*circle[1:], circle[0]], strict=True)
        )
        assert circle[0] == min(circle)


@given(WAYS)
def test_there_is_a_circle_exactly_where_something_comes_back(ways: Ways) -> None:
    assert bool([*circles(ways)]) == any(can_come_back(ways, start) for start in ways)


def test_a_long_row_is_walked_without_running_out_of_room() -> None:
    row = {f"{number:05}": {f"{number + 1:05}"} for number in range(20_000)}
    assert list(circles(row)) == []


@given(WAYS, NAMES, NAMES)
def test_what_is_reached_forwards_reaches_back(ways: Ways, start: str, end: str) -> None:
    by = {here: tuple(sorted(after)) for here, after in ways.items()}
    assert (end in reached([start], by)) == (start in reached([end], backwards(by)))


def test_nothing_is_passed_through_that_stands_in_the_way() -> None:
    by = {"a": ("b", "c"), "b": (END,), "c": ("d",)}
    assert reached(["a"], by, but=["c"]) == {"a", "b", "c", END}
