"""A root: whose keys count, for what, and how many of them it takes. A person can read the file.

Each root is signed by enough keys of the root before it and by enough of its own; so who holds
one root can follow to the newest, as in The Update Framework (theupdateframework.github.io,
"Update the root role").
"""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from gollanma.bundle import canonical, sshsig
from gollanma.bundle.canonical import Fields

SCHEMA = 1
LONGEST = 64 * 1024
ROOT, BUNDLE, RECALL = "root", "bundle", "recall"
NAMESPACES = {
    ROOT: ("gollanma-root",),
    BUNDLE: ("gollanma-bundle", "gollanma-patch"),
    RECALL: ("gollanma-recall",),
}
"""What the keys of each role may sign; a signature for one namespace is none for another."""
ROLES = tuple(NAMESPACES)
KEYID = re.compile(r"[0-9a-f]{16}")
OFFICE = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]{1,80}")
REASON = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]{1,200}")
MOST_KEYS = 20


@dataclass(frozen=True, slots=True)
class Key:
    """A public key and the office that holds it."""

    public: str
    name: str

    @property
    def keyid(self) -> str:
        """The short name of the key."""
        return sshsig.keyid(self.public)


@dataclass(frozen=True, slots=True)
class Role:
    """Which keys sign something, and how many of them it takes."""

    keys: tuple[str, ...]
    threshold: int


@dataclass(frozen=True, slots=True)
class Revoked:
    """A key that counts no more."""

    key: str
    since: date
    reason: str


@dataclass(frozen=True, slots=True)
class Root:
    """Whose keys count, from one root to the next."""

    number: int
    """1 for the first one."""
    made: date
    expires: date
    keys: Mapping[str, Key]
    """By their short names."""
    roles: Mapping[str, Role]
    revoked: tuple[Revoked, ...] = ()

    @classmethod
    def read(cls, data: bytes, name: str) -> "Root":
        """Read the bytes of a root; refuses all but the canonical ones, naming the file.

        Codes: `too-large`, `json`, `canonical`, `newer`, `field` with its place.
        """
        found = canonical.fields(data, name, SCHEMA, LONGEST)
        found.only("schema", "root", "made", "expires", "keys", "roles", "revoked")
        roles = found.fields("roles")
        roles.only(*ROLES)
        root = cls(
            number=found.integer("root", 1),
            made=found.day("made"),
            expires=found.day("expires"),
            keys={keyid: _key(each) for keyid, each in found.fields("keys").entries()},
            roles={role: _role(each) for role, each in roles.entries()},
            revoked=tuple(_revoked(each) for each in found.rows("revoked")),
        )
        fault = fault_of(root)
        if fault is not None:
            raise found.refused(fault)
        return root

    def written(self) -> bytes:
        """Give the canonical bytes, which are what is signed."""
        return canonical.written(
            {
                "schema": SCHEMA,
                "root": self.number,
                "made": self.made.isoformat(),
                "expires": self.expires.isoformat(),
                "keys": {
                    keyid: {"public": each.public, "name": each.name}
                    for keyid, each in self.keys.items()
                },
                "roles": {
                    name: {"keys": sorted(each.keys), "threshold": each.threshold}
                    for name, each in self.roles.items()
                },
                "revoked": [
                    {"key": each.key, "since": each.since.isoformat(), "reason": each.reason}
                    for each in sorted(self.revoked, key=lambda revoked: revoked.key)
                ],
            }
        )


def fault_of(root: Root) -> str | None:
    """Give the field that contradicts another one, or None."""
    revoked = [each.key for each in root.revoked]
    if root.expires <= root.made:
        return "expires"
    if not 0 < len(root.keys) <= MOST_KEYS or any(
        keyid != each.keyid for keyid, each in root.keys.items()
    ):
        return "keys"
    if revoked != sorted(set(revoked)):
        return "revoked"
    return next(_faults_of_roles(root, root.keys.keys() - set(revoked)), None)


def _faults_of_roles(root: Root, standing: AbstractSet[str]) -> Iterator[str]:
    for name, role in root.roles.items():
        if not standing >= set(role.keys):
            yield f"roles.{name}.keys"
        if not 1 <= role.threshold <= len(role.keys):
            yield f"roles.{name}.threshold"


def allowed_signers(root: Root) -> bytes:
    """Give the file by which `ssh-keygen -Y verify` knows the keys of a root."""
    lines = (_allowed(keyid, root) for keyid in sorted(root.keys))
    return "".join(lines).encode("ascii")


def _allowed(keyid: str, root: Root) -> str:
    roles = (role for role in ROLES if keyid in root.roles[role].keys)
    spaces = ",".join(space for role in roles for space in NAMESPACES[role])
    return f'{keyid} namespaces="{spaces}" {root.keys[keyid].public}\n' if spaces else ""


def _key(row: Fields) -> Key:
    row.only("public", "name")
    public = row.text("public", sshsig.PUBLIC)
    if sshsig.public_bytes(public) is None:
        raise row.refused("public")
    return Key(public, row.text("name", OFFICE))


def _role(row: Fields) -> Role:
    row.only("keys", "threshold")
    return Role(row.texts("keys", KEYID), row.integer("threshold", 1))


def _revoked(row: Fields) -> Revoked:
    row.only("key", "since", "reason")
    return Revoked(row.text("key", KEYID), row.day("since"), row.text("reason", REASON))
