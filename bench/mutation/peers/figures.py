"""What was measured of the peers, as it is kept and printed."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

KEPT = Path(__file__).parent / "kept.json"
"""The figures of the last whole run, as they are committed."""
MOST = 12
"""Mistakes of one kind that a tool is given."""
OURS = "Gollanma"
NONE = "—"
"""In place of a figure where a mistake cannot be written."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Of one kind of mistake, how many there were and what became of them."""

    planted: int
    found: int
    noticed: int = 0
    """Further ones of which it says that something is wrong, and not where."""

    def __str__(self) -> str:
        """Write it for a table."""
        more = f" (+{self.noticed})" if self.noticed else ""
        return f"{self.found}/{self.planted}{more}" if self.planted else NONE


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one tool."""

    name: str
    version: str
    """Absent, as an empty text, where it is the one that stands beside these figures."""
    clean: int
    """Sentences that it says of the project without a mistake."""
    cells: Mapping[str, Cell]
    """By our code; without those of which it can hold no mistake."""
    at_once: Cell
    with_file: int
    """Found mistakes of which it names the file."""
    with_line: int
    with_advice: int

    @property
    def found(self) -> int:
        """How many mistakes it found."""
        return sum(each.found for each in self.cells.values())


def read(path: Path = KEPT) -> list[Figures]:
    """Give the figures that were kept."""
    return [_figures(each) for each in json.loads(path.read_text(encoding="utf-8"))["tools"]]


def _figures(row: dict[str, Any]) -> Figures:
    cells = {code: Cell(**each) for code, each in row["cells"].items()}
    return Figures(**{**row, "cells": cells, "at_once": Cell(**row["at_once"])})


def write(tools: Iterable[Figures], path: Path = KEPT) -> None:
    """Keep figures."""
    rows = [asdict(each) for each in tools]
    text = json.dumps({"schema_version": 1, "tools": rows}, ensure_ascii=False, indent=1)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def codes(tools: Sequence[Figures]) -> list[str]:
    """Give the codes of which any peer was given a mistake."""
    return sorted({code for each in tools for code, cell in each.cells.items() if cell.planted})


def row(code: str, tools: Sequence[Figures]) -> list[str]:
    """Give the cells of a code."""
    return [str(each.cells.get(code, Cell(0, 0))) for each in tools]


def table(tools: Sequence[Figures]) -> Iterator[str]:
    """Yield the lines in which a person reads the figures on a terminal."""
    yield _line("", [each.name for each in tools])
    for code in codes(tools):
        yield _line(code, row(code, tools))
    yield _line("all at once", [str(each.at_once) for each in tools])
    yield _line("names the file", [f"{each.with_file}/{each.found}" for each in tools])
    yield _line("names the line", [f"{each.with_line}/{each.found}" for each in tools])
    yield _line("says what to do", [f"{each.with_advice}/{each.found}" for each in tools])
    yield _line("of the clean one", [str(each.clean) for each in tools])


def _line(head: str, cells: Iterable[str]) -> str:
    return f"{head:<18}{''.join(f'{each:>18}' for each in cells)}"
