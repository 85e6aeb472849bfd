"""Judging with several processes: the same findings in the same order, whatever befalls one."""

import multiprocessing as mp
import os
import threading
from collections.abc import Iterator

import pytest

from gollanma.checks import CHECKS, Check, Finding, abreast, run
from gollanma.checks.engine import in_turn
from gollanma.checks.examples import base, example
from gollanma.checks.hands import NUMBERS, TERMS
from gollanma.diagnostics import Severity
from gollanma.graph import Graph
from tests.support.projects import Small, small

BAD = ("REF001", "LAW107", "GLO006", "TXT003", "SOP014")
pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


def with_mistakes() -> Small:
    files: dict[str, str] = {}
    for code in BAD:
        laid = example(code, "bad").files
        files |= {path: text for path, text in laid.items() if text != base().get(path)}
    return small(files)


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let three processes judge a library of any size; a runner of tests has threads of its own."""
    monkeypatch.setattr("gollanma.checks.hands.FEWEST_RECORDS", 0)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.mark.usefixtures("three")
def test_several_processes_find_what_one_finds() -> None:
    found, alone = abreast(with_mistakes().graph, CHECKS), in_turn(with_mistakes().graph, CHECKS)
    assert [[*each] for each in found] == alone
    assert {each.code for those in found for each in those} >= {*BAD}


@pytest.mark.usefixtures("three")
def test_a_run_of_several_processes_comes_to_the_same() -> None:
    project = with_mistakes()
    assert run(project.graph, CHECKS, project.found, abreast) == project.outcome()


@pytest.fixture
def ours() -> int:
    """Give the process of the test: its module may have been imported in another one."""
    return os.getpid()


def somewhere(key: str, *, here: bool) -> Finding:
    return Finding(key, ("title",), "dangling", {"ref": str(here)})


@pytest.mark.usefixtures("three")
def test_the_work_is_shared(ours: int) -> None:
    def judge(graph: Graph) -> Iterator[Finding]:
        met.wait(timeout=5)  # nobody has done with it before another one has begun
        yield somewhere(next(iter(graph.library.records)), here=os.getpid() == ours)

    graph = small().graph
    met = mp.get_context("fork").Barrier(3)
    checks = [Check(f"ZZZ00{n}", Severity.INFO, judge) for n in range(3)]
    found = abreast(graph, checks)
    assert sorted(str(each.values["ref"]) for those in found for each in those) == [
        "False",
        "False",
        "True",
    ]


@pytest.mark.usefixtures("three")
def test_what_a_process_that_died_had_to_judge_is_judged(ours: int) -> None:
    def judge(graph: Graph) -> Iterator[Finding]:
        if os.getpid() != ours:
            os._exit(1)
        yield somewhere(next(iter(graph.library.records)), here=os.getpid() == ours)

    checks = [Check(f"ZZZ{n:03}", Severity.INFO, judge) for n in range(9)]
    found = abreast(small().graph, checks)
    assert [[each.code for each in those] for those in found] == [[each.code] for each in checks]


@pytest.mark.usefixtures("three")
def test_a_mistake_of_ours_is_raised_wherever_it_was_met() -> None:
    def judge(_: Graph) -> Iterator[Finding]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        abreast(small().graph, [Check("ZZZ001", Severity.INFO, judge)])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("os.sched_getaffinity", lambda _: {0}, id="one processor"),
        pytest.param("threading.active_count", lambda: 2, id="somebody else works in this process"),
        pytest.param("multiprocessing.get_all_start_methods", lambda: ["spawn"], id="no forking"),
        pytest.param("gollanma.checks.hands.FEWEST_RECORDS", 1000, id="few records"),
    ],
)
@pytest.mark.usefixtures("three")
def test_one_process_judges_all(
    monkeypatch: pytest.MonkeyPatch, ours: int, name: str, value: object
) -> None:
    def judge(graph: Graph) -> Iterator[Finding]:
        yield somewhere(next(iter(graph.library.records)), here=os.getpid() == ours)

    monkeypatch.setattr(name, value)
    found = abreast(small().graph, [Check(f"ZZZ{n:03}", Severity.INFO, judge) for n in range(9)])
    assert {str(each.values["ref"]) for those in found for each in those} == {"True"}


@pytest.mark.parametrize(("asked", "codes"), [("occurrences", TERMS), ("numbers", NUMBERS)])
def test_those_that_ask_for_the_same_are_judged_together(asked: str, codes: frozenset[str]) -> None:
    asking = set()
    for each in CHECKS:
        graph = small(example(each.code, "bad").files).graph
        list(each.judge(graph))
        if asked in vars(graph):
            asking.add(each.code)
    assert asking == codes
