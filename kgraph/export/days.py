"""Days out of dates of any precision: GEXF's dynamic graphs know nothing vaguer than a day."""

import calendar
import re
from typing import Final

_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)")


def days(date: str) -> tuple[str, str]:
    """The first and the last day of an ISO 8601 year, month, day or date-time; "" for no date.

    >>> days("2024-02"), days("2025-05-05T14:30:00Z")
    (('2024-02-01', '2024-02-29'), ('2025-05-05', '2025-05-05'))
    >>> days("soon")
    ('', '')
    """
    match = _DATE.match(date)
    if match is None:
        return "", ""
    year, month, day = match.groups()
    if day:
        return (match[0],) * 2
    if month:
        if not 1 <= int(month) <= 12:
            return "", ""
        last = calendar.monthrange(int(year), int(month))[1] if int(year) else 31
        return f"{year}-{month}-01", f"{year}-{month}-{last}"
    return f"{year}-01-01", f"{year}-12-31"
