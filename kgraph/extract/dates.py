"""The calendar behind news expressions: a written point in time and what it means.

A point is resolved against the publication date and the tense of its clause; it becomes an
interval of ISO 8601 texts as coarse as the words ("2025", "2025-05", "2025-05-08"). Where a year or
a reference date is missing, there is no interval: nothing is invented.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

Tense: TypeAlias = Literal["past", "future", ""]
Interval: TypeAlias = tuple[str, str]
"""Start and end, equal for a single day, month or year; "" where open."""

MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
]  # fmt: skip
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
NUMBERS = {
    word: number
    for number, words in enumerate(
        [
            "a/an/one",
            "two/couple",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        1,
    )
    for word in words.split("/")
}

NUMBER = r"(?:\d{1,4}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r"(?:\sof)?)"
UNITS = r"(?:hours?|days?|weeks?|months?|years?)"

_SHORT = r"Jan\.?|Feb\.?|Mar\.|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
MONTH = "(?:" + "|".join(MONTHS) + "|" + "|".join(m.upper() for m in MONTHS) + f"|{_SHORT})"
_NO_DAY_BEFORE = "".join(
    rf"(?<!\b{word}\s)"
    for word in [
        "every",
        "Every",
        "each",
        "Each",
        "most",
        "previous",
        "following",
        "given",
        "another",
        "Black",
        "Cyber",
        "Super",
        "Bloody",
        "Giving",
    ]
)
_NO_DAY_AFTER = (
    r"(?!\s(?:Times|Telegraph|Mirror|Express|Mail|Post|Independent|Herald|Tribune|World|Business|People|Night"
    r"|Mass|School|Service)\b)"
)
WEEKDAY = (
    _NO_DAY_BEFORE
    + "(?:"
    + "|".join(WEEKDAYS)
    + rf"|Mon\.|Tues?\.|Wed\.|Thurs?\.|Fri\.|Sat\.|Sun\.){_NO_DAY_AFTER}"
)
"""A day of the week; "every Friday" and "The Sunday Times" name no day."""
YEAR = r"(?:19|20)\d\d"
_DD = r"(?:(?<!\d)(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?)"
PART = r"(?:morning|afternoon|evening|night|noon|lunchtime)"
CLOCK = (
    r"(?:(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|midnight|noon)"
    r"(?:\s\(?(?:local time|GMT|UTC|E[SD]?T|CES?T|BST|Moscow time|Kyiv time)\)?)?)"
)
DAY = (
    rf"(?:(?:{WEEKDAY},?\s(?:the\s)?)?(?:{MONTH}\s{_DD}(?:,?\s{YEAR})?|{_DD}\s(?:of\s)?{MONTH}(?:,?\s{YEAR})?)"
    rf"|{YEAR}-\d\d-\d\d|(?<!\d)\d{{1,2}}\.\d{{1,2}}\.{YEAR})(?!\d)"
)
_UNIT = r"(?:week|month|year|weekend|quarter|decade)"
RELATIVE = (
    r"(?:(?:[Tt]he\s)?day\s(?:before\syesterday|after\stomorrow)|(?:[Ee]arlier\s|[Ll]ater\s)?(?:today|(?<!\w\s)Today)"
    rf"|tonight|(?<!\w\s)Tonight|[Yy]esterday(?:\s{PART})?|[Tt]omorrow(?:\s{PART})?|[Ll]ast\snight|[Tt]his\s{PART}"
    rf"|(?:[Ee]arlier\s|[Ll]ater\s|[Ll]ate\s|[Ee]arly\s)?(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]he\spast|[Cc]oming)\s{_UNIT}s?\b(?!\sof\b)"
    r"|(?:[Oo]ver|[Aa]t|[Dd]uring)\sthe\sweekend)"
)
_WHICH = (
    r"(?:[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast|[Ee]arlier\son|[Ll]ater\son"
    r"|[Ll]ate\son|[Ee]arly\son|[Ll]ate|[Ee]arly)"
)
WEEKDAY_POINT = rf"(?:{_WHICH}\s)?{WEEKDAY}(?!s)(?:\s{PART})?"
MONTH_YEAR = (
    rf"(?:(?:[Ee]arly|[Mm]id|[Ll]ate|[Ll]ast|[Nn]ext|[Tt]his)[\s-])?{MONTH}(?:,?\s(?:of\s)?{YEAR})?"
)
NIGHT = rf"(?:(?:the\s)?(?:night|early\shours|morning|evening|afternoon|day)\s(?:of\s|between\s)|{CLOCK}\s(?:on\s|of\s|between\s)?|(?:the\s)?{PART}\s(?:of\s|on\s))"
POINT = rf"(?:{NIGHT})?(?:{DAY}\sand\s{DAY}(?<=.)|{DAY}|{WEEKDAY_POINT}|{RELATIVE}|{MONTH_YEAR}|{YEAR}(?!\d))"
"""A written point in time, coarse or fine. ``resolve`` reads it."""

_DAY_PARTS = re.compile(
    rf"(?P<month>{MONTH})\s(?P<day>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:,?\s(?P<year>{YEAR}))?"
    rf"|(?<!\d)(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month2>{MONTH})(?:,?\s(?P<year2>{YEAR}))?"
    rf"|(?P<iso>{YEAR}-\d\d-\d\d)|(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}})\.(?P<y>{YEAR})"
)
_MONTH_PARTS = re.compile(rf"(?P<month>{MONTH})(?:,?\s(?:of\s)?(?P<year>{YEAR}))?")
_NEAR = {"past": 120, "future": 45, "": 366}
"""Days from publication within which a day without a year is the nearest whatever the tense:
"announced games for July 20" is past and means the July to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a point is resolved against.

    Attributes:
        published: The article's date, or None.
        tense: Tense of the clause that holds the point, "" where unclear.
        year: A year that the words give elsewhere in the expression, or 0.
    """

    published: date | None
    tense: Tense = ""
    year: int = 0


Resolver: TypeAlias = Callable[[re.Match[str], Reference], Interval | None]
Rule: TypeAlias = tuple[re.Pattern[str], Resolver]
"""How a time is written, and what makes it an interval."""


def rule(pattern: str, resolver: Resolver) -> Rule:
    """The pattern compiled, with what resolves its matches."""
    return re.compile(pattern), resolver


def number_of(words: str) -> int:
    """3 for "3", "three" or "three of"."""
    words = words.lower().removesuffix(" of")
    return int(words) if words.isdigit() else NUMBERS[words]


def real(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_published(text: str) -> date | None:
    """The day of an ISO 8601 date or date-time, None where there is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def month_number(name: str) -> int:
    """1 for "January", "Jan." or "JANUARY"."""
    return next(i for i, m in enumerate(MONTHS, 1) if m[:3].lower() == name[:3].lower())


