"""A disk that is full from some write on: of all that a program writes, whichever way it does.

Writes are the files that Python opens for writing, each piece that reaches the system, each closing,
what is copied inside the system, new folders and new names. Files stay real ones: only the layer
below their buffers counts, and fails.
"""

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any
from unittest.mock import patch

CALLS = ("mkdir", "rename", "replace", "sendfile", "copy_file_range")
WRITING = frozenset("wax+")


@dataclass(slots=True)
class Disk:
    """Counts writes; from one of them on there is no room, for so many writes."""

    last: int = -1
    lasts: int = 10**9
    seen: list[str] = field(default_factory=list)

    def write(self, name: str) -> None:
        """Take a write; raises OSError where there is no room for it."""
        self.seen.append(name)
        if self.last >= 0 and self.last < len(self.seen) <= self.last + self.lasts:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@contextmanager
def counted(disk: Disk) -> Iterator[None]:
    """Let every write be counted, of this process, until the end."""

    class Raw(io.FileIO):
        def write(self, data: Any) -> int:
            disk.write("write")
            return super().write(data)

        def close(self) -> None:
            was_open = not self.closed
            super().close()  # the system lets go of a file even where closing it fails
            if was_open:
                disk.write("close")

    whole = io.open

    @wraps(whole)
    def opened(
        file: Any, mode: str = "r", buffering: int = -1, *others: Any, **options: Any
    ) -> Any:
        if not WRITING & set(mode):
            return whole(file, mode, buffering, *others, **options)
        disk.write("open")
        raw = Raw(file, mode.replace("b", "").replace("t", ""))
        buffered: Any = (io.BufferedRandom if "+" in mode else io.BufferedWriter)(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, *others, **options)

    with ExitStack() as patches:
        for module in (io, builtins):
            patches.enter_context(patch.object(module, "open", opened))
        for name in CALLS:
            if hasattr(os, name):
                patches.enter_context(patch.object(os, name, _calling(disk, name)))
        yield


def _calling(disk: Disk, name: str) -> Callable[..., Any]:
    work: Callable[..., Any] = getattr(os, name)

    @wraps(work)
    def called(*arguments: Any, **options: Any) -> Any:
        disk.write(name)
        return work(*arguments, **options)

    return called
