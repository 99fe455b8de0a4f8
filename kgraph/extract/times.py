"""Times in English news text, as precise as the words and no more.

Ranges ("May 8–11", "from 00:00 on May 8 until …"), weekdays by tense, days and months without a
year, counted spans ("three days ago") are resolved against the publication date. What stays vague
("recently", "for 30 days" from nowhere) gives no time rather than an invented one. Of a bound alone
("until Friday", "since 2014") the other side stays "".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from spacy.tokens import Doc, Token  # noqa: TID251

from kgraph.extract import parts
from kgraph.extract.attribution import Attribution
from kgraph.extract.dates import (
    DAY,
    MONTH,
    MONTH_YEAR,
    NIGHT,
    NUMBERS,
    POINT,
    RELATIVE,
    WEEKDAY,
    WEEKDAY_POINT,
    YEAR,
    Interval,
    Reference,
    Tense,
    after,
    counted,
    last_day,
    month_number,
    nearest_day,
    parse_published,
    quarter,
    real,
    resolve,
    week_of,
)
from kgraph.model import Article, Span, When

Resolver = Callable[[re.Match[str], Reference], Interval | None]

_DASH = r"\s?(?:–|—|-)\s?"
_NUMBER = r"(?:\d{1,4}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r"(?:\sof)?)"
_UNITS = r"(?:hours?|days?|weeks?|months?|years?)"
_DD = r"\d{1,2}(?:st|nd|rd|th)?"


def _range(match: re.Match[str], reference: Reference) -> Interval | None:
    last_words = match["b"]
    years = re.findall(YEAR, last_words)
    last = resolve(last_words, reference)
    hint = int(years[0]) if years else int(last[1][:4]) if last and re.search(DAY, last_words) else 0
    first = resolve(
        match["a"], Reference(published=reference.published, tense=reference.tense, year=hint)
    )
    if first is None or last is None:
        return None
    if first[0] > last_day(last[1]):
        # "from November to February": the first lies in the year before.
        first = resolve(
            match["a"],
            Reference(published=reference.published, tense=reference.tense, year=int(last[1][:4]) - 1),
        )
    later = re.search(WEEKDAY, last_words) and not re.search(MONTH, last_words)
    if first and later and first[0] > last[1]:
        last = tuple((date.fromisoformat(d) + timedelta(days=7)).isoformat() for d in last)  # type: ignore[assignment]
    if first is None or last is None or first[0] > last_day(last[1]):
        return None
    return first[0], last[1]


def _short_range(match: re.Match[str], reference: Reference) -> Interval | None:
    """ "May 8–11", "8 to 11 May", "May 8 and 9"."""
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
    if edge not in {"since", "after", "from"} and not reference.tense:
        # "until Friday", "by March": a bound without a verb lies ahead.
        ahead = Reference(published=reference.published, tense="future", year=reference.year)
        found = resolve(match["a"], ahead) or found
    if edge in {"since", "after", "from", "starting", "beginning", "effective", "as of"}:
        return found[0], ""
    return "", found[1]


def _point(match: re.Match[str], reference: Reference) -> Interval | None:
    return resolve(match["a"], reference)


def _number(words: str) -> int:
    words = words.lower().removesuffix(" of")
    return int(words) if words.isdigit() else NUMBERS[words]


def _counted(match: re.Match[str], reference: Reference) -> Interval | None:
    unit = match["unit"].rstrip("s")
    if reference.published is None or unit == "hour" or (number := _number(match["n"])) > 3000:
        return None
    direction = -1 if match["ago"] else 1
    return counted(number, unit, direction, reference.published)


def _running(match: re.Match[str], reference: Reference) -> Interval | None:
    """ "over the past three days", "within two weeks", "for the next 30 days"."""
    if reference.published is None:
        return None
    number = _number(match["n"]) if match["n"] else 1
    unit = match["unit"].rstrip("s")
    if number > 3000:
        return None
    if match["which"] and match["which"].lower() in {"past", "last"}:
        return after(-number, unit, reference.published), reference.published.isoformat()
    return reference.published.isoformat(), after(number, unit, reference.published)


def _lasting(match: re.Match[str], reference: Reference) -> Interval | None:
    """ "for three days from May 8": three days, the first of them counted."""
    start = resolve(match["a"], reference)
    number, unit = _number(match["n"]), match["unit"].rstrip("s")
    if start is None or len(start[0]) != 10 or unit == "hour" or number > 3000:
        return start and (start[0], "")
    end = date.fromisoformat(after(number, unit, date.fromisoformat(start[0]))) - timedelta(days=1)
    return start[0], end.isoformat()


def _quarter(match: re.Match[str], reference: Reference) -> Interval | None:
    del reference
    which = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3, "1": 0, "2": 1, "3": 2, "4": 3}
    return quarter(int(match["year"]) * 4 + which[match["which"].lower()])


def _half(match: re.Match[str], reference: Reference) -> Interval | None:
    del reference
    months = ("01", "06") if match["which"].lower() == "first" else ("07", "12")
    return f"{match['year']}-{months[0]}", f"{match['year']}-{months[1]}"


def _decade(match: re.Match[str], reference: Reference) -> Interval | None:
    del reference
    return match["year"], f"{match['year'][:3]}9"


def _overnight(match: re.Match[str], reference: Reference) -> Interval | None:
    del match
    if reference.published is None:
        return None
    return (reference.published - timedelta(days=1)).isoformat(), reference.published.isoformat()


def _week_of(match: re.Match[str], reference: Reference) -> Interval | None:
    found = resolve(match["a"], reference)
    return week_of(date.fromisoformat(found[0])) if found and len(found[0]) == 10 else None


def _rule(pattern: str, resolver: Resolver) -> tuple[re.Pattern[str], Resolver]:
    return re.compile(pattern), resolver


_TO = r"\s(?:until|till|to|through|and\sending\s(?:on\s)?|up\suntil)\s"
_BOUND = (
    r"(?P<edge>(?i:since|until|till|by|before|after|from|starting|beginning|effective|through|as\sof|up\sto"
    r"|no\slater\sthan|prior\sto))"
)
_RULES = (
    _rule(rf"\b(?:[Ff]rom\s)?(?P<a>{POINT}){_TO}(?:at\s)?(?P<b>{POINT})", _range),
    _rule(rf"\b[Bb]etween\s(?P<a>{POINT})\sand\s(?P<b>{POINT})", _range),
    _rule(rf"\b(?P<a>{DAY}|{MONTH}|{WEEKDAY}){_DASH}(?P<b>{DAY}|{MONTH}(?:\s{YEAR})?|{WEEKDAY})", _range),
    _rule(
        rf"\b(?:(?:[Bb]etween|[Ff]rom)\s)?(?:(?P<month>{MONTH})\s(?P<low>{_DD})(?:{_DASH}|\s(?:to|and|through|until|or)\s)"
        rf"(?P<high>{_DD})(?!\d|[:.]\d|\s?[ap]\.?m)(?:,?\s(?P<year>{YEAR}))?"
        rf"|(?P<low2>{_DD})(?:{_DASH}|\s(?:to|and|through|until|or)\s)(?P<high2>{_DD})\s(?:of\s)?(?P<month2>{MONTH})"
        rf"(?:,?\s(?P<year2>{YEAR}))?)",
        _short_range,
    ),
    _rule(rf"\b(?P<a>{YEAR})(?:–|—|-|/)(?P<b>{YEAR}|\d\d)(?![\d-])", _years),
    _rule(
        rf"\b(?:for|lasting)\s(?P<n>{_NUMBER})\s(?P<unit>{_UNITS})\s(?:from|starting|beginning)\s(?:on\s)?(?P<a>{POINT})",
        _lasting,
    ),
    _rule(
        rf"\b(?:from|starting|beginning)\s(?:on\s)?(?P<a>{POINT}),?\s(?:for|and\slasting)\s(?P<n>{_NUMBER})\s(?P<unit>{_UNITS})",
        _lasting,
    ),
    _rule(rf"\bweek\sof\s(?P<a>{DAY})", _week_of),
    _rule(
        rf"\b{_BOUND}\s(?:(?:the\s)?(?:end|start|beginning|middle)\sof\s|on\s|at\s|early\s|late\s|around\s)?(?P<a>{POINT})",
        _bounded,
    ),
    _rule(
        rf"\b(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)[\s-]quarter\s(?:of\s)?(?P<year>{YEAR})",
        _quarter,
    ),
    _rule(rf"\bQ(?P<which>[1-4])\s(?:of\s)?(?P<year>{YEAR})", _quarter),
    _rule(rf"\b(?P<which>[Ff]irst|[Ss]econd)\shalf\sof\s(?P<year>{YEAR})", _half),
    _rule(rf"\bthe\s(?P<year>(?:19|20)\d0)s\b", _decade),
    _rule(
        rf"\b(?:[Oo]ver|[Ii]n|[Ff]or|[Dd]uring|[Ww]ithin|[Tt]hroughout)\sthe\s(?P<which>past|last|next|coming|following)"
        rf"\s(?:(?P<n>{_NUMBER})\s)?(?P<unit>hours|days|weeks|months|years|day|week|month|year)\b",
        lambda m, r: _running(m, r) if m["n"] or not m["unit"].endswith("s") else None,
    ),
    _rule(
        rf"\b[Ww]ithin\s(?P<which>)(?P<n>{_NUMBER})\s(?P<unit>{_UNITS})\b(?!\s(?:of|after|before))",
        _running,
    ),
    _rule(
        rf"\b(?:in\s(?P<n>{_NUMBER})\s(?P<unit>{_UNITS})(?P<ago>)(?!['’]|\s(?:of|after|before)|-))",
        _counted,
    ),
    _rule(rf"\b(?P<n>{_NUMBER})\s(?P<unit>{_UNITS})\s(?P<ago>ago)\b", _counted),
    _rule(rf"\b(?:[Oo]n\s)?(?P<a>(?:{NIGHT})?(?:{DAY}))", _point),
    _rule(rf"\b(?P<a>{RELATIVE})\b", _point),
    _rule(rf"\b(?:[Oo]n\s)?(?P<a>(?:(?:the\s)?{NIGHT})?{WEEKDAY_POINT})(?!\w)", _point),
    _rule(
        rf"\b(?:(?:[Ii]n|[Dd]uring|[Oo]f|[Tt]hroughout|[Ff]or)\s(?P<a>{MONTH_YEAR})(?!\w|\s\d))",
        _point,
    ),
    _rule(rf"\b(?P<a>(?:[Ll]ast|[Nn]ext|[Ee]arly|[Mm]id|[Ll]ate)[\s-]{MONTH}|{MONTH},?\s(?:of\s)?{YEAR})(?!\w)", _point),
    _rule(
        rf"\b(?:[Ii]n|[Dd]uring|[Oo]f|[Ff]or|[Tt]hroughout|[Ee]arly|[Ll]ate|[Mm]id-?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er)\s?(?:early\s|late\s|mid-)?"
        rf"(?P<a>{YEAR})(?![\d–—:,]\d|-\d|\s(?:people|troops|soldiers|men|km|miles|euros|dollars|percent|%))\b",
        _point,
    ),
    _rule(r"\b(?P<a>[Oo]vernight)\b", _overnight),
)

_PAST = frozenset({"VBD"})
_MODAL_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "would", "'d", "can", "could", "may", "might", "must", "should", "to", "wo"})
_DUE = frozenset({"schedule", "expect", "set", "due", "plan", "slate", "poise", "intend", "prepare"})


def find(doc: Doc, article: Article, start: int, end: int) -> list[When]:
    """The times told between two character offsets, in the order of the text, without overlap."""
    return [when for when, _ in _read(doc, article, start, end, None)]


def _read(
    doc: Doc, article: Article, start: int, end: int, tense: Tense | None
) -> Iterator[tuple[When, Span]]:
    published = parse_published(article.published)
    text = article.text
    start, end = max(0, start), min(end, len(text))
    taken = bytearray(max(0, end - start))
    found: list[tuple[Span, Interval]] = []
    for pattern, resolver in _RULES:
        for match in pattern.finditer(text, start, end):
            s, e = match.span()
            if any(taken[s - start : e - start]):
                continue
            told = tense if tense is not None else _tense(doc, e - 1)
            interval = resolver(match, Reference(published=published, tense=told))
            if interval is None or interval == ("", ""):
                continue
            taken[s - start : e - start] = b"\x01" * (e - s)
            found.append((_trim(text, (s, e)), interval))
    for span, (first, last) in sorted(found):
        yield When(start=first, end=last, span=span), span


def _trim(text: str, span: Span) -> Span:
    """The span without the "on" or "in" before it."""
    match = re.match(r"(?:on|in|of|during|throughout|for|the|its|his|her|at)\s", text[span[0] : span[1]], re.IGNORECASE)
    keep = match is None or re.match(r"(?:in\s(?:\d{1,3}\s|the\b)|in\s(?:" + _NUMBER + r")\s|for\sthe|the\s(?:19|20)\d0s)", text[span[0] : span[1]])
    return span if keep or match is None else (span[0] + match.end(), span[1])


def _governor(token: Token) -> Token | None:
    """The nearest verb above the token, or None."""
    for _ in range(10):
        if token.pos_ in {"VERB", "AUX"}:
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _tense(doc: Doc, offset: int) -> Tense:
    """The tense of the clause around the offset."""
    run = parts.tokens(doc, ((offset, offset + 1),))
    verb = _governor(run[0]) if run else None
    if verb is None:
        return ""
    for _ in range(3):
        helpers = {c.lower_ for c in parts.children(verb) if c.dep_ in {"aux", "auxpass"}}
        if helpers & _MODAL_FUTURE:
            return "past" if helpers & {"have", "'ve"} else "future"
        if verb.lemma_ in _DUE and verb.tag_ in {"VBN", "JJ", "VBZ", "VBP"}:
            return "future"
        if verb.tag_ in _PAST or helpers & {"had", "has", "have", "was", "were", "did", "'ve"}:
            return "past"
        if verb.dep_ not in {"acl", "pcomp", "xcomp"} or verb.head.i == verb.i:
            break
        above = _governor(verb.head)
        if above is None:
            break
        verb = above
    return ""


def said_at(doc: Doc, attribution: Attribution, article: Article) -> When | None:
    """When it was said: a time that the cue's sentence tells of the saying, if it can be resolved.

    A time that is stated but cannot be resolved ("on Monday" in an undated article) gives None, a
    statement without a time the publication date with basis ``published``, None if undated. 
    """
    cue = parts.tokens(doc, attribution.cue)
    published = parse_published(article.published)
    if cue:
        content = parts.tokens(doc, attribution.content)
        words = parts.around(doc, cue)
        start, end = words[0].idx, words[-1].idx + len(words[-1])
        best: tuple[int, When] | None = None
        for when, span in _read(doc, article, start, end, "past"):
            distance = _distance(doc, cue, content, attribution, when, span, published)
            if distance is not None and (best is None or distance < best[0]):
                best = distance, when
        if best is not None:
            return best[1]
    if published is None:
        return None
    day = published.isoformat()
    return When(start=day, end=day, basis="published")


def _distance(
    doc: Doc,
    cue: Sequence[Token],
    content: Sequence[Token],
    attribution: Attribution,
    when: When,
    span: Span,
    published: date | None,
) -> int | None:
    """How far from the cue a time of saying stands in tokens; None where it tells something else."""
    if not when.end or not when.start:
        return None
    run = parts.tokens(doc, (span,))
    if not run or (published is not None and when.start > published.isoformat()[: len(when.start)]):
        return None
    cue_at = parts.indices(cue)
    if any(t.i in cue_at for t in run):
        return 0
    inside = parts.indices(content)
    head = parts.roots(run)[0] if parts.roots(run) else run[0]
    verb = _governor(head)
    governed = verb is not None and (verb.i in cue_at or (verb.head.i in cue_at and verb.dep_ in {"aux", "auxpass"}))
    gap = run[0].i - cue[-1].i if run[0].i > cue[-1].i else cue[0].i - run[-1].i
    if run[0].i in inside:
        # "announced a ceasefire on Monday": the day may stand inside what was announced.
        root = parts.predicate(content)
        nominal = root is not None and root.pos_ in {"NOUN", "PROPN"}
        recent = published is None or (published - _as_day(when.start, published)).days <= 7
        under = governed or (nominal and root is not None and verb is not None and verb.i in cue_at)
        return gap + 20 if nominal and under and recent and when.start == when.end else None
    between = [doc[i] for i in range(*sorted((run[-1].i + 1, cue[0].i)) if run[-1].i < cue[0].i else (cue[-1].i + 1, run[0].i))]
    source = parts.indices(parts.tokens(doc, attribution.source))
    if governed:
        return max(gap, 1)
    if verb is not None and verb.i not in inside and verb.i not in cue_at and verb.dep_ in {"relcl", "acl", "advcl", "appos"}:
        return None
    plain = [t for t in between if t.i not in inside and t.i not in source]
    if any(t.pos_ in {"VERB"} and t.tag_ != "VBG" for t in plain):
        return None
    if run[0].i in source and verb is not None and verb.i not in cue_at:
        return None
    return gap + 5 if len(plain) <= 12 else None


def _as_day(text: str, published: date) -> date:
    return date.fromisoformat(text) if len(text) == 10 else published

