"""Files of keys: the private one stays with its holder, the public one goes into the root."""

import unicodedata
from pathlib import Path

from gollanma.bundle import disk, sshsig
from gollanma.bundle.ed25519 import Private
from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys.root import OFFICE, Key

LEAST = 12
"""Signs of a passphrase."""
LONGEST = 4096
PUBLISHED = ("gollanma.yml", ".git")
"""What makes a folder one that is handed on with all that is in it."""
PRIVATE = 0o600


def write_new(path: Path, office: str, passphrase: bytes) -> Key:
    """Make a key and write it, the public one beside it with the ending `.pub`.

    Refuses with `inside` a place in the folder of a project or repository, with `there` one that is
    taken, with `short` a passphrase of fewer than twelve signs, with `office` what cannot be the
    name of one. Raises OSError where it cannot be written.
    """
    public = path.with_name(f"{path.name}.pub")
    name = unicodedata.normalize("NFC", office)
    if is_published(path):
        raise BundleError("inside", path.name)
    for each in (path, public):
        if each.exists():
            raise BundleError("there", each.name)
    if len(passphrase.decode("utf-8", "replace")) < LEAST:
        raise BundleError("short", path.name, least=LEAST)
    if not OFFICE.fullmatch(name):
        raise BundleError("office", path.name)
    private = Private.new()
    key = Key(sshsig.public_text(private.public), name)
    disk.write(path, private.written(passphrase), PRIVATE)
    disk.write(public, f"{key.public} {key.name}\n".encode())
    return key


def is_published(path: Path) -> bool:
    """Tell whether a file would stand in the folder of a project or of a repository."""
    folders = path.resolve().parents
    return any((folder / each).exists() for folder in folders for each in PUBLISHED)


def read_public(path: Path) -> Key:
    """Read a public key with the name of its office; refuses what is none with `key`."""
    with path.open("rb") as file:
        text = file.read(LONGEST).decode("utf-8", "replace").strip()
    kind, _, rest = text.partition(" ")
    blob, _, name = rest.partition(" ")
    key = Key(f"{kind} {blob}", unicodedata.normalize("NFC", name.strip() or path.stem))
    if sshsig.public_bytes(key.public) is None or not OFFICE.fullmatch(key.name):
        raise BundleError("key", path.name)
    return key
