"""From a part of a scalar's value to its place in the file.

A value differs from what is written: quotes hide escapes, lines are folded, indentation is
dropped, letters are composed. Each style is walked as YAML defines it; a walk counts only when
it says the same as the parser did, else the whole scalar is the place.
"""

from collections.abc import Iterable
from functools import lru_cache

from gollanma.source.blocks import block_readings
from gollanma.source.characters import without_refused
from gollanma.source.flows import flow_units
from gollanma.source.normal import is_composed
from gollanma.source.tree import Scalar
from gollanma.source.units import Unit, composed_units, text_of


def bounds_within(text: str, scalar: Scalar, start: int, end: int) -> tuple[int, int]:
    """Give the bounds in the text of a part of a value; of nothing, the place before it."""
    units = units_of(text, scalar)
    if not units:
        return scalar.start, scalar.end
    first = min(max(start, 0), len(units))
    last = min(max(end, first), len(units))
    opens = units[first].start if first < len(units) else units[-1].end
    return opens, units[last - 1].end if last > first else opens


@lru_cache(maxsize=8)  # a text with many mistakes is walked once, not once for each
def units_of(text: str, scalar: Scalar) -> tuple[Unit, ...]:
    """Give a unit for each character of the value, or none when they cannot be told."""
    return tuple(_units(text, scalar) or _units(without_refused(text), scalar))


def _units(text: str, scalar: Scalar) -> list[Unit]:
    for reading in _readings(text, scalar):
        units = reading if is_composed(text_of(reading)) else list(composed_units(reading))
        if text_of(units) == scalar.value:
            return units
    return []


def _readings(text: str, scalar: Scalar) -> Iterable[list[Unit]]:
    if scalar.style in ("|", ">"):
        return block_readings(text, scalar.start, scalar.end)
    return [list(flow_units(text, scalar.style, scalar.start, scalar.end))]
