"""From a project's folder to its library: the one way in for every command."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.languages import known_codes
from gollanma.model.decode import decode
from gollanma.model.library import Library, assemble
from gollanma.model.places import GLOSSARY, RECORDS
from gollanma.model.project import Project
from gollanma.model.state import ADDRESSES, FOLDER, assemble_state
from gollanma.model.stems import lost_stems
from gollanma.source import (
    NOTHING,
    NOTHING_KEPT,
    Document,
    Kept,
    list_folders,
    no_search_for_garbage,
    read_files,
    read_text,
)
from gollanma.source.encodings import Undecodable
from gollanma.source.encodings import decode as decode_bytes

PROJECT_FILE = "gollanma.yml"
PACKS = "languages"
"""The folder of a project's own language packs."""
PAGES = "docs"
"""The folder of pages that are written by hand."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder holds, and what was wrong in it."""

    library: Library | None
    """None where the project file itself does not decode."""
    project_file: Document | None
    diagnostics: tuple[Diagnostic, ...]


def load(
    root: Path, today: date, unsaved: Mapping[str, str] = NOTHING, readings: Kept = NOTHING_KEPT
) -> Loaded:
    """Read a project; every mistake of every file is in the diagnostics.

    `unsaved` is what files say in an editor, by their paths: it stands for what the disk has.
    `readings` is what files said when they were read before.
    """
    project, document, found = read_project(root, unsaved)
    if project is None:
        return Loaded(None, document, found)
    listing = list_folders(root, (RECORDS, GLOSSARY), unsaved=unsaved)
    kept: Mapping[bool, list[str]] = {True: [], False: []}
    for path in listing.paths:
        kept[path.startswith(f"{FOLDER}/")].append(path)
    with no_search_for_garbage():
        in_state = [*read_files(root, kept[True], unsaved=unsaved, kept=readings)]
        state, wrong = assemble_state(in_state, project.languages.all)
        addresses, unread = published(root)
        state = replace(state, addresses=addresses)
        files = read_files(root, kept[False], unsaved=unsaved, kept=readings)
        library, in_records = assemble(files, project, today, state)
    pages, blurred = hand_written(root, unsaved)
    library = replace(library, project_file=document, pages=pages)
    wrong = (*wrong, *unread, *in_records, *blurred)
    known = (*found, *listing.diagnostics, *wrong, *vanished(library))
    return Loaded(library, document, known)


def read_project(
    root: Path, unsaved: Mapping[str, str] = NOTHING
) -> tuple[Project | None, Document | None, tuple[Diagnostic, ...]]:
    """Read the project file alone; there is no project where it, or a pack of it, is not there."""
    path = root / PROJECT_FILE
    if PROJECT_FILE not in unsaved and not path.is_file():
        missing = Diagnostic(
            Span.of_file(PROJECT_FILE), "SCH004", Severity.ERROR, "no-project", {"path": path.name}
        )
        return None, None, (missing,)
    held = unsaved.get(PROJECT_FILE)
    data = path.read_bytes() if held is None else held.encode(errors="replace")
    document = read_text(PROJECT_FILE, data)
    project, wrong = decode_project(document)
    strange = tuple(unspoken(root, document, project)) if project else ()
    return None if strange else project, document, (*document.diagnostics, *wrong, *strange)


def unspoken(root: Path, document: Document, project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each language of the project for which there is no pack."""
    packs = root / PACKS
    known = known_codes(packs if packs.is_dir() else None)
    for index, code in enumerate(project.languages.all):
        if code not in known:
            values = {"value": code, "near": "", "known": ", ".join(known)}
            span = document.span("languages", "all", index)
            yield Diagnostic(span, "SCH002", Severity.ERROR, "not-in-list", values)


def published(root: Path) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Give the addresses that a project has published; none before its first release."""
    path = root / ADDRESSES
    data = path.read_bytes() if path.is_file() else b""
    try:
        return tuple(data.decode().split()), ()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        span, values = Span(ADDRESSES, line, 1, line, 1), {"byte": f"0x{data[error.start]:02X}"}
        return (), (Diagnostic(span, "SRC001", Severity.ERROR, "not-utf-8", values),)


def hand_written(
    root: Path, unsaved: Mapping[str, str] = NOTHING
) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    """Give the pages that were written by hand, by their paths, and those that cannot be read.

    A link is no page: what it leads to may be nobody's to publish.
    """
    pages, found = dict[str, str](), list[Diagnostic]()
    for each in sorted((root / PAGES).rglob("*.md")):
        path = each.relative_to(root).as_posix()
        if not each.is_file() or each.is_symlink():
            continue
        text = unsaved[path] if path in unsaved else decode_bytes(each.read_bytes())
        if isinstance(text, Undecodable):
            place = Span.at(path, text.line, text.column)
            found.append(Diagnostic(place, "SRC001", Severity.ERROR, text.key, text.values))
        else:
            pages[path] = text
    return pages, tuple(found)


def vanished(library: Library) -> Iterator[Diagnostic]:
    """Yield a finding for each published address whose record is gone and not retired.

    Bookmarks, printed codes and lessons lead there.
    """
    for line, address, stem in lost_stems(library):
        span = Span(ADDRESSES, line, 1, line, len(address) + 1)
        yield Diagnostic(span, "ID002", Severity.ERROR, "record-gone", {"value": stem})


def decode_project(document: Document) -> tuple[Project | None, tuple[Diagnostic, ...]]:
    """Give the project that a file describes, or what stands in the way."""
    if document.root is None:
        return None, ()
    languages = document.value("languages", "all")
    codes = tuple(str(each) for each in languages) if isinstance(languages, list) else ()
    return decode(Project, document, codes)
