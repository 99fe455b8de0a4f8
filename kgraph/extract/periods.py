"""Longer and named stretches of time: quarters, seasons, decades, fiscal years, feasts.

What differs between countries stays coarse: a season is no more than its year (south of the equator
summer is in January), a fiscal year the years that its name has.
"""

import re
from datetime import date, timedelta

from kgraph.extract.dates import (
    MONTH,
    NUMBER,
    UNITS,
    WEEKDAY,
    YEAR,
    Interval,
    Reference,
    Rule,
    after,
    counted,
    nearest_day,
    number_of,
    quarter,
    real,
    resolve,
    rule,
    shift_month,
    week_of,
    whole,
)

_FEASTS = {
    "new year's day": (1, 1), "valentine's day": (2, 14), "st patrick's day": (3, 17), "may day": (5, 1),
    "bastille day": (7, 14), "halloween": (10, 31), "armistice day": (11, 11), "christmas eve": (12, 24),
    "christmas day": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
}  # fmt: skip
"""Month and day of feasts that are the same day wherever they are kept."""

_EASTER = {
    "shrove tuesday": -47, "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2,
    "holy saturday": -1, "easter sunday": 0, "easter monday": 1, "whit monday": 50,
}  # fmt: skip
"""Days from Easter Sunday in the western churches."""

_FEAST = "|".join(
    name.title().replace("'S", "['’]s").replace("St ", r"St\.?\s").replace(" ", r"\s")
    for name in (*_FEASTS, *_EASTER)
)
_BUSINESS = re.compile(
    r"\b(?:profits?|sales|revenues?|earnings|turnover|growth|gdp|economy|output|exports?|imports?|income|loss(?:es)?"
    r"|deliveries|shipments|orders|inflation|dividends?|results|margins?|demand|spending|investments?|guidance"
    r"|shares?|bank|company|firm|retailer|percent|per cent|billion|million|crore|lakh)\b|%",
    re.IGNORECASE,
)
_NEAR = 150
"""Characters around "the first quarter" within which it must be about business, not about a match."""

_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "final": 3, "last": 3, "q1": 0, "q2": 1,
             "q3": 2, "q4": 3, "1": 0, "2": 1, "3": 2, "4": 3}  # fmt: skip
_DECADE = r"(?:(?:early|late|mid)[\s-])?(?P<year>(?:1[5-9]|20)\d0)['’]?s\b"
_YEAR_OF = rf"(?P<of>{YEAR}|(?:the|this|last|next)\s(?:fiscal\s|financial\s)?year)"


def _numeric(match: re.Match[str], reference: Reference) -> Interval | None:
    """Reads "25/12/2024" and "12/25/2024"; what may be either order is no day."""
    del reference
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if a <= 12 and b <= 12 and a != b:
        return None
    found = real(year, b, a) if a > 12 else real(year, a, b)
    return whole(found.isoformat()) if found else None


def _named_year(words: str, reference: Reference) -> int:
    """The year that "2024", "this year" or "last year" means, 0 where it can't be told."""
    if re.fullmatch(YEAR, words):
        return int(words)
    if reference.published is None:
        return 0
    step = {"last": -1, "next": 1}.get(words.split(maxsplit=1)[0], 0)
    return reference.published.year + step


def _quarter(match: re.Match[str], reference: Reference) -> Interval | None:
    which = _ORDINALS[match["which"].lower()]
    year = _named_year(match["of"], reference)
    return quarter(year * 4 + which) if year else None


def _bare_quarter(match: re.Match[str], reference: Reference) -> Interval | None:
    """The quarter of that name nearest before (or, of the future, after) publication."""
    published, text = reference.published, match.string
    near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    if published is None or not _BUSINESS.search(near):
        return None
    now = published.year * 4 + (published.month - 1) // 3
    back = (now - _ORDINALS[match["which"].lower()]) % 4
    if reference.tense == "future":
        return quarter(now + (4 - back) % 4)
    return quarter(now - back)


def _half(match: re.Match[str], reference: Reference) -> Interval | None:
    months = ("01", "06") if match["which"].lower() in {"first half", "h1"} else ("07", "12")
    year = _named_year(match["of"], reference)
    return (f"{year}-{months[0]}", f"{year}-{months[1]}") if year else None


def _months_to(match: re.Match[str], reference: Reference) -> Interval | None:
    """Reads "the three months to March", "the year ended June 30, 2024"."""
    past = Reference(published=reference.published, tense=reference.tense or "past")
    last = resolve(match["a"], past)
    if last is None:
        return None
    end = last[1][:7]
    length = number_of(match["n"]) if match["n"] else 12
    if length > 60 or len(end) < 7:
        return None
    return shift_month(date.fromisoformat(f"{end}-01"), 1 - length), end


def _fiscal(match: re.Match[str], reference: Reference) -> Interval | None:
    del reference
    first = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    last = match["last"] or ""
    last = first[: 4 - len(last)] + last
    return (first, last) if first <= last else None


