"""Dates of mixed precision, made comparable."""

import re
from datetime import UTC, date, datetime, timedelta

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(?!\d)")


UNDATED = "~"
"""How what has no date sorts: behind all that has one."""


def sortable(value: str) -> str:
    """The ISO 8601 date or date-time as text that sorts by time, zones taken into account.

    What has no date sorts last.

    >>> sortable("2025-05-08T01:00:00+03:00")
    '2025-05-07T22:00:00'
    >>> sortable("2025-05") < sortable("2025-05-08") < sortable("2025-05-08T09:00") < sortable("")
    True
    """
    if not value:
        return UNDATED
    if len(value) > 10:
        try:
            moment = datetime.fromisoformat(value)
            if moment.tzinfo is not None:
                moment = moment.astimezone(UTC).replace(tzinfo=None)
        except (ValueError, OverflowError):
            return value
        return moment.isoformat(timespec="seconds")
    return value


def days_between(earlier: str, later: str) -> int | None:
    """Days from one ISO 8601 date to another, or None where one is no full date.

    >>> days_between("2025-04-28", "2025-05-01T09:00"), days_between("2025-04", "2025-05-01")
    (3, None)
    """
    first, last = _day(earlier), _day(later)
    return None if first is None or last is None else (last - first).days


def shifted(value: str, days: int) -> str:
    """The day so many days after that which a text begins with, or "" where it begins with none.

    A month or a year counts as its first day, before which it sorts.

    >>> shifted("2025-05-01T09:00", -3), shifted("2025-05", -3), shifted("no day", 1)
    ('2025-04-28', '2025-04-28', '')
    """
    found = _DATE.match(value)
    day = _day(f"{found[0]}-01-01"[:10]) if found else None
    try:
        return (day + timedelta(days=days)).isoformat() if day else ""
    except OverflowError:
        return ""


def days_later(earlier: str, later: str) -> str:
    """How many days later, as words to put behind a reason; "" on the same day, or where unknown.

    >>> days_later("2025-04-28", "2025-05-01")
    ', 3 days later'
    """
    days = days_between(earlier, later) or 0
    return f", {days} days later" if days > 1 else ", a day later" if days == 1 else ""


def _day(value: str) -> date | None:
    # ISO 8601 has days without hyphens too, which do not sort among those with them.
    try:
        return date.fromisoformat(value[:10]) if value[4:5] == value[7:8] == "-" else None
    except ValueError:
        return None
