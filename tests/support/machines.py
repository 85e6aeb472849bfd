"""Another machine than this one: another clock, no network, a folder in which nobody may write."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

CLOCK = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
static time_t said(void) { return atoll(getenv("TEST_CLOCK")); }
time_t time(time_t *at) { if (at) *at = said(); return said(); }
int clock_gettime(clockid_t clock, struct timespec *at) {
  static int (*whole)(clockid_t, struct timespec *);
  if (!whole) whole = dlsym(RTLD_NEXT, "clock_gettime");
  if (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE) return whole(clock, at);
  at->tv_sec = said(); at->tv_nsec = 0;
  return 0;
}
"""
"""What programs ask for the time, answered with what a test says."""
ALONE = (("unshare", "--mount"), ("unshare", "--map-root-user", "--mount"))
"""How a program gets mounts of its own: as root, and as a person where the system lets one."""
READ_ONLY = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" || exit 99; shift; exec "$@"'
SMALL = 'mount -t tmpfs -o size="$2" none "$1" || exit 99; shift 2; exec "$@"'
"""The shell's words that make a folder one without rights, or one on a small disk."""


def clock_of(seconds: int, folder: Path) -> Mapping[str, str]:
    """Give the environment in which it is so many seconds after 1970; none without a compiler."""
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        return {}
    library, source = folder / "clock.so", folder / "clock.c"
    source.write_text(CLOCK, encoding="ascii")
    words = [compiler, "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"]
    subprocess.run(words, check=True, capture_output=True)
    return {"LD_PRELOAD": str(library), "TEST_CLOCK": str(seconds)}


def read_only(folder: Path, command: Sequence[str]) -> list[str] | None:
    """Give the command for which nobody may write in a folder, root neither; None: impossible."""
    return _mounted(READ_ONLY, [str(folder)], command)


def on_small_disk(folder: Path, size: str, command: Sequence[str]) -> list[str] | None:
    """Give the command for which a folder lies on a disk of a size; None: impossible."""
    return _mounted(SMALL, [str(folder), size], command)


def _mounted(script: str, words: Sequence[str], command: Sequence[str]) -> list[str] | None:
    alone = _alone()
    return None if alone is None else [*alone, "sh", "-c", script, "sh", *words, *command]


@cache
def _alone() -> tuple[str, ...] | None:
    """Give the first way that works here."""
    here = Path(__file__).parent
    for way in ALONE:
        words = [*way, "sh", "-c", READ_ONLY, "sh", str(here), "true"]
        if shutil.which(way[0]) and not subprocess.run(words, check=False).returncode:
            return way
    return None


def kept_environment() -> dict[str, str]:
    """Give what another machine has of this one's environment: where programs are."""
    return {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV") if name in os.environ}
