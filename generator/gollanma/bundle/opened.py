"""A bundle as it was handed over, taken apart: zip, unpacked folder or one file. Not yet believed.

Whatever is wrong with the outer form is refused here, before anything of it is used; whether the
bundle is genuine, `verify` says.
"""

import os
import re
import stat
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from gollanma.bundle import names, trailer, unzip
from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys.chain import ROOT, ROOT_SIGNATURE, armour_of, chain_of
from gollanma.bundle.keys.trust import Trust, root_path
from gollanma.bundle.lists import NAME, SIGNATURES, File
from gollanma.bundle.manifest import ONE_FILE, Manifest
from gollanma.bundle.unzip import LIMITS, Limits
from gollanma.bundle.zips import Stored

ZIP, FOLDER, ONEFILE = "zip", "folder", "onefile"
SIGNATURE = re.compile(rf"{SIGNATURES}(?P<keyid>[0-9a-f]{{16}})\.sig")
BEGINNING_OF_ZIP = b"PK"
"""Of every archive that holds something, and of the end of one that holds nothing."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle taken apart."""

    kind: str
    """`zip`, `folder` or `onefile`."""
    files: Mapping[str, bytes]
    """All files by their paths, with manifest, signatures and roots; of one file, only its body."""
    manifest: Manifest
    manifest_bytes: bytes
    signatures: Mapping[str, str]
    """Over the manifest: the armour by the key's short name."""
    trust: Trust | None
    """The chain of its roots, each proven by the one before; absent where it has none."""
    listed: tuple[File, ...]
    """All files that the manifest lists, by itself or by lists that are as it means them."""
    strays: tuple[str, ...] = ()
    """Files whose names no bundle has; their content was not read."""
    path: Path | None = None
    entries: Mapping[str, Stored] = field(default_factory=dict)
    """Of a zip: its entries as they stand."""
    data: bytes = b""
    """Of one file: all its bytes."""

    @classmethod
    def of_files(
        cls, files: Mapping[str, bytes], kind: str = FOLDER, strays: tuple[str, ...] = ()
    ) -> "Opened":
        """Open the files of a bundle by their paths."""
        if NAME not in files:
            raise BundleError("no-manifest")
        manifest = Manifest.read(files[NAME])
        if manifest.form != FOLDER:
            raise BundleError("form", NAME)
        chain = chain_of(files)
        return cls(
            kind=kind,
            files=files,
            manifest=manifest,
            manifest_bytes=files[NAME],
            signatures=_signatures(files),
            trust=Trust.following(chain) if chain else None,
            listed=manifest.every(files),
            strays=strays,
        )

    @classmethod
    def of_onefile(cls, data: bytes) -> "Opened":
        """Open the bytes of the one-file form."""
        found = trailer.read(data)
        manifest = Manifest.read(found.manifest)
        if manifest.form != ONEFILE:
            raise BundleError("form", NAME)
        return cls(
            kind=ONEFILE,
            files={ONE_FILE: found.body},
            manifest=manifest,
            manifest_bytes=found.manifest,
            signatures=found.signatures,
            trust=Trust.following(found.chain) if found.chain else None,
            listed=manifest.files,
            data=data,
        )

    @property
    def lists(self) -> Iterator[File]:
        """The lists that the manifest names."""
        return (each for each in self.manifest.files if each.is_list)


def open_bundle(path: Path, limits: Limits = LIMITS, *, only_listed: bool = False) -> Opened:
    """Open a zip, an unpacked folder or a one-file handbook.

    With `only_listed`, files of a folder that belong to no bundle are passed over: Windows leaves
    some. Refuses with the codes of the readers; raises OSError where it cannot be read.
    """
    if path.is_dir():
        opened = _open_folder(path, limits, only_listed=only_listed)
    else:
        opened = _open_file(path, limits)
    return replace(opened, path=path)


def _open_file(path: Path, limits: Limits) -> Opened:
    with path.open("rb") as file:
        data = file.read(limits.archive + 1)
    if len(data) > limits.archive:
        raise BundleError("too-large", limit=limits.archive)
    if not data.startswith(BEGINNING_OF_ZIP):
        return Opened.of_onefile(data)
    entries = unzip.entries(data, limits)
    files = {name: unzip.inflated(name, each) for name, each in entries.items()}
    return replace(Opened.of_files(files, ZIP), entries=entries)


def _open_folder(folder: Path, limits: Limits, *, only_listed: bool) -> Opened:
    files, strays = _read_folder(folder, limits)
    if not only_listed:
        return Opened.of_files(files, FOLDER, strays)
    if NAME not in files:
        raise BundleError("no-manifest")
    listed = {each.path for each in Manifest.read(files[NAME]).every(files)}
    return Opened.of_files(
        {path: each for path, each in files.items() if path in listed or belongs(path, files)}
    )


def belongs(path: str, files: Container[str]) -> bool:
    """Tell whether a path is of the envelope: manifest, its signatures, roots and those over them.

    A signature over a root that is not there belongs to nothing.
    """
    over = ROOT_SIGNATURE.fullmatch(path)
    if over is not None:
        return root_path(int(over["number"])) in files
    return path == NAME or any(each.fullmatch(path) for each in (SIGNATURE, ROOT))


def _read_folder(folder: Path, limits: Limits) -> tuple[dict[str, bytes], tuple[str, ...]]:
    files: dict[str, bytes] = {}
    strays: list[str] = []
    left = limits.total
    for number, (path, place) in enumerate(_walk(folder, "")):
        if number >= limits.files:
            raise BundleError("many-files", limit=limits.files)
        if names.check(path) is not None:
            strays.append(path)
            continue
        with place.open("rb") as file:
            files[path] = file.read(min(left, limits.file) + 1)
        left -= len(files[path])
        if left < 0 or len(files[path]) > limits.file:
            raise BundleError("too-large", path, limit=limits.total)
    return files, tuple(strays)


def _walk(folder: Path, within: str) -> Iterator[tuple[str, Path]]:
    """Yield the files under a folder; refuses links and what is neither file nor folder.

    A folder deeper than any file of a bundle stands for all in it.
    """
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda each: each.name)
    for each in entries:
        path = f"{within}{each.name}"
        mode = each.stat(follow_symlinks=False).st_mode
        if stat.S_ISDIR(mode) and len(path) <= names.LONGEST:
            yield from _walk(Path(each.path), f"{path}/")
        elif stat.S_ISREG(mode) or stat.S_ISDIR(mode):
            yield path, Path(each.path)
        else:
            raise BundleError("link" if stat.S_ISLNK(mode) else "special", path)


def _signatures(files: Mapping[str, bytes]) -> dict[str, str]:
    return {
        found["keyid"]: armour_of(files[path])
        for path in files
        if (found := SIGNATURE.fullmatch(path))
    }
