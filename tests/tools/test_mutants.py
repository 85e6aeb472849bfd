"""How changes are found, drawn, judged and counted."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from mutmut.mutation.file_mutation import mutate_file_contents

from tools.mutants import __main__ as command
from tools.mutants import planting
from tools.mutants.__main__ import READS_THE_CODE, TESTS, main, package_of
from tools.mutants.planting import Mutant, changes
from tools.mutants.processes import Job, in_processes, limit
from tools.mutants.reach import Reach
from tools.mutants.scoring import Score, Verdict, sample, told, wilson
from tools.mutants.stamps import of_tests

ROOT = Path(planting.__file__).parents[2]
LINKS = "generator/gollanma/graph/links.py"


def change(name: str, *lines: int) -> Mutant:
    return Mutant(f"gollanma.graph.links.x_{name}", LINKS, lines, "@@\n-    a\n+    b")


def score(noticed: int, unnoticed: int, unreached: int = 0, every: int = 0) -> Score:
    verdicts = [
        *(Verdict(change(f"a__mutmut_{n}"), "test", 9, 9) for n in range(noticed)),
        *(Verdict(change(f"b__mutmut_{n}"), None, 3, 9) for n in range(unnoticed)),
        *(Verdict(change(f"c__mutmut_{n}"), None, 0, 0) for n in range(unreached)),
    ]
    return Score(every or len(verdicts), tuple(verdicts))


CODE = '''\
"""A module."""


def larger(one, other):
    """Give the larger."""
    if (
        one > 0
        and one >= other
    ):
        return one
    match other:
        case 1:
            return 2
    return other


class Room:
    def width(self):
        return 7
'''


def planted() -> tuple[list[str], list[Mutant]]:
    made = mutate_file_contents("room.py", CODE)
    return made.code.splitlines(), [*changes(made, "gollanma.room", "room.py")]


@pytest.fixture(autouse=True)
def _where_mutmut_finds_its_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize(
    ("added", "statement"),
    [
        pytest.param("        one > 1", ["    if (", "        one > 0", "        and one >= other", "    ):"], id="a condition of several lines"),
        pytest.param("            return 3", ["            return 2"], id="what a case does"),
        pytest.param("        return 8", ["        return 7"], id="a method"),
    ],
)  # fmt: skip
def test_a_change_knows_the_statement_in_which_it_stands(added: str, statement: list[str]) -> None:
    code, every = planted()
    (one,) = (each for each in every if f"+{added}" in each.diff.splitlines())
    assert [code[line - 1] for line in one.lines] == statement


def test_a_change_is_shown_as_a_difference_of_the_function_that_people_wrote() -> None:
    _, every = planted()
    (one,) = (each for each in every if each.name == "gollanma.room.xǁRoomǁwidth__mutmut_1")
    assert one.diff.splitlines()[1:] == ["     def width(self):", "-        return 7", "+        return 8"]  # fmt: skip
    assert (one.function, one.module) == ("gollanma.room.Room.width", "gollanma.room")


def test_a_sample_is_the_same_each_time_and_grows() -> None:
    every = [change(f"a__mutmut_{n}") for n in range(50)]
    small, large = sample(every, 10, ""), sample(every[::-1], 20, "")
    assert len(small) == 10
    assert {each.name for each in small} < {each.name for each in large}
    assert sample(every, 10, "another") != small
    assert len(sample(every, None, "")) == 50


@pytest.mark.parametrize(
    ("noticed", "tried", "low", "high"),
    [
        pytest.param(90, 100, 82.56, 94.48, id="as in tables"),
        pytest.param(10, 10, 72.25, 100.0, id="all of few"),
        pytest.param(0, 10, 0.0, 27.75, id="none of few"),
        pytest.param(0, 0, 0.0, 100.0, id="nothing is known"),
    ],
)
def test_the_interval_of_wilson(noticed: int, tried: int, low: float, high: float) -> None:
    assert wilson(noticed, tried) == pytest.approx((low, high), abs=0.01)


@pytest.mark.parametrize(
    ("given", "is_enough"),
    [
        pytest.param(score(85, 15), True, id="all were tried: the share counts"),
        pytest.param(score(84, 16), False, id="all were tried, and too few noticed"),
        pytest.param(score(90, 10, every=1000), False, id="a sample that may be lucky"),
        pytest.param(score(190, 10, every=1000), True, id="a sample that is not"),
        pytest.param(score(0, 0, every=10), False, id="nothing was tried"),
        pytest.param(score(80, 0, 20), False, id="what no test reaches was not noticed"),
    ],
)
def test_a_share_is_held_where_the_lower_end_reaches_the_least(
    given: Score, *, is_enough: bool
) -> None:
    assert given.is_enough is is_enough


def test_what_was_not_noticed_is_told_with_its_difference() -> None:
    *survivors, last = told("graph", score(6, 1, 1, every=100))
    assert survivors == [
        "gollanma.graph.links.x_b__mutmut_0: not noticed by 3 of the 9 tests that reach it",
        *("    @@", "    -    a", "    +    b", ""),
        "gollanma.graph.links.x_c__mutmut_0: reached by no test",
        *("    @@", "    -    a", "    +    b", ""),
    ]
    assert last == (
        "graph: 6 of 8 changes noticed, 75.0 % (40.9 to 92.9 % of all 100); "
        "1 not noticed, 1 reached by no test"
    )


AT_IMPORT = {LINKS: [9]}
KNOWN = {
    "slow": {"seconds": 3.0, "lines": {LINKS: [1, 2]}},
    "quick": {"seconds": 0.1, "lines": {LINKS: [2]}},
    "other": {"seconds": 0.1, "lines": {"elsewhere.py": [1, 2]}},
}
ONE, TWO, THREE, NINE = (
    *(change("a__mutmut_1", 1), change("a__mutmut_2", 2)),
    *(change("b__mutmut_1", 3), change("b__mutmut_2", 9)),
)


def test_a_change_is_judged_by_the_tests_that_run_its_statement() -> None:
    reach = Reach(AT_IMPORT, KNOWN, [ONE, TWO, THREE, NINE])
    assert [reach.tests(each) for each in (ONE, THREE)] == [["slow"], []]
    assert reach.tests(TWO) == ["quick", "slow"]
    assert [reach.is_at_import(each) for each in (ONE, NINE)] == [False, True]


def test_those_that_noticed_a_change_nearby_are_asked_first() -> None:
    reach = Reach(AT_IMPORT, KNOWN, [ONE, TWO])
    reach.remember(ONE, "it did not end")
    assert reach.tests(TWO) == ["quick", "slow"]
    reach.remember(ONE, "slow")
    assert reach.tests(TWO) == ["slow", "quick"]


def test_those_that_run_the_most_of_a_module_come_first_and_the_slow_last() -> None:
    known = {
        "slow": {"seconds": 9.0, "lines": {LINKS: [1, 2, 3, 4]}},
        "little": {"seconds": 0.1, "lines": {LINKS: [1], "elsewhere.py": [1, 2, 3]}},
        "much": {"seconds": 0.9, "lines": {LINKS: [1, 2]}},
        "as much": {"seconds": 0.5, "lines": {LINKS: [1, 3]}},
    }
    assert Reach({}, known, [ONE]).tests(ONE) == ["as much", "much", "little", "slow"]


def test_the_folders_of_tests_that_are_near_come_first() -> None:
    known = {
        "tests/checks/a": {"seconds": 1.0, "lines": {LINKS: [1]}},
        "tests/graph/b": {"seconds": 4.0, "lines": {LINKS: [1]}},
        "tests/graph/c": {"seconds": 2.0, "lines": {LINKS: [1]}},
    }
    reach = Reach({}, known, [ONE], ["tests/graph", "tests/checks"])
    order = ["tests/graph/c", "tests/graph/b", "tests/checks/a"]
    assert reach.tests(ONE) == order
    assert [len(reach.first(order, within)) for within in (1.0, 6.0, 6.9, 9.0)] == [1, 2, 2, 3]


forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")


def stop() -> None:
    os._exit(1)


def spin() -> None:
    limit(0)
    end = time.monotonic() + 60
    while time.monotonic() < end:
        pass


@forking
def test_each_job_has_a_process_and_one_that_dies_gives_nothing(tmp_path: Path) -> None:
    jobs = iter([("own", os.getpid), ("dies", stop), ("never ends", spin)])
    given = dict(in_processes(jobs, tmp_path, 2))
    assert given.pop("own") not in {os.getpid(), None}
    assert given == {"dies": None, "never ends": None}
    assert [*tmp_path.iterdir()] == []


@forking
def test_a_job_may_know_what_an_earlier_one_gave(tmp_path: Path) -> None:
    heard: list[int] = []

    def jobs() -> Iterator[Job]:
        for n in range(4):
            yield str(n), lambda: len(heard)

    for _, given in in_processes(jobs(), tmp_path, 1):
        heard.append(given)
    assert heard == [0, 1, 2, 3]


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Give what is judged in a run; every change but the last is noticed."""
    every = tuple(change(f"a__mutmut_{n}") for n in range(9))
    heard: list[str] = []

    def judge(
        work: Path, _: str, stamps: dict[str, str], missing: list[Mutant], within: float
    ) -> None:
        assert within > 0
        heard.extend(each.name for each in missing)
        lines = [{"name": e.name, "by": None if e == every[-1] else "t", "stamp": stamps["now"], "asked": 1, "reach": 1} for e in missing]  # fmt: skip
        work.mkdir(exist_ok=True)
        with (work / "results.jsonl").open("a", encoding="utf-8") as results:
            results.writelines(json.dumps(each) + "\n" for each in lines)

    monkeypatch.setattr(command, "of_tests", lambda _: {"now": "one"})
    monkeypatch.setattr(command, "WORK", tmp_path)
    monkeypatch.setattr(command, "planted", lambda *_: every)
    monkeypatch.setattr(command, "_judge", judge)
    return heard


