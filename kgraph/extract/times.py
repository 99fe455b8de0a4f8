"""Times in English news text, as precise as the words and no more.

Ranges ("May 8–11", "from 00:00 on May 8 until …"), weekdays by tense, days and months without a
year, counted spans ("three days ago") are resolved against the publication date. What stays vague
("recently", "for 30 days" from nowhere) gives no time rather than an invented one. Of a bound alone
("until Friday", "since 2014") the other side stays "".
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Doc, Token

from kgraph.extract import parts
from kgraph.extract.actwords import base
from kgraph.extract.attribution import Attribution
from kgraph.extract.dates import (
    MONTH,
    NUMBER,
    Interval,
    Reference,
    Tense,
    parse_published,
)
from kgraph.extract.timewords import RULES
from kgraph.model import Article, Span, When

_PAST = frozenset({"VBD"})
_MODAL_FUTURE = parts.word_set(
    """
    will 'll ’ll shall would 'd can could may might must should to wo
    """
)
_PUBLISHING = frozenset({"publish", "release", "issue", "post", "date", "file", "circulate"})
_DUE = frozenset(
    {"schedule", "expect", "set", "due", "plan", "slate", "poise", "intend", "prepare"}
)


def find(doc: Doc, article: Article, start: int, end: int) -> list[When]:
    """The times told between two character offsets, in the order of the text, without overlap."""
    return [when for when, _ in _read(doc, article, start, end, None)]


def _read(
    doc: Doc, article: Article, start: int, end: int, tense: Tense | None
) -> Iterator[tuple[When, Span]]:
    text = article.text
    if not _HINT.search(text, max(0, start), min(end, len(text))):
        return
    published = parse_published(article.published)
    start, end = max(0, start), min(end, len(text))
    taken = bytearray(max(0, end - start))
    found: list[tuple[Span, Interval]] = []
    for pattern, resolver in RULES:
        for match in pattern.finditer(text, start, end):
            s, e = match.span()
            if any(taken[s - start : e - start]):
                continue
            told = tense if tense is not None else _tense(doc, e - 1)
            try:
                interval = resolver(match, Reference(published=published, tense=told))
            except (OverflowError, ValueError):
                continue  # "in 3000 years": a day that the calendar does not have is no day
            if interval is None or interval == ("", ""):
                continue
            taken[s - start : e - start] = b"\x01" * (e - s)
            found.append((_trim(text, (s, e)), interval))
    for span, (first, last) in sorted(found):
        yield When(start=first, end=last, span=span), span


_HINT = re.compile(
    r"\d|days?\b|week|month|year|night|morning|tomorrow|quarter|decade|spring|summer|autumn|fall\b|halloween"
    r"|\beve\b|halves|half"
    rf"|\b{MONTH}\b|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.",
    re.IGNORECASE,
)
"""Text without any of these tells no time: most sentences are read no further."""
_LEAD = re.compile(
    r"(?:(?:on|in|of|during|throughout|for|at)\s|(?:the|its|his|her)\s(?=\d))", re.IGNORECASE
)
_NO_LEAD = re.compile(
    rf"(?:in|for)\s(?:\d{{1,3}}\s|the\b|{NUMBER}\s)|the\s(?:19|20)\d0s", re.IGNORECASE
)


def _trim(text: str, span: Span) -> Span:
    """The span without the "on" or "in" before it, where the rest says the same."""
    words = text[span[0] : span[1]]
    lead = _LEAD.match(words)
    return span if lead is None or _NO_LEAD.match(words) else (span[0] + lead.end(), span[1])


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
        if verb.tag_ in _PAST or helpers & {
            "became",
            "got",
            "had",
            "has",
            "have",
            "was",
            "were",
            "did",
            "'ve",
        }:
            return "past"
        if verb.tag_ in {"VBZ", "VBP"} and not helpers:
            return "future"  # "The talks begin on Friday."
        if verb.dep_ not in {"acl", "acomp", "pcomp", "xcomp"} or verb.head.i == verb.i:
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
        ahead = _is_ahead(cue)
        for when, span in _read(doc, article, start, end, "future" if ahead else "past"):
            if not ahead and published is not None and _is_to_come(when, published):
                continue
            distance = _distance(doc, cue, content, attribution, when, span, published)
            if distance is not None and (best is None or distance < best[0]):
                best = distance, when
        if best is not None:
            return best[1]
    if published is None:
        return None
    day = published.isoformat()
    return When(start=day, end=day, basis="published")


def _is_ahead(cue: Sequence[Token]) -> bool:
    """Whether the cue tells of what is yet to be said: "will announce"."""
    return any(
        t.lower_ in {"will", "'ll", "’ll"}
        for c in cue
        for t in (c, *parts.children(c))
        if t.tag_ == "MD"
    )


_MODIFYING = frozenset({"compound", "poss", "nmod", "amod", "nummod"})


def _is_occasion(time: Token, cue: frozenset[int]) -> bool:
    """Whether the time names the occasion of the cue: "At Monday's debate, she said"."""
    noun = time.head
    for _ in range(3):
        if noun.dep_ != "compound":
            break
        noun = noun.head
    if noun.i in cue:
        return True
    place = noun.head
    return (
        noun.dep_ == "pobj"
        and place.lower_ in {"in", "at", "during", "on"}
        and (place.head.i in cue or place.head.pos_ not in {"NOUN", "PROPN"})
    )


def _tells_of_another(verb: Token, cue: Sequence[Token]) -> bool:
    """Whether the verb is another act than the cue, which has a time of its own."""
    helpers = [c for t in cue for c in parts.children(t) if c.dep_ in {"aux", "auxpass"}]
    finite = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in (*cue, *helpers))
    return finite and any(t.pos_ == "VERB" for t in cue) and verb.pos_ == "VERB"


def _is_to_come(when: When, day: date) -> bool:
    """Whether the time begins after the day, or on it and goes on: "within a month"."""
    today = day.isoformat()
    return when.start > today[: len(when.start)] or (when.start == today and when.end > today)


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
    if not run:
        return None
    cue_at = parts.indices(cue)
    if any(t.i in cue_at for t in run):
        return 0
    inside = parts.indices(content)
    head = parts.roots(run)[0] if parts.roots(run) else run[0]
    verb = _governor(head)
    governed = verb is not None and (
        verb.i in cue_at or (verb.head.i in cue_at and verb.dep_ in {"aux", "auxpass"})
    )
    gap = run[0].i - cue[-1].i if run[0].i > cue[-1].i else cue[0].i - run[-1].i
    if run[0].i in inside:
        # "announced a ceasefire on Monday": the day may stand inside what was announced.
        root = parts.predicate(content)
        nominal = root is not None and root.pos_ in {"NOUN", "PROPN"}
        recent = _is_day(when) and (
            published is None or (published - date.fromisoformat(when.start)).days <= 7
        )
        under = governed or (nominal and root is not None and verb is not None and verb.i in cue_at)
        return gap + 20 if nominal and under and recent else None
    between = [
        doc[i]
        for i in range(
            *sorted((run[-1].i + 1, cue[0].i))
            if run[-1].i < cue[0].i
            else (cue[-1].i + 1, run[0].i)
        )
    ]
    source = parts.indices(parts.tokens(doc, attribution.source))
    if run[0].i in source and (not governed or head.dep_ in {"compound", "poss", "nmod", "amod"}):
        return None
    if (
        verb is not None
        and base(verb) in _PUBLISHING
        and verb.dep_ in {"acl", "relcl"}
        and verb.head.i in source
    ):
        return gap + 1  # "the report, published on Thursday, said"
    if head.dep_ in _MODIFYING and not _is_occasion(head, cue_at):
        return None  # "since Monday's debate", "the 1999 shooting"
    if governed:
        return max(gap, 1)
    if verb is not None and verb.i not in inside and _tells_of_another(verb, cue):
        return None
    if (
        verb is not None
        and verb.i not in inside
        and verb.i not in cue_at
        and verb.dep_ in {"relcl", "acl", "advcl", "appos"}
    ):
        return None
    plain = [t for t in between if t.i not in inside and t.i not in source]
    if any(t.pos_ == "VERB" and t.tag_ != "VBG" for t in plain):
        return None
    return gap + 5 if len(plain) <= 12 else None


def _is_day(when: When) -> bool:
    """Whether it is one whole day: a year or month in a content is when that was."""
    return when.start == when.end and len(when.start) == len("2025-04-28")
