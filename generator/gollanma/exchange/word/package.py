"""The inside of a Word file from strangers: no entities, no DTD, no network, within bounds."""

import io
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from gollanma.diagnostics import Diagnostic, Severity, Span, Value

LARGEST = 20_000_000
"""Bytes of a file; a code with all its changes has a twentieth of it."""
LARGEST_PART = 60_000_000
"""Bytes of one part of it, unpacked: a bomb is refused before it is opened."""
TEXT, COMMENTS = "word/document.xml", "word/comments.xml"
BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    etree.LxmlError,
)
"""What the archive and the parser raise over bytes that are no Word file."""


class DoctypeError(Exception):
    """A part of the file brings a document type, which no Word file has."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file that are read here."""

    path: str
    text: etree._Element
    comments: etree._Element | None
    """Absent where nobody has commented."""


def refused(path: str, key: str, paragraph: int = 1, **values: Value) -> Diagnostic:
    """Give an error at a paragraph: nothing is made of the file."""
    return Diagnostic(Span.at(path, paragraph, 1), "WRD001", Severity.ERROR, key, values)


def open_package(path: str, data: bytes) -> Package | Diagnostic:
    """Give the parts of a Word file, or say why it is none; nothing is raised."""
    if len(data) > LARGEST:
        return refused(path, "size", limit=LARGEST)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            sizes = {each.filename: each.file_size for each in pack.infolist()}
            wanted = [name for name in (TEXT, COMMENTS) if name in sizes]
            if TEXT not in sizes:
                return refused(path, "no-word")
            if max(sizes[name] for name in wanted) > LARGEST_PART:
                return refused(path, "bomb", limit=LARGEST_PART)
            parts = {name: _parsed(pack.read(name)) for name in wanted}
    except DoctypeError:
        return refused(path, "doctype")
    except BROKEN:
        return refused(path, "no-word")
    return Package(path, parts[TEXT], parts.get(COMMENTS))


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise DoctypeError
    return root
