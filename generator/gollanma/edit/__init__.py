"""Writing to the project: new records, and releases. Bytes outside a change stay as they are."""

from gollanma.edit.addresses import addresses
from gollanma.edit.normal import normal
from gollanma.edit.release import Refused, Release, release
from gollanma.edit.skeleton import skeleton

__all__ = ["Refused", "Release", "addresses", "normal", "release", "skeleton"]
