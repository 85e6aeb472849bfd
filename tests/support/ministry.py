"""The ministry's own records, read and judged once."""

from functools import cache
from pathlib import Path

from gollanma.memory.day import day_of_run
from gollanma.model import Library
from gollanma.site.content import Judged, judge

ROOT = Path(__file__).parents[2]


@cache
def judged() -> Judged:
    """Give the records with what the checks find in them."""
    return judge(ROOT, day_of_run())


def library() -> Library:
    """Give the records alone."""
    return judged().library
