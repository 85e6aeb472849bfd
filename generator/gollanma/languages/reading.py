"""The reader of numbers of a language, put together from its pack."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from gollanma.languages.amount_phrases import amount_phrases, read_amount_phrases
from gollanma.languages.date_reader import read_dates
from gollanma.languages.number_hints import NumberHints, hints_of
from gollanma.languages.number_reader import Number, NumberReader
from gollanma.languages.number_words import read_number_words
from gollanma.languages.numerals import Ordinals
from gollanma.languages.tables import Table
from gollanma.languages.units import Units

_REMEMBERED = 65_536
"""More than the texts of a national handbook: fewer would forget each before it is asked again."""
_NOTHING = r"(?!)"


@dataclass(frozen=True)
class NumbersIn:
    """Finds a language's numbers; several checks ask it the same texts, most of which say none."""

    reader: NumberReader
    hints: NumberHints

    def __call__(self, text: str) -> tuple[Number, ...]:
        """Give all numbers and days of a text in its order, doubtful ones too."""
        return self._read(text) if self.hints.stand_in(text) else ()

    @cached_property
    def _read(self) -> Callable[[str], tuple[Number, ...]]:
        return lru_cache(_REMEMBERED)(self.reader)


def read_number_reader(table: Table, units: Units, ordinals: Ordinals, decimal: str) -> NumbersIn:
    """Give what finds a language's numbers."""
    words = read_number_words(ordinals.spoken, ordinals, table)
    idioms, amounts = table.texts("idioms"), table.table("amounts")
    reader = NumberReader(
        words,
        units,
        decimal,
        re.compile(table.text("ordinal", "") or _NOTHING),
        _either(idioms),
        read_dates(table),
        read_amount_phrases(amounts),
    )
    return NumbersIn(reader, hints_of(words, (*idioms, *amount_phrases(amounts))))


def _either(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, phrases)) or _NOTHING, re.IGNORECASE)
