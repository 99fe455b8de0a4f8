"""Times in English news text, as precise as the words and no more.

Ranges, weekdays by tense, days and months without a year are resolved against the publication
date; what stays vague ("recently") is left unresolved rather than invented.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from spacy.tokens import Doc

from kgraph.extract.attribution import Attribution
from kgraph.extract.regions import head, tokens
from kgraph.model import Article, Span, When

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

_MONTH = (
    r"(?P<{0}month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAY = r"(?P<{0}day>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<{0}year>(?:19|20)\d\d))?"


def _named(pattern: str, name: str) -> str:
    return pattern.format(name)


def _date(name: str) -> str:
    month, day, year = (_named(p, name) for p in (_MONTH, _DAY, _YEAR))
    other_day = day.replace(f"{name}day", f"{name}dayb")
    other_month = month.replace(f"{name}month", f"{name}monthb")
    other_year = year.replace(f"{name}year", f"{name}yearb")
    return rf"(?:{month}\s+{day}{year}|{other_day}\s+{other_month}{other_year})\b"


_CLOCK = r"(?:\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?|midnight|noon)"
_EDGE = rf"(?:{_CLOCK}\s+(?:on\s+)?)?(?:between\s+[A-Z][a-z]+\s+\d{{1,2}}\s+and\s+|the night of\s+)?"

_RANGE = re.compile(
    rf"(?:from|between)\s+{_EDGE}{_date('a')}\s+(?:until|till|to|through|and)\s+{_EDGE}{_date('b')}"
)
_SHORT_RANGE = re.compile(
    rf"{_named(_MONTH, 'a')}\s+(?P<first>\d{{1,2}})\s*(?:–|—|-|to|and|through)\s*(?P<last>\d{{1,2}})\b"
    rf"{_named(_YEAR, 'a')}"
    rf"|(?:between\s+|from\s+)?(?P<firstb>\d{{1,2}})\s*(?:–|—|-|to|and)\s*(?P<lastb>\d{{1,2}})\s+"
    rf"{_named(_MONTH, 'b')}{_named(_YEAR, 'b')}"
)
_SINGLE = re.compile(rf"(?P<edge>(?:by|until|till|since|from|before|after)\s+)?{_date('a')}")
_MONTH_ONLY = re.compile(
    rf"\b(?P<edge>in|since|until|by|early|late|mid)[\s-]+{_named(_MONTH, 'a')}"
    rf"(?:\s+(?P<year>(?:19|20)\d\d))?\b(?!\s+\d)"
)
_YEAR_ONLY = re.compile(r"\b(?P<edge>in|since|until|by)\s+(?P<year>(?:19|20)\d\d)\b")
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_WEEKDAY = re.compile(
    r"\b(?:(?P<which>last|next|this)\s+)?"
    r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\b"
)
_RELATIVE = re.compile(
    r"\b(?P<word>today|tonight|yesterday|tomorrow|"
    r"(?:last|next|this|earlier this|later this)\s+(?:week|month|year))\b",
    re.IGNORECASE,
)


def find(doc: Doc, article: Article, start: int, end: int) -> list[When]:
    """The times told between two character offsets, in the order of the text, without overlap."""
    published = _published(article)
    found: list[tuple[Span, When]] = []
    for span, when in _all(doc, published, start, end):
        if not any(s < span[1] and span[0] < e for (s, e), _ in found):
            found.append((span, when))
    return [when for _, when in sorted(found, key=lambda pair: pair[0])]


def said_at(doc: Doc, attribution: Attribution, article: Article) -> When | None:
    """When it was said: the time that the cue's sentence tells outside the content, if any.

    Else the publication date stands in, with basis ``published``; None where there is none.
    """
    cue = tokens(doc, attribution.cue)
    if cue:
        sentence = head(cue).sent
        content = attribution.content
        for when in find(doc, article, sentence.start_char, sentence.end_char):
            assert when.span is not None
            inside = any(s < when.span[1] and when.span[0] < e for s, e in content)
            trailing = inside and _belongs_to_cue(doc, attribution, when.span)
            if (not inside or trailing) and when.start and when.start == when.end:
                return when
    published = article.published[:10]
    if not published:
        return None
    return When(start=published, end=published, basis="published")


def _belongs_to_cue(doc: Doc, attribution: Attribution, span: Span) -> bool:
    """Whether a time inside a noun-phrase content tells when the act happened.

    "Putin announced a ceasefire on Monday": the day hangs on the cue's verb.
    """
    cue = {t.i for t in tokens(doc, attribution.cue)}
    run = tokens(doc, (span,))
    if not run:
        return False
    top = head(run)
    return top.i in cue or top.head.i in cue or (
        top.head.pos_ == "ADP" and top.head.head.i in cue
    )  # fmt: skip


def _all(
    doc: Doc, published: date | None, start: int, end: int
) -> Iterator[tuple[Span, When]]:
    text = doc.text
    for match in _RANGE.finditer(text, start, end):
        last = _day(match, "b", published, None)
        first = _day(match, "a", published, last.year if last else None)
        if first and last:
            yield match.span(), _when(first.isoformat(), last.isoformat(), match.span())
    for match in _SHORT_RANGE.finditer(text, start, end):
        month = match["amonth"] or match["bmonth"]
        year = match["ayear"] or match["byear"]
        first = _resolve(month, match["first"] or match["firstb"], year, published)
        last = _resolve(month, match["last"] or match["lastb"], year, published)
        if first and last and first < last:
            yield match.span(), _when(first.isoformat(), last.isoformat(), match.span())
    for match in _ISO.finditer(text, start, end):
        day = _real(int(match["year"]), int(match["month"]), int(match["day"]))
        if day:
            yield match.span(), _when(day.isoformat(), day.isoformat(), match.span())
    for match in _SINGLE.finditer(text, start, end):
        day = _day(match, "a", published, None)
        if day:
            yield match.span(), _edged(match["edge"], day.isoformat(), match.span())
    for match in _MONTH_ONLY.finditer(text, start, end):
        month_number = _month(match["amonth"])
        if match["year"] or published:
            year_number = int(match["year"]) if match["year"] else _year(month_number, published)
            yield match.span(), _edged(
                match["edge"], f"{year_number:04}-{month_number:02}", match.span()
            )
    for match in _YEAR_ONLY.finditer(text, start, end):
        yield match.span(), _edged(match["edge"], match["year"], match.span())
    if published:
        yield from _relative(doc, published, start, end)


def _relative(doc: Doc, published: date, start: int, end: int) -> Iterator[tuple[Span, When]]:
    for match in _WEEKDAY.finditer(doc.text, start, end):
        target = _WEEKDAYS.index(match["weekday"].lower())
        back = (published.weekday() - target) % 7
        ahead = (target - published.weekday()) % 7
        if match["which"] == "next" or (
            match["which"] != "last" and _is_future(doc, match.start()) and ahead
        ):
            day = published + timedelta(days=ahead or 7)
        else:
            day = published - timedelta(days=back or (7 if match["which"] == "last" else 0))
        yield match.span(), _when(day.isoformat(), day.isoformat(), match.span())
    for match in _RELATIVE.finditer(doc.text, start, end):
        first, last = _spell(match["word"].lower(), published)
        yield match.span(), _when(first, last, match.span())


def _spell(words: str, published: date) -> tuple[str, str]:
    days = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
    if words in days:
        day = (published + timedelta(days=days[words])).isoformat()
        return day, day
    *which, unit = words.split()
    step = {"last": -1, "next": 1}.get(which[0], 0)
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    if unit == "month":
        number = published.year * 12 + published.month - 1 + step
        month = f"{number // 12:04}-{number % 12 + 1:02}"
        return month, month
    year = f"{published.year + step:04}"
    return year, year


def _is_future(doc: Doc, place: int) -> bool:
    """Whether the clause around the place is told in the future."""
    run = tokens(doc, ((place, place + 1),))
    if not run:
        return False
    verb = run[0]
    for _ in range(20):
        if verb.pos_ in ("VERB", "AUX") or verb.head is verb:
            break
        verb = verb.head
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return bool(words & {"will", "shall", "'ll", "would", "can", "could", "to", "may", "must"})


def _edged(edge: str | None, moment: str, span: Span) -> When:
    edge = (edge or "").strip().lower()
    if edge in ("by", "until", "till", "before"):
        return _when("", moment, span)
    if edge in ("since", "from", "after"):
        return _when(moment, "", span)
    return _when(moment, moment, span)


def _when(start: str, end: str, span: Span) -> When:
    return When(start=start, end=end, span=span)


def _day(match: re.Match[str], name: str, published: date | None, year: int | None) -> date | None:
    month = match[f"{name}month"] or match[f"{name}monthb"]
    day = match[f"{name}day"] or match[f"{name}dayb"]
    told = match[f"{name}year"] or match[f"{name}yearb"] or (str(year) if year else None)
    return _resolve(month, day, told, published)


def _resolve(month: str, day: str, year: str | None, published: date | None) -> date | None:
    number = _month(month)
    if year:
        return _real(int(year), number, int(day))
    if published is None:
        return None
    near = [_real(published.year + step, number, int(day)) for step in (-1, 0, 1)]
    known = [d for d in near if d]
    return min(known, key=lambda d: abs((d - published).days)) if known else None


def _month(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month[:3] == name.lower()[:3])


def _year(month: int, published: date | None) -> int:
    """The year in which a month without one lies nearest to the publication."""
    assert published is not None
    distance = month - published.month
    return published.year + (1 if distance < -6 else -1 if distance > 6 else 0)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _published(article: Article) -> date | None:
    try:
        return date.fromisoformat(article.published[:10])
    except ValueError:
        return None
