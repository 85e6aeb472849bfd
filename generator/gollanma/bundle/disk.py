"""The one way in which bundles come onto a disk: written beside, flushed, then named.

Each step is one call of `os`, and no file is written otherwise: so a test can kill the program or
let the disk fail at every single one, and count them.
"""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

PIECE = 2**18
"""Bytes handed to the disk at once: a stick may be pulled, or full, between any two pieces."""
ANYBODY = 0o666
"""Who may read and write a file, less what the user's mask takes away."""
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write(path: Path, data: bytes, mode: int = ANYBODY) -> None:
    """Write a file that is not there yet, and wait until the disk has it."""
    handle = os.open(path, NEW_FILE, mode)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest[:PIECE]) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder that is not there yet, by the paths in it, and wait until the disk has it."""
    within = {PurePosixPath()} | {
        parent for path in files for parent in PurePosixPath(path).parents
    }
    for each in sorted(within):
        (folder / each).mkdir()
    for path, data in sorted(files.items()):
        write(folder / path, data)
    for each in sorted(within, reverse=True):
        flush(folder / each)


def put(target: Path, data: bytes) -> None:
    """Let a file be the new one, or stay the old one: nobody ever reads a half of it."""
    with beside(target) as new:
        write(new, data)
        rename(new, target)


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give a free name beside the target; what stands under it at the end goes.

    One process at a time: hold a lock where two might come.
    """
    new = target.with_name(f".{target.name}.building")
    remove(new)
    try:
        yield new
    finally:
        with suppress(OSError):  # the next one removes it
            remove(new)


def rename(old: Path, new: Path) -> None:
    """Give a file or folder its name at once, in place of a file that had it, and flush that."""
    os.replace(old, new)  # noqa: PTH105 - every step is a call of os
    flush(new.parent)


def remove(path: Path) -> None:
    """Remove a file, or a folder with all in it, if it is there; a link is never followed."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        for each in sorted(path.iterdir()):
            remove(each)
        os.rmdir(path)  # noqa: PTH106 - the same
    else:
        os.unlink(path)  # noqa: PTH108 - the same


def flush(folder: Path) -> None:
    """Wait until the disk knows the names in a folder, where the system can tell it so."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:  # some disks cannot do it
            raise
    finally:
        os.close(handle)
