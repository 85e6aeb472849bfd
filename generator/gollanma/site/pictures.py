"""Pictures beside hand-written pages: of a form that browsers show, and without what gives away.

A photograph from a telephone says where and when it was taken, and with what. Taken at a shelter or
in a family's home, that is an address which nobody meant to publish; so all of it is taken out
before the picture is handed out. Forms: PNG (ISO/IEC 15948), JPEG (ITU-T T.81, Exif 2.32), WebP
(RFC 9649), GIF 89a, SVG.
"""

import re
import struct
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import ParseError, fromstring

from mkdocs.structure.files import File

from gollanma.diagnostics import Diagnostic, Severity, Span

DRAWING = ".svg"
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", DRAWING)
LARGEST = 8_000
"""Pixels on a side; an old computer has no room for more."""

PNG, GIF, JPEG = b"\x89PNG\r\n\x1a\n", b"GIF8", b"\xff\xd8"
SHOWN = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT",
     b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT", b"cICP"}
)  # fmt: skip
"""The chunks of a PNG that change how it looks; the others tell of who made it, and where."""
FRAMES = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
"""The segments of a JPEG that say how large it is."""
MARK, EXIF, COLOUR, ADOBE, JFIF, COMMENT = 0xFF, 0xE1, 0xE2, 0xEE, 0xE0, 0xFE
SCAN, END = 0xDA, 0xD9
NO_PIXELS = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.DOTALL)
"""A mark that stands behind pixels; among them 0xFF is followed by 0, or counts a restart."""
TURNED = 0x0112
"""The number of the entry of Exif by which a picture is turned to stand upright."""
TRACES = frozenset({b"EXIF", b"XMP "})
TRACED = 0x0C
"""The marks of a WebP that say such chunks follow."""
GIF_EXTENSION, GIF_IMAGE, GIF_END, GIF_COMMENT, GIF_PROGRAM = 0x21, 0x2C, 0x3B, 0xFE, 0xFF
LOOPS = b"NETSCAPE2.0"
"""Says how often a moving picture is repeated; other programs leave notes of their own."""
ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\?(?!xml[ \t\r\n])", re.IGNORECASE)
"""What a parser would act on: entities, styles of elsewhere."""
ACTIVE = frozenset(
    {"a", "animate", "embed", "foreignobject", "iframe", "image", "object", "script", "set"}
)
"""Elements of a drawing that run, lead, frame or fetch something, or may come to."""


CUT = (struct.error, IndexError, StopIteration)
"""What reading past the end of a picture raises."""


class BrokenPictureError(ValueError):
    """The bytes are not a whole picture of their form."""


def misfit(file: File, folder: str, key: str) -> Diagnostic:
    """Give the finding for a picture that is not handed out."""
    values = {"limit": LARGEST}
    place = Span.of_file(f"{folder}/{file.src_uri}")
    return Diagnostic(place, "PUB005", Severity.ERROR, f"picture-{key}", values)


def fault_of_picture(data: bytes, name: str) -> str | None:
    """Tell why a picture is not handed out: `form`, `large`, `active`; None where nothing is."""
    ending = name.lower().rpartition(".")[2]
    if ending == "svg":
        return _fault_of_drawing(data)
    try:
        form, width, height = _measured(data)
        without_traces(data)
    except (BrokenPictureError, *CUT):
        return "form"
    if form != {"jpg": "jpeg"}.get(ending, ending):
        return "form"
    return "large" if max(width, height) > LARGEST or not min(width, height) else None


def without_traces(data: bytes) -> bytes:
    """Take out where, when and with what a picture was taken; what it shows stays, byte for byte.

    Raises BrokenPictureError for what is no whole PNG, JPEG, GIF or WebP.
    """
    cleaner = next((each for is_form, each in CLEANERS if is_form(data)), None)
    if cleaner is None:
        raise BrokenPictureError
    try:
        return cleaner(data)
    except CUT:
        raise BrokenPictureError from None


# --- forms


