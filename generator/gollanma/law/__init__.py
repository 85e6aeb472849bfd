"""What legislation asks of its texts: how editions differ, and what rests on what changes."""

from gollanma.law.affected import Affected, affected, changed_ids, promised
from gollanma.law.descent import base_of, bases_of, declared, pairs
from gollanma.law.difference import PREAMBLE, Fate, Row, Wording, compare
from gollanma.law.timeline import Moment, binds, moments
from gollanma.law.units import Unit, inner, units
from gollanma.law.wording import Piece, PieceKind, pieces

__all__ = [
    "PREAMBLE",
    "Affected",
    "Fate",
    "Moment",
    "Piece",
    "PieceKind",
    "Row",
    "Unit",
    "Wording",
    "affected",
    "base_of",
    "bases_of",
    "binds",
    "changed_ids",
    "compare",
    "declared",
    "inner",
    "moments",
    "pairs",
    "pieces",
    "promised",
    "units",
]
