"""The canonical tar of some files: what patches work on, and what `content` in a manifest hashes.

Regular files alone, sorted by the bytes of their paths. Each is a header of 512 bytes, the content,
and NULs up to a whole block; two blocks of NULs end the archive and nothing follows them. In the
header (POSIX 1003.1-1988, ustar):

    0    path: at most 100 bytes; of a longer one, the part after a `/`
    100  mode `0000644`, owner `0000000`, group `0000000`, each with a NUL
    124  size, eleven octal digits and a NUL
    136  time `00000000000` and a NUL
    148  sum of all bytes with this field as blanks: six octal digits, a NUL, a blank
    156  type `0`
    257  `ustar`, a NUL, `00`
    345  the part of a longer path before that `/`: the first one that leaves 100 bytes or less

All other bytes are NUL.
"""

from collections.abc import Iterator, Mapping

from gollanma.bundle import names
from gollanma.bundle.errors import BundleError

BLOCK = 512
NAME = 100
PREFIX = 155
SIZE = slice(124, 135)
DIGITS = 11
LARGEST = 8**DIGITS
END = bytes(2 * BLOCK)


def write(files: Mapping[str, bytes]) -> bytes:
    """Write files by their paths; raises ValueError for a path that no bundle may hold."""
    return b"".join(_blocks(files))


def read(data: bytes) -> dict[str, bytes]:
    """Read what `write` wrote; refuses every other tar with the code `tar`, naming the file."""
    files: dict[str, bytes] = {}
    at, last = 0, b""
    while data[at : at + BLOCK].strip(b"\0"):
        path, content = _file(data, at)
        if path.encode() <= last:
            raise BundleError("tar", path)
        files[path], last = content, path.encode()
        at += BLOCK + _whole(len(content))
    if data[at:] != END:
        raise BundleError("tar")
    return files


def _blocks(files: Mapping[str, bytes]) -> Iterator[bytes]:
    for path in sorted(files, key=str.encode):
        if names.check(path) is not None:
            raise ValueError(f"no file of a bundle is called {path!r}")
        yield header(path, len(files[path]))
        yield files[path]
        yield bytes(_whole(len(files[path])) - len(files[path]))
    yield END


def header(path: str, size: int) -> bytes:
    """Give the header of a file of so many bytes, fewer than 8 GiB."""
    before, name = _split(path.encode())
    fields = {
        0: name,
        100: b"0000644\0" + 2 * b"0000000\0",
        124: b"%011o\0" % size,
        136: b"%011o\0" % 0,
        148: b" " * 8,
        156: b"0",
        257: b"ustar\00000",
        345: before,
    }
    block = bytearray(BLOCK)
    for at, value in fields.items():
        block[at : at + len(value)] = value
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


def _split(path: bytes) -> tuple[bytes, bytes]:
    """Cut a path that is too long for its field at the first `/` that leaves it short enough."""
    if len(path) <= NAME:
        return b"", path
    at = path.index(b"/", len(path) - NAME - 1)
    return path[:at], path[at + 1 :]


def _file(data: bytes, at: int) -> tuple[str, bytes]:
    block = data[at : at + BLOCK]
    path = _path(block)
    size = block[SIZE]
    if not size.isdigit() or len(size) != DIGITS or names.check(path) is not None:
        raise BundleError("tar", path)
    return path, _content(data, at, path, block)


def _content(data: bytes, at: int, path: str, block: bytes) -> bytes:
    """Give the content, where header and padding are what `write` would have written."""
    try:
        size = int(block[SIZE], 8)
    except ValueError:
        raise BundleError("tar", path) from None
    start, end = at + BLOCK, at + BLOCK + size
    content = data[start:end]
    padding = data[end : start + _whole(size)]
    is_whole = len(content) == size and padding == bytes(_whole(size) - size)
    if not is_whole or header(path, size) != block:
        raise BundleError("tar", path)
    return content


def _path(block: bytes) -> str:
    name, before = block[:NAME].rstrip(b"\0"), block[345 : 345 + PREFIX].rstrip(b"\0")
    return b"/".join(filter(None, (before, name))).decode("ascii", "backslashreplace")


def _whole(size: int) -> int:
    return -(-size // BLOCK) * BLOCK
