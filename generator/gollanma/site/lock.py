"""One build at a time: the system's own lock on a file, which no crash can leave behind."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from gollanma.site.errors import LockedError

if sys.platform == "win32":  # each system has its own module for it
    import msvcrt
else:
    import fcntl


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file that is there only meanwhile; raise if another process holds it."""
    with _opened(path) as file:
        try:
            file.seek(0)
            file.truncate()
            file.write(f"{os.getpid()}\n")
            file.flush()
            yield
        finally:
            with suppress(OSError):  # Windows keeps an open file: then it stays, unlocked
                path.unlink()


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    while True:
        with path.open("a+", encoding="ascii") as file:
            if not _take(file):
                raise LockedError(folder=path.parent.name, pid=_holder(file))
            if _is_still(path, file):
                yield file
                return


def _holder(file: IO[str]) -> str:
    file.seek(0)
    return file.read().strip() or "?"


def _is_still(path: Path, file: IO[str]) -> bool:
    """Tell whether the locked file is the one at the path: its last holder may have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _take(file: IO[str]) -> bool:
    """Take the lock if nobody holds it."""
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
