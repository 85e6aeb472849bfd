"""Search: an index for each language, made of the pages, and the engine that asks it.

The same engine runs in the browser (`scripts/`) and here; both give the same order.
"""

from gollanma.search.engine import Answer, Engine, MissingIndexError, Query, Result
from gollanma.search.files import FOLDER
from gollanma.search.interface import interface
from gollanma.search.packing import Block, blocks
from gollanma.search.postings import Tallies
from gollanma.search.program import INSIDE, program
from gollanma.search.site import documents_of, index_files, search_files

__all__ = [
    "FOLDER",
    "INSIDE",
    "Answer",
    "Block",
    "Engine",
    "MissingIndexError",
    "Query",
    "Result",
    "Tallies",
    "blocks",
    "documents_of",
    "index_files",
    "interface",
    "program",
    "search_files",
]
