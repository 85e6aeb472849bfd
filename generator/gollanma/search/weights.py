"""What counts for how much: small whole numbers, so that every engine comes to the same order."""

import math
from collections.abc import Mapping
from typing import NamedTuple

STEPS = 30
"""The weights that a word can have in a section: from 1."""

K1 = 1.2
B = 0.6
"""BM25 (Robertson and Zaragoza 2009): how soon repeating stops to count, and length to matter."""
BODY = 12
HEADING = 6
ASKED = 6
"""For a word in which people ask for the page."""
TITLE = 10
WHOLE_TITLE = 9
"""Added for the title, shared out among its words: of a short title each counts for more."""

NORMAL = 16
KINDS: Mapping[str, int] = {
    "sop": 19,
    "service": 18,
    "term": 17,
    "form": 16,
    "act": 16,
    "role": 13,
    "group": 14,
    "organisation": 14,
    "training": 13,
    "practice": 12,
    "indicator": 11,
    "territory": 13,
    "document": 12,
    "guide": 12,
    "fact": 10,
    "calendar": 10,
    "list": 10,
}
"""In sixteenths: what people come for stands before what only tells about it."""


LENGTHS = 3
"""Of sections, between one and twice as long: a sentence more leaves all weights as they were."""


class Length(NamedTuple):
    """How many words a section has, its title, and a section as a rule."""

    section: int
    average: float
    title: int

    @property
    def usual(self) -> float:
        """How long the section is for one of its kind; one step for all that are nearly alike."""
        return about(self.section) / about(self.average)


def about(length: float) -> float:
    """Give the step of the lengths that is nearest; nothing is as long as one word."""
    return float(2 ** (round(LENGTHS * math.log2(max(length, 1.0))) / LENGTHS))


def level(count: int, length: Length, *, in_heading: bool, in_title: bool, in_asked: bool) -> int:
    """Give how much a word says of a section: how often it stands there, and where else."""
    said = 0.0
    if count:
        said += BODY * count / (count + K1 * (1 - B + B * length.usual))
    said += HEADING * in_heading + ASKED * in_asked
    said += (TITLE + WHOLE_TITLE / length.title) * in_title
    return max(1, min(STEPS, round(said)))
