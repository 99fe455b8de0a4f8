"""How times are written in English news text, and the interval that each writing means."""

import re
from datetime import date, timedelta

from kgraph.extract.dates import (
    DAY,
    MONTH,
    MONTH_YEAR,
    NIGHT,
    NUMBER,
    POINT,
    RELATIVE,
    UNITS,
    WEEKDAY,
    WEEKDAY_POINT,
    YEAR,
    Interval,
    Reference,
    Rule,
    after,
    counted,
    last_day,
    month_number,
    nearest_day,
    number_of,
    real,
    resolve,
    rule,
    week_of,
)
from kgraph.extract.periods import PERIODS

_DASH = r"\s?(?:–|—|-)\s?"


_DD = r"\d{1,2}(?:st|nd|rd|th)?"


def _range(match: re.Match[str], reference: Reference) -> Interval | None:
    last_words = match["b"]
    years = re.findall(YEAR, last_words)
    last = resolve(last_words, reference)
    hint = (
        int(years[0]) if years else int(last[1][:4]) if last and re.search(DAY, last_words) else 0
    )
    first = resolve(
        match["a"], Reference(published=reference.published, tense=reference.tense, year=hint)
    )
    if first is None or last is None:
        return None
    if first[0] > last_day(last[1]):
        # "from November to February": the first lies in the year before.
        first = resolve(
            match["a"],
            Reference(
                published=reference.published, tense=reference.tense, year=int(last[1][:4]) - 1
            ),
        )
    later = re.search(WEEKDAY, last_words) and not re.search(MONTH, last_words)
    if first and later and first[0] > last[1]:
        last = tuple((date.fromisoformat(d) + timedelta(days=7)).isoformat() for d in last)  # type: ignore[assignment]
    if first is None or last is None or first[0] > last_day(last[1]):
        return None
    return first[0], last[1]


def _short_range(match: re.Match[str], reference: Reference) -> Interval | None:
    """Reads "May 8–11", "8 to 11 May", "May 8 and 9"."""
    month = month_number(match["month"] or match["month2"])
    year = int(match["year"] or match["year2"] or 0)
    low = int(re.sub(r"\D", "", match["low"] or match["low2"]))
    high = int(re.sub(r"\D", "", match["high"] or match["high2"]))
    end = real(year, month, high) if year else nearest_day(month, high, reference)
    start = real(end.year, month, low) if end else None
    if start is None or end is None or start >= end:
        return None
    pair = " and " in match[0] and not re.match(r"(?i)between\b", match[0])
    if pair and high - low != 1:
        return None
    return start.isoformat(), end.isoformat()


def _years(match: re.Match[str], reference: Reference) -> Interval | None:
    del reference
    first, last = match["a"], match["b"]
    last = first[: 4 - len(last)] + last
    return (first, last) if first < last else None


def _bounded(match: re.Match[str], reference: Reference) -> Interval | None:
    found = resolve(match["a"], reference)
    if found is None:
        return None
    edge = match["edge"].lower()
    if edge in {"since", "as of"} and reference.tense != "past":
        back = Reference(published=reference.published, tense="past", year=reference.year)
        found = resolve(match["a"], back) or found
    if edge not in {"since", "after", "from", "as of"} and not reference.tense:
        # "until Friday", "by March": a bound without a verb lies ahead.
        ahead = Reference(published=reference.published, tense="future", year=reference.year)
        found = resolve(match["a"], ahead) or found
    if edge in {"since", "after", "from", "starting", "beginning", "effective", "as of"}:
        return found[0], ""
    return "", found[1]


def _point(match: re.Match[str], reference: Reference) -> Interval | None:
    return resolve(match["a"], reference)


def _counted(match: re.Match[str], reference: Reference) -> Interval | None:
    unit = match["unit"].rstrip("s")
    if reference.published is None or unit == "hour" or (number := number_of(match["n"])) > 3000:
        return None
    if not match["ago"] and reference.tense != "future":
        return None  # "four releases in five years" tells how long, not when
    direction = -1 if match["ago"] else 1
    return counted(number, unit, direction, reference.published)


def _running(match: re.Match[str], reference: Reference) -> Interval | None:
    """Reads "over the past three days", "within two weeks", "for the next 30 days"."""
    if reference.published is None:
        return None
    number = number_of(match["n"]) if match["n"] else 1
    unit = match["unit"].rstrip("s")
    if number > 3000:
        return None
    if match["which"] and match["which"].lower() in {"past", "last"}:
        return after(-number, unit, reference.published), reference.published.isoformat()
    return reference.published.isoformat(), after(number, unit, reference.published)


def _lasting(match: re.Match[str], reference: Reference) -> Interval | None:
    """Reads "for three days from May 8": three days, the first of them counted."""
    start = resolve(match["a"], reference)
    number, unit = number_of(match["n"]), match["unit"].rstrip("s")
    if start is None or len(start[0]) != 10 or unit == "hour" or number > 3000:
        return start and (start[0], "")
    end = date.fromisoformat(after(number, unit, date.fromisoformat(start[0]))) - timedelta(days=1)
    return start[0], end.isoformat()


def _overnight(match: re.Match[str], reference: Reference) -> Interval | None:
    del match
    if reference.published is None:
        return None
    return (reference.published - timedelta(days=1)).isoformat(), reference.published.isoformat()


