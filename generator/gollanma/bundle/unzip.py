"""Reading the zip of a bundle: an archive is anybody's until all of it has been looked at.

Accepted is only what `zips` writes, packed by whichever deflate: the entries stand side by side
from the first byte on, the directory follows, then the end; between, before and after is nothing.
So no two readers of zip can see different files in it. Nothing is unpacked before every name, size
and header was judged, and never more than the size that was declared.
"""

import stat
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from gollanma.bundle import names
from gollanma.bundle.errors import BundleError
from gollanma.bundle.zips import (
    CENTRAL,
    CENTRAL_MARK,
    DEFLATED,
    END,
    END_MARK,
    LOCAL,
    LOCAL_MARK,
    MOST,
    STORED,
    UTF8,
    Stored,
)

MIB = 1024 * 1024
UNIX = 3
ENCRYPTED = 0x2041
"""The flags of encryption: classic, strong, of the directory."""
LATER = 0x0008
"""The flag of sizes that stand behind the content."""
ZIP64_LOCATOR = b"PK\x06\x07"
ZIP64_LOCATOR_SIZE = 20
WORST_RATIO = 1032
"""Deflate cannot do better: 258 bytes for two bits."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a bundle may be, in bytes and files."""

    archive: int = 256 * MIB
    total: int = 256 * MIB
    file: int = 64 * MIB
    files: int = 20_000


LIMITS = Limits()


class Line(NamedTuple):
    """A line of the directory, as its 46 bytes say."""

    mark: bytes
    made_by: int
    needs: int
    flags: int
    method: int
    time: int
    day: int
    crc: int
    packed: int
    size: int
    name_length: int
    extra_length: int
    comment_length: int
    disk: int
    inside: int
    outside: int
    at: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the directory with its name."""

    name: str
    raw_name: bytes
    line: Line

    @property
    def end(self) -> int:
        """Where its content ends."""
        return self.line.at + LOCAL.size + len(self.raw_name) + self.line.packed


def read(source: bytes | Path, limits: Limits = LIMITS) -> dict[str, bytes]:
    """Give the files of an archive by their paths; refuses with a code and the entry's name.

    A path is read only up to the limit of the archive. Raises OSError where it cannot be read.
    """
    return {path: inflated(path, each) for path, each in entries(source, limits).items()}


def entries(source: bytes | Path, limits: Limits = LIMITS) -> dict[str, Stored]:
    """Give the entries of an archive as they stand, all headers judged and nothing unpacked."""
    data = source if isinstance(source, bytes) else _bytes(source, limits.archive)
    if len(data) > limits.archive:
        raise BundleError("too-large", limit=limits.archive)
    found, directory = _directory(data, limits)
    _refuse_names(found)
    _refuse_sizes(found, limits)
    _refuse_gaps(found, directory)
    for each in found:
        _refuse_other_head(data, each)
    return {each.name: _stored(data, each) for each in found}


def inflated(path: str, entry: Stored) -> bytes:
    """Give the content of an entry; refuses one that is not of its declared size and checksum."""
    content = entry.stream
    if entry.method == DEFLATED:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = inflate.decompress(entry.stream, entry.size + 1)
        except zlib.error:
            raise BundleError("damaged", path) from None
        if len(content) > entry.size:
            raise BundleError("bomb", path)
        if not inflate.eof or inflate.unused_data:
            raise BundleError("damaged", path)
    if len(content) != entry.size or zlib.crc32(content) != entry.crc:
        raise BundleError("damaged", path)
    return content


def _bytes(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        return file.read(limit + 1)


def _directory(data: bytes, limits: Limits) -> tuple[list[Entry], int]:
    """Give the lines of the directory, and where it begins."""
    at = len(data) - END.size
    if at < 0 or data[at : at + 4] != END_MARK:
        raise BundleError("after" if END_MARK in data else "no-zip")
    _, disk, first_disk, here, count, size, start, comment = END.unpack_from(data, at)
    before = data[max(at - ZIP64_LOCATOR_SIZE, 0) : at]
    if MOST in {here, count, disk} or start > len(data) or before.startswith(ZIP64_LOCATOR):
        raise BundleError("zip64")
    if comment or disk or first_disk or here != count or start + size != at:
        raise BundleError("directory")
    if count > limits.files:
        raise BundleError("many-files", limit=limits.files)
    found = list(_lines(data, start, at))
    if len(found) != count:
        raise BundleError("directory")
    return found, start


def _lines(data: bytes, at: int, end: int) -> Iterator[Entry]:
    while at < end:
        if end - at < CENTRAL.size or data[at : at + 4] != CENTRAL_MARK:
            raise BundleError("directory")
        line = Line(*CENTRAL.unpack_from(data, at))
        at += CENTRAL.size + line.name_length
        raw_name = data[at - line.name_length : at]
        at += line.extra_length + line.comment_length
        if at > end:
            raise BundleError("directory")
        yield _entry(raw_name, line)


def _entry(raw_name: bytes, line: Line) -> Entry:
    name = raw_name.decode("utf-8", "backslashreplace")
    if line.flags & ENCRYPTED:
        raise BundleError("encrypted", name)
    kind = line.outside >> 16
    if line.made_by >> 8 == UNIX and kind and not stat.S_ISREG(kind) and stat.S_IFMT(kind):
        raise BundleError("link" if stat.S_ISLNK(kind) else "special", name)
    fault = names.check(name)
    if fault is not None:
        raise BundleError(fault, name)
    if line.disk == MOST or max(line.packed, line.size, line.at) == 2**32 - 1:
        raise BundleError("zip64", name)
    if _is_unusual(line):
        raise BundleError("unusual", name)
    return Entry(name, raw_name, line)


def _is_unusual(line: Line) -> bool:
    """Tell whether a line asks for what no bundle needs and readers understand differently."""
    return (
        line.flags & ~UTF8 != 0
        or line.method not in {STORED, DEFLATED}
        or line.extra_length > 0
        or line.comment_length > 0
        or line.disk > 0
    )


def _refuse_names(found: list[Entry]) -> None:
    for fault, name in names.clashes([each.name for each in found]):
        raise BundleError(fault, name)


def _refuse_sizes(found: list[Entry], limits: Limits) -> None:
    """Refuse by what is declared, before anything is unpacked."""
    total = 0
    for each in found:
        line = each.line
        total += line.size
        if line.size > limits.file or total > limits.total:
            raise BundleError("bomb", each.name)
        if line.size > line.packed * (WORST_RATIO if line.method == DEFLATED else 1):
            raise BundleError("damaged", each.name)


def _refuse_gaps(found: list[Entry], directory: int) -> None:
    """Refuse bytes that belong to no entry or to two."""
    at = 0
    for each in sorted(found, key=lambda entry: entry.line.at):
        if each.line.at != at:
            raise BundleError("overlap" if each.line.at < at else "between", each.name)
        at = each.end
    if at != directory:
        raise BundleError("overlap" if at > directory else "between")


def _refuse_other_head(data: bytes, each: Entry) -> None:
    """Refuse an entry whose own header says another thing than the directory."""
    line, at = each.line, each.line.at
    head = LOCAL.unpack_from(data, at)
    expected = (*line[3:10], line.name_length, 0)
    name = data[at + LOCAL.size : at + LOCAL.size + len(each.raw_name)]
    if head[0] != LOCAL_MARK or head[2:] != expected or name != each.raw_name:
        raise BundleError("two-heads", each.name)


def _stored(data: bytes, each: Entry) -> Stored:
    line = each.line
    stream = data[each.end - line.packed : each.end]
    return Stored(line.method, line.crc, line.size, stream)
