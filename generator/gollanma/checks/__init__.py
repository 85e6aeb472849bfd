"""The checks: each one a generator over the graph, none aware of another."""

from gollanma.checks.again import Again, names_of
from gollanma.checks.catalogue import CHECKS, Entry, entries
from gollanma.checks.engine import Judging, finding_stamp, run
from gollanma.checks.finding import Check, Finding
from gollanma.checks.hands import abreast

__all__ = [
    "CHECKS",
    "Again",
    "Check",
    "Entry",
    "Finding",
    "Judging",
    "abreast",
    "entries",
    "finding_stamp",
    "names_of",
    "run",
]
