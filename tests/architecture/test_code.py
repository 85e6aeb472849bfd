"""Rules of the code that no linter knows. What fails is listed: the list is the message."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests.architecture import detect
from tests.architecture.detect import Culprit

PACKAGE = Path(__file__).resolve().parents[2] / "generator" / "gollanma"
LONGEST = 300
PAGES = (".html", ".css", ".js")
A_PACK = re.compile(r"languages/[a-z]{2,3}(?:/|\.html$)")
"""Where a language speaks for itself: a folder of its own, or Material's file of its words."""

EXAMPLES = "checks/cases/"
"""Good and bad records that show what a check sees."""

Detector = Callable[[str], Iterator[Culprit]]


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def code(*endings: str) -> Iterator[Path]:
    """Yield the files of the package that must know no language and no country."""
    for path in sorted(PACKAGE.rglob("*")):
        name = named(path)
        if path.suffix in endings and not A_PACK.search(name) and not name.startswith(EXAMPLES):
            yield path


def culprits(detector: Detector, paths: Iterable[Path]) -> list[str]:
    return [
        f"{named(path)}:{line}: {what}"
        for path in paths
        for line, what in detector(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(
    ("detector", "endings"),
    [
        pytest.param(detect.languages_in_python, (".py",), id="languages in Python"),
        pytest.param(detect.country_in_python, (".py",), id="words of the country in Python"),
        pytest.param(detect.languages_in_markup, PAGES, id="languages in pages"),
        pytest.param(detect.country_in_markup, PAGES, id="words of the country in pages"),
        pytest.param(detect.words_of_a_language, PAGES, id="words of a language in pages"),
    ],
)
def test_code_knows_no_language_and_no_country(
    detector: Detector, endings: tuple[str, ...]
) -> None:
    assert culprits(detector, code(*endings)) == []


def test_a_module_is_one_idea_and_short() -> None:
    lengths = {
        named(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in PACKAGE.rglob("*.py")
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_one_module_alone_looks_at_the_clock() -> None:
    inner = (path for path in PACKAGE.rglob("*.py") if named(path) != "memory/day.py")
    assert culprits(detect.clocks, sorted(inner)) == []
