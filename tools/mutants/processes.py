"""Do each of many things in a process of its own, some at a time."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

if sys.platform != "win32":
    import resource

Job = tuple[str, Callable[[], Any]]


def in_processes(jobs: Iterable[Job], scratch: Path, at_once: int) -> Iterator[tuple[str, Any]]:
    """Yield the name of each job with what it gave, in the order in which they end.

    A job is drawn when there is a process for it, so that it may know what others gave. One that
    is ended from the outside gives None.
    """
    scratch.mkdir(parents=True, exist_ok=True)
    running: dict[int, str] = {}
    drawn = iter(jobs)
    try:
        while True:
            while len(running) < at_once and (job := next(drawn, None)):
                running[_start(job[1], scratch)] = job[0]
            if not running:
                return
            pid, _ = os.wait()
            if name := running.pop(pid, None):
                _end(pid)
                yield name, _given(scratch / str(pid))
    finally:
        for pid in running:
            _end(pid)


def limit(seconds: float) -> None:
    """End this process when it works for so many seconds from now, or waits for far longer."""
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + 1, most))
    signal.alarm(int(10 * seconds) + 1)


def _start(job: Callable[[], Any], scratch: Path) -> int:
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        # What it starts ends with it; what it says is nobody's.
        os.setpgid(0, 0)
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(silence, stream)
        given = json.dumps(job())
        (scratch / str(os.getpid())).write_text(given, encoding="utf-8")
        status = 0
    finally:
        os._exit(status)


def _end(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def _given(path: Path) -> Any:  # noqa: ANN401 - what JSON holds
    if not path.is_file():
        return None
    given = json.loads(path.read_text(encoding="utf-8"))
    path.unlink()
    return given
