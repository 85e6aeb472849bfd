"""A new name, as changes that an editor makes in its own buffers: all of them, or none."""

from collections.abc import Iterator

from lsprotocol import types

from gollanma.edit import Renamed
from gollanma.edit.mending import Edit
from gollanma.lsp.names import Meant
from gollanma.lsp.places import uri_of
from gollanma.lsp.positions import range_of
from gollanma.lsp.texts import Texts
from gollanma.model import Ref
from gollanma.source import Lines

Change = types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile


def part_at(meant: Meant, letters: str, index: int) -> tuple[Ref, int, int] | None:
    """Give what a cursor asks to rename, with its bounds: a record's slug, or the id of a place.

    `letters` are those of the reference, or the id itself where it stands as one.
    """
    ref, start = meant.ref, meant.start
    record, mark, _ = letters.partition("#")
    if not mark and "/" not in letters:
        return ref, start, meant.end
    if mark and index > start + len(record):
        return ref, start + len(record) + 1, meant.end
    slug = start + letters.find("/") + 1
    is_record = "/" in record
    return (Ref(ref.kind, ref.slug), slug, slug + len(ref.slug)) if is_record else None


def workspace_edit(made: Renamed, texts: Texts) -> types.WorkspaceEdit:
    """Give a new name as changes of files; a file moves after its words have changed."""
    return types.WorkspaceEdit(document_changes=[*_changes(made, texts)])


def touches_files(edit: types.WorkspaceEdit) -> bool:
    """Say whether files are made or moved, beside what is changed in them."""
    return any(not isinstance(each, types.TextDocumentEdit) for each in edit.document_changes or ())


def _changes(made: Renamed, texts: Texts) -> Iterator[Change]:
    for path, edits in made.edits.items():
        uri = uri_of(texts.root, path)
        if path not in texts.unsaved and not (texts.root / path).is_file():
            yield types.CreateFile(uri)
        yield types.TextDocumentEdit(
            types.OptionalVersionedTextDocumentIdentifier(uri),
            [*edits_in(Lines(path, made.texts[path]), edits)],
        )
    for old, new in sorted(made.moved.items()):
        yield types.RenameFile(uri_of(texts.root, old), uri_of(texts.root, new))


def edits_in(lines: Lines, edits: tuple[Edit, ...]) -> list[types.TextEdit]:
    """Give changes of a text in the places of an editor."""
    return [types.TextEdit(range_of(lines, each.start, each.end), each.text) for each in edits]
