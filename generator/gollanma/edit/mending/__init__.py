"""Mending what was found, wherever there is one right answer; the rest is for its author to decide.

A mender replaces the very piece of a file at which a finding stands. What it writes is read again
before it is kept: a change that would break the file is left to the author.
"""

from gollanma.edit.mending.case import Edit
from gollanma.edit.mending.files import answer, mended
from gollanma.edit.mending.menders import MENDABLE, MENDERS

__all__ = ["MENDABLE", "MENDERS", "Edit", "answer", "mended"]
