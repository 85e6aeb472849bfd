"""Sharing work with other processes: each piece is done once, whoever does it."""

import gc
import multiprocessing as mp
import os
import threading
import time
from collections import Counter

import pytest

from gollanma.bundle.helping import helped, lasting, shared_out

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
WAYS = sorted({"fork", "spawn"} & set(mp.get_all_start_methods()))
KNOWN: list[str] = []
Done = tuple[str, int, int]


def begin(word: str) -> None:
    KNOWN.append(word)


def done(number: int) -> Done:
    """Take some time, the more the earlier the piece: the others would all be done by one."""
    time.sleep(0.01 if number % 2 else 0.03)
    return KNOWN[-1] if KNOWN else "here", os.getpid(), number * number


def fails(number: int) -> Done:
    raise ZeroDivisionError(number)


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Begin helpers in each way; a runner of tests has threads of its own."""
    monkeypatch.setattr(threading, "active_count", lambda: 1 + (request.param == "spawn"))
    return str(request.param)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    ("count", "pieces"),
    [
        pytest.param(1, 20, id="one helper"),
        pytest.param(2, 20, id="two helpers"),
        pytest.param(1, 1, id="a single piece"),
        pytest.param(2, 2, id="as many pieces as helpers"),
    ],
)
def test_each_piece_is_done_once(count: int, pieces: int) -> None:
    with helped(count, begin, "told") as pool:
        told = list(shared_out(pool, range(pieces), done, done))
    assert sorted(number for number, _ in told) == list(range(pieces))
    assert {number: each[2] for number, each in told} == {n: n * n for n in range(pieces)}
    assert dict(told)[0][:2] == ("here", os.getpid())


@pytest.mark.usefixtures("way")
def test_the_work_is_shared_and_helpers_know_what_they_were_told() -> None:
    with helped(1, begin, "told") as pool:
        told = [each for _, each in shared_out(pool, range(60), done, done)]
    by = Counter((word, pid == os.getpid()) for word, pid, _ in told)
    assert set(by) == {("here", True), ("told", False)}
    assert KNOWN == []


def test_without_a_helper_the_work_is_done_here_in_its_order() -> None:
    with helped(0, begin, "told") as pool:
        assert pool is None
        told = list(shared_out(pool, "abc", str.upper, str.lower))
    assert told == [(0, "A"), (1, "B"), (2, "C")]
    assert list(shared_out(None, (), done, done)) == []


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(("here", "there"), [(fails, done), (done, fails)])
def test_a_mistake_of_ours_is_raised_wherever_it_was_met(here: object, there: object) -> None:
    assert callable(here)
    assert callable(there)
    with helped(1, begin, "told") as pool, pytest.raises(ZeroDivisionError):
        list(shared_out(pool, range(9), here, there))


def test_a_process_is_forked_only_where_nobody_else_works_in_this_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("gollanma.bundle.helping.mp.get_context", asked.append)
    monkeypatch.setattr("gollanma.bundle.helping.ProcessPoolExecutor", lambda *_, **__: Idle())
    for threads in (1, 2):
        monkeypatch.setattr(threading, "active_count", lambda threads=threads: threads)
        with helped(1, begin, "told"):
            pass
    assert asked[-1] == "spawn"
    assert asked[:-1] == ["fork" if "fork" in WAYS else "spawn"]


class Idle:
    def shutdown(self, **_: object) -> None:
        """Have nothing to end."""


def test_what_is_there_is_lasting_for_a_while_and_then_as_before() -> None:
    before = gc.get_freeze_count()
    with lasting():
        assert gc.get_freeze_count() > before
    assert gc.get_freeze_count() == 0
