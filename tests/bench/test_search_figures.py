"""From measured numbers to a table: what a reader of the benchmark relies on."""

import pytest

from bench.search.browser import MARK, TASK, longest
from bench.search.figures import OURS, Figure, percentile, table


@pytest.mark.parametrize(
    ("values", "share", "found"),
    [
        pytest.param([5.0], 0.95, 5.0, id="one value is every percentile"),
        pytest.param([3.0, 1.0, 2.0], 0.5, 2.0, id="the middle one, in any order"),
        pytest.param([4.0, 1.0, 3.0, 2.0], 0.5, 2.0, id="of two in the middle the smaller"),
        pytest.param([float(each) for each in range(1, 101)], 0.95, 95.0, id="95 of 100"),
        pytest.param([float(each) for each in range(1, 31)], 0.95, 29.0, id="29 of 30"),
        pytest.param([1.0, 2.0], 0.0, 1.0, id="none: the smallest"),
        pytest.param([1.0, 2.0], 1.0, 2.0, id="all: the largest"),
    ],
)
def test_percentile(values: list[float], share: float, found: float) -> None:
    assert percentile(values, share) == found


def test_table_holds_equal_figures_together_and_says_how_peers_compare() -> None:
    rows = [
        Figure("heap", OURS, 4, "MB", "at most 25"),
        Figure("index", OURS, 1.5, "MB"),
        Figure("heap", "lunr", 50, "MB"),
        Figure("builds", "lunr", 3, "s"),
    ]
    assert list(table(rows)) == [
        "heap    ours              4.00 MB   at most 25",
        "        lunr             50.00 MB   12.5 times ours",
        "index   ours              1.50 MB",
        "builds  lunr              3.00 s",
    ]


def test_nothing_is_compared_with_nothing() -> None:
    rows = [Figure("heap", OURS, 0, "MB"), Figure("heap", "lunr", 50, "MB")]
    assert list(table(rows))[1].endswith("50.00 MB")


def task(start: int, duration: int, thread: int = 1) -> dict[str, object]:
    times = {"ts": start, "dur": duration, "tdur": duration // 2}
    return {"name": TASK, "pid": 1, "tid": thread, **times}


def test_longest_task_is_one_of_the_page_behind_the_first_key() -> None:
    events = [
        task(0, 90_000),
        task(95_000, 12_000),
        {"name": MARK, "pid": 1, "tid": 1, "ts": 100_000},
        task(110_000, 7_000),
        task(120_000, 80_000, thread=2),
        {"name": TASK, "pid": 1, "tid": 1, "ts": 130_000},
    ]
    assert longest(events) == (12, 6)
