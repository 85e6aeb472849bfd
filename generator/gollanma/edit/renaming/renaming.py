"""All that a new name changes: words in files, places of files, the list of retired addresses."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from gollanma.edit.mending.case import Edit
from gollanma.edit.renaming.refused import Refused, refused
from gollanma.edit.renaming.retiring import entries, retiring
from gollanma.edit.renaming.target import Named, named, obstacle
from gollanma.edit.renaming.written import Name, edits_of, edits_of_page, edits_of_places
from gollanma.model import Library, Ref
from gollanma.model.kinds import Act
from gollanma.model.state import FOLDER, RELEASED, RETIRED
from gollanma.source import Document

COPIES = f"{FOLDER}/released/"
PER_RECORD = ("reviewed", "translated")


@dataclass(frozen=True, slots=True)
class Renamed:
    """What is to be written."""

    old: str
    new: str
    edits: Mapping[str, tuple[Edit, ...]]
    """By the path that a file has now, in the order of the file."""
    moved: Mapping[str, str]
    """From the path that a file has now to the one that it is to have."""
    texts: Mapping[str, str]
    """What the files say now; of one that is not there yet, nothing."""
    retired: tuple[str, ...]
    """The addresses that were written into the list of retired ones."""

    @property
    def files(self) -> Mapping[str, str]:
        """What the files will say, by the paths that they will have."""
        paths = {*self.edits, *self.moved}
        return {self.moved.get(path, path): self._after(path) for path in sorted(paths)}

    def _after(self, path: str) -> str:
        text = self.texts[path]
        for edit in reversed(self.edits.get(path, ())):
            text = f"{text[: edit.start]}{edit.text}{text[edit.end :]}"
        return text


def rename(library: Library, ref: Ref, new: str, pages: Mapping[str, str]) -> Renamed | Refused:
    """Give what it takes that a record, or a place in one, is called otherwise; or why it is not.

    `new` is a slug, or a whole reference that differs in nothing else. `pages` are those written by
    hand, by their paths. Released copies keep every word; they go where the record goes.
    """
    wanted = named(library, ref)
    if isinstance(wanted, Refused):
        return wanted
    wanted = replace(wanted, new=_bare(wanted, new))
    files = dict(_files(library))
    unread = next((path for path, (_, each) in files.items() if each.root is None), None)
    why = refused("unread", path=unread) if unread else obstacle(library, wanted)
    if why:
        return why
    made = _plan(library, wanted, files, pages)
    held = _withdrawn(
        library, [wanted.key, *(files[path][0] for path in made.edits if path in files)]
    )
    return refused("withdrawn", value=held) if held else made


def _withdrawn(library: Library, changed: Iterable[str]) -> str | None:
    """Give a record that changes while it is withdrawn: it would pass for mended."""
    withdrawn = {each.ref.record for each in library.state.recalls}
    return next((key for key in changed if key.partition("@")[0] in withdrawn), None)


def _bare(wanted: Named, new: str) -> str:
    """Give the new name alone, where a whole reference was given."""
    whole = f"{wanted.key}#" if wanted.fragment else f"{wanted.key.partition('/')[0]}/"
    return new.removeprefix(whole).removeprefix("#").removeprefix(wanted.prefix)


def _files(library: Library) -> Iterator[tuple[str, tuple[str, Document]]]:
    """Yield every file of a project by its path, with the key of its record."""
    for key, document in library.documents.items():
        yield from ((each.path, (key, each)) for each in document.files)
    for path, document in library.state.files.items():
        yield path, ("", document)
    if library.project_file:
        yield library.project_file.path, ("", library.project_file)


def _plan(
    library: Library,
    wanted: Named,
    files: Mapping[str, tuple[str, Document]],
    pages: Mapping[str, str],
) -> Renamed:
    name = Name(wanted, library.records[wanted.key].version)
    edits: dict[str, list[Edit]] = {}
    for path, (key, document) in files.items():
        if not path.startswith(COPIES):
            edits[path] = [*edits_of(name, document, key, keys=path == RELEASED)]
    for folder in PER_RECORD if wanted.fragment else ():
        path = f"{FOLDER}/{folder}/{wanted.key}.yml"
        if path in files:
            edits[path] += edits_of_places(name, files[path][1])
    edits |= {path: [*edits_of_page(name, text)] for path, text in pages.items()}
    gone = tuple(entries(library, wanted))
    for old, new in gone:
        edits.setdefault(RETIRED, []).append(retiring(library, old, new))
    return Renamed(
        wanted.address,
        wanted.renamed,
        {path: tuple(sorted(set(those))) for path, those in sorted(edits.items()) if those},
        {} if wanted.fragment else dict(_moves(library, wanted, files)),
        {RETIRED: "", **{path: each.text for path, (_, each) in files.items()}, **pages},
        tuple(old for old, _ in gone),
    )


def _moves(library: Library, wanted: Named, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield where files go that are called as the record, or stand in a folder that is."""
    folders = [f"{COPIES}{wanted.key}/"]
    files = [f"{FOLDER}/{each}/{wanted.key}.yml" for each in PER_RECORD]
    here = library.documents[wanted.key].path
    if isinstance(library.records[wanted.key], Act):
        folders.append(f"{PurePosixPath(here).parent}/")
    else:
        files.append(here)
    for path in paths:
        if path in files:
            yield path, f"{PurePosixPath(path).parent}/{wanted.new}.yml"
        for folder in folders:
            if path.startswith(folder):
                above = PurePosixPath(folder).parent
                yield path, f"{above}/{wanted.new}/{path.removeprefix(folder)}"
