"""Signatures as OpenSSH makes and checks them (PROTOCOL.sshsig in its sources), by Ed25519.

A bundle signed so is checked on any PC with `ssh-keygen -Y verify`, by nobody's program. What is
signed is not the message alone but also what the signature is for: its namespace.
"""

import base64
import hashlib
import re
from collections.abc import Sequence

from gollanma.bundle import ed25519

MAGIC = b"SSHSIG"
ALGORITHM = b"ssh-ed25519"
HASH = b"sha512"
BEGIN, END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
WIDTH = 70
"""Letters in a line of the armour, as ssh-keygen breaks it."""
KEYID_DIGITS = 16
LONGEST = 4096
PUBLIC = re.compile(r"ssh-ed25519 (?P<blob>[A-Za-z0-9+/]{68})")


def sign(key: ed25519.Private, namespace: str, message: bytes) -> str:
    """Give the armoured signature, the same letters that `ssh-keygen -Y sign` writes."""
    return _armoured(_blob(key.public, namespace, key.sign(_signed(namespace, message))))


def armoured(public: str, namespace: str, signature: bytes) -> str:
    """Put the 64 bytes of a signature into the armour of its key and namespace.

    Raises ValueError for a text that is no public key.
    """
    raw = public_bytes(public)
    if raw is None:
        raise ValueError("this is no public key of Ed25519")
    return _armoured(_blob(raw, namespace, signature))


def signature_in(armour: str) -> bytes | None:
    """Give the 64 bytes that end an armour, where a signature must stand; nothing is checked."""
    blob = _read(armour)
    return blob[-ed25519.SIGNATURE_SIZE :] if len(blob) > ed25519.SIGNATURE_SIZE else None


def check(public: str, namespace: str, message: bytes, armour: str) -> bool:
    """Tell whether an armoured signature is of this key, for this namespace and message.

    Only the very letters that `sign` writes are accepted: nothing else can hide in a signature.
    """
    raw = public_bytes(public)
    signature = signature_in(armour)
    if raw is None or signature is None:
        return False
    if armoured(public, namespace, signature) != armour:
        return False
    return ed25519.check(raw, _signed(namespace, message), signature)


def public_text(public: bytes) -> str:
    """Give a public key as a line of OpenSSH begins: `ssh-ed25519 AAAA…`."""
    blob = base64.b64encode(_strings(ALGORITHM, public)).decode("ascii")
    return f"{ALGORITHM.decode()} {blob}"


def public_bytes(text: str) -> bytes | None:
    """Give the 32 bytes of a public key, or None where the text is not such a key."""
    found = PUBLIC.fullmatch(text)
    if found is None:
        return None
    blob = base64.b64decode(found["blob"])
    head = _strings(ALGORITHM) + ed25519.PUBLIC_SIZE.to_bytes(4, "big")
    raw = blob.removeprefix(head)
    return raw if len(raw) == ed25519.PUBLIC_SIZE and public_text(raw) == text else None


def keyid(public: str) -> str:
    """Give the short name of a public key: 16 hexadecimal digits of its SHA-256."""
    blob = base64.b64decode(public.split(" ")[1])
    return hashlib.sha256(blob).hexdigest()[:KEYID_DIGITS]


def public_in(armour: str) -> str | None:
    """Give the public key that a signature says it is of; None where it says none."""
    parts = _parts(armour)
    key = _split(parts[0]) if parts else ()
    return public_text(key[1]) if len(key) > 1 and len(key[1]) == ed25519.PUBLIC_SIZE else None


def namespace_of(armour: str) -> str | None:
    """Give what a signature says it is for, to explain a refusal; None where it is none."""
    parts = _parts(armour)
    return parts[1].decode("ascii", "backslashreplace") if len(parts) > 1 else None


def _signed(namespace: str, message: bytes) -> bytes:
    digest = hashlib.sha512(message).digest()
    return MAGIC + _strings(namespace.encode(), b"", HASH, digest)


def _blob(public: bytes, namespace: str, signature: bytes) -> bytes:
    """Write a signature as PROTOCOL.sshsig says, version 1."""
    fields = (
        _strings(ALGORITHM, public),
        namespace.encode(),
        b"",
        HASH,
        _strings(ALGORITHM, signature),
    )
    return MAGIC + (1).to_bytes(4, "big") + _strings(*fields)


def _armoured(blob: bytes) -> str:
    text = base64.b64encode(blob).decode("ascii")
    lines = [text[at : at + WIDTH] for at in range(0, len(text), WIDTH)]
    return "\n".join((BEGIN, *lines, END, ""))


def _read(armour: str) -> bytes:
    """Give the bytes of an armour; none where it is not one."""
    lines = armour.split("\n")
    if len(armour) > LONGEST or lines[0] != BEGIN or lines[-2:] != [END, ""]:
        return b""
    try:
        return base64.b64decode("".join(lines[1:-2]), validate=True)
    except ValueError:
        return b""


def _parts(armour: str) -> Sequence[bytes]:
    """Give the strings of a signature: key, namespace, and so on."""
    blob = _read(armour)
    return _split(blob[len(MAGIC) + 4 :]) if blob.startswith(MAGIC) else ()


def _strings(*parts: bytes) -> bytes:
    """Write strings as the wire format of SSH does: each after its length (RFC 4251, 5)."""
    return b"".join(len(each).to_bytes(4, "big") + each for each in parts)


def _split(data: bytes) -> Sequence[bytes]:
    """Read strings back as far as they go."""
    found = []
    while len(data) >= 4:  # noqa: PLR2004 - the bytes of a length
        end = 4 + int.from_bytes(data[:4], "big")
        found.append(data[4:end])
        data = data[end:]
    return found
