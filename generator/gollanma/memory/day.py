"""The day of a run: one value, taken once and passed in."""

import os
from datetime import UTC, date, datetime

VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 (reproducible-builds.org/specs/source-date-epoch)."""


def day_of_run(asked: date | None = None) -> date:
    """Give the day that was asked for, else that of SOURCE_DATE_EPOCH, else the clock's.

    Raises ValueError when SOURCE_DATE_EPOCH is no number of seconds.
    """
    if asked is not None:
        return asked
    epoch = os.environ.get(VARIABLE)
    if epoch is None:
        return datetime.now(UTC).date()
    if not epoch.isascii() or not epoch.isdigit():
        raise ValueError(f"{VARIABLE} is not a number of seconds: {epoch}")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"{VARIABLE} is beyond all calendars: {epoch}") from None
