"""Words that go to translators and come back: what is to be translated, XLIFF, laying it in files.

XLIFF 1.2 (OASIS, 2008) is what the programs of translators, paid and free, all read and write.
"""

from gollanma.exchange.translation.laying import Laid, laid
from gollanma.exchange.translation.passages import Need, Passage, passages
from gollanma.exchange.translation.reading import Returned, read
from gollanma.exchange.translation.standing import Standing, standings
from gollanma.exchange.translation.writing import document

__all__ = [
    "Laid",
    "Need",
    "Passage",
    "Returned",
    "Standing",
    "document",
    "laid",
    "passages",
    "read",
    "standings",
]
