"""Phrases that say an amount without a number: half a year."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from gollanma.languages.number_reader import Number
from gollanma.languages.tables import Table


def read_amount_phrases(table: Table) -> Callable[[str], Iterator[Number]]:
    """Give the function that finds the phrases of a pack, written under `6 month`."""
    phrases = amount_phrases(table)
    longest_first = sorted(phrases, key=len, reverse=True)
    either = "|".join(map(re.escape, longest_first)) or "(?!)"
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    return lambda text: (_amount(each, phrases) for each in pattern.finditer(text))


def amount_phrases(table: Table) -> dict[str, str]:
    """Give the amounts by their phrases."""
    return {phrase: amount for amount in table for phrase in table.texts(amount)}


def _amount(match: re.Match[str], phrases: dict[str, str]) -> Number:
    value, _, unit = phrases[match[0].lower()].partition(" ")
    return Number(match.start(), match.end(), Decimal(value), unit, "count")
