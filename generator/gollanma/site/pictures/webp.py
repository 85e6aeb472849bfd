"""WebP (RFC 9649): chunks in a RIFF file."""

import struct
from collections.abc import Iterator

from gollanma.site.pictures.broken import BrokenPictureError

SHOWN = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
"""The chunks that change how it looks; the others tell of who made it, and where."""
TRACED = 0x0C
"""The marks of a WebP that say such chunks follow."""


def begins(data: bytes) -> bool:
    """Tell whether bytes begin as a WebP does."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def size(data: bytes) -> tuple[int, int]:
    """Give width and height in pixels."""
    name, chunk = next(_chunks(data))
    body = chunk[8:]
    if name == b"VP8X":
        wide, high = (int.from_bytes(body[at : at + 3], "little") + 1 for at in (4, 7))
    elif name == b"VP8L" and body[0] == 0x2F:
        packed = int.from_bytes(body[1:5], "little")
        wide, high = (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    elif name == b"VP8 ":
        wide, high = (each & 0x3FFF for each in struct.unpack("<HH", body[6:10]))
    else:
        raise BrokenPictureError
    return wide, high


def without_traces(data: bytes) -> bytes:
    """Give the picture without what tells where it was taken."""
    kept = []
    for name, chunk in _chunks(data):
        if name == b"VP8X":
            kept.append(chunk[:8] + bytes([chunk[8] & ~TRACED]) + chunk[9:])
        elif name in SHOWN:
            kept.append(chunk)
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, last = 12, 8 + struct.unpack("<I", data[4:8])[0]
    while at < last:
        name, length = data[at : at + 4], struct.unpack("<I", data[at + 4 : at + 8])[0]
        end = at + 8 + length + length % 2
        if end > min(last, len(data)):
            raise BrokenPictureError
        yield name, data[at:end]
        at = end
