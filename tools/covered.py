"""Hold each core package to its share of tested lines and branches.

`python -m tools.covered build/coverage.json` reads what coverage measured and ends with 1 when a
package stays below. One package cannot hide behind another.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

CORE = ("source", "model", "graph", "law", "checks", "report", "views")
LEAST = 95.0
ROOT = Path(__file__).resolve().parent.parent / "generator" / "gollanma"


def main(arguments: list[str]) -> int:
    """Print the share of each core package and say whether all of them reach the least."""
    measured = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))["files"]
    packages = tuple(each for each in CORE if (ROOT / each).is_dir())
    shares = {each: share(measured, each) for each in packages}
    for name, value in shares.items():
        print(f"{name:<12}{value:6.1f} % of lines and branches")
    culprits = tuple(below(shares))
    if culprits:
        print(f"below {LEAST:g} %: {', '.join(culprits)}", file=sys.stderr)
        print("the lines: .venv/bin/coverage report --include '*/gollanma/NAME/*'", file=sys.stderr)
    return 1 if culprits else 0


def share(measured: Mapping[str, Any], package: str) -> float:
    """Give the percentage of a package's lines and branches that tests run.

    A package that was not measured at all has none.
    """
    part = f"/gollanma/{package}/"
    summaries = [file["summary"] for path, file in measured.items() if part in posix(path)]
    ran = sum(each["covered_lines"] + each["covered_branches"] for each in summaries)
    all_of_it = sum(each["num_statements"] + each["num_branches"] for each in summaries)
    return 100.0 * ran / all_of_it if all_of_it else 0.0


def below(shares: Mapping[str, float]) -> Iterator[str]:
    """Yield the names of the packages that do not reach the least."""
    return (name for name, value in shares.items() if value < LEAST)


def posix(path: str) -> str:
    """Give a path with a slash before it and between its parts, on every system."""
    return "/" + path.replace("\\", "/").lstrip("/")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
