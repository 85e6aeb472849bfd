"""What pictures beside hand-written pages give away, and which of them are not handed out."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.site.pictures import (
    LARGEST,
    PICTURES,
    BrokenPictureError,
    fault_of_picture,
    without_traces,
)

PLACE = b"38.4037N,57.3803E"
"""Stands for where a photograph was taken."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"
PIXELS = b"\x12\xff\x00\x34\xff\xd0\x56"
"""With all that may stand in them: 0xFF as such, and a restart."""


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(*more: bytes, width: int = 1, height: int = 1) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    rest = chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    return SIGNATURE + head + b"".join(more) + rest


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def exif(turned: int, order: str = "<") -> bytes:
    """Give an Exif segment that says how a picture is turned, and where it was taken."""
    mark = b"II" if order == "<" else b"MM"
    entries = [(0x0112, 3, 1, turned), (0x8825, 4, 1, 64)]
    rows = b"".join(
        struct.pack(f"{order}HHI", tag, kind, count)
        + (struct.pack(f"{order}HH", value, 0) if kind == 3 else struct.pack(f"{order}I", value))
        for tag, kind, count, value in entries
    )
    tiff = struct.pack(f"{order}2sHIH", mark, 42, 8, len(entries)) + rows + bytes(4) + PLACE
    return segment(0xE1, b"Exif\0\0" + tiff)


JFIF = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
FRAME = struct.pack(">BHHBBBB", 8, 1, 1, 1, 1, 0x11, 0)
SCAN = segment(0xDA, b"\1\1\0\0\x3f\0") + PIXELS


def jpeg(*more: bytes, frame: bytes = FRAME, scans: bytes = SCAN) -> bytes:
    tables = (
        segment(0xDB, bytes(65)) + segment(0xC0, frame) + segment(0xC4, b"\0\xff\xd9" + bytes(16))
    )
    return b"\xff\xd8" + JFIF + b"".join(more) + tables + scans + b"\xff\xd9"


def webp(*more: bytes, marks: int = 0) -> bytes:
    wide = struct.pack("<4sIBBBBBBBBBB", b"VP8X", 10, marks, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    body = b"WEBP" + wide + b"".join(more) + riff(b"VP8L", b"\x2f\0\0\0\0")
    return b"RIFF" + struct.pack("<I", len(body)) + body


def riff(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def gif(*more: bytes) -> bytes:
    head = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + bytes(6)
    image = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\0"
    return head + b"".join(more) + image + b"\x3b"


LOOPS = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"


@pytest.mark.parametrize(
    ("given", "left"),
    [
        pytest.param(png(chunk(b"eXIf", PLACE), chunk(b"tEXt", PLACE), chunk(b"iTXt", PLACE)), png(), id="a PNG that tells it three times"),
        pytest.param(png(chunk(b"tIME", PLACE)) + PLACE, png(), id="a PNG with more behind it"),
        pytest.param(png(chunk(b"iCCP", b"colours")), png(chunk(b"iCCP", b"colours")), id="the colours of a PNG stay"),
        pytest.param(jpeg(exif(1)), jpeg(), id="a photograph"),
        pytest.param(jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + PLACE)), jpeg(), id="a photograph with XMP"),
        pytest.param(jpeg(segment(0xED, PLACE), segment(0xFE, PLACE), segment(0xE5, PLACE)), jpeg(), id="notes of other programs"),
        pytest.param(jpeg() + PLACE + jpeg(), jpeg(), id="a second photograph behind the first"),
        pytest.param(jpeg(segment(0xE2, b"ICC_PROFILE\0")), jpeg(segment(0xE2, b"ICC_PROFILE\0")), id="the colours of a photograph stay"),
        pytest.param(jpeg(scans=SCAN + segment(0xC4, b"\1" + bytes(16)) + SCAN), jpeg(scans=SCAN + segment(0xC4, b"\1" + bytes(16)) + SCAN), id="a photograph that comes in steps"),
        pytest.param(jpeg(segment(0xE2, b"MPF\0" + PLACE), segment(0xE0, b"JFXX\0" + PLACE)), jpeg(), id="small pictures beside the photograph"),
        pytest.param(webp(riff(b"NOTE", PLACE)), webp(), id="a WebP with what nobody knows"),
        pytest.param(webp(riff(b"EXIF", PLACE), riff(b"XMP ", PLACE), marks=0x0C), webp(), id="a WebP"),
        pytest.param(gif(b"\x21\xfe" + bytes([len(PLACE)]) + PLACE + b"\0"), gif(), id="a remark in a GIF"),
        pytest.param(gif(b"\x21\xff\x0bXMP DataXMP" + bytes([len(PLACE)]) + PLACE + b"\0"), gif(), id="XMP in a GIF"),
        pytest.param(gif(LOOPS), gif(LOOPS), id="how often a GIF is repeated stays"),
    ],
)  # fmt: skip
def test_what_a_picture_gives_away_is_taken_out(given: bytes, left: bytes) -> None:
    cleaned = without_traces(given)
    assert cleaned == left
    assert PLACE not in cleaned
    assert without_traces(cleaned) == cleaned


@pytest.mark.parametrize("turned", range(2, 9))
@pytest.mark.parametrize("order", ["<", ">"])
def test_a_photograph_stays_upright(turned: int, order: str) -> None:
    cleaned = without_traces(jpeg(exif(turned, order)))
    assert PLACE not in cleaned
    assert cleaned.count(b"Exif\0\0") == 1
    assert struct.pack(">HHIH", 0x0112, 3, 1, turned) in cleaned
    assert without_traces(cleaned) == cleaned