def _week_of(match: re.Match[str], reference: Reference) -> Interval | None:
    found = resolve(match["a"], reference)
    return week_of(date.fromisoformat(found[0])) if found and len(found[0]) == 10 else None


_TO = r"\s(?:until|till|to|through|and\sending\s(?:on\s)?|up\suntil)\s"


_BOUND = (
    r"(?P<edge>(?i:since|until|till|by|before|after|from|starting|beginning|effective|through|as\sof|up\sto"
    r"|no\slater\sthan|prior\sto))"
)


RULES: tuple[Rule, ...] = (
    rule(rf"\b(?:[Ff]rom\s)?(?P<a>{POINT}){_TO}(?:at\s)?(?P<b>{POINT})", _range),
    rule(rf"\b[Bb]etween\s(?P<a>{POINT})\sand\s(?P<b>{POINT})", _range),
    rule(
        rf"\b(?P<a>{DAY}|{MONTH}|{WEEKDAY}){_DASH}(?P<b>{DAY}|{MONTH}(?:\s{YEAR})?|{WEEKDAY})",
        _range,
    ),
    rule(
        rf"\b(?:(?:[Bb]etween|[Ff]rom)\s)?(?:(?P<month>{MONTH})\s(?P<low>{_DD})(?:{_DASH}|\s(?:to|and|through|until|or)\s)"
        rf"(?P<high>{_DD})(?!\d|[:.]\d|\s?[ap]\.?m)(?:,?\s(?P<year>{YEAR}))?"
        rf"|(?P<low2>{_DD})(?:{_DASH}|\s(?:to|and|through|until|or)\s)(?P<high2>{_DD})\s(?:of\s)?(?P<month2>{MONTH})"
        rf"(?:,?\s(?P<year2>{YEAR}))?)",
        _short_range,
    ),
    rule(rf"\b(?P<a>{YEAR})(?:–|—|-|/)(?P<b>{YEAR}|\d\d)(?![\d-])", _years),
    rule(
        rf"\b(?:for|lasting)\s(?P<n>{NUMBER})\s(?P<unit>{UNITS})\s(?:from|starting|beginning)\s(?:on\s)?(?P<a>{POINT})",
        _lasting,
    ),
    rule(
        rf"\b(?:from|starting|beginning)\s(?:on\s)?(?P<a>{POINT}),?\s(?:for|and\slasting)\s(?P<n>{NUMBER})\s(?P<unit>{UNITS})",
        _lasting,
    ),
    rule(rf"\bweek\sof\s(?P<a>{DAY})", _week_of),
    *PERIODS,
    rule(
        rf"(?<!\bday\s)\b{_BOUND}\s(?:(?:the\s)?(?:end|start|beginning|middle)\sof\s|on\s|at\s|early\s|late\s|around\s)?(?P<a>{POINT})",
        _bounded,
    ),
    rule(
        rf"\b(?:[Oo]ver|[Ii]n|[Ff]or|[Dd]uring|[Ww]ithin|[Tt]hroughout)\sthe\s(?P<which>past|last|next|coming|following)"
        rf"\s(?:(?P<n>{NUMBER})\s)?(?P<unit>hours|days|weeks|months|years|day|week|month|year)\b(?!\sof\b)",
        lambda m, r: _running(m, r) if m["n"] or not m["unit"].endswith("s") else None,
    ),
    rule(
        rf"\b[Ww]ithin\s(?P<which>)(?P<n>{NUMBER})\s(?P<unit>{UNITS})\b(?!\s(?:of|after|before))",
        _running,
    ),
    rule(
        rf"\b(?:in\s(?P<n>{NUMBER})\s(?P<unit>{UNITS})(?P<ago>)(?!['’]|\s(?:of|after|before)|-))",
        _counted,
    ),
    rule(rf"(?<!than\s)(?<!over\s)\b(?P<n>{NUMBER})\s(?P<unit>{UNITS})\s(?P<ago>ago)\b", _counted),
    rule(rf"\b(?:[Oo]n\s)?(?P<a>(?:{NIGHT})?(?:{DAY}))", _point),
    rule(rf"\b(?P<a>{RELATIVE})\b", _point),
    rule(rf"\b(?:[Oo]n\s)?(?P<a>(?:(?:the\s)?{NIGHT})?{WEEKDAY_POINT})(?!\w)", _point),
    rule(
        rf"\b(?:(?:[Ii]n|[Dd]uring|[Oo]f|[Tt]hroughout|[Ff]or)\s(?P<a>{MONTH_YEAR})(?!\w|\s\d))",
        _point,
    ),
    rule(
        rf"\b(?P<a>(?:[Ll]ast|[Nn]ext|[Ee]arly|[Mm]id|[Ll]ate)[\s-]{MONTH}|{MONTH},?\s(?:of\s)?{YEAR})(?!\w)",
        _point,
    ),
    rule(
        rf"\b(?:[Ii]n|[Dd]uring|[Oo]f|[Ff]or|[Tt]hroughout|[Ee]arly|[Ll]ate|[Mm]id-?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er)\s?(?:early\s|late\s|mid-)?"
        rf"(?P<a>{YEAR})(?![\d–—:,]\d|-\d|\s(?:people|troops|soldiers|men|km|miles|euros|dollars|percent|%))\b",
        _point,
    ),
    rule(r"\b(?P<a>[Oo]vernight)\b", _overnight),
)
