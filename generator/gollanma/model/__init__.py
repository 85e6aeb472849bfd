"""Records as frozen values, and the library that holds them."""

from gollanma.model.base import Part, Record, Sensitivity, Status
from gollanma.model.cut import cut
from gollanma.model.library import Library, assemble
from gollanma.model.project import Profile, Project
from gollanma.model.refs import Ref
from gollanma.model.state import State, assemble_state, stamp
from gollanma.model.text import Text

__all__ = [
    "Library",
    "Part",
    "Profile",
    "Project",
    "Record",
    "Ref",
    "Sensitivity",
    "State",
    "Status",
    "Text",
    "assemble",
    "assemble_state",
    "cut",
    "stamp",
]