@pytest.mark.parametrize("turned", [0, 1, 9, 65535])
def test_what_says_nothing_of_how_it_is_turned_goes_whole(turned: int) -> None:
    assert without_traces(jpeg(exif(turned))) == jpeg()


def svg(inner: str, head: str = "") -> bytes:
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{head}<svg {space}>{inner}</svg>".encode()


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        pytest.param("a.png", png(), None, id="a PNG"),
        pytest.param("a.PNG", png(), None, id="an ending in capitals"),
        pytest.param("a.jpg", jpeg(), None, id="a JPEG"),
        pytest.param("a.jpeg", jpeg(), None, id="a JPEG by its long name"),
        pytest.param("a.gif", gif(), None, id="a GIF"),
        pytest.param("a.webp", webp(), None, id="a WebP"),
        pytest.param("a.svg", svg('<path d="M0 0"/>'), None, id="a drawing"),
        pytest.param("a.png", jpeg(), "form", id="a JPEG that is called PNG"),
        pytest.param("a.jpg", b"MZ\x90\0" + bytes(40), "form", id="a program that is called JPEG"),
        pytest.param("a.jpg", b"<script>alert(1)</script>", "form", id="a script that is called JPEG"),
        pytest.param("a.png", png()[:-20], "form", id="a PNG cut off"),
        pytest.param("a.jpg", jpeg()[:-30], "form", id="a JPEG cut off"),
        pytest.param("a.gif", gif()[:-6], "form", id="a GIF cut off"),
        pytest.param("a.webp", webp()[:-4], "form", id="a WebP cut off"),
        pytest.param("a.png", b"", "form", id="nothing"),
        pytest.param("a.png", png(width=30_000), "large", id="30,000 pixels"),
        pytest.param("a.png", png(height=LARGEST + 1), "large", id="a pixel too many"),
        pytest.param("a.png", png(width=LARGEST), None, id="just enough"),
        pytest.param("a.png", png(width=0), "large", id="no pixel"),
        pytest.param("a.jpg", jpeg(frame=struct.pack(">BHHBBBB", 8, 30_000, 1, 1, 1, 0x11, 0)), "large", id="a photograph of 30,000 pixels"),
        pytest.param("a.svg", svg("<script>alert(1)</script>"), "active", id="a script in a drawing"),
        pytest.param("a.svg", svg('<path onload="x"/>'), "active", id="a script on a drawing"),
        pytest.param("a.svg", svg('<a xlink:href="https://x.org"><path/></a>'), "active", id="a link in a drawing"),
        pytest.param("a.svg", svg('<use href="https://x.org/a.svg#b"/>'), "active", id="a piece from elsewhere"),
        pytest.param("a.svg", svg('<use href="#b"/>'), None, id="a piece of its own"),
        pytest.param("a.svg", svg('<image href="data:image/png;base64,x"/>'), "active", id="a picture in a drawing"),
        pytest.param("a.svg", svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'), "active", id="a page in a drawing"),
        pytest.param("a.svg", svg('<set attributeName="onload" to="x"/>'), "active", id="what sets a script later"),
        pytest.param("a.svg", svg("<style>@import url(https://x.org)</style>"), "active", id="a style from elsewhere"),
        pytest.param("a.svg", svg("<style>@IMPORT 'https://x.org'</style>"), "active", id="in capitals"),
        pytest.param("a.svg", svg('<path fill="URL(https://x.org#a)"/>'), "active", id="a colour from elsewhere, in capitals"),
        pytest.param("a.svg", svg('<path fill="url(https://x.org#a)"/>'), "active", id="a colour from elsewhere"),
        pytest.param("a.svg", svg('<path fill="url(#a)"/>'), None, id="a colour of its own"),
        pytest.param("a.svg", svg("<?php x ?>"), "active", id="an instruction"),
        pytest.param("a.svg", svg("&a;", '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "active", id="a file of the reader"),
        pytest.param("a.svg", svg("<script/>").decode().encode("utf-16"), "form", id="two bytes a letter"),
        pytest.param("a.svg", b"<html><svg/></html>", "form", id="a page that is called SVG"),
        pytest.param("a.svg", b"<svg", "form", id="half a drawing"),
    ],
)  # fmt: skip
def test_which_pictures_are_handed_out(name: str, data: bytes, fault: str | None) -> None:
    assert fault_of_picture(data, name) == fault


BEGINNINGS = st.sampled_from(
    [b"", SIGNATURE, b"\xff\xd8", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"<svg>"]
)


@given(BEGINNINGS, st.binary(max_size=200), st.sampled_from(PICTURES))
def test_bytes_of_any_kind_are_judged(beginning: bytes, data: bytes, ending: str) -> None:
    assert fault_of_picture(beginning + data, f"a{ending}") in {None, "form", "large", "active"}


@given(st.sampled_from([png(), jpeg(exif(6)), gif(LOOPS), webp()]), st.data())
def test_a_picture_that_is_cut_off_anywhere_is_not_handed_out(
    whole: bytes, data: st.DataObject
) -> None:
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]
    assert any(fault_of_picture(cut, f"a{ending}") == "form" for ending in PICTURES)
    with pytest.raises(BrokenPictureError):
        without_traces(cut)
