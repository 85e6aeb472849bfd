"""Search: an index for each language, made of the pages, and the engine that asks it.

The same engine runs in the browser (`scripts/`) and here; both give the same order.
"""

from gollanma.search.engine import Answer, Engine, MissingIndexError, Query, Result
from gollanma.search.files import FOLDER
from gollanma.search.interface import interface
from gollanma.search.program import program
from gollanma.search.site import search_files

__all__ = [
    "FOLDER",
    "Answer",
    "Engine",
    "MissingIndexError",
    "Query",
    "Result",
    "interface",
    "program",
    "search_files",
]