def _decade(match: re.Match[str], reference: Reference) -> Interval | None:
    del reference
    return match["year"], f"{match['year'][:3]}9"


def _decade_bound(match: re.Match[str], reference: Reference) -> Interval | None:
    first, last = match["year"], f"{match['year'][:3]}9"
    del reference
    return (first, "") if match["edge"].lower() in {"since", "from", "after"} else ("", last)


def _century(match: re.Match[str], reference: Reference) -> Interval | None:
    del reference
    number = int(match["n"])
    return (f"{number * 100 - 99:04}", f"{number * 100:04}") if 1 <= number <= 21 else None


def _season(match: re.Match[str], reference: Reference) -> Interval | None:
    del reference
    first, last = match["year"], match["last"] or ""
    return first, first[: 4 - len(last)] + last


def _this_season(match: re.Match[str], reference: Reference) -> Interval | None:
    del match
    published = reference.published
    # Around new year a summer or a winter belongs to two years.
    return whole(f"{published.year:04}") if published and 3 <= published.month <= 10 else None


def _feast(match: re.Match[str], reference: Reference) -> Interval | None:
    name = re.sub(r"\s+", " ", match["name"].lower().replace("’", "'").replace(".", ""))
    year = int(match["year"] or reference.year)
    if name in _FEASTS:
        month, day = _FEASTS[name]
        found = real(year, month, day) if year else nearest_day(month, day, reference)
        return whole(found.isoformat()) if found else None
    if not year and reference.published is None:
        return None
    shift = timedelta(days=_EASTER[name])
    if year:
        return whole((_easter(year) + shift).isoformat())
    assert reference.published is not None
    published = reference.published
    near = [_easter(published.year + step) + shift for step in (-1, 0, 1)]
    if reference.tense == "past":
        near = [day for day in near if day <= published]
    return whole(min(near, key=lambda day: abs((day - published).days)).isoformat())


