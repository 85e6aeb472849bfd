"""The reader of numbers of a language, put together from its pack."""

import re
from collections.abc import Callable
from functools import lru_cache

from gollanma.languages.amount_phrases import read_amount_phrases
from gollanma.languages.date_reader import read_dates
from gollanma.languages.number_reader import Number, NumberReader
from gollanma.languages.number_words import read_number_words
from gollanma.languages.numerals import Ordinals
from gollanma.languages.tables import Table
from gollanma.languages.units import Units

_REMEMBERED = 65_536
"""More than the texts of a national handbook: fewer would forget each before it is asked again."""
_NOTHING = r"(?!)"


def read_number_reader(
    table: Table, units: Units, ordinals: Ordinals, decimal: str
) -> Callable[[str], tuple[Number, ...]]:
    """Give the function that finds a language's numbers; several checks ask it the same texts."""
    reader = NumberReader(
        read_number_words(ordinals.spoken, ordinals, table),
        units,
        decimal,
        re.compile(table.text("ordinal", "") or _NOTHING),
        _either(table.texts("idioms")),
        read_dates(table),
        read_amount_phrases(table.table("amounts")),
    )
    return lru_cache(_REMEMBERED)(reader)


def _either(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, phrases)) or _NOTHING, re.IGNORECASE)
