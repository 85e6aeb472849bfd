"""Giving a record or a place in it another name, with every reference that leads there.

Only the letters of the name are replaced; the old name is kept where somebody may still follow it.
"""

from gollanma.edit.renaming.refused import Refused
from gollanma.edit.renaming.renaming import Renamed, rename
from gollanma.edit.renaming.written import BY_ID

__all__ = ["BY_ID", "Refused", "Renamed", "rename"]
