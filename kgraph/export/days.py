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


def told_days(start: str, end: str) -> str:
    """A day or an interval as people write it; "" for no date.

    >>> told_days("2025-05-08", "2025-05-11"), told_days("2025-04-28", "2025-05-02")
    ('8–11 May 2025', '28 April–2 May 2025')
    >>> told_days("2025-05", "2025-05"), told_days("2025-05-08", ""), told_days("", "2025-06-30")
    ('May 2025', 'from 8 May 2025', 'until 30 June 2025')
    """
    first, last = _parts(start), _parts(end)
    if not first or not last:
        word, parts = ("from", first) if first else ("until", last)
        return f"{word} {' '.join(parts)}" if parts else ""
    if first == last:
        return " ".join(first)
    shared: list[str] = []
    while len(first) == len(last) > 1 and first[-1] == last[-1]:
        shared.insert(0, first.pop())
        last.pop()
    return " ".join([f"{' '.join(first)}–{' '.join(last)}", *shared])


def _parts(date: str) -> list[str]:
    """Day, month and year of an ISO 8601 date as words, as many as it has."""
    match = _DATE.match(date)
    if match is None or not days(date)[0]:
        return []
    year, month, day = match.groups()
    named = [calendar.month_name[int(month)]] if month else []
    return [*([str(int(day))] if day else []), *named, year]
