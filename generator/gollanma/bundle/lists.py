"""The lists of a manifest: which files a part of a bundle holds.

A manifest of many files names lists of them instead, so that an edited page leaves all lists but
its own as they were. A list is canonical JSON, its name comes from the first path in it, and it
ends where the paths say, not where it is full:

    {"files": [{"path", "sha256", "size"}, ...], "schema": 1}
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from gollanma.bundle import canonical, names
from gollanma.bundle.canonical import HASH, Fields
from gollanma.bundle.errors import BundleError

NAME = "manifest.json"
SIGNATURES = "signatures/"
ROOTS = "root/"
LIST = re.compile(r"manifest/[0-9a-f]{12}\.json")
PATH = re.compile(r".+", re.DOTALL)
SCHEMA = 1
FEW = 200
"""Files that a manifest names itself; of more it names lists."""
EACH = 40
"""Files in a list, on the average."""
MOST = 20_000
"""Files of a bundle."""


@dataclass(frozen=True, slots=True)
class File:
    """A file as a manifest or a list names it."""

    path: str
    size: int
    sha256: str

    @classmethod
    def of(cls, path: str, data: bytes) -> "File":
        """Say which bytes stand under a path."""
        return cls(path, len(data), hashed(data))

    @classmethod
    def read(cls, row: Fields) -> "File":
        """Read a row; code `field`."""
        row.only("path", "size", "sha256")
        return cls(row.text("path", PATH), row.integer("size"), row.text("sha256", HASH))

    @property
    def is_list(self) -> bool:
        """Tell whether this is a list of files."""
        return is_list(self.path)


def hashed(data: bytes) -> str:
    """Give the SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def is_listed(path: str) -> bool:
    """Tell whether a manifest or a list names a file of this path: not what says who vouches."""
    return path != NAME and not path.startswith((SIGNATURES, ROOTS))


def is_list(path: str) -> bool:
    """Tell whether a file of this path is a list."""
    return LIST.fullmatch(path) is not None


def lists_of(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the lists of the files of a bundle by their paths; none where a manifest names all."""
    if len(files) <= FEW:
        return {}
    parts: list[list[File]] = []
    for path in sorted(files):
        if not parts or int(_name(path), 16) % EACH == 0:
            parts.append([])
        parts[-1].append(File.of(path, files[path]))
    return {f"manifest/{_name(part[0].path)}.json": _written(part) for part in parts}


def read(data: bytes, name: str) -> tuple[File, ...]:
    """Read a list; refuses all but the canonical bytes.

    Codes: `too-large`, `json`, `canonical`, `newer`, `field`, and those of a path.
    """
    found = canonical.fields(data, name, SCHEMA)
    found.only("schema", "files")
    rows = tuple(map(File.read, found.rows("files")))
    if not are_in_order(rows) or any(each.is_list or not is_listed(each.path) for each in rows):
        raise found.refused("files")
    return rows


def are_in_order(rows: Sequence[File]) -> bool:
    """Tell whether there are files, not too many, in the order of their paths."""
    paths = [each.path for each in rows]
    return 0 < len(paths) <= MOST and paths == sorted(paths)


def every(rows: Sequence[File], files: Mapping[str, bytes]) -> tuple[File, ...]:
    """Give the files that a manifest names, and those of its lists.

    A list that is missing, or another one than the manifest means, says nothing. Refuses a list as
    `read` does, too many files with `field`, and paths that no bundle may hold, or not together.
    """
    found = [*rows]
    for row in rows:
        if row.is_list and row.path in files and File.of(row.path, files[row.path]) == row:
            found += read(files[row.path], row.path)
            if len(found) > MOST:
                raise BundleError("field", row.path, place="files")
    refuse_paths([each.path for each in found])
    return tuple(sorted(found, key=lambda each: each.path))


def refuse_paths(paths: Sequence[str]) -> None:
    """Refuse paths that no bundle may hold, and such that cannot stand beside each other."""
    for path in paths:
        fault = names.check(path)
        if fault is not None:
            raise BundleError(fault, path)
    for fault, path in names.clashes(paths):
        raise BundleError(fault, path)


def _name(path: str) -> str:
    return hashed(path.encode())[:12]


def _written(rows: Sequence[File]) -> bytes:
    return canonical.written({"schema": SCHEMA, "files": [asdict(each) for each in rows]})