def test_a_run_goes_on_where_it_stood(judged: list[str]) -> None:
    main(["--sample", "4", "graph"])
    first = [*judged]
    assert main(["graph"]) == 0
    assert len(judged) == len(set(judged)) == 9
    assert len(first) == 4
    main(["graph"])
    assert len(judged) == 9


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("changed", "stale"),
    [
        pytest.param({}, set(), id="nothing"),
        pytest.param({"tests/a/test_one.py": "new"}, {"", "tests/a/test_one.py"}, id="a module"),
        pytest.param({"tests/a/test_new.py": "new"}, {""}, id="a module more"),
        pytest.param(
            {"tests/support/small.py": "new"},
            {"", "tests/a/test_one.py", "tests/b/test_two.py"},
            id="what all may rest on",
        ),
    ],
)
def test_what_a_test_noticed_holds_until_it_changes(
    changed: dict[str, str], stale: set[str], tmp_path: Path
) -> None:
    files = {"tests/a/test_one.py": "a", "tests/b/test_two.py": "b", "tests/support/small.py": "c"}
    before = of_tests(write(tmp_path / "before", files))
    after = of_tests(write(tmp_path / "after", {**files, **changed}))
    assert {each for each in before if before[each] != after[each]} == stale


def test_a_change_that_is_named_is_judged_anew(
    judged: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    name = "gollanma.graph.links.x_a__mutmut_8"
    for _ in range(2):
        assert main([name]) == 1
    assert judged == [name, name]
    assert f"{name}: not noticed" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["nothing", "gollanma.law.compare.x_a__mutmut_1"])
def test_an_unknown_package_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name]) == 2
    assert name in capsys.readouterr().out


def test_the_package_of_a_change() -> None:
    assert package_of("gollanma.graph.links.x_a__mutmut_1") == package_of("graph") == "graph"


def test_the_packages_and_the_folders_of_tests_are_there() -> None:
    for package, folders in TESTS.items():
        assert (ROOT / "generator" / "gollanma" / package).is_dir()
        assert all((ROOT / "tests" / each).is_dir() for each in folders)


def test_the_test_that_cannot_judge_is_there() -> None:
    path, _, name = READS_THE_CODE.partition("::")
    assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8")
