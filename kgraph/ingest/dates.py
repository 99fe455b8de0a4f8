"""Dates of publication, in the forms that news carries, as ISO 8601."""

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

import dateparser

from kgraph.errors import InputRefused

EARLIEST_YEAR, LATEST_YEAR = 1600, 2099
"""Before the first newspaper (1605), and beyond any slip of the pen that could be meant."""

_TODO = "write the date as YYYY-MM-DD"
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})(\d\d)(\d\d)(?=T|$)")
_RFC_822 = re.compile(r"(?:\w+, )?\d{1,2} \w{3} \d{2,4} [\d:]+ (?:GMT|UTC?|Z|[+-]\d{4})")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,? +(\d{1,2}:\d\d(?::\d\d)?))?")
_CLOCK = re.compile(r"\d:\d\d|\d\.\d\d\b(?!\.)|\d ?[ap]\.?m\b", re.IGNORECASE)
_ZONE_OF_TWO = re.compile(r" [ECMP]T$")
"""US zones without their summer time: dateparser would take the winter's, an hour off."""

_STRICT = {
    "PARSERS": ["absolute-time"],
    "STRICT_PARSING": True,
    "REQUIRE_PARTS": ["day", "month", "year"],
}


def normalised(value: str, where: str) -> str:
    """The ISO 8601 date, or date-time to the second where a time of day is given.

    Takes ISO 8601, RFC 822 (feeds, mail) and dates in English words, with the year in four digits.

    Raises:
        InputRefused: It is no date, one that never was or will be, or one that could be two
            (04/05/2025), or it lies outside 1600 to 2099.

    >>> normalised("Fri, 02 May 2025 12:40:00 GMT", "feed")
    '2025-05-02T12:40:00Z'
    >>> normalised("April 28, 2025", "page")
    '2025-04-28'
    """
    words = " ".join(value.split())
    if len(words) > 80:
        raise InputRefused(where, "what stands for the date is no date", _TODO)
    try:
        found = _parsed(words, where)
    except (ValueError, OverflowError, TypeError):
        found = None
    if found is None:
        what = "is not a date that exists" if _DAY.match(words) else "is not understood as a date"
        raise InputRefused(where, f"'{words}' {what}", _TODO)
    if not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
        raise InputRefused(
            where, f"the date '{words}' is not between {EARLIEST_YEAR} and {LATEST_YEAR}", _TODO
        )
    return _written(found)


def _parsed(words: str, where: str) -> date | None:
    """The date or date-time, or None; only a date-time has a time of day.

    Raises:
        ValueError: The words have the form of a date, but there is no such day or time.
    """
    if day := _DAY.match(words):
        when = date(*(int(part) for part in day.groups() if part))
        if day.end() == len(words):
            return when
        if words[day.end()] in "Tt ":
            try:
                return datetime.fromisoformat(f"{when}T{words[day.end() + 1 :].strip().upper()}")
            except ValueError:
                pass  # "2025-04-28 3 pm": read below
        words = f"{when}{words[day.end() :]}"
    elif _RFC_822.fullmatch(words):
        return parsedate_to_datetime(words.replace(" -0000", " +0000"))
    elif numeric := _NUMERIC.fullmatch(words):
        return _from_numbers(numeric, where)
    if not re.search(r"\d{4}", words):
        return None
    found: datetime | None = dateparser.parse(
        _ZONE_OF_TWO.sub("", words), languages=["en"], settings=_STRICT
    )
    if found is None:
        return None
    return found if _CLOCK.search(words) else found.date()


def _from_numbers(match: "re.Match[str]", where: str) -> date:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    # Points are only ever written day first.
    if match[2] != "." and first <= 12 and second <= 12 and first != second:
        raise InputRefused(where, f"'{match[0]}' could be two dates", _TODO)
    day, month = (first, second) if match[2] == "." or first > 12 else (second, first)
    when = date(year, month, day)
    if not match[5]:
        return when
    clock = match[5] if match[5][2] == ":" else f"0{match[5]}"
    return datetime.fromisoformat(f"{when}T{clock}")


def _written(when: date) -> str:
    if not isinstance(when, datetime):
        return when.isoformat()
    offset = when.utcoffset() or timedelta()
    if abs(offset) > timedelta(hours=14) or offset % timedelta(minutes=1):
        when = (when - offset).replace(tzinfo=None)  # no XSD time zone; the instant stays
        return f"{when.replace(microsecond=0).isoformat()}Z"
    return when.replace(microsecond=0).isoformat().replace("+00:00", "Z")
