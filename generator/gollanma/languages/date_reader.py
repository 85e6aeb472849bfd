"""Finding days of the calendar in a text, by the patterns of a pack."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from gollanma.languages.number_reader import Number
from gollanma.languages.tables import Table, filled

_DAY = r"(?<![0-9])(?P<day>[0-3]?[0-9])"
_YEAR = r"(?<![0-9])(?P<year>[12][0-9]{3})(?![0-9])"
_IN_FIGURES = (
    rf"{_DAY}[./](?P<month>[01]?[0-9])[./](?P<year>[12][0-9]{{3}})(?![0-9])",
    r"(?<![0-9])(?P<year>[12][0-9]{3})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![0-9])",
)


def read_dates(table: Table) -> Callable[[str], Iterator[Number]]:
    """Give the function that finds the days of a text."""
    months = [re.compile(each) for each in table.table("months").strings().values()]
    patterns = [re.compile(each) for each in (*_IN_FIGURES, *_patterns(table))]
    return lambda text: _days(patterns, months, text)


def _patterns(table: Table) -> Iterator[str]:
    values = {
        "day": _DAY,
        "year": _YEAR,
        "month": f"(?P<month>{'|'.join(table.table('months').strings().values())})",
        "ordinal": f"(?:{table.text('ordinal', '')})",
    }
    return (filled(pattern, values) for pattern in table.texts("dates"))


def _days(
    patterns: Sequence[re.Pattern[str]], months: Sequence[re.Pattern[str]], text: str
) -> Iterator[Number]:
    taken = 0
    matches = (match for pattern in patterns for match in pattern.finditer(text))
    for match in sorted(matches, key=lambda each: (each.start(), -each.end())):
        value = _value(match.groupdict(), months)
        if match.start() >= taken and value is not None:
            taken = match.end()
            yield Number(match.start(), match.end(), value, None, "date")


def _value(parts: dict[str, str | None], months: Sequence[re.Pattern[str]]) -> Decimal | None:
    year, month, day = parts.get("year"), parts["month"] or "", parts.get("day")
    number = int(month) if month.isdecimal() else _month(month, months)
    if not 1 <= number <= 12 or int(day or 1) > 31:  # noqa: PLR2004  of a calendar
        return None
    return Decimal(int(year or 0) * 10000 + number * 100 + int(day or 0))


def _month(name: str, months: Sequence[re.Pattern[str]]) -> int:
    return next((number for number, each in enumerate(months, start=1) if each.fullmatch(name)), 0)
