"""Where patches and the copies that they renew lie."""

from collections.abc import Iterator
from pathlib import Path

from gollanma.bundle.errors import BundleError
from gollanma.bundle.install import PREVIOUS
from gollanma.bundle.manifest import NAME
from gollanma.bundle.opened import Opened, open_bundle
from gollanma.bundle.patch.form import ENDING, Header

COPIES = (".zip", ".html")


def name_of(new: Path, header: Header) -> str:
    """Give what a patch is called: after the file of the new version, then from where to where."""
    stem = new.name if new.is_dir() else new.stem
    return f"{stem}-{header.before.version}-{header.after.version}{ENDING}"


def earlier(since: Path, new: Path) -> Opened | None:
    """Open the version before of a bundle: this one itself, or of the same name in this folder.

    None where the folder holds none. Refuses, and raises OSError, as `open_bundle` does.
    """
    if since.is_dir() and not (since / NAME).is_file():
        since = since / new.name
        if not since.exists():
            return None
    return open_bundle(since, only_listed=True)


def copies_for(patch: Path, header: Header) -> Iterator[Path]:
    """Yield the copies beside a patch which it renews, or which it has renewed."""
    for path in sorted(patch.parent.iterdir()):
        is_copy = (path / NAME).is_file() if path.is_dir() else path.suffix in COPIES
        if is_copy and not _is_kept(path) and _is_for(path, header):
            yield path


def _is_kept(path: Path) -> bool:
    return path.name.startswith(".") or PREVIOUS in path.name.split(".")


def _is_for(path: Path, header: Header) -> bool:
    try:
        here = open_bundle(path, only_listed=True).manifest
    except (BundleError, OSError):
        return False
    is_same = (here.bundle, here.form, here.languages) == (
        header.bundle, header.form, header.languages,
    )  # fmt: skip
    return is_same and here.version in {header.before.version, header.after.version}
