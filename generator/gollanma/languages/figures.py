"""Numbers written in figures, as each language groups them."""

import re
from decimal import Decimal

_SPACES = " \u00a0\u202f\u2009"

FIGURES = re.compile(
    rf"""(?<![^\W_])(?<![.,^][0-9])
    (?P<figures>
        [0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}}(?![0-9]))+(?:[.,][0-9]+)?  # 1 920 000,00
      | [0-9]+(?:[.,][0-9]+)*                                           # 1,920,000.00
    )
    (?P<raised>\^[0-9]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?                                 # article 12¹
    """,
    re.VERBOSE,
)
_THREE = 3


def value_of(figures: str, decimal: str) -> Decimal | None:
    """Give the number that figures write; None for a code such as 3.2.1.

    `decimal` is the language's mark: it decides what 1,500 is.
    """
    is_grouped = any(space in figures for space in _SPACES)
    tight = "".join(each for each in figures if each not in _SPACES)
    marks = [each for each in tight if each in ".,"]
    if not marks:
        return Decimal(tight)
    if len(set(marks)) > 1:
        return _with_decimal(tight, marks[-1]) if marks.count(marks[-1]) == 1 else None
    if len(marks) > 1:
        return _grouped(tight, marks[0])
    whole, _, fraction = tight.partition(marks[0])
    groups = len(fraction) == _THREE and len(whole) <= _THREE and whole != "0"
    if groups and marks[0] != decimal and not is_grouped:
        return Decimal(whole + fraction)
    return _with_decimal(tight, marks[0])


def _with_decimal(tight: str, mark: str) -> Decimal:
    whole, _, fraction = tight.rpartition(mark)
    return Decimal("".join(filter(str.isdecimal, whole)) + "." + fraction)


def _grouped(tight: str, mark: str) -> Decimal | None:
    first, *groups = tight.split(mark)
    if len(first) > _THREE or any(len(each) != _THREE for each in groups):
        return None
    return Decimal(first + "".join(groups))
