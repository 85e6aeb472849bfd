"""Numbers and lists of numbers as short texts that stand in a script without escapes."""

from collections.abc import Iterable, Iterator

DIGITS = "".join(chr(each) for each in range(35, 127) if chr(each) not in "<\\")
"""Printable, and none that ends a string, escapes, or begins a tag."""
LAST = 64
"""So many digits end a number, and those behind them say that more follow."""
MORE = len(DIGITS) - LAST
_VALUES = {digit: value for value, digit in enumerate(DIGITS)}


def number(value: int) -> str:
    """Write a number from 0: one character below 64, two below 1,728."""
    written = ""
    while value >= LAST:
        value, rest = divmod(value - LAST, MORE)
        written += DIGITS[LAST + rest]
    return written + DIGITS[value]


def numbers(values: Iterable[int]) -> str:
    """Write numbers one behind the other."""
    return "".join(map(number, values))


def gaps(rising: Iterable[int]) -> str:
    """Write rising numbers by the distances between them, each one less than it is."""
    before, written = -1, []
    for each in rising:
        written.append(number(each - before - 1))
        before = each
    return "".join(written)


def read_numbers(text: str) -> Iterator[int]:
    """Give the numbers of a text one by one."""
    value, times = 0, 1
    for digit in text:
        found = _VALUES[digit]
        value += found * times
        if found < LAST:
            yield value
            value, times = 0, 1
        else:
            times *= MORE


def read_gaps(text: str) -> Iterator[int]:
    """Give the rising numbers whose distances a text holds."""
    before = -1
    for gap in read_numbers(text):
        before += gap + 1
        yield before
