"""Where patches and the copies that they renew lie."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gollanma.bundle import disk
from gollanma.bundle.errors import BundleError
from gollanma.bundle.install import PREVIOUS
from gollanma.bundle.keys import Ring
from gollanma.bundle.lists import NAME
from gollanma.bundle.manifest import Manifest
from gollanma.bundle.opened import FOLDER, ONEFILE, open_bundle
from gollanma.bundle.patch.form import ENDING, Header, Patch
from gollanma.bundle.patch.renewing import patch_between

COPIES = (".zip", ".html")


@dataclass(frozen=True, slots=True)
class Before:
    """The copies that were handed out before, one for each bundle that a new one follows."""

    copies: tuple[tuple[Manifest, Path], ...] = ()

    @classmethod
    def at(cls, place: Path) -> "Before":
        """Give the copy at a place, or those in a folder of copies.

        Refuses, and raises OSError, as `open_bundle` does; in a folder of copies, what is none is
        passed over.
        """
        if place.is_file() or (place / NAME).is_file():
            return cls(((open_bundle(place, only_listed=True).manifest, place),))
        return cls(tuple(_copies_in(place)))

    def of(
        self, bundle: str, form: str, languages: tuple[str, ...]
    ) -> tuple[Manifest, Path] | None:
        """Give the newest copy of a bundle with its place."""
        same = [
            each
            for each in self.copies
            if (each[0].bundle, each[0].form, each[0].languages) == (bundle, form, languages)
        ]
        return max(same, key=lambda each: each[0].version, default=None)

    def previous(self, bundle: str, languages: tuple[str, ...]) -> str | None:
        """Give the hash by which the next version of a folder names the newest copy of it."""
        found = self.of(bundle, FOLDER, languages)
        return found[0].sha256 if found else None

    def previous_files(self, bundle: str, languages: tuple[str, ...]) -> dict[str, str]:
        """Give the same for the one file of each language that has an older one."""
        found = {each: self.of(bundle, ONEFILE, (each,)) for each in languages}
        return {lang: each[0].sha256 for lang, each in found.items() if each}


def write_patch(old: Path, new: Path, folder: Path, ring: Ring | None = None) -> tuple[Path, Patch]:
    """Write the patch that leads from one copy to a newer one into a folder, and give it."""
    patch = patch_between(
        open_bundle(old, only_listed=True), open_bundle(new, only_listed=True), ring
    )
    place = folder / name_of(new, patch.header)
    disk.put(place, patch.written())
    return place, patch


def name_of(new: Path, header: Header) -> str:
    """Give what a patch is called: after the file of the new version, then from where to where."""
    stem = new.name if new.is_dir() else new.stem
    return f"{stem}-{header.before.version}-{header.after.version}{ENDING}"


def copies_for(patch: Path, header: Header) -> Iterator[Path]:
    """Yield the copies beside a patch which it renews, or which it has renewed."""
    wanted = header.bundle, header.form, header.languages
    for here, path in _copies_in(patch.parent):
        if (here.bundle, here.form, here.languages) == wanted and here.version in {
            header.before.version,
            header.after.version,
        }:
            yield path


def _copies_in(folder: Path) -> Iterator[tuple[Manifest, Path]]:
    for path in sorted(folder.iterdir()):
        is_copy = (path / NAME).is_file() if path.is_dir() else path.suffix in COPIES
        if not is_copy or path.name.startswith(".") or PREVIOUS in path.name.split("."):
            continue
        try:
            yield open_bundle(path, only_listed=True).manifest, path
        except (BundleError, OSError):
            continue