def _measured(data: bytes) -> tuple[str, int, int]:
    """Give the form of a picture, its width and its height."""
    if data.startswith(PNG):
        return "png", *struct.unpack(">II", data[16:24])
    if data.startswith(GIF):
        return "gif", *struct.unpack("<HH", data[6:10])
    if data.startswith(JPEG):
        for marker, body in _segments(data):
            if marker in FRAMES:
                height, width = struct.unpack(">HH", body[1:5])
                return "jpeg", width, height
    if _is_webp(data):
        return "webp", *_size_of_webp(data)
    raise BrokenPictureError


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name of each chunk of a PNG, and all its bytes."""
    at, name = len(PNG), b""
    while name != b"IEND":
        (length,) = struct.unpack(">I", data[at : at + 4])
        name, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise BrokenPictureError
        yield name, data[at:end]
        at = end


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


def _png_without_traces(data: bytes) -> bytes:
    return PNG + b"".join(chunk for name, chunk in _chunks(data) if name in SHOWN)


def _jpeg_without_traces(data: bytes) -> bytes:
    parts = [JPEG]
    for marker, body in _segments(data):
        if marker == EXIF:
            parts += _upright(body)
        elif marker in {JFIF, COLOUR, ADOBE} or not (0xE0 <= marker <= 0xEF or marker == COMMENT):
            parts.append(_segment(marker, body))
    return b"".join((*parts, bytes([MARK, END])))


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


def _is_webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, last = 12, 8 + struct.unpack("<I", data[4:8])[0]
    while at < last:
        name, length = data[at : at + 4], struct.unpack("<I", data[at + 4 : at + 8])[0]
        end = at + 8 + length + length % 2
        if end > min(last, len(data)):
            raise BrokenPictureError
        yield name, data[at:end]
        at = end


def _webp_without_traces(data: bytes) -> bytes:
    kept = []
    for name, chunk in _webp_chunks(data):
        if name == b"VP8X":
            kept.append(chunk[:8] + bytes([chunk[8] & ~TRACED]) + chunk[9:])
        elif name not in TRACES:
            kept.append(chunk)
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _size_of_webp(data: bytes) -> tuple[int, int]:
    name, chunk = next(_webp_chunks(data))
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


def _gif_without_traces(data: bytes) -> bytes:
    at = 13 + _colours(data[10])
    kept = [data[:at]]
    while data[at] != GIF_END:
        start = at
        if data[at] == GIF_EXTENSION:
            at = _after_blocks(data, at + 2)
            is_trace = data[start + 1] == GIF_COMMENT or (
                data[start + 1] == GIF_PROGRAM and data[start + 3 : start + 14] != LOOPS
            )
        elif data[at] == GIF_IMAGE:
            at = _after_blocks(data, at + 11 + _colours(data[at + 9]))
            is_trace = False
        else:
            raise BrokenPictureError
        if not is_trace:
            kept.append(data[start:at])
    return b"".join((*kept, bytes([GIF_END])))


def _colours(packed: int) -> int:
    """Give how many bytes a table of colours has."""
    return 3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += 1 + data[at]
    return at + 1


CLEANERS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], bytes]], ...] = (
    (lambda data: data.startswith(PNG), _png_without_traces),
    (lambda data: data.startswith(JPEG), _jpeg_without_traces),
    (lambda data: data.startswith(GIF), _gif_without_traces),
    (_is_webp, _webp_without_traces),
)


# --- drawings


def _fault_of_drawing(data: bytes) -> str | None:
    """Tell what keeps an SVG from being handed out: it draws, and nothing else."""
    if ENTITIES.search(data):
        return "active"
    if b"\0" in data:  # two bytes a letter: nothing above would have been seen
        return "form"
    try:
        root = fromstring(data)
    except (ParseError, ValueError, LookupError):
        return "form"
    if _bare(root.tag) != "svg":
        return "form"
    return "active" if any(map(_is_active, root.iter())) else None


def _is_active(element: object) -> bool:
    tag, attributes = getattr(element, "tag", ""), getattr(element, "attrib", {})
    if not isinstance(tag, str) or _bare(tag) in ACTIVE:
        return True
    said = getattr(element, "text", None) or ""
    return (
        any(_bare(name).startswith("on") for name in attributes)
        or any("url(" in value.replace("url(#", "") for value in attributes.values())
        or any(_bare(name) == "href" and value[:1] != "#" for name, value in attributes.items())
        or (_bare(tag) == "style" and ("url(" in said or "@import" in said))
    )


def _bare(name: str) -> str:
    """Give a name without its namespace, in small letters."""
    return name.rpartition("}")[2].lower()
