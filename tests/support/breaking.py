"""Breaking off: a program is killed, or its disk fails, at any step of its writing.

Steps are the calls of `os` by which bundles come onto a disk, the exchange of two folders, and each
opening of a file by Python itself, as for reading and for the lock. Each case runs in a process of
its own, forked from this one, which has all modules loaded.
"""

import ctypes
import errno
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from gollanma.site import SiteError

FAULTS = {
    "open": errno.EMFILE,
    "write": errno.ENOSPC,
    "fsync": errno.EIO,
    "close": errno.EIO,
    "mkdir": errno.ENOSPC,
    "replace": errno.EACCES,
    "unlink": errno.EACCES,
    "rmdir": errno.EACCES,
}
"""What the system says when a step fails: too many files, a full disk, a stick pulled out."""
KILL, FAIL, COUNT = "kill", "fail", "count"


@dataclass(slots=True)
class Steps:
    """Counts steps; ends at one of them, where `how` says so."""

    how: str = COUNT
    last: int = -1
    seen: list[str] = field(default_factory=list)

    def step(self, name: str) -> None:
        """Take a step; raises OSError where the disk fails at it."""
        self.seen.append(name)
        if len(self.seen) - 1 != self.last:
            return
        if self.how == KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        number = FAULTS.get(name, errno.EIO)
        raise OSError(number, os.strerror(number))


@contextmanager
def counted(steps: Steps) -> Iterator[None]:
    """Let every step be counted, of this process, until the end."""
    places = [
        *((os, name, name) for name in FAULTS),
        (ctypes, "CDLL", "exchange"),
        (io, "open", "file"),
    ]
    whole = [(module, name, getattr(module, name)) for module, name, _ in places]
    try:
        for module, name, called in places:
            setattr(module, name, _stepping(steps, called, getattr(module, name)))
        yield
    finally:
        for module, name, work in whole:
            setattr(module, name, work)


def _stepping(steps: Steps, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(work)
    def stepped(*arguments: Any, **options: Any) -> Any:
        if name == "write" and steps.how != COUNT and len(steps.seen) == steps.last:
            work(arguments[0], arguments[1][: len(arguments[1]) // 2])  # half of it arrives
        if name == "close" and steps.how == FAIL and len(steps.seen) == steps.last:
            work(*arguments)  # the system lets go of a file even where closing it fails
        steps.step(name)
        return work(*arguments, **options)

    return stepped


@dataclass(frozen=True, slots=True)
class End:
    """How a process ended."""

    signal: int
    code: int


def forked(work: Callable[[], None], steps: Steps) -> End:
    """Do a work in a process of its own, which ends where the steps say so.

    Its code is 0, 4 where the disk failed, 1 where anything else was raised.
    """
    sys.stdout.flush()
    child = os.fork()
    if not child:
        code = 1
        try:
            with counted(steps):
                work()
            code = 0
        except OSError:
            code = 4
        except SiteError as error:
            code = error.exit_code
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return End(
        os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, os.waitstatus_to_exitcode(status)
    )
