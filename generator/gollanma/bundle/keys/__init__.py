"""Keys: who may sign a bundle, and how that is known on a stick far from any network."""

from gollanma.bundle.keys.chain import chain_files, chain_of
from gollanma.bundle.keys.ring import Ring
from gollanma.bundle.keys.root import Key, Revoked, Role, Root, allowed_signers
from gollanma.bundle.keys.trust import Signed, Trust

__all__ = [
    "Key",
    "Revoked",
    "Ring",
    "Role",
    "Root",
    "Signed",
    "Trust",
    "allowed_signers",
    "chain_files",
    "chain_of",
]
