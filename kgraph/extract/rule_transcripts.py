"""Transcripts: "SMITH: We will appeal.", "Q. Did you sign? A. I did.", turn after turn."""

import re
from collections.abc import Iterator

from kgraph.extract.attribution import Attribution
from kgraph.extract.cues import words
from kgraph.model import Article, Paragraph, Span

_WORD = r"[A-Z][\w.'’-]*"
LABEL = re.compile(
    rf"[\"“”]?(?P<who>[QA](?=\s?[:.]\s)|[A-Z][A-Z.'’-]+(?:\s+[A-Z][A-Z.'’-]*){{0,4}}"
    rf"|(?:{_WORD}\s+){{0,3}}{_WORD})(?:\s+\([^()\n]{{1,40}}\))?\s?(?P<cue>:|(?<=[QA])\.)\s+(?=\S)"
)
"""A speaker before a colon at the start of a paragraph; a quotation mark may stand before him."""

NO_SPEAKER = words(
    "UPDATE UPDATED CORRECTION BREAKING WATCH PHOTO PHOTOS VIDEO RELATED READ NOTE MORE ALSO SEE EDITOR SOURCE "
    "CLARIFICATION LIVE ANALYSIS OPINION WASHINGTON LONDON MOSCOW PARIS KYIV BERLIN NEW TIME DATE WHERE WHEN WHAT WHO"
)
"""Words before a colon that name no speaker."""

_LEAST = 3
"""Labelled paragraphs that make a transcript."""

_LONGEST_TURN = 8
"""Paragraphs without a label that may follow one before the next."""

_CONFIDENCE = 0.85


def turns(article: Article) -> list[Attribution]:
    """What each speaker says from his label to the next one, if the article holds a transcript.

    It does where three paragraphs begin with a label, and one label comes twice. What stands
    behind the last turn's own paragraph is the article's again.
    """
    blocks = [p for p in article.paragraphs if p.kind == "text"]
    labels = {n: found for n, p in enumerate(blocks) if (found := _label(article.text, p))}
    names = [article.text[slice(*who)].casefold() for who, _ in labels.values()]
    if len(names) < _LEAST or len(set(names)) == len(names):
        return []
    return [
        Attribution(source=(who,), cue=(cue,), content=content, confidence=_CONFIDENCE)
        for n, (who, cue) in labels.items()
        if (content := tuple(_words(article.text, blocks, n, cue, labels)))
    ]


def _label(text: str, paragraph: Paragraph) -> tuple[Span, Span] | None:
    match = LABEL.match(text, paragraph.start, paragraph.end)
    if match is None or match["who"].split()[0].strip(".").upper() in NO_SPEAKER:
        return None
    return match.span("who"), match.span("cue")


def _words(
    text: str, blocks: list[Paragraph], n: int, cue: Span, labels: dict[int, tuple[Span, Span]]
) -> Iterator[Span]:
    """The spans of a turn, one for each paragraph, without the marks of a quotation around it."""
    following = next((m for m in range(n + 1, n + 2 + _LONGEST_TURN) if m in labels), n + 1)
    for m in range(n, following):
        start, end = cue[1] if m == n else blocks[m].start, blocks[m].end
        if m > n and text[start] in "([" and text[end - 1] in ")]":
            continue  # (CROSSTALK)
        start += len(text[start:end]) - len(text[start:end].lstrip(" \u00a0\t"))
        yield _bare(text, start, end)


def _bare(text: str, start: int, end: int) -> Span:
    """The span without a mark that is opened before it, or closed behind it, alone."""
    if text[start] in '"“' and not any(c in text[start + 1 : end] for c in '"”'):
        start += 1
    if text[end - 1] in '"”' and not any(c in text[start : end - 1] for c in '"“'):
        end -= 1
    return start, end
