"""A file that is lengthened row by row: each is whole by itself, ours, and named by its origin.

After an edit a few rows are new; the many others are not written again.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from gollanma.memory.files import PRIVATE, forget, write

MOST = 8
"""Files of one kind; the oldest go."""
IDLE = 2
"""A file may be so many times as long as what a run used of it; then what it did not use goes.

A run that used nothing of it read another state of the project, or none.
"""
SUM = 64
"""Letters of a sum, and of a name."""


class Rows:
    """The rows of a file, found at once; whether one is whole is asked when it is."""

    def __init__(self, path: Path) -> None:
        """Read the file, where there is one."""
        self._path = path
        self._lines = _lines_of(path)
        self._used: set[bytes] = set()
        self._length = 0

    def get(self, name: str) -> bytes | None:
        """Give what was kept, once; None where nothing was, or where it is not as we wrote it."""
        line = self._lines.pop(name.encode(), b"")
        body = line[2 * SUM :]
        if not line or line[:SUM] != _sum(name.encode(), body):
            return None
        self._used.add(name.encode())
        self._length += len(line)
        return body

    def keep(self, new: Mapping[str, bytes]) -> None:
        """Keep rows without an end of line as well; where that is not possible, keep none."""
        rows = {name.encode(): body for name, body in new.items()}
        added = {
            name: _sum(name, body) + name + body
            for name, body in rows.items()
            if name not in self._used
        }
        try:
            self._path.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
            self._write(added)
            forget(self._path.parent, MOST)
        except OSError:
            return

    def _write(self, added: Mapping[bytes, bytes]) -> None:
        longer = _joined(added)
        before = self._path.stat().st_size if self._path.exists() else 0
        is_idle = before + len(longer) > IDLE * (self._length + len(longer))
        if not before or (self._used and is_idle):
            known = _lines_of(self._path)
            used = {name: known[name] for name in sorted(self._used) if name in known}
            write(self._path, _joined(used) + longer)
        elif added:
            with self._path.open("ab", buffering=0) as stream:
                stream.write(longer)


def _lines_of(path: Path) -> dict[bytes, bytes]:
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError:
        return {}
    return {each[SUM : 2 * SUM]: each for each in lines if each}


def _joined(lines: Mapping[bytes, bytes]) -> bytes:
    """Give rows, each behind an end of line: the row before may have been cut."""
    return b"".join(b"\n" + each for each in lines.values())


def _sum(name: bytes, body: bytes) -> bytes:
    return hashlib.sha256(name + b"\n" + body).hexdigest().encode()
