"""YAML as written: trees in which every value knows its place, and what is wrong on the way.

The only package that knows YAML. It refuses what two readers of YAML read differently, decides
nothing about types, and never raises over what a file holds.
"""

from gollanma.source.ambiguous import Ambiguous
from gollanma.source.characters import named_point
from gollanma.source.comments import Comment
from gollanma.source.document import Document
from gollanma.source.folders import (
    NOTHING,
    Listing,
    Sources,
    links_below,
    list_folders,
    no_search_for_garbage,
    read_file,
    read_files,
    read_folders,
)
from gollanma.source.held import Held
from gollanma.source.joined import JoinedLines, joined, named_in
from gollanma.source.kept import NOTHING_KEPT, Kept, Reading
from gollanma.source.libyaml import MissingLibyaml
from gollanma.source.limits import LIMITS, Limits
from gollanma.source.lines import Lines
from gollanma.source.reader import read_text
from gollanma.source.tree import Entry, Mapping, Node, Scalar, Sequence

__all__ = [
    "LIMITS",
    "NOTHING",
    "NOTHING_KEPT",
    "Ambiguous",
    "Comment",
    "Document",
    "Entry",
    "Held",
    "JoinedLines",
    "Kept",
    "Limits",
    "Lines",
    "Listing",
    "Mapping",
    "MissingLibyaml",
    "Node",
    "Reading",
    "Scalar",
    "Sequence",
    "Sources",
    "joined",
    "links_below",
    "list_folders",
    "named_in",
    "named_point",
    "no_search_for_garbage",
    "read_file",
    "read_files",
    "read_folders",
    "read_text",
]
