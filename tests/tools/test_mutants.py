"""How the share of noticed changes is counted and told."""

from pathlib import Path

import pytest

from tools import mutants
from tools.mutants import LEAST, TESTS, main, score_of, told

CODES = {
    "gollanma.graph.links.x_resolve__mutmut_1": 1,
    "gollanma.graph.links.x_resolve__mutmut_2": 0,
    "gollanma.graph.links.x_resolve__mutmut_3": 0,
    "gollanma.graph.prose.x_mentions__mutmut_1": 33,
    "gollanma.graph.prose.x_mentions__mutmut_2": None,
    "gollanma.graph.prose.x_mentions__mutmut_3": -24,
}


def test_a_change_is_noticed_where_its_tests_fail_or_do_not_end() -> None:
    score = score_of(CODES)
    assert (score.noticed, len(score.survived), len(score.untested)) == (2, 2, 2)
    assert score.all == len(CODES)
    assert score.share == pytest.approx(100 * 2 / 6)


def test_no_change_at_all_is_no_share() -> None:
    assert score_of({}).share == 0.0


def test_what_was_not_noticed_is_told_by_function() -> None:
    first, *rest = told("graph", score_of(CODES))
    assert first.startswith("graph: 2 of 6 changes noticed, 33.3 %")
    assert rest == [
        "  not noticed    2  gollanma.graph.links.x_resolve",
        "  not reached    2  gollanma.graph.prose.x_mentions",
    ]


@pytest.mark.parametrize(
    ("codes", "ends"),
    [({f"a__mutmut_{n}": int(n < LEAST) for n in range(100)}, 0), ({"a__mutmut_1": 0}, 1)],
    ids=["enough", "too few"],
)
def test_a_package_below_its_share_ends_the_run_with_1(
    codes: dict[str, int | None], ends: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mutants, "measured", lambda _: score_of(codes))
    assert main(["graph"]) == ends


def test_an_unknown_package_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nothing"]) == 2
    assert "nothing" in capsys.readouterr().out


def test_the_packages_and_the_folders_of_tests_are_there() -> None:
    root = Path(mutants.__file__).parents[1]
    for package, folders in TESTS.items():
        assert (root / "generator" / "gollanma" / package).is_dir()
        assert all((root / "tests" / each).is_dir() for each in folders)
