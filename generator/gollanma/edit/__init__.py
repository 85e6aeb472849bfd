"""Writing to the project: new records, and releases. Bytes outside a change stay as they are."""

from gollanma.edit.addresses import addresses
from gollanma.edit.normal import normal
from gollanma.edit.release import Refused, Release, release
from gollanma.edit.review import Reviewed, review
from gollanma.edit.skeleton import skeleton

__all__ = ["Refused", "Release", "Reviewed", "addresses", "normal", "release", "review", "skeleton"]
