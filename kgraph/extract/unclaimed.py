"""Quotations that stand alone: whole sentences between quotation marks that no cue reports.

A paragraph of an interview or a feature may be nothing but what somebody says; whose words they
are, only what stands around it tells.
"""

from collections.abc import Iterable, Iterator

from kgraph.extract.attribution import Attribution, overlap
from kgraph.extract.quotes import is_spoken, quoted
from kgraph.model import Article, Paragraph, Span

_CONFIDENCE = 0.5
_MARKS = "\"“”„«»'`‘’ "
_ENDS = (".", "!", "?", "…", "—", "–")
_BEFORE = (".", "!", "?", ":", "…", "”", '"', "’")


def unclaimed(article: Article, found: Iterable[Attribution]) -> Iterator[Attribution]:
    """Attributions without source and cue for the quoted sentences that are in none of those found."""
    contents = sorted(span for a in found for span in a.content)
    at = 0
    for paragraph in article.paragraphs:
        if paragraph.kind != "text":
            continue
        while at < len(contents) and contents[at][1] <= paragraph.start:
            at += 1
        near = []
        for span in contents[at:]:
            if span[0] >= paragraph.end:
                break
            near.append(span)
        free = [
            quote
            for quote in quoted(article.text, paragraph.start, paragraph.end)
            if _is_sentence(article.text, quote, paragraph) and not overlap((quote,), tuple(near))
        ]
        if free:
            yield Attribution(source=(), cue=(), content=tuple(free), confidence=_CONFIDENCE)


def _is_sentence(text: str, quote: Span, paragraph: Paragraph) -> bool:
    """Whether the quotation begins where a sentence can, and ends as one."""
    words = text[quote[0] : quote[1]].strip(_MARKS)
    before = text[paragraph.start : quote[0]].rstrip()
    return (
        words.endswith(_ENDS)
        and (not before or before.endswith(_BEFORE))
        and is_spoken(text, quote, paragraph.start)
    )
