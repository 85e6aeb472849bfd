"""GIF (87a and 89a): a table of colours, then blocks."""

import struct

from gollanma.site.pictures.broken import BrokenPictureError

BEGINNING = b"GIF8"
EXTENSION, IMAGE, END, COMMENT, PROGRAM = 0x21, 0x2C, 0x3B, 0xFE, 0xFF
LOOPS = b"NETSCAPE2.0"
"""Says how often a moving picture is repeated; other programs leave notes of their own."""


def size(data: bytes) -> tuple[int, int]:
    """Give width and height in pixels."""
    width, height = struct.unpack("<HH", data[6:10])
    return width, height


def without_traces(data: bytes) -> bytes:
    """Give the picture without remarks and notes of other programs."""
    at = 13 + _colours(data[10])
    kept = [data[:at]]
    while data[at] != END:
        start = at
        if data[at] == EXTENSION:
            at = _after_blocks(data, at + 2)
            is_trace = data[start + 1] == COMMENT or (
                data[start + 1] == PROGRAM and data[start + 3 : start + 14] != LOOPS
            )
        elif data[at] == IMAGE:
            at = _after_blocks(data, at + 11 + _colours(data[at + 9]))
            is_trace = False
        else:
            raise BrokenPictureError
        if not is_trace:
            kept.append(data[start:at])
    return b"".join((*kept, bytes([END])))


def _colours(packed: int) -> int:
    """Give how many bytes a table of colours has."""
    return 3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += 1 + data[at]
    return at + 1
