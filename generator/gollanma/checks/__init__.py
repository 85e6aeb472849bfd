"""The checks: each one a generator over the graph, none aware of another."""

from gollanma.checks.catalogue import CHECKS, Entry, entries
from gollanma.checks.engine import finding_stamp, run
from gollanma.checks.finding import Check, Finding
from gollanma.checks.hands import abreast

__all__ = ["CHECKS", "Check", "Entry", "Finding", "abreast", "entries", "finding_stamp", "run"]
