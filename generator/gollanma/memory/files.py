"""How a file is kept: whole or not at all, and not too many of them."""

import os
import tempfile
from pathlib import Path

PRIVATE = 0o700
"""What an office has not published yet is read by its owner alone."""


def write(path: Path, data: bytes) -> None:
    """Write beside the place and move there: two who write at once leave the file of one."""
    handle, beside = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(beside).replace(path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def forget(folder: Path, most: int) -> None:
    """Take away the oldest files where there are more."""
    with os.scandir(folder) as entries:
        files = sorted(entries, key=lambda each: each.stat().st_mtime_ns, reverse=True)
    for each in files[most:]:
        Path(each.path).unlink(missing_ok=True)
