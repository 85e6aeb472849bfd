"""The reader of numbers of a language, put together from its pack."""

import re
from collections.abc import Callable
from functools import lru_cache

from gollanma.languages.date_reader import read_dates
from gollanma.languages.number_reader import Number, NumberReader
from gollanma.languages.number_words import read_number_words
from gollanma.languages.numerals import Ordinals
from gollanma.languages.tables import Table
from gollanma.languages.units import Units

_REMEMBERED = 4096
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
        read_dates(table),
    )
    return lru_cache(_REMEMBERED)(reader)
