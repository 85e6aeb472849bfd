"""PNG (ISO/IEC 15948): chunks of a name, a length and a sum."""

import struct
from collections.abc import Iterator

from gollanma.site.pictures.broken import BrokenPictureError

BEGINNING = b"\x89PNG\r\n\x1a\n"
SHOWN = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT",
     b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT", b"cICP"}
)  # fmt: skip
"""The chunks of a PNG that change how it looks; the others tell of who made it, and where."""


def size(data: bytes) -> tuple[int, int]:
    """Give width and height in pixels."""
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def without_traces(data: bytes) -> bytes:
    """Give the picture with what it shows, and nothing else."""
    return BEGINNING + b"".join(chunk for name, chunk in _chunks(data) if name in SHOWN)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name of each chunk of a PNG, and all its bytes."""
    at, name = len(BEGINNING), b""
    while name != b"IEND":
        (length,) = struct.unpack(">I", data[at : at + 4])
        name, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise BrokenPictureError
        yield name, data[at:end]
        at = end
