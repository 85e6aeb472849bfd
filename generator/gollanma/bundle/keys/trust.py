"""Trust: a chain of roots, each vouching for the next, and whom the newest of them lets sign."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gollanma.bundle import sshsig
from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys.root import BUNDLE, NAMESPACES, ROLES, ROOT, Root
from gollanma.bundle.lists import ROOTS, SIGNATURES, hashed

ROLE_OF = {space: role for role in ROLES for space in NAMESPACES[role]}
(ROOT_SPACE,) = NAMESPACES[ROOT]
BUNDLE_SPACE, PATCH_SPACE = NAMESPACES[BUNDLE]


@dataclass(frozen=True, slots=True)
class Signed:
    """Bytes of a root with the signatures over them."""

    data: bytes
    signatures: Mapping[str, str]
    """The armour by the key's short name."""


@dataclass(frozen=True, slots=True)
class Trust:
    """Roots from the first to the newest, each proven by the one before it."""

    chain: tuple[Signed, ...]
    roots: tuple[Root, ...]

    @classmethod
    def following(cls, chain: Sequence[Signed]) -> "Trust":
        """Follow a chain from its root 1; refuses at the first link that does not hold.

        That the first root is the right one, only its fingerprint tells. Codes: `no-root`,
        `root-gap` where a root is missing, `root-signatures` where they are too few,
        `bad-signature` for one that is of no key of either root, `returned` where a revoked key
        comes back, and those of `Root.read`.
        """
        if not chain:
            raise BundleError("no-root")
        trust = cls((), ())
        for each in chain:
            trust = trust.followed_by(each)
        return trust

    def followed_by(self, signed: Signed) -> "Trust":
        """Give the trust with one more root, signed by enough keys of the last and of its own."""
        number = len(self.roots) + 1
        name = root_path(number)
        root = Root.read(signed.data, name)
        if root.number != number:
            raise BundleError("root-gap", name)
        counted = _signers_of_root((*self.roots[-1:], root), signed, name)
        for keyid in sorted(signed.signatures.keys() - counted):
            raise BundleError("bad-signature", signature_path(keyid, number))
        if self.roots and not _revoked(self.roots[-1]) <= _revoked(root):
            raise BundleError("returned", name)
        return Trust((*self.chain, signed), (*self.roots, root))

    @property
    def root(self) -> Root:
        """The newest root."""
        return self.roots[-1]

    def signers(self, namespace: str, message: bytes, signatures: Mapping[str, str]) -> set[str]:
        """Give the keys that the newest root lets sign this and that did, by their short names."""
        return signers(self.root, namespace, message, signatures)

    def require(
        self, namespace: str, message: bytes, signatures: Mapping[str, str], name: str = ""
    ) -> set[str]:
        """Give the signers; refuses where they are too few: code `signatures`."""
        found = self.signers(namespace, message, signatures)
        enough = self.root.roles[ROLE_OF[namespace]].threshold
        if len(found) < enough:
            raise BundleError("signatures", name, n=len(found), enough=enough)
        return found

    def fingerprints(self) -> tuple[str, ...]:
        """Give the SHA-256 of each root, the first one first."""
        return tuple(hashed(each.data) for each in self.chain)


def signers(root: Root, namespace: str, message: bytes, signatures: Mapping[str, str]) -> set[str]:
    """Give the keys that a root lets sign a namespace and that signed the message."""
    allowed = root.roles[ROLE_OF[namespace]].keys
    return {
        keyid
        for keyid in allowed
        if keyid in signatures
        and sshsig.check(root.keys[keyid].public, namespace, message, signatures[keyid])
    }


def _signers_of_root(judges: Iterable[Root], signed: Signed, name: str) -> set[str]:
    """Give the keys that signed a root, enough by each of the judges."""
    counted: set[str] = set()
    for judge in judges:
        found = signers(judge, ROOT_SPACE, signed.data, signed.signatures)
        enough = judge.roles[ROOT].threshold
        if len(found) < enough:
            raise BundleError("root-signatures", name, n=len(found), enough=enough)
        counted |= found
    return counted


def root_path(number: int) -> str:
    """Give the place of a root in a bundle."""
    return f"{ROOTS}{number}.json"


def signature_path(keyid: str, number: int | None = None) -> str:
    """Give the place of a signature in a bundle: over a root, or over the manifest."""
    return f"{SIGNATURES}{keyid}.sig" if number is None else f"{ROOTS}{number}.{keyid}.sig"


def _revoked(root: Root) -> set[str]:
    return {each.key for each in root.revoked}
