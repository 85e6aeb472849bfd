"""Writing to the project: new records, releases, mending, new names. All other bytes stay."""

from gollanma.edit.addresses import addresses
from gollanma.edit.beginning import beginning, first_pages
from gollanma.edit.guide import Field, Guide, guide, kinds
from gollanma.edit.mending import MENDABLE, MENDERS, mended
from gollanma.edit.normal import normal
from gollanma.edit.release import Refused, Release, release
from gollanma.edit.renaming import Renamed, rename
from gollanma.edit.review import Reviewed, review, translated
from gollanma.edit.skeleton import skeleton

__all__ = [
    "MENDABLE",
    "MENDERS",
    "Field",
    "Guide",
    "Refused",
    "Release",
    "Renamed",
    "Reviewed",
    "addresses",
    "beginning",
    "first_pages",
    "guide",
    "kinds",
    "mended",
    "normal",
    "release",
    "rename",
    "review",
    "skeleton",
    "translated",
]
