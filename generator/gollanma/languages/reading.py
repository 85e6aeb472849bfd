"""The reader of numbers of a language, put together from its pack."""

import re

from gollanma.languages.date_reader import read_dates
from gollanma.languages.number_reader import NumberReader
from gollanma.languages.number_words import read_number_words
from gollanma.languages.numerals import Ordinals
from gollanma.languages.tables import Table
from gollanma.languages.units import Units

_NOTHING = r"(?!)"


def read_number_reader(
    table: Table, units: Units, ordinals: Ordinals, decimal: str
) -> NumberReader:
    """Read how a language's numbers are found in a text."""
    return NumberReader(
        read_number_words(ordinals.spoken, ordinals, table),
        units,
        decimal,
        re.compile(table.text("ordinal", "") or _NOTHING),
        read_dates(table),
    )
