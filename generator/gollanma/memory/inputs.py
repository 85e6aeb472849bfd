"""All that judging a project reads of it, as one hash."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

PLACES = ("gollanma.yml", "normative", "glossary", "languages", "docs")
"""Files and folders of a project that are read to judge it."""

LARGE = 2**20
"""Bytes of a file that is hashed piece by piece."""


@dataclass(frozen=True, slots=True)
class Look:
    """A project as it was at a moment."""

    content: str
    """The hash of the names and bytes of its files."""
    moment: str
    """The hash of the same and of when each was written: equal before and after a run, what was
    read in between is what was looked at."""


class _NotOurs(Exception):  # noqa: N818 - no error: such a project is judged anew each time
    """Something stands there whose bytes are not all that is read of it."""


def look(root: Path, places: Iterable[str] = PLACES) -> Look | None:
    """Look at a project, or some of it; nothing where there are links or what cannot be read."""
    content, moment = hashlib.sha256(), hashlib.sha256()
    try:
        for name, path in _files(root, places):
            digest, written = _read(path)
            said = f"{name}\0{digest}\0".encode(errors="surrogateescape")
            content.update(said)
            moment.update(said + f"{written}\0".encode())
    except (OSError, _NotOurs):
        return None
    return Look(content.hexdigest(), moment.hexdigest())


def _files(root: Path, places: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names and paths of all files in the places, in one order."""
    for place in places:
        here = root / place
        if here.is_dir() and not here.is_symlink():
            yield from _below(place, str(here))
        elif here.is_file() and not here.is_symlink():
            yield place, str(here)
        elif os.path.lexists(here):
            raise _NotOurs


def _below(name: str, folder: str) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda each: each.name)
    for each in found:
        inner = f"{name}/{each.name}"
        if each.is_dir(follow_symlinks=False):
            yield from _below(inner, each.path)
        elif each.is_file(follow_symlinks=False):
            yield inner, each.path
        else:
            raise _NotOurs


def _read(path: str) -> tuple[str, int]:
    """Give the hash of a file and when it was written last."""
    with Path(path).open("rb", buffering=0) as stream:
        status = os.fstat(stream.fileno())
        is_small = status.st_size < LARGE
        read = hashlib.sha256(stream.read()) if is_small else hashlib.file_digest(stream, "sha256")
        return read.hexdigest(), status.st_mtime_ns
