"""What legislation asks of its texts: how two editions differ, provision by provision."""

from gollanma.law.difference import Fate, Row, Wording, compare
from gollanma.law.units import Unit, units
from gollanma.law.wording import Piece, PieceKind, pieces

__all__ = ["Fate", "Piece", "PieceKind", "Row", "Unit", "Wording", "compare", "pieces", "units"]
