"""The files of a project's folders, in one order, whatever the disk's."""

import errno
import gc
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from gollanma.diagnostics import Diagnostic, Span, in_order
from gollanma.source.document import Document
from gollanma.source.findings import refused
from gollanma.source.kept import NOTHING_KEPT, Kept
from gollanma.source.limits import LIMITS, Limits
from gollanma.source.reader import read_text, unread

FEW = 512
"""Files whose trees there is room for."""
_LIKE_OURS = {".yml", ".yaml"}
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Sources:
    """All documents of a project sorted by path, and all that was found while reading them."""

    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The paths of a project's files, sorted, and what was found while looking for them."""

    paths: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def list_folders(
    root: Path,
    folders: Sequence[str],
    limits: Limits = LIMITS,
    unsaved: Mapping[str, str] = NOTHING,
) -> Listing:
    """Find every `*.yml` under some folders of a project; a folder that is missing is empty.

    `unsaved` is what files say in an editor, by their paths: it stands for what the disk has.
    """
    found: list[Diagnostic] = []
    inside = tuple(f"{name}/" for name in folders)
    new = (each for each in unsaved if each.startswith(inside) and each.endswith(".yml"))
    paths = sorted({*_paths(root, folders, found), *new})
    if len(paths) > limits.files:
        found.append(_refused(paths[limits.files], "many-files", limit=limits.files))
    return Listing(tuple(paths[: limits.files]), in_order(found))


def read_folders(root: Path, folders: Sequence[str], limits: Limits = LIMITS) -> Sources:
    """Read every `*.yml` under some folders of a project; a folder that is missing is empty."""
    listing = list_folders(root, folders, limits)
    with no_search_for_garbage():
        documents = tuple(read_files(root, listing.paths, limits))
    found = (each for document in documents for each in document.diagnostics)
    return Sources(documents, in_order((*listing.diagnostics, *found)))


def read_files(
    root: Path,
    paths: Collection[str],
    limits: Limits = LIMITS,
    unsaved: Mapping[str, str] = NOTHING,
    kept: Kept = NOTHING_KEPT,
) -> Iterator[Document]:
    """Yield files of a project as they are read; `unsaved` as in listing them, `kept` as in a file.

    The trees of a few are held for good; of many, each is let go when the next is asked for.
    """
    are_few = len(paths) <= FEW
    for path in paths:
        if path in unsaved:
            document = read_text(path, unsaved[path].encode(errors="replace"), limits, kept)
        else:
            document = read_file(root, path, limits, kept)
        if document.tree and are_few:
            document.tree.stay()
        yield document
        if document.tree:
            document.tree.forget()


def read_file(
    root: Path, path: str, limits: Limits = LIMITS, kept: Kept = NOTHING_KEPT
) -> Document:
    """Read one file of a project; a file that cannot be opened is a finding."""
    try:
        with (root / path).open("rb") as stream:
            return read_text(path, stream.read(limits.size + 1), limits, kept)
    except OSError as error:
        return unread(path, _unreadable(path, error))


@contextmanager
def no_search_for_garbage() -> Iterator[None]:
    """Stop it: trees hold no cycles, and searching the growing heap for some doubles the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()  # what was read now counts as old, and is not searched at once
        if was_enabled:
            gc.enable()


def links_below(root: Path, folder: str) -> tuple[Diagnostic, ...]:
    """Give a finding for each symbolic link in a folder of a project, and for the folder itself.

    A link may lead out of the project: whoever follows it publishes what nobody meant to.
    """
    found: list[Diagnostic] = []
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        if (root / here).is_symlink():
            found.append(_refused(here, "symlink"))
        elif (root / here).is_dir():
            waiting.extend(path for path, _ in _children(root, here, found))
    return in_order(found)


def _paths(root: Path, folders: Sequence[str], found: list[Diagnostic]) -> Iterator[str]:
    """Yield the paths of our files; what cannot be entered or read becomes a finding."""
    waiting = list(folders)
    while waiting:
        folder = waiting.pop()
        if (root / folder).is_symlink():
            found.append(_refused(folder, "symlink"))
            continue
        for path, child in _children(root, folder, found):
            if child.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif _is_ours(path, child, found):
                yield path


def _children(
    root: Path, folder: str, found: list[Diagnostic]
) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Yield what a folder shows; names that begin with a dot are not ours."""
    try:
        with os.scandir(root / folder) as entries:
            shown = [each for each in entries if not each.name.startswith(".")]
    except FileNotFoundError:
        return
    except OSError as error:
        found.append(_unreadable(folder, error))
        return
    for each in shown:
        if each.name.isprintable():
            yield f"{folder}/{each.name}", each
        else:
            found.append(_refused(f"{folder}/{_visible(each.name)}", "file-name"))


def _is_ours(path: str, child: "os.DirEntry[str]", found: list[Diagnostic]) -> bool:
    """Say whether to read a file; say it aloud where a person would expect us to."""
    suffix = PurePosixPath(path).suffix
    if child.is_symlink():
        found.append(_refused(path, "symlink"))
    elif suffix.lower() not in _LIKE_OURS:
        return False
    elif suffix != ".yml":
        found.append(_refused(path, "wrong-suffix", suffix=suffix))
    elif not child.is_file(follow_symlinks=False):
        found.append(_refused(path, "not-a-file"))
    else:
        return True
    return False


def _visible(name: str) -> str:
    """Write out what a terminal would hide: bytes that are no text, and control characters."""
    return "".join(each if each.isprintable() else f"<{ord(each):X}>" for each in name)


def _unreadable(path: str, error: OSError) -> Diagnostic:
    return _refused(path, "unreadable", reason=errno.errorcode.get(error.errno or 0, "EIO"))


def _refused(path: str, key: str, **values: str | int) -> Diagnostic:
    return refused(Span.of_file(path), key, **values)
