"""Ed25519 (RFC 8032) by the library `cryptography`; alone in knowing it.

It is an extra of the package: reading a handbook needs no signatures, making and checking bundles
does. Every function raises MissingLibraryError where it is not installed.
"""

from importlib.util import find_spec

from gollanma.bundle.errors import BundleError, MissingLibraryError

if find_spec("cryptography") is not None:
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

PUBLIC_SIZE = 32
SIGNATURE_SIZE = 64


class Private:
    """A private key in memory; what it prints of itself gives nothing away."""

    __slots__ = ("_key",)

    def __init__(self, key: "Ed25519PrivateKey") -> None:
        self._key = key

    @classmethod
    def new(cls) -> "Private":
        """Make a key of the system's randomness."""
        _need()
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def of(cls, seed: bytes) -> "Private":
        """Give the key of a seed of 32 bytes."""
        _need()
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    @classmethod
    def read(cls, data: bytes, passphrase: bytes | None, name: str) -> "Private":
        """Read a private key as OpenSSH writes it; `name` is the file that a refusal names.

        Codes: `passphrase` where it is missing or another one, `key` where it is no Ed25519 key.
        """
        _need()
        try:
            key = serialization.load_ssh_private_key(data, passphrase)
        except (ValueError, TypeError) as error:
            raise BundleError(_reason(error), name) from None
        except UnsupportedAlgorithm:
            raise BundleError("key", name) from None
        if not isinstance(key, Ed25519PrivateKey):
            raise BundleError("key", name)
        return cls(key)

    def written(self, passphrase: bytes) -> bytes:
        """Give the key as OpenSSH writes it, locked by a passphrase."""
        return self._key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.OpenSSH,
            serialization.BestAvailableEncryption(passphrase),
        )

    @property
    def public(self) -> bytes:
        """The 32 bytes of the public key."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Give the 64 bytes of the signature; the same key and message give the same."""
        return self._key.sign(message)


def check(public: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether a signature is one of this key over this message."""
    _need()
    if len(public) != PUBLIC_SIZE or len(signature) != SIGNATURE_SIZE:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _need() -> None:
    if find_spec("cryptography") is None:
        raise MissingLibraryError


def _reason(error: Exception) -> str:
    """Tell a wrong passphrase from what is no key; the library says so in words alone."""
    of_passphrase = any(word in str(error) for word in ("password", "checksum"))
    return "passphrase" if of_passphrase else "key"
