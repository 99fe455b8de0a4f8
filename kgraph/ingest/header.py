"""What stands above an article's body: labelled lines, a date line, the title, a byline."""

import re
from dataclasses import dataclass, replace
from typing import Any

from kgraph.errors import InputRefused
from kgraph.ingest import dates
from kgraph.ingest.headings import is_heading, is_open_ended, is_title_again, plain_words
from kgraph.ingest.signs import sign
from kgraph.model import Span

DEEPEST = 12
"""Lines that a header can reach down to."""

_LONGEST_TITLE = 250

_LABELS = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
    "outlet": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "source": "outlet",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "updated": "modified",
    "modified": "modified",
    "language": "language",
    "section": "",
    "category": "",
}
_SURE_LABELS = ("title", "headline", "date", "url", "outlet")
_LABELLED = re.compile(r"([A-Za-z]{3,11}) ?: ?(\S.{0,500})")
_DATED = re.compile(
    r"date[: ] ?(\d{4}-\d{1,2}-\d{1,2}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)(?:[ .:–—-]+(\S.*))?",
    re.IGNORECASE,
)
_TITLE_LABEL = re.compile(r"title:? +(?![IVX]+\b|\d)", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_ONLY_DATE = re.compile(
    r"(?:on )?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
    rf"((?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\.? {_MONTH},? \d{{4}}|"
    r"\d{4}-\d\d-\d\d)[T,]?(?: ?(?:at |- |\| )?\d{1,2}[:.] ?\d\d.{0,14})?)\W?",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:first |last )?(published|posted|updated|modified)(?: on| at)?:? (.{4,70}?)\.?",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:By|BY|by:|Author:) ?((?:[A-Z][\w.’'-]*|and|AND|of|the|for|in|&|\||,|/)"
                     r"(?:[ ,]+(?:[A-Z][\w.’'-]*|and|of|the|for|in|&|\||/)){0,13})")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the lines above the body say, as it stands there.

    Attributes:
        spans: The lines of the header.
    """

    spans: tuple[Span, ...] = ()
    title: str = ""
    url: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""


def read_header(text: str, lines: list[Span], title: str = "") -> Header:
    """The header that the first lines of the text make.

    A text that would be all header has none of its lines set aside.

    Args:
        text: The whole text of the article.
        lines: Where the lines of the text stand, without blank ones.
        title: The title where it is known from elsewhere.
    """
    top = [(span, text[span[0] : span[1]]) for span in lines[:DEEPEST]]
    header = _labelled(top)
    at = len(header.spans)
    if at < len(top) and (dated := _DATED.fullmatch(top[at][1])):
        words = _TITLE_LABEL.sub("", dated[2] or "", count=1).strip()
        header = replace(header, published=header.published or dated[1])
        # A longer line holds the article too, with its line breaks lost.
        if len(words) <= _LONGEST_TITLE:
            header = replace(header, spans=(*header.spans, top[at][0]), title=header.title or words)
            at += 1
    header = _titled(header, top[at:], title or header.title, last=lines[-1] if lines else None)
    return replace(header, spans=()) if len(header.spans) == len(lines) else header


def _labelled(top: list[tuple[Span, str]]) -> Header:
    """The header of "Title: …" lines."""
    found: dict[str, str] = {}
    labels: list[str] = []
    for _, line in top:
        match = _LABELLED.fullmatch(line)
        if match is None or match[1].lower() not in _LABELS:
            break
        labels.append(match[1].lower())
        found.setdefault(_LABELS[labels[-1]], match[2].strip())
    # "Source: talks near collapse" alone may be a headline.
    if len(labels) < 2 and not (labels and labels[0] in _SURE_LABELS):
        return Header()
    return Header(
        spans=tuple(span for span, _ in top[: len(labels)]),
        title=found.get("title", ""),
        url=found.get("url", ""),
        outlet=found.get("outlet", ""),
        author=found.get("author", ""),
        published=found.get("published", ""),
        modified=found.get("modified", ""),
        language=found.get("language", ""),
    )


def _titled(
    header: Header, rest: list[tuple[Span, str]], title: str, *, last: Span | None
) -> Header:
    """The header with the title, the title again, dates and byline that follow it."""
    spans = list(header.spans)
    left = plain_words(title)
    titles = 0
    for span, line in rest:
        words = plain_words(line)
        if titles < 2 and words and left[: len(words)] == words:
            # A title over two lines is met part by part.
            left = left[len(words) :] or plain_words(title)
            titles += left == plain_words(title)
        elif stamp := _stamp(line):
            header = _filled(header, *stamp)
        elif byline := _BYLINE.fullmatch(line):
            header = _filled(header, "author", byline[1].strip())
        elif sign(line):
            continue  # a photo credit may stand above the body; it keeps its own kind
        elif span == last:
            break
        elif not title and not spans and is_open_ended(line):
            header, title, titles = replace(header, title=line), line, 1
            left = plain_words(title)
        elif titles < 2 and (title or spans) and (is_title_again(line, title) or is_heading(line)):
            header = header if title else replace(header, title=line)
            title = title or line
            titles += 1
        else:
            break
        spans.append(span)
    return replace(header, spans=tuple(spans))


def _stamp(line: str) -> tuple[str, str] | None:
    """The field and the value of a line that is only a date, or None.

    The value is "" where the date is not understood: the line is header all the same.
    """
    stamp = _STAMP.fullmatch(line)
    if stamp and re.search(r"\d", stamp[2]):
        field = "published" if stamp[1].lower() in ("published", "posted") else "modified"
        return field, _understood(stamp[2])
    only = _ONLY_DATE.fullmatch(line)
    return ("published", _understood(only[1])) if only else None


def _understood(words: str) -> str:
    try:
        return dates.normalised(words, "")
    except InputRefused:
        return ""


def _filled(header: Header, field: str, value: str) -> Header:
    """The header with the field, where it has no value yet."""
    if getattr(header, field):
        return header
    changes: dict[str, Any] = {field: value}
    return replace(header, **changes)
