"""Dates as people give them, ISO 8601 days, months and years; and the time it is."""

import re
from datetime import UTC, date, datetime

from kgraph.errors import CallError

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def checked(option: str, value: str) -> str:
    """The value, which is a day, a month or a year.

    >>> checked("--from", "2025-05")
    '2025-05'

    Raises:
        CallError: It is none of these.
    """
    fault = CallError(
        f"{option} {value}", "no such date", "give a day, month or year, as 2025-05-08"
    )
    if not _DATE.fullmatch(value):
        raise fault
    try:
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        raise fault from None
    return value


def now() -> str:
    """The time in UTC, to the microsecond, so that what is noted by it keeps its order."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
