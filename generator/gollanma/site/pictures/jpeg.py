"""JPEG (ITU-T T.81) with what cameras write into it (Exif 2.32): segments, then pixels."""

import re
import struct
from collections.abc import Iterator

from gollanma.site.pictures.broken import BrokenPictureError

BEGINNING = b"\xff\xd8"
FRAMES = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
"""The segments of a JPEG that say how large it is."""
MARK, EXIF, COMMENT = 0xFF, 0xE1, 0xFE
OF_PROGRAMS = range(0xE0, 0xF0)
SHOWN = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Segments of programs that change how it looks, and how they begin: all others only tell."""
SCAN, END = 0xDA, 0xD9
NO_PIXELS = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.DOTALL)
"""A mark that stands behind pixels; among them 0xFF is followed by 0, or counts a restart."""
TURNED = 0x0112
"""The number of the entry of Exif by which a picture is turned to stand upright."""


def size(data: bytes) -> tuple[int, int]:
    """Give width and height in pixels."""
    for marker, body in _segments(data):
        if marker in FRAMES:
            height, width = struct.unpack(">HH", body[1:5])
            return width, height
    raise BrokenPictureError


def without_traces(data: bytes) -> bytes:
    """Give the picture with what it shows and how it is turned, and nothing else."""
    parts = [BEGINNING]
    for marker, body in _segments(data):
        if marker == EXIF:
            parts += _upright(body)
        elif _is_shown(marker, body):
            parts.append(_segment(marker, body))
    return b"".join((*parts, bytes([MARK, END])))


def _is_shown(marker: int, body: bytes) -> bool:
    if marker in OF_PROGRAMS:
        return marker in SHOWN and body.startswith(SHOWN[marker])
    return marker != COMMENT


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the segments of a JPEG up to its end: the marker and what it holds.

    With a scan come its pixels. What a telephone appends behind the end is not of the picture.
    """
    at = 2
    while True:
        if data[at] != MARK:
            raise BrokenPictureError
        while data[at + 1] == MARK:
            at += 1
        marker = data[at + 1]
        if marker == END:
            return
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        end = at + 2 + length
        if length < 2 or end > len(data):
            raise BrokenPictureError
        if marker == SCAN:
            end = _end_of_pixels(data, end)
        yield marker, data[at + 4 : end]
        at = end


def _end_of_pixels(data: bytes, at: int) -> int:
    """Give where the pixels of a scan end: before the next mark that is none of theirs."""
    found = NO_PIXELS.search(data, at)
    if found is None:
        raise BrokenPictureError
    return found.start()


def _segment(marker: int, body: bytes) -> bytes:
    """Write a segment; in front of the pixels of a scan its own length stands, not theirs."""
    own = 4 + 2 * body[0] if marker == SCAN else len(body)
    return struct.pack(">BBH", MARK, marker, own + 2) + body


def _upright(body: bytes) -> list[bytes]:
    """Give what says how a picture is turned, and nothing else of its Exif."""
    turned = _turned(body)
    if turned <= 1:
        return []
    entry = struct.pack(">HHIHH", TURNED, 3, 1, turned, 0)
    tiff = struct.pack(">2sHIH", b"MM", 42, 8, 1) + entry + bytes(4)
    return [_segment(EXIF, b"Exif\0\0" + tiff)]


def _turned(body: bytes) -> int:
    """Read how a picture is turned, from 1; 0 where it is not said."""
    if not body.startswith(b"Exif\0\0"):
        return 0
    tiff = body[6:]
    order = {b"MM": ">", b"II": "<"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return 0
    (first,) = struct.unpack(f"{order}I", tiff[4:8])
    if first + 2 > len(tiff):
        return 0
    (count,) = struct.unpack(f"{order}H", tiff[first : first + 2])
    for number in range(count):
        entry = tiff[first + 2 + 12 * number : first + 14 + 12 * number]
        if len(entry) == 12 and struct.unpack(f"{order}H", entry[:2])[0] == TURNED:
            value = struct.unpack(f"{order}H", entry[8:10])[0]
            return int(value) if 1 <= value <= 8 else 0
    return 0
