"""The entry by which readers of an old address find the new one."""

from collections.abc import Iterator

from gollanma.edit.mending.case import Edit
from gollanma.edit.renaming.target import Named
from gollanma.model import Library
from gollanma.model.state import RETIRED
from gollanma.model.stems import stem_of
from gollanma.source import Mapping

HEAD = "# Where readers of an address that is no longer used should go.\nretired:\n"


def entries(library: Library, wanted: Named) -> Iterator[tuple[str, str]]:
    """Yield each old address that somebody may follow, with the one that takes its place."""
    stem = stem_of(library, wanted.key)
    versions = (each.partition("@")[0] for each in library.state.released)
    if f"{stem}.html" not in library.state.addresses and wanted.key not in versions:
        return
    if wanted.fragment:
        yield wanted.address, wanted.renamed
    elif stem != _stem_after(library, wanted):
        yield stem, wanted.renamed


def _stem_after(library: Library, wanted: Named) -> str:
    records = {key: each for key, each in library.records.items() if key != wanted.key}
    records[wanted.renamed] = library.records[wanted.key]
    return stem_of(library.having(records, library.withheld), wanted.renamed)


def retiring(library: Library, old: str, new: str) -> Edit:
    """Give what is added to the file of retired addresses; to the whole of it, where it is new."""
    document = library.state.files.get(RETIRED)
    entry = document.root.entries.get("retired") if document and document.root else None
    if document is None or entry is None:
        end = len(document.text) if document else 0
        return Edit(0, end, f"{HEAD}  {old}:\n    new: {new}\n")
    listed = entry.value
    keys = listed.entries.values() if isinstance(listed, Mapping) else ()
    if document.text[listed.start : listed.start + 1] == "{":
        comma = ", " if keys else ""
        return Edit(listed.start + 1, listed.start + 1, f"{old}: {{new: {new}}}{comma}")
    before = (document.text[: each.key.start].rpartition("\n")[2] for each in keys)
    indent = next(before, "  ")
    said = document.text[: listed.end].rstrip()
    at = len(said) + len(document.text[len(said) :].partition("\n")[0])
    return Edit(at, at, f"\n{indent}{old}:\n{indent}{indent}new: {new}")
