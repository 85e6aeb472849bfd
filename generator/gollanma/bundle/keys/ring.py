"""A ring of private keys, opened for the time of a signing. They come from outside the project."""

from collections.abc import Callable, Iterable
from pathlib import Path

from gollanma.bundle import sshsig
from gollanma.bundle.ed25519 import Private
from gollanma.bundle.errors import BundleError

LONGEST = 64 * 1024
Ask = Callable[[Path], bytes]
"""Gives the passphrase of a key's file."""


class Ring:
    """Private keys that were opened."""

    def __init__(self, keys: Iterable[Private]) -> None:
        self._keys = {sshsig.keyid(sshsig.public_text(each.public)): each for each in keys}

    @classmethod
    def opened(cls, paths: Iterable[Path], ask: Ask) -> "Ring":
        """Open the files of some keys; asks for a passphrase only where one is needed.

        Raises BundleError `passphrase` or `key` with the file's name, OSError where it cannot be
        read.
        """
        return cls(_opened(path, ask) for path in paths)

    @property
    def publics(self) -> dict[str, str]:
        """The public keys by their short names."""
        return {keyid: sshsig.public_text(each.public) for keyid, each in self._keys.items()}

    def sign(self, namespace: str, message: bytes) -> dict[str, str]:
        """Give the armoured signature of each key, by its short name."""
        return {
            keyid: sshsig.sign(self._keys[keyid], namespace, message)
            for keyid in sorted(self._keys)
        }


def _opened(path: Path, ask: Ask) -> Private:
    with path.open("rb") as file:
        data = file.read(LONGEST)
    try:
        return Private.read(data, None, path.name)
    except BundleError as error:
        if error.code != "passphrase":
            raise
    return Private.read(data, ask(path), path.name)
