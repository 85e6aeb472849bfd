"""The files of a project, as an editor names them."""

from pathlib import Path, PurePosixPath

from pygls.uris import from_fs_path, to_fs_path


def path_of(root: Path, uri: str) -> str | None:
    """Give the path of a file within the project; None where it stands outside."""
    place = to_fs_path(uri)
    if place is None:
        return None
    full = Path(place)
    for start, end in ((root, full), (root.resolve(), full.resolve())):
        if end.is_relative_to(start):
            return PurePosixPath(*end.relative_to(start).parts).as_posix()
    return None


def uri_of(root: Path, path: str) -> str:
    """Give the address of a file of the project."""
    return from_fs_path(str(root.resolve() / path)) or path
