"""Quotation marks become quoted spans; one stray mark never flips the rest of a text.

What opens and what closes is told by the mark itself where it has a side (“ ” « »), else by what
stands around it: an opening mark leans on the word behind it, a closing one on the word before.
"""

import re

from kgraph.model import Span

_CLOSERS = {"“": '”"', "”": '”"', "„": '“”"', "«": "»", '"': '"”'}
_OPEN = frozenset("“„«")
_SINGLE = frozenset("'‘")
_BEFORE_OPENING = frozenset('([{—–-/…*•>:,“"')
_ENDS = (".", ",", "!", "?", "—", "…")
_STARTS = ("", ".", "!", "?", ":", ",", "…", "—")
_SHORTEST = 3
"""Words up to which a quotation may be but a phrase."""

_FEW = 8
_SINGLE_CLOSER = re.compile(r"(?<=\S)['’](?!\w)")
_LONGEST_SINGLE = 1_500
"""Characters after which a single quote that was not closed is an apostrophe."""


def quoted(text: str, start: int, end: int) -> list[Span]:
    """Spans between quotation marks, marks included, within one paragraph, left to right.

    A quotation that is not closed runs to the paragraph's end if it began the paragraph (a
    speech that goes on in the next one) or is opened by a mark that can't be anything else;
    else the stray mark counts for nothing. Apostrophes are no marks: single quotes count only at
    the borders of words, and only when closed.
    """
    found: list[Span] = []
    at = start
    while at < end:
        opener = _opener(text, at, start, end)
        if not opener:
            at += 1
            continue
        close = _closer(text, at + len(opener), end, opener)
        if close is not None:
            found.append((at, close))
            at = close
            continue
        if opener[0] not in _SINGLE and (
            opener in _OPEN or opener == "``" or _is_fresh(text, at, start)
        ):
            stop = _next_opening(text, at + 1, end) if opener in _OPEN else end
            found.append((at, stop))
            at = stop
            continue
        at += len(opener)
    return [(s, s + len(text[s:e].rstrip())) for s, e in found]


def is_spoken(text: str, quote: Span, start: int = 0) -> bool:
    """Whether the quotation reads as a clause or sentence, not as some words of another's.

    ``start`` is where its paragraph begins.

    >>> is_spoken('"Never," she said.', (0, 8)), is_spoken('a "bad," old deal', (2, 8))
    (True, False)
    """
    words = text[quote[0] : quote[1]].strip("\"“”„«»'`‘’ ")
    if len(words.split()) > _SHORTEST:
        return True
    before = text[max(start, quote[0] - 4) : quote[0]].strip("\"“”„«»'`‘’ ")
    return words[-1:] in _ENDS and before[-1:] in _STARTS


def _opener(text: str, at: int, start: int, end: int) -> str:
    """The mark that opens a quotation here, "" if none does."""
    mark = text[at]
    if mark in _OPEN:
        return mark
    if mark not in "\"”'‘`":
        return ""
    before = text[at - 1] if at > start else " "
    double = text[at : at + 2]
    if double in ("``", "''"):
        after = text[at + 2] if at + 2 < end else " "
        return double if _leans_right(before, after) else ""
    after = text[at + 1] if at + 1 < end else " "
    if mark in '"”':
        return mark if _leans_right(before, after) else ""
    if mark in _SINGLE and after.isalpha() and (before.isspace() or before in '([—–:“"'):
        return mark
    return ""


def _is_fresh(text: str, at: int, start: int) -> bool:
    """Whether a sentence begins here, or what follows a comma or colon."""
    before = text[max(start, at - _FEW) : at].rstrip()
    return not before or before[-1] in ".!?:,"


def _leans_right(before: str, after: str) -> bool:
    return not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)


def _closer(text: str, at: int, end: int, opener: str) -> int | None:
    """Where the quotation ends, its closing mark included; None if it is never closed."""
    if opener in ("``", "''"):
        place = text.find("''", at, end)
        if place < 0:
            return None
        # Three: a word in single quotes ends the quotation.
        return place + (3 if text.startswith("'''", place) and place + 3 <= end else 2)
    if opener in _SINGLE:
        match = _SINGLE_CLOSER.search(text, at + 1, min(end, at + _LONGEST_SINGLE))
        return None if match is None else match.end()
    marks = _CLOSERS[opener]
    for place in range(at, end):
        mark = text[place]
        before, after = text[place - 1], text[place + 1] if place + 1 < end else " "
        if mark == opener and mark in _OPEN and before.isspace():
            return None
        if mark not in marks:
            continue
        if mark in '"“' and before.isspace() and not after.isspace():
            # Another quotation opens: the first was never closed.
            return None
        return place + 1
    return None


def _next_opening(text: str, at: int, end: int) -> int:
    """Where the next quotation opens, at which one that was never closed must have ended."""
    for place in range(at, end):
        if text[place] in _OPEN and text[place - 1].isspace():
            return place
    return end
