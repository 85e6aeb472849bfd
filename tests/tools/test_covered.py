from typing import Any

import pytest

from tools import covered


def measured(path: str, ran: int, lines: int, taken: int = 0, branches: int = 0) -> dict[str, Any]:
    summary = {
        "covered_lines": ran,
        "num_statements": lines,
        "covered_branches": taken,
        "num_branches": branches,
    }
    return {path: {"summary": summary}}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(measured("g/gollanma/law/a.py", 10, 10), 100.0, id="every line"),
        pytest.param(measured("g/gollanma/law/a.py", 8, 8, 1, 2), 90.0, id="a branch not taken"),
        pytest.param(
            measured("g/gollanma/law/a.py", 9, 10) | measured("g/gollanma/law/b.py", 0, 10),
            45.0,
            id="files together",
        ),
        pytest.param(measured("g\\gollanma\\law\\a.py", 1, 2), 50.0, id="paths of Windows"),
        pytest.param(measured("g/gollanma/views/law.py", 5, 5), 0.0, id="a file of that name only"),
        pytest.param({}, 0.0, id="nothing measured"),
    ],
)
def test_share_of_a_package(files: dict[str, Any], expected: float) -> None:
    assert covered.share(files, "law") == pytest.approx(expected)


def test_one_package_cannot_hide_behind_another() -> None:
    shares = {"model": 100.0, "law": 94.9, "graph": 95.0}
    assert list(covered.below(shares)) == ["law"]
