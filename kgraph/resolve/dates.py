"""Dates of mixed precision, made comparable."""

from datetime import UTC, date, datetime


def sortable(value: str) -> str:
    """The ISO 8601 date or date-time as text that sorts by time, zones taken into account.

    What has no date sorts last.

    >>> sortable("2025-05-08T01:00:00+03:00")
    '2025-05-07T22:00:00'
    >>> sortable("2025-05") < sortable("2025-05-08") < sortable("2025-05-08T09:00") < sortable("")
    True
    """
    if not value:
        return "~"
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
    try:
        return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
    except ValueError:
        return None


def days_later(earlier: str, later: str) -> str:
    """How many days later, as words to put behind a reason; "" on the same day, or where unknown.

    >>> days_later("2025-04-28", "2025-05-01")
    ', 3 days later'
    """
    days = days_between(earlier, later) or 0
    return f", {days} days later" if days > 1 else ", a day later" if days == 1 else ""
