"""Pictures beside hand-written pages: of a form that browsers show, and without what gives away.

A photograph from a telephone says where and when it was taken, and with what. Taken at a shelter or
in a family's home, that is an address which nobody meant to publish; so all of it is taken out
before the picture is handed out. Forms: PNG (ISO/IEC 15948), JPEG (ITU-T T.81, Exif 2.32), WebP
(RFC 9649), GIF 89a, SVG.
"""

from collections.abc import Callable
from dataclasses import dataclass

from mkdocs.structure.files import File

from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.site.pictures import gif, jpeg, png, webp
from gollanma.site.pictures.broken import CUT, BrokenPictureError
from gollanma.site.pictures.drawings import fault_of_drawing

DRAWING = ".svg"
LARGEST = 8_000
"""Pixels on a side; an old computer has no room for more."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of pictures that are made of pixels."""

    endings: tuple[str, ...]
    begins: Callable[[bytes], bool]
    size: Callable[[bytes], tuple[int, int]]
    without_traces: Callable[[bytes], bytes]


FORMS = (
    Form((".png",), lambda data: data.startswith(png.BEGINNING), png.size, png.without_traces),
    Form(
        (".jpg", ".jpeg"),
        lambda data: data.startswith(jpeg.BEGINNING),
        jpeg.size,
        jpeg.without_traces,
    ),
    Form((".gif",), lambda data: data.startswith(gif.BEGINNING), gif.size, gif.without_traces),
    Form((".webp",), webp.begins, webp.size, webp.without_traces),
)
PICTURES = (DRAWING, *(ending for form in FORMS for ending in form.endings))

__all__ = [
    "DRAWING",
    "LARGEST",
    "PICTURES",
    "BrokenPictureError",
    "fault_of_picture",
    "misfit",
    "without_traces",
]


def misfit(file: File, folder: str, key: str) -> Diagnostic:
    """Give the finding for a picture that is not handed out."""
    values = {"limit": LARGEST}
    place = Span.of_file(f"{folder}/{file.src_uri}")
    return Diagnostic(place, "PUB005", Severity.ERROR, f"picture-{key}", values)


def fault_of_picture(data: bytes, name: str) -> str | None:
    """Tell why a picture is not handed out: `form`, `large`, `active`; None where nothing is."""
    if name.lower().endswith(DRAWING):
        return fault_of_drawing(data)
    form = _form_of(data)
    if form is None or not name.lower().endswith(form.endings):
        return "form"
    try:
        width, height = form.size(data)
        form.without_traces(data)
    except (BrokenPictureError, *CUT):
        return "form"
    return "large" if max(width, height) > LARGEST or not min(width, height) else None


def without_traces(data: bytes) -> bytes:
    """Take out where, when and with what a picture was taken; what it shows stays, byte for byte.

    Raises BrokenPictureError for what is no whole PNG, JPEG, GIF or WebP.
    """
    form = _form_of(data)
    if form is None:
        raise BrokenPictureError
    try:
        return form.without_traces(data)
    except CUT:
        raise BrokenPictureError from None


def _form_of(data: bytes) -> Form | None:
    return next((each for each in FORMS if each.begins(data)), None)
