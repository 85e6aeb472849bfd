"""Files of a project that change while somebody writes: `check --watch`."""

import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from gollanma.model.load import PACKS, PAGES, PROJECT_FILE
from gollanma.model.places import GLOSSARY, RECORDS

PLACES = (PROJECT_FILE, RECORDS, GLOSSARY, PACKS, PAGES)
PAUSE = 0.2
"""Seconds between two looks: shorter than the time in which somebody turns to the other window."""

State = Mapping[str, tuple[int, int]]
"""When each file was written last, in nanoseconds, and its length."""


def state_of(root: Path) -> State:
    """Give the state of the files of a project, without those that an editor hides."""
    found = {}
    for path in _files(root):
        try:
            now = path.stat()
        except FileNotFoundError:  # it was there a moment ago: it is being saved
            continue
        found[path.relative_to(root).as_posix()] = now.st_mtime_ns, now.st_size
    return found


def _files(root: Path) -> Iterator[Path]:
    for place in PLACES:
        there = root / place
        if there.is_dir():
            yield from (each for each in sorted(there.rglob("[!.]*")) if each.is_file())
        elif there.is_file():
            yield there


def changes(
    root: Path, before: State, wait: Callable[[float], None] = time.sleep
) -> Iterator[tuple[str, ...]]:
    """Yield, without end, the files that changed, appeared or went, as soon as all is saved."""
    while True:
        now = before
        while now == before:
            wait(PAUSE)
            now = state_of(root)
        now = _settled(root, now, wait)
        yield tuple(sorted({path for path, _ in before.items() ^ now.items()}))
        before = now


def _settled(root: Path, state: State, wait: Callable[[float], None]) -> State:
    """Give the state when nothing has been written for the time of one look."""
    while True:
        wait(PAUSE)
        later = state_of(root)
        if later == state:
            return state
        state = later
