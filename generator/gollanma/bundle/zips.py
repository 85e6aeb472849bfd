"""Zip archives of bundles: written always the same, read with nothing taken on trust.

Written: entries by the bytes of their paths, no folders, no extra fields, no comments, the day
1980-01-01, names marked as UTF-8, raw deflate, or stored where that is not larger. The zlib of one
Python packs otherwise than that of another; libdeflate comes with the lock and packs the same bytes
everywhere. A bundle is its contents all the same: nothing ever signs the bytes of an archive.

Reading is in `unzip`: it takes exactly this form, whoever wrote it.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from struct import Struct

from gollanma.bundle import names
from gollanma.bundle.errors import BundleError, MissingLibraryError

if find_spec("deflate") is not None:
    from deflate import deflate_compress

LOCAL = Struct("<4s5H3L2H")
CENTRAL = Struct("<4s6H3L5H2L")
END = Struct("<4s4H2LH")
LOCAL_MARK, CENTRAL_MARK, END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
VERSION = 20
UTF8 = 0x0800
STORED, DEFLATED = 0, 8
TIME, DAY = 0, 0x0021
"""Midnight of 1980-01-01, the first day that a zip knows."""
LARGEST = 2**32 - 1
MOST = 2**16 - 1
BEST = 10
"""What is above weighs a thousandth less, and takes twice as long."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The content of an entry as it stands in an archive."""

    method: int
    crc: int
    size: int
    """Of the content, in bytes."""
    stream: bytes


def packed(content: bytes, level: int = BEST) -> Stored:
    """Give a content as an entry; level 0 only stores it.

    Raises MissingLibraryError where libdeflate, an extra of the package, is not installed.
    """
    crc = zlib.crc32(content)
    if level:
        if find_spec("deflate") is None:
            raise MissingLibraryError
        stream = bytes(deflate_compress(content, level))
        if len(stream) < len(content):
            return Stored(DEFLATED, crc, len(content), stream)
    return Stored(STORED, crc, len(content), content)


def write(
    files: Mapping[str, bytes], keep: Mapping[str, Stored] | None = None, level: int = BEST
) -> bytes:
    """Write files by their paths; the entries of `keep` are taken as they stand.

    Raises ValueError where an entry of `keep` is of another content, BundleError `too-large` or
    `many-files` where no plain zip can hold them.
    """
    entries = {path: _entry(files[path], (keep or {}).get(path), level) for path in files}
    return archive(entries)


def archive(entries: Mapping[str, Stored]) -> bytes:
    """Write an archive of entries as they stand."""
    if len(entries) >= MOST:
        raise BundleError("many-files", limit=MOST - 1)
    local: list[bytes] = []
    central: list[bytes] = []
    at = 0
    for path in sorted(entries, key=str.encode):
        head, tail = heads(path, entries[path], at)
        local += (head, entries[path].stream)
        central.append(tail)
        at += len(head) + len(entries[path].stream)
    directory = b"".join(central)
    if at + len(directory) >= LARGEST:
        raise BundleError("too-large", limit=LARGEST)
    count = len(entries)
    end = END.pack(END_MARK, 0, 0, count, count, len(directory), at, 0)
    return b"".join((*local, directory, end))


def heads(path: str, entry: Stored, at: int) -> tuple[bytes, bytes]:
    """Give both headers of an entry: the one before its content, and its line of the directory."""
    if names.check(path) is not None:
        raise ValueError(f"no file of a bundle is called {path!r}")
    name = path.encode()
    sizes = (entry.crc, len(entry.stream), entry.size)
    common = (UTF8, entry.method, TIME, DAY, *sizes, len(name), 0)
    local = LOCAL.pack(LOCAL_MARK, VERSION, *common)
    central = CENTRAL.pack(CENTRAL_MARK, VERSION, VERSION, *common, 0, 0, 0, 0, at)
    return local + name, central + name


def _entry(content: bytes, kept: Stored | None, level: int) -> Stored:
    if kept is None:
        return packed(content, level)
    if (kept.crc, kept.size) != (zlib.crc32(content), len(content)):
        raise ValueError("a kept entry is of another content")
    return kept