def shift_month(day: date, months: int) -> str:
    """The month so many months from the day's, as "2025-05"."""
    number = day.year * 12 + day.month - 1 + months
    return f"{number // 12:04}-{number % 12 + 1:02}"


def last_day(text: str) -> str:
    """The last day of a year or month; other texts as they are."""
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        return f"{text}-{monthrange(int(text[:4]), int(text[5:7]))[1]:02}"
    return text


def week_of(day: date) -> Interval:
    """Monday and Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()


def whole(text: str) -> Interval:
    """The interval of a single day, month or year."""
    return text, text


def resolve(point: str, reference: Reference) -> Interval | None:
    """The interval that a written point means, None where it can't be told.

    >>> resolve("May 8", Reference(published=date(2025, 4, 28)))
    ('2025-05-08', '2025-05-08')
    >>> resolve("last week", Reference(published=date(2025, 4, 28)))
    ('2025-04-21', '2025-04-27')
    """
    days = [found for m in _DAY_PARTS.finditer(point) if (found := _day(m, reference))]
    if _DAY_PARTS.search(point):
        # "00:00 between May 7 and May 8" is the beginning of the later day.
        return whole(days[-1].isoformat()) if days else None
    lower = point.lower()
    if re.search(WEEKDAY, point):
        return _weekday(point, lower, reference)
    if re.search(RELATIVE, point):
        return relative(lower, reference)
    month = _MONTH_PARTS.search(point)
    if month:
        return _month(month, lower, reference)
    year = re.search(YEAR, point)
    return whole(year[0]) if year else None


def _day(match: re.Match[str], reference: Reference) -> date | None:
    if match["iso"]:
        return parse_published(match["iso"])
    if match["d"]:
        return real(int(match["y"]), int(match["m"]), int(match["d"]))
    month = month_number(match["month"] or match["month2"])
    day = int(match["day"] or match["day2"])
    year = int(match["year"] or match["year2"] or reference.year)
    if year:
        return real(year, month, day)
    return nearest_day(month, day, reference)


def nearest_day(month: int, day: int, reference: Reference) -> date | None:
    """The day of the year that lies nearest to publication, or as the tense says when far off."""
    published = reference.published
    if published is None:
        return None
    near = [d for step in (-1, 0, 1) if (d := real(published.year + step, month, day))]
    if not near:
        return None
    best = min(near, key=lambda d: abs((d - published).days))
    if abs((best - published).days) <= _NEAR[reference.tense]:
        return best
    if reference.tense == "past":
        return max((d for d in near if d <= published), default=best)
    if reference.tense == "future":
        return min((d for d in near if d >= published), default=best)
    return best


def _weekday(point: str, lower: str, reference: Reference) -> Interval | None:
    published = reference.published
    if published is None:
        return None
    found = re.search(WEEKDAY, point)
    assert found is not None
    target = next(i for i, w in enumerate(WEEKDAYS) if w[:3] == found[0][:3])
    back = (published.weekday() - target) % 7
    ahead = (target - published.weekday()) % 7
    which = lower.split(maxsplit=1)[0]
    if which == "next":
        day = published + timedelta(days=ahead or 7)
    elif which in {"coming", "this"}:
        past = which == "this" and reference.tense == "past"
        day = published - timedelta(days=back) if past else published + timedelta(days=ahead)
    elif which in {"last", "past"}:
        day = published - timedelta(days=back or 7)
    elif reference.tense == "future":
        day = published + timedelta(days=ahead)
    else:
        day = published - timedelta(days=back)
    return whole(day.isoformat())


def relative(lower: str, reference: Reference) -> Interval | None:
    """The interval of "yesterday", "next month", "earlier this week" and the like."""
    published = reference.published
    if published is None:
        return None
    if "day before yesterday" in lower or "day after tomorrow" in lower:
        step = -2 if "before" in lower else 2
        return whole((published + timedelta(days=step)).isoformat())
    for word, step in (
        ("today", 0),
        ("tonight", 0),
        ("yesterday", -1),
        ("tomorrow", 1),
        ("last night", -1),
    ):
        if word in lower:
            return whole((published + timedelta(days=step)).isoformat())
    if re.search(rf"this {PART}", lower):
        return whole(published.isoformat())
    step = (
        -1
        if re.search(r"\blast\b", lower)
        else 1
        if re.search(r"\b(?:next|coming)\b", lower)
        else 0
    )
    if "weekend" in lower:
        return _weekend(published, step, reference.tense, named="this" in lower)
    if lower.endswith("s"):
        return None  # "the past weeks" says no more than that
    if "the past" in lower:
        spans = {"week": 7, "month": 30, "year": 365}
        days = next((n for unit, n in spans.items() if unit in lower), 0)
        return (
            ((published - timedelta(days=days)).isoformat(), published.isoformat())
            if days
            else None
        )
    if "week" in lower:
        return week_of(published + timedelta(weeks=step))
    if "month" in lower:
        return whole(shift_month(published, step))
    if "year" in lower:
        return whole(f"{published.year + step:04}")
    if "quarter" in lower:
        return quarter(published.year * 4 + (published.month - 1) // 3 + step)
    return None


def quarter(number: int) -> Interval:
    """First and last month of a quarter, counted as four times the year plus 0..3."""
    year, which = divmod(number, 4)
    return f"{year:04}-{which * 3 + 1:02}", f"{year:04}-{which * 3 + 3:02}"


def _weekend(published: date, step: int, tense: Tense, *, named: bool) -> Interval:
    saturday = published + timedelta(days=(5 - published.weekday()) % 7)
    if published.weekday() == 6:
        saturday = published - timedelta(days=1)
    if step < 0 or (
        step == 0 and saturday > published and (tense == "past" or not (named or tense))
    ):
        saturday -= timedelta(days=7)
    elif step > 0 and saturday <= published:
        saturday += timedelta(days=7)
    return saturday.isoformat(), (saturday + timedelta(days=1)).isoformat()


def _month(match: re.Match[str], lower: str, reference: Reference) -> Interval | None:
    number = month_number(match["month"])
    year = int(match["year"] or reference.year)
    published = reference.published
    if not year and published is None:
        return None
    if not year:
        assert published is not None
        year = _year_of_month(number, published, lower, reference.tense)
    return whole(f"{year:04}-{number:02}")


def _year_of_month(number: int, published: date, lower: str, tense: Tense) -> int:
    distance = number - published.month
    if lower.startswith("last"):
        return published.year - (distance >= 0)
    if lower.startswith("next"):
        return published.year + (distance <= 0)
    if lower.startswith("this"):
        return published.year
    if tense == "past" and distance > 0:
        return published.year - 1
    if tense == "future" and distance < 0:
        return published.year + 1
    if not tense and distance > 6:
        return published.year - 1
    return published.year + (not tense and distance < -6)


def counted(number: int, unit: str, direction: int, published: date) -> Interval:
    """Reads "three days ago" to the day, "two weeks ago" to the week, months and years likewise."""
    if unit == "day":
        return whole((published + direction * timedelta(days=number)).isoformat())
    if unit == "week":
        return week_of(published + direction * timedelta(weeks=number))
    if unit == "month":
        return whole(shift_month(published, direction * number))
    return whole(f"{published.year + direction * number:04}")


def after(number: int, unit: str, day: date) -> str:
    """The day that lies so many units after (or, if negative, before) the day."""
    if unit in {"day", "week", "hour"}:
        days = number if unit == "day" else number * 7 if unit == "week" else -(-number // 24)
        return (day + timedelta(days=days)).isoformat()
    months = number if unit == "month" else number * 12
    text = shift_month(day, months)
    return f"{text}-{min(day.day, int(last_day(text)[8:])):02}"
