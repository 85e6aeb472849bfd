"""The roots of a project: committed, for whoever makes bundles carries them along.

A root that was made and lacks signatures is pending: it stands in its file, so that people can read
and sign it, and counts for nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys.chain import ROOT_SIGNATURE, chain_of
from gollanma.bundle.keys.root import LONGEST, Root
from gollanma.bundle.keys.trust import Signed, Trust, root_path
from gollanma.bundle.lists import ROOTS
from gollanma.model.state import FOLDER as STATE

FOLDER = f"{STATE}/{ROOTS.rstrip('/')}"
"""Of a project, under its folder."""


@dataclass(frozen=True, slots=True)
class Store:
    """What stands in the folder of roots."""

    trust: Trust | None
    """The roots that hold; absent where there is none yet."""
    pending: Root | None
    """A root that waits for signatures."""
    waiting: Signed | None
    """Its bytes, and the signatures it has."""


def read(project: Path) -> Store:
    """Read the roots of a project; refuses what does not follow, unless it only lacks signatures.

    Refuses with the codes of `Trust.following`. Raises OSError where a file cannot be read.
    """
    files = dict(_files(project / FOLDER))
    chain = chain_of(files)
    if not chain:
        return Store(None, None, None)
    try:
        return Store(Trust.following(chain), None, None)
    except BundleError as error:
        name = root_path(len(chain))
        if error.code != "root-signatures" or error.name != name:
            raise
    known = Trust.following(chain[:-1]) if chain[1:] else None
    return Store(known, Root.read(chain[-1].data, name), chain[-1])


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    if not folder.is_dir():
        return
    for place in sorted(folder.iterdir()):
        path = f"{ROOTS}{place.name}"
        if place.suffix == ".json" or ROOT_SIGNATURE.fullmatch(path):
            with place.open("rb") as file:
                yield path, file.read(LONGEST + 1)
