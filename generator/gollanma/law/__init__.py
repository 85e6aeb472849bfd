"""What legislation asks of its texts: how editions differ, and what rests on what changes."""

from gollanma.law.affected import Affected, affected, changed_ids, promised
from gollanma.law.descent import base_of, bases_of, declared, pairs
from gollanma.law.difference import PREAMBLE, Fate, Row, Wording, compare
from gollanma.law.gaps import Duty, Promise, duties, promises
from gollanma.law.numbers import (
    Chain,
    chain_of,
    cited_places,
    number_of,
    path_units,
    place_meant,
)
from gollanma.law.timeline import Moment, binds, moments
from gollanma.law.units import Unit, inner, spoken_languages, units
from gollanma.law.wording import Piece, PieceKind, pieces

__all__ = [
    "PREAMBLE",
    "Affected",
    "Chain",
    "Duty",
    "Fate",
    "Moment",
    "Piece",
    "PieceKind",
    "Promise",
    "Row",
    "Unit",
    "Wording",
    "affected",
    "base_of",
    "bases_of",
    "binds",
    "chain_of",
    "changed_ids",
    "cited_places",
    "compare",
    "declared",
    "duties",
    "inner",
    "moments",
    "number_of",
    "pairs",
    "path_units",
    "pieces",
    "place_meant",
    "promised",
    "promises",
    "spoken_languages",
    "units",
]
