"""Putting a new folder in the place of an old one, so that a reader sees one or the other whole."""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
MADE = "building"
GONE = "leaving"


@contextmanager
def folder_beside(target: Path) -> Iterator[Path]:
    """Give an empty folder beside the target, on the same disk; nothing of it stays."""
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear(target)
    folder = Path(tempfile.mkdtemp(prefix=_prefix(target, MADE), dir=target.parent))
    try:
        folder.chmod(0o777 & ~_umask())
        yield folder
    finally:
        _remove(folder)


def put_in_place(new: Path, target: Path) -> None:
    """Let the new folder take the target's name; what stood there is removed."""
    if not target.exists():
        new.rename(target)
    elif exchanged(new, target):
        shutil.rmtree(new)
    else:
        old = target.with_name(f"{_prefix(target, GONE)}{os.getpid()}")
        target.rename(old)
        new.rename(target)
        shutil.rmtree(old)


def exchanged(first: Path, second: Path) -> bool:
    """Let two folders take each other's name in one step; False where the system cannot."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    names = os.fsencode(first), os.fsencode(second)
    if rename(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in {errno.ENOSYS, errno.EINVAL}:  # the kernel or the disk does not know it
        return False
    raise OSError(number, os.strerror(number), str(second))


def _prefix(target: Path, state: str) -> str:
    return f".{target.name}.{state}-"


def _clear(target: Path) -> None:
    """Undo what a build left that was killed: its half-made folder, and a half-done swap."""
    for left in sorted(target.parent.glob(f"{_prefix(target, GONE)}*")):
        if target.exists():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.rename(target)
    for left in target.parent.glob(f"{_prefix(target, MADE)}*"):
        _remove(left)


def _remove(folder: Path) -> None:
    """Remove a folder of ours as far as it goes, also where hardly a file may still be opened."""
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        for inside, folders, files in os.walk(folder, topdown=False):
            for name in files:
                Path(inside, name).unlink()
            for name in folders:
                Path(inside, name).rmdir()
        folder.rmdir()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
