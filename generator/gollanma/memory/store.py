"""A folder of files that may be lost at any time: each is whole, ours, and named by its origin."""

import hashlib
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gollanma.memory.files import PRIVATE, forget, write
from gollanma.memory.rows import Rows

FORMAT = 1
"""Raised when what is kept is written otherwise."""
VARIABLE = "GOLLANMA_CACHE"
MOST = 64
"""Files of one kind; the oldest go."""


def folder_of_user(environment: Mapping[str, str]) -> Path | None:
    """Give the folder of GOLLANMA_CACHE, else the one that the system has; None without a home."""
    named = environment.get(VARIABLE)
    if named:
        return Path(named)
    at_system = environment.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    home = environment.get("HOME")
    folder = at_system or (f"{home}/.cache" if home else "")
    return Path(folder) / "gollanma" if Path(folder).is_absolute() else None


def name_of(*origin: object) -> str:
    """Give the name of what follows from some values that JSON can write."""
    return hashlib.sha256(json.dumps([FORMAT, *origin]).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Store:
    """What is kept in a folder."""

    folder: Path

    def get(self, kind: str, name: str) -> object:
        """Give what was kept; None where nothing was, or where it is not as we wrote it."""
        try:
            written = self._path(kind, name).read_bytes()
        except OSError:
            return None
        sum_, _, body = written.partition(b"\n")
        if sum_ != _sum(name, body):
            return None
        try:
            kept: object = json.loads(body)
        except (ValueError, RecursionError):
            return None
        return kept

    def put(self, kind: str, name: str, value: object) -> None:
        """Keep a value; where that is not possible, keep nothing and say nothing."""
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(
            errors="surrogatepass"
        )
        path = self._path(kind, name)
        try:
            path.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
            write(path, _sum(name, body) + b"\n" + body)
            forget(path.parent, MOST)
        except OSError:
            return

    def rows(self, kind: str, name: str) -> Rows:
        """Give the rows of a file, by the name of what all of them follow from."""
        return Rows(self.folder / kind / f"{name}.rows")

    def _path(self, kind: str, name: str) -> Path:
        return self.folder / kind / f"{name}.json"


def _sum(name: str, body: bytes) -> bytes:
    """Give the sum of a file: one that was cut, changed or renamed has another."""
    return hashlib.sha256(name.encode() + b"\n" + body).hexdigest().encode()
