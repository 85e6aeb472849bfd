"""The newest date in the data: pages say of what day their content is, not when they were made."""

from datetime import date

from gollanma.model.kinds import Calendar
from gollanma.model.library import Library
from gollanma.model.walk import parts, slots

DATED = frozenset({"changed", "reviewed", "day", "as_of", "verified"})
"""Fields that say when something was looked at, made or counted."""


def newest_day(library: Library) -> date | None:
    """Give the newest day in the records that is not after the library's; None without any."""
    found = (
        value
        for record in library.records.values()
        if not isinstance(record, Calendar)
        for _, part in parts(record)
        for slot in slots(type(part))
        if slot.name in DATED and isinstance(value := getattr(part, slot.name), date)
    )
    return max((each for each in found if each <= library.today), default=None)
