"""Quotations that stand alone: whole sentences between quotation marks that no cue reports.

A paragraph of an interview or a feature may be nothing but what somebody says, and in a dialogue
the next speaker's words follow upon the last one's. Whose they are, only what stands around tells.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from kgraph.extract.attribution import Attribution, overlap
from kgraph.extract.quotes import is_spoken, quoted
from kgraph.model import Article, Paragraph, Span, Spans

_CONFIDENCE = 0.5
_MARKS = "\"“”„«»'`‘’ "
_ENDS = (".", "!", "?", "…", "—", "–")
_BEFORE = (".", "!", "?", ":", "…", "”", '"', "’")
_CLOSED = ("”", '"', "»", "’", "'")
_FEW = 6
_SENTENCE = re.compile(r"[.!?…]\s+(?P<words>[^\s\"“‘«].*?[.!?:])\s*$", re.DOTALL)
_STILL = re.compile(r"(?:he|she|they|i|we)\b", re.IGNORECASE)


def without_others(article: Article, a: Attribution) -> Attribution:
    """The attribution without quotations that another utterance must be.

    A quotation goes on from the one before it where only the words that report them lie between,
    or a sentence about the same speaker ("He paused."); not where somebody else's sentence does,
    nor where it follows at once upon one that was closed, in its paragraph or as the next one.
    """
    if not a.cue:
        return a
    content = a.content[_apart(article.text, a) :]
    kept = list(content[:1])
    for before, span in pairwise(content):
        if _begins_anew(article.text, a, before, span):
            break
        kept.append(span)
    return a if len(kept) == len(a.content) else replace(a, content=tuple(kept))


def _apart(text: str, a: Attribution) -> int:
    """How many quotations are paragraphs of their own above the one in which the words report."""
    told = min(s for s, _ in (*a.cue, *a.source))
    n = 0
    while n + 1 < len(a.content) and a.content[n][1] <= told:
        span, following = a.content[n], a.content[n + 1]
        behind = text[span[1] : span[1] + 1]
        whole = text[: span[0]].endswith("\n") or span[0] == 0
        if not (whole and text[span[0]] in _MARKS and text[: span[1]].endswith(_CLOSED)):
            break
        if behind != "\n" or following[0] > told or "\n" in text[following[0] : told]:
            break
        n += 1
    return n


def _begins_anew(text: str, a: Attribution, before: Span, span: Span) -> bool:
    if text[span[0]] not in _MARKS or not text[before[0] : before[1]].endswith(_CLOSED):
        return False
    between = text[before[1] : span[0]]
    if "\n" in between:
        asked = "?" in text[before[1] - 2 : before[1]] and between.rstrip("\n ").endswith(".")
        told = between.rpartition("\n")[2].strip()
        other = told.endswith(_ENDS) and not _STILL.match(told)
        return text[before[0]] in _MARKS and (asked or other or not any(map(str.isalnum, between)))
    if not any(map(str.isalnum, between)):
        return bool(between.strip() == "" and text[before[1] - 2] in "?!.")
    reported = max((e for s, e in (*a.cue, *a.source) if s < span[0]), default=before[1])
    match = _SENTENCE.search(text[max(reported, before[1]) : span[0]])
    return match is not None and not _STILL.match(match["words"])


def unclaimed(article: Article, found: Iterable[Attribution]) -> Iterator[Attribution]:
    """Attributions without source and cue for the quoted sentences that are in none of those found.

    Neighbours are one where the first is left open, as a speech that runs over paragraphs is.
    """
    contents = sorted(span for a in found for span in a.content)
    at = 0
    running: Spans = ()
    for paragraph in article.paragraphs:
        if paragraph.kind != "text":
            continue
        while at < len(contents) and contents[at][1] <= paragraph.start:
            at += 1
        last = bisect_left(contents, (paragraph.end, 0))
        near = tuple(contents[at:last])
        for quote in quoted(article.text, paragraph.start, paragraph.end):
            free = not overlap((quote,), near)
            if running and free and quote[0] == paragraph.start:
                running = (*running, quote)
            elif free and _is_sentence(article.text, quote, paragraph):
                if running:
                    yield _alone(running)
                running = (quote,)
            else:
                continue
            if article.text[running[-1][0] : running[-1][1]].endswith(_CLOSED):
                yield _alone(running)
                running = ()
    if running:
        yield _alone(running)


def _alone(content: Spans) -> Attribution:
    return Attribution(source=(), cue=(), content=content, confidence=_CONFIDENCE)


def _is_sentence(text: str, quote: Span, paragraph: Paragraph) -> bool:
    """Whether the quotation begins where a sentence can, and ends as one."""
    words = text[quote[0] : quote[1]].strip(_MARKS)
    before = text[paragraph.start : quote[0]].rstrip()
    whole = text[quote[0]] == "'" and quote == (paragraph.start, paragraph.end)
    if whole and len(words.split()) <= _FEW:
        return False  # a heading: 'All Bets Are Off.'
    return (
        words.endswith(_ENDS)
        and (not before or before.endswith(_BEFORE))
        and is_spoken(text, quote, paragraph.start)
    )
