"""The blocks of a text: which are the report, and which are headings, credits, or of the page.

Offsets are those of the text as it came in; nothing is cut out or moved. Every character that is
not whitespace belongs to exactly one block.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from kgraph.ingest.header import Header, read_header
from kgraph.ingest.headings import is_heading
from kgraph.ingest.signs import sign
from kgraph.model import Paragraph, Span

_LINE = re.compile(r"[^\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]+")
_LABEL = re.compile(r"[A-Z][a-z]{2,11} ?: ?\S")
_WIDEST_COLUMN = 100
_NARROWEST_COLUMN = 40
_DATELINE = re.compile(
    r"[A-Z][A-Z’'.-]{2,}(?: [A-Z][A-Z’'.-]+){0,3}(?:, [A-Z][\w. ]{1,25}?){0,2}(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?: ?\([^()\n]{2,40}\)| ?/[^/\n]{2,30}/\.?)? ?(?:--|[–—―]|-(?![A-Z]{2}))(?= ?[A-Z“\"‘'])"
)
_OPENING = 3
"""Paragraphs at the top that a dateline can stand in: an editor's note may come before."""
_SHORTEST_BODY = 40
"""Characters of a paragraph that a heading can stand above."""


def paragraphs(text: str, title: str = "") -> tuple[Paragraph, ...]:
    r"""The blocks of the text in order, disjoint, without surrounding whitespace.

    A line is a block, except in text that is broken into lines of one width: there, lines that
    a blank line doesn't part are one. In doubt a block is ``text``: a sentence that is set aside
    is lost, while a heading that is kept is only noise.

    Args:
        text: The text of the article as it came in.
        title: The title where it is known; the line that repeats it is header.

    >>> [p.kind for p in paragraphs("Talks Resume\n\nThe envoy came back.\n\nShare this")]
    ['header', 'text', 'boilerplate']
    """
    return laid_out(text, title)[1]


def laid_out(text: str, title: str = "") -> tuple[Header, tuple[Paragraph, ...]]:
    """What the header of the text says, and its blocks as ``paragraphs`` gives them."""
    blocks = list(_joined(text, list(_lines(text))))
    header = read_header(text, blocks, title)
    above = set(header.spans)
    found: list[Paragraph] = []
    reports = 0
    for at, (start, end) in enumerate(blocks):
        line = text[start:end]
        kind = "header" if (start, end) in above else sign(line) or "text"
        if kind == "text" and found and is_heading(line) and _heads(blocks, at):
            kind = "heading"
        edge = _dateline(line) if kind == "text" and reports < _OPENING else 0
        if edge:
            found.append(Paragraph(start=start, end=start + edge, kind="header"))
            edge += len(line[edge:]) - len(line[edge:].lstrip())
        found.append(Paragraph(start=start + edge, end=end, kind=kind))
        reports += kind == "text"
    return header, tuple(found)


def _dateline(line: str) -> int:
    """Where the dateline of a paragraph ends: "KYIV, April 28 (Reuters) –"; 0 if it has none.

    Who says something must not come out as "KYIV, April 28 (Reuters) – The minister".
    """
    match = _DATELINE.match(line)
    return match.end() if match else 0


def _heads(blocks: list[Span], at: int) -> bool:
    """Whether a paragraph follows that the block could be the heading of."""
    if at + 1 == len(blocks):
        return False
    start, end = blocks[at + 1]
    return end - start >= _SHORTEST_BODY


def _lines(text: str) -> Iterator[Span]:
    """Where the lines stand that aren't blank, without the whitespace around them."""
    for match in _LINE.finditer(text):
        line = match[0]
        if stripped := line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            yield start, start + len(stripped)


def _joined(text: str, lines: list[Span]) -> Iterator[Span]:
    """The lines, those joined that only the width of a column has parted."""
    width = _column(text, lines)
    start = end = -1
    above: Span | None = None
    for line in lines:
        if (
            above
            and width
            and _adjacent(text, above, line)
            and _is_filled(text, above, line, width)
        ):
            end = line[1]
        else:
            if above:
                yield start, end
            start, end = line
        above = line
    if above:
        yield start, end


def _column(text: str, lines: list[Span]) -> int:
    """The width that the text is broken to, or 0 where its lines are whole paragraphs.

    Most lines with another right below them must be filled, and some break off in a sentence.
    """
    width = max((end - start for start, end in lines), default=0)
    if not _NARROWEST_COLUMN <= width <= _WIDEST_COLUMN:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if _adjacent(text, a, b)]
    filled = [(a, b) for a, b in pairs if _is_filled(text, a, b, width)]
    broken = [a for a, b in filled if text[b[0]].islower() and text[a[1] - 1] not in ".!?:"]
    return width if len(broken) >= 2 and len(filled) * 10 >= len(pairs) * 7 else 0


def _adjacent(text: str, above: Span, below: Span) -> bool:
    """Whether no blank line parts the two."""
    return len(re.findall(r"\r\n|\n|\r", text[above[1] : below[0]])) == 1


def _is_filled(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the first word of the next line would not have found room."""
    if _LABEL.match(text, *line) or _LABEL.match(text, *following):
        return False
    word = re.match(r"\S+", text[following[0] : following[1]])
    return line[1] - line[0] + 1 + len(word[0] if word else "") > width
