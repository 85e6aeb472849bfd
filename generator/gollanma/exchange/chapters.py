"""The files of an edition: one, or a folder with one for each chapter where it is long."""

from collections.abc import Mapping, Sequence

from gollanma.exchange.records import as_yaml, entries_as_yaml, modeline, part_as_yaml
from gollanma.model.kinds import Edition
from gollanma.model.places import HEAD, file_of
from gollanma.model.schema import CHAPTER
from gollanma.model.schema import HEAD as HEAD_SCHEMA
from gollanma.source import Document

LONG = 250_000
"""Bytes from which a file is a burden to whoever edits it; a code in three languages has more."""


def edition_files(
    edition: Edition,
    key: str,
    languages: Sequence[str],
    there: Document | None = None,
    most: int = LONG,
) -> Mapping[str, str]:
    """Give the texts of the files of an edition by their paths.

    `there` is what the library has of it: a folder stays one, however short the text has become.
    More bytes than `most` stand in a folder.
    """
    path = file_of(key)
    whole = as_yaml(edition, path, languages)
    if not (there and there.parts) and len(whole.encode()) <= most:
        return {path: whole}
    folder = path.removesuffix(".yml")
    return {
        f"{folder}/{HEAD}.yml": _head(edition, f"{folder}/{HEAD}.yml", languages),
        **{
            f"{folder}/{each.id}.yml": modeline(f"{folder}/{each.id}.yml", CHAPTER)
            + part_as_yaml(each, languages)
            for each in edition.body
        },
    }


def _head(edition: Edition, path: str, languages: Sequence[str]) -> str:
    bare = edition.model_copy(update={"body": ()})
    names = entries_as_yaml("body", [each.id for each in edition.body])
    return modeline(path, HEAD_SCHEMA) + part_as_yaml(bare, languages) + names


def left_over(there: Document | None, files: Mapping[str, str]) -> tuple[str, ...]:
    """Give the files of an edition that its new files do not take the place of."""
    return tuple(each.path for each in there.files if each.path not in files) if there else ()
