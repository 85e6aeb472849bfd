"""A file that is lengthened row by row: each is whole by itself, ours, and named by its origin.

After an edit a few rows are new; the many others are not written again.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from gollanma.memory.files import PRIVATE, forget, write

MOST = 8
"""Files of one kind; the oldest go."""
IDLE = 2
"""A file may be so many times as long as what a run used of it; then what it did not use goes.

A run that used nothing of it read another state of the project, or none.
"""
ROOM = 2**20
"""Bytes that wait in memory for being written."""
SUM = 64
"""Letters of a sum, and of a name."""


class Rows:
    """The rows of a file, found at once; whether one is whole is asked when it is."""

    def __init__(self, path: Path) -> None:
        """Read the file, where there is one."""
        self._path = path
        self._lines = _lines_of(path)
        self._wanted: set[bytes] = set()
        self._length = 0
        self._was_used = False
        self._waiting: list[bytes] = []

    def get(self, name: str) -> bytes | None:
        """Give what was kept, once; None where nothing was, or where it is not as we wrote it."""
        line = self._lines.pop(name.encode(), b"")
        body = line[2 * SUM :]
        if not line or line[:SUM] != _sum(name.encode(), body):
            return None
        self._was_used = True
        self._want(name.encode(), line)
        return body

    def add(self, name: str, body: bytes) -> None:
        """Keep a row without an end of line as well; where that is not possible, keep none."""
        if name.encode() in self._wanted:
            return
        line = _sum(name.encode(), body) + name.encode() + body
        self._want(name.encode(), line)
        self._waiting.append(line)
        if sum(map(len, self._waiting)) > ROOM:
            self._lengthen()

    def close(self) -> None:
        """Write what waits; where most of the file is of no use any more, the rest goes."""
        self._lengthen()
        try:
            if self._was_used and self._path.stat().st_size > IDLE * self._length:
                lines = _lines_of(self._path)
                write(self._path, _joined(lines[each] for each in sorted(self._wanted & {*lines})))
        except OSError:
            return

    def _want(self, name: bytes, line: bytes) -> None:
        self._wanted.add(name)
        self._length += len(line) + 1

    def _lengthen(self) -> None:
        longer, self._waiting = _joined(self._waiting), []
        try:
            if longer and self._path.exists():
                with self._path.open("ab", buffering=0) as stream:
                    stream.write(longer)
            elif longer:
                self._path.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
                write(self._path, longer)
                forget(self._path.parent, MOST)
        except OSError:
            return


def _lines_of(path: Path) -> dict[bytes, bytes]:
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError:
        return {}
    return {each[SUM : 2 * SUM]: each for each in lines if each}


def _joined(lines: Iterable[bytes]) -> bytes:
    """Give rows, each behind an end of line: the row before may have been cut."""
    return b"".join(b"\n" + each for each in lines)


def _sum(name: bytes, body: bytes) -> bytes:
    return hashlib.sha256(name + b"\n" + body).hexdigest().encode()
