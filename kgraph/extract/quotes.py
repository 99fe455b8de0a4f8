"""Quotation marks become quoted spans; one stray mark never flips the rest of a text."""

from kgraph.model import Span

_PAIRS = {"“": '”„“"', "„": '“”"', "«": "»", '"': '"”“', "``": "''", "‘": "’", "'": "'", "''": "''"}
_OPENERS_ONLY = frozenset({"“", "„", "«", "``"})


def quoted(text: str, start: int, end: int) -> list[Span]:
    """Spans between quotation marks, marks included, within one paragraph, left to right.

    A quotation that is not closed runs to the paragraph's end, as continued quotations do.
    Apostrophes are no marks: single quotes count only at word borders, and only closed.
    """
    found: list[Span] = []
    # What has no closing mark here has none further on; looking again would take quadratic time.
    unclosed: set[str] = set()
    at = start
    while at < end:
        opener = _opener(text, at, start, end)
        if not opener or opener in unclosed:
            at += 1
            continue
        close = _closer(text, at + len(opener), end, opener)
        if close is None:
            if opener in ("'", "‘"):
                unclosed.add(opener)
                at += 1
                continue
            if opener in _OPENERS_ONLY or at == start:
                found.append((at, end))
                break
            at += 1
            continue
        found.append((at, close))
        at = close
    return found


def _opener(text: str, at: int, start: int, end: int) -> str:
    before = text[at - 1] if at > start else " "
    for mark in ("``", "''"):
        if text.startswith(mark, at, end) and not before.isalnum():
            return mark
    mark = text[at]
    if mark in ("“", "„", "«"):
        return mark
    after = text[at + 1] if at + 1 < end else " "
    if mark == '"' and not after.isspace() and not before.isalnum():
        return mark
    # An apostrophe opens nothing: 'em, ’90s; a single quote stands before a capital or a word.
    if mark in ("'", "‘") and (before.isspace() or before in "([—–") and after.isalpha():
        return mark
    return ""


def _closer(text: str, at: int, end: int, opener: str) -> int | None:
    """Where the quotation ends, its closing mark included; None if it is never closed."""
    if opener in ("``", "''"):
        place = text.find("''", at, end)
        return None if place < 0 else place + 2
    marks = _PAIRS[opener]
    for place in range(at, end):
        mark = text[place]
        if mark not in marks:
            continue
        before, after = text[place - 1], text[place + 1] if place + 1 < end else " "
        if opener in ("'", "‘"):
            if not after.isalnum() and not before.isspace() and place - at > 1:
                return place + 1
            continue
        # The opening mark of another quotation does not close this one.
        if mark in '“"' and before.isspace() and after.isalnum():
            return None if opener == "“" else place
        return place + 1
    return None
