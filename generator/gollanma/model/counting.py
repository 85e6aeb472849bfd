"""How a time limit becomes a day: the weekend, and whether the day of the event counts."""

from enum import StrEnum

from gollanma.model.base import Part
from gollanma.model.scalars import Flag


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def number(self) -> int:
        """Its place in the week, Monday being 0."""
        return list(Weekday).index(self)


class Counting(Part):
    """How a time limit becomes a day of the calendar."""

    weekend: tuple[Weekday, ...]
    counts_event_day: Flag = False
    """The day of the event is the first day of the limit; else the day after it is."""
    moves_from_days_off: Flag = True
    """A limit that would end on a day off ends on the next working day."""
    confirmed: Flag = False
    """Lawyers have confirmed the rule; until then each result says that it is to be confirmed."""
