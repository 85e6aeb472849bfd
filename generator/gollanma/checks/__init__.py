"""The checks: each one a generator over the graph, none aware of another."""

from gollanma.checks.again import Again
from gollanma.checks.catalogue import CHECKS, Entry, entries
from gollanma.checks.engine import Judging, finding_stamp, run
from gollanma.checks.finding import Check, Finding
from gollanma.checks.hands import abreast
from gollanma.checks.naming import names_of
from gollanma.checks.reach import Reach

__all__ = [
    "CHECKS",
    "Again",
    "Check",
    "Entry",
    "Finding",
    "Judging",
    "Reach",
    "abreast",
    "entries",
    "finding_stamp",
    "names_of",
    "run",
]