def _easter(year: int) -> date:
    """Easter Sunday of the year (Gregorian calendar; Meeus, Astronomical Algorithms, ch. 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap = century // 4
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _beyond(match: re.Match[str], reference: Reference) -> Interval | None:
    """Reads "the week after next", "the year before last"."""
    if reference.published is None:
        return None
    step = 2 if match["which"] == "after next" else -2
    return counted(2, match["unit"], step // 2, reference.published)


def _edge_of(match: re.Match[str], reference: Reference) -> Interval | None:
    """Reads "the end of the month", "earlier in the week": the month or the week."""
    if reference.published is None:
        return None
    which = (match["which"] or "").lower()
    step = {"last": -1, "next": 1}.get(which, 0)
    return counted(abs(step), match["unit"], step, reference.published)


def _day_of_week(match: re.Match[str], reference: Reference) -> Interval | None:
    """Reads "Friday last week", "Monday of next week", "Monday week", "Friday last"."""
    published = reference.published
    if published is None:
        return None
    name = match["day"][:3]
    target = next(
        i for i, w in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")) if w == name
    )
    which = match["which"]
    if which == "week":
        day = published + timedelta(days=(target - published.weekday()) % 7 + 7)
    elif which == "last":
        day = published - timedelta(days=(published.weekday() - target) % 7 or 7)
    else:
        step = {"last": -1, "next": 1}.get(which.split()[0], 0)
        monday = date.fromisoformat(week_of(published + timedelta(weeks=step))[0])
        day = monday + timedelta(days=target)
    return whole(day.isoformat())


def _night_into(match: re.Match[str], reference: Reference) -> Interval | None:
    found = resolve(match["a"], reference)
    if found is None:
        return None
    return (date.fromisoformat(found[0]) - timedelta(days=1)).isoformat(), found[1]


def _long_ago(match: re.Match[str], reference: Reference) -> Interval | None:
    """Reads "a fortnight ago", "two decades ago", "six months from now"."""
    if reference.published is None or (number := number_of(match["n"])) > 3000:
        return None
    unit, many = {"fortnight": ("week", 2), "decade": ("year", 10)}.get(
        match["unit"].rstrip("s"), (match["unit"].rstrip("s"), 1)
    )
    if unit == "hour":
        return None
    direction = -1 if match["way"] == "ago" else 1
    return counted(number * many, unit, direction, reference.published)


def _past_decades(match: re.Match[str], reference: Reference) -> Interval | None:
    if reference.published is None:
        return None
    years = 10 * (number_of(match["n"]) if match["n"] else 1)
    if years > 500:
        return None
    return after(-years, "year", reference.published), reference.published.isoformat()


def _plain_year(match: re.Match[str], reference: Reference) -> Interval | None:
    del reference
    return whole(match["a"])


PERIODS: tuple[Rule, ...] = (
    rule(rf"(?<![\d/])(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<year>{YEAR})(?![\d/])", _numeric),
    rule(rf"\b[Oo]vernight\s(?:into|to)\s(?P<a>{WEEKDAY})", _night_into),
    rule(
        rf"\b(?P<day>{WEEKDAY}),?\s(?:of\s)?(?P<which>(?:last|next|this)\sweek|week|last)\b(?!\s(?:of|year|month|night))",
        _day_of_week,
    ),
    rule(rf"\b(?P<name>{_FEAST})(?:,?\s(?:of\s)?(?P<year>{YEAR}))?", _feast),
    rule(
        rf"\b[Tt]he\s(?:(?P<n>{NUMBER})\smonths?|(?:(?:full|fiscal|financial)\s)?year)\s(?:to|ended|ending|through)"
        rf"\s(?:the\send\sof\s)?(?:on\s)?(?P<a>(?:\d{{1,2}}\s)?{MONTH}(?:\s\d{{1,2}}(?!\d))?(?:,?\s{YEAR})?)",
        _months_to,
    ),
    rule(
        rf"\b(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Ll]ast)[\s-]quarter\s(?:of\s)?{_YEAR_OF}",
        _quarter,
    ),
    rule(rf"\b(?P<which>Q[1-4])\s(?:of\s)?(?:FY\s?)?{_YEAR_OF}", _quarter),
    rule(rf"\b(?P<which>(?:[Ff]irst|[Ss]econd)\shalf(?=\sof)|H[12])\s(?:of\s)?{_YEAR_OF}", _half),
    rule(r"\b(?:[Tt]he\s)?(?P<which>first|second|third|fourth)[\s-]quarter\b(?!\s(?:of|final|century))", _bare_quarter),
    rule(
        rf"\b(?:(?:[Ff]iscal|[Ff]inancial)\s(?:[Yy]ear\s)?(?:of\s)?(?P<year>{YEAR})(?:[-–/](?P<last>\d{{2,4}}))?)(?!\d)",
        _fiscal,
    ),
    rule(rf"\bFY\s?(?P<year>{YEAR}|\d\d)(?:[-–/](?P<last>\d{{2,4}}))?(?!\d)", _fiscal),
    rule(
        rf"\b(?P<edge>[Ss]ince|[Ff]rom|[Aa]fter|[Uu]ntil|[Bb]efore|[Bb]y)\sthe\s(?:(?:end|start|beginning)\sof\sthe\s)?{_DECADE}",
        _decade_bound,
    ),
    rule(rf"\b(?:[Tt]he\s)?{_DECADE}", _decade),
    rule(r"\b[Tt]he\s(?:(?:early|late|mid)[\s-])?(?P<n>\d{1,2})(?:st|nd|rd|th)\scentury\b(?!\sB\.?C)", _century),
    rule(
        r"\b(?:(?:[Tt]he|[Ee]arly|[Ll]ate|mid)[\s-]){0,2}(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s(?:of\s)?"
        rf"(?P<year>{YEAR})(?:[-–/](?P<last>\d\d(?:\d\d)?))?(?!\d)",
        _season,
    ),
    rule(r"\b[Tt]his\s(?:coming\s)?(?:spring|summer|autumn|fall)\b", _this_season),
    rule(r"\b[Tt]he\s(?P<unit>week|month|year)\s(?P<which>after\snext|before\slast)\b", _beyond),
    rule(
        r"\b(?:[Tt]he\s(?:very\s)?(?:beginning|start|middle|end|close|turn)\sof|(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)\sin)"
        r"\s(?:the|(?P<which>last|next|this))\s(?P<unit>week|month|year)\b(?!\s(?:of|to|ended|ending))",
        _edge_of,
    ),
    rule(
        rf"\b(?<!than\s)(?<!over\s)(?P<n>{NUMBER})\s(?P<unit>fortnights?|decades?)\s(?P<way>ago|from\snow)\b",
        _long_ago,
    ),
    rule(rf"\b(?<!than\s)(?P<n>{NUMBER})\s(?P<unit>{UNITS})\s(?P<way>from\snow|hence)\b", _long_ago),
    rule(
        rf"\b(?:[Oo]ver|[Ii]n|[Dd]uring)\sthe\s(?:past|last)\s(?:(?P<n>{NUMBER})\s)?decades?\b",
        lambda m, r: None if not m["n"] and m[0].endswith("s") else _past_decades(m, r),
    ),
    rule(
        r"\b(?:[Ii]n|[Ss]ince|[Oo]f|[Ff]rom|[Uu]ntil)\s(?P<a>1[0-8]\d\d)(?![\d,–-])(?!\.\d)(?!\s[a-z]+s\b)"
        r"(?!\s(?:men|women|people|children|km|staff|feet|metric|percent|million|\w+-))",
        _plain_year,
    ),
)  # fmt: skip
"""Rules for the stretches of time, tried in their order."""
