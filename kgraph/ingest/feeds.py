"""Feeds that carry whole articles: RSS and Atom (feedparser), JSON Feed."""

import io
import re
from collections.abc import Iterator
from typing import Annotated, Any

import feedparser
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from kgraph.errors import InputRefused
from kgraph.ingest.drafts import BREAKAGES, Draft, Source, whole
from kgraph.ingest.encoding import decode
from kgraph.ingest.markup import plain

SHORTEST_SUMMARY = 400
"""Characters of a summary that is taken for the article where there is no full text."""

_END = re.compile(rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>\s*(?:<!--.*-->\s*)*$", re.DOTALL)


def read_feed(source: Source) -> Iterator[Draft | InputRefused]:
    """The entries of an RSS or Atom file; one without full text is refused by its title.

    Raises:
        InputRefused: The file is no feed, or one without entries.
    """
    data = whole(source)
    try:
        feed = feedparser.parse(io.BytesIO(data))
    except BREAKAGES as error:
        raise _no_feed(source.where, str(error)) from error
    if not feed.get("version"):
        raise _no_feed(source.where, str(feed.get("bozo_exception", "it has no feed element")))
    entries = feed.entries
    if not entries:
        raise InputRefused(source.where, "the feed has no entries", "give a feed with articles")
    # feedparser makes what it can of a file that breaks off; its last entry may lack its end.
    cut = not _END.search(data[-2000:])
    for number, entry in enumerate(entries, 1):
        where = f"{source.where}#{number}"
        if cut and number == len(entries):
            yield InputRefused(where, "the feed breaks off in this entry", "fetch the feed again")
            continue
        try:
            yield _draft_of_entry(entry, feed.feed, where, f"{source.key}#{number}")
        except InputRefused as refused:
            yield refused


def _no_feed(where: str, why: str) -> InputRefused:
    return InputRefused(
        where, f"the XML is no feed: {why}", "give RSS, Atom, or pages in HTML instead"
    )


def _draft_of_entry(entry: Any, feed: Any, where: str, fallback: str) -> Draft:
    title = _plain_line(_value(entry, "title"))
    contents = [part for part in entry.get("content") or () if _value(part, "value")]
    text = max((plain(part["value"]) for part in contents), key=len, default="")
    key = _value(entry, "id") or _value(entry, "link")
    published, updated = _value(entry, "published"), _value(entry, "updated")
    languages = [_value(part, "language") for part in contents]
    return Draft(
        where=where,
        key=key or fallback,
        keyed=bool(key),
        text=_full(text, plain(_value(entry, "summary")), title or key, where),
        title=title,
        url=_value(entry, "link"),
        outlet=_plain_line(_value(entry.get("source") or {}, "title") or _value(feed, "title")),
        author=_value(entry, "author") or _value(feed, "author"),
        published=published or updated,
        modified=updated if published else "",
        language=next(filter(None, languages), _value(feed, "language")),
    )


def _value(holder: Any, name: str) -> str:
    """The text under that name, or ""."""
    # dict.get: feedparser's own would answer "updated" with "published", and warn.
    value = dict.get(holder, name)
    return value if isinstance(value, str) else ""


def _plain_line(markup: str) -> str:
    return " ".join(plain(markup).split())


def _full(text: str, summary: str, name: str, where: str) -> str:
    """The full text, or a summary that is long enough to be it.

    Raises:
        InputRefused: There is neither.
    """
    if text and len(text) >= len(summary):
        return text
    if len(summary) >= SHORTEST_SUMMARY:
        return summary
    if text:
        return text
    what = f"only a summary of {len(summary)} characters" if summary else "no text"
    raise InputRefused(where, f"'{name}' carries {what}", "fetch its page and give that")


def _text_or_nothing(value: Any) -> Any:
    return "" if value is None else value


_Text = Annotated[str, BeforeValidator(_text_or_nothing)]


class _Author(BaseModel):
    name: _Text = ""


class _Item(BaseModel):
    """An item of a JSON Feed 1.0 or 1.1 (jsonfeed.org)."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    id: _Text = ""
    url: _Text = ""
    title: _Text = ""
    content_text: _Text = ""
    content_html: _Text = ""
    summary: _Text = ""
    date_published: _Text = ""
    date_modified: _Text = ""
    language: _Text = ""
    authors: list[_Author] = []
    author: _Author | None = None


class _Feed(BaseModel):
    title: _Text = ""
    language: _Text = ""
    items: list[Any]


def read_json_feed(source: Source) -> Iterator[Draft | InputRefused]:
    """The items of a JSON Feed; one without full text is refused by its title.

    Raises:
        InputRefused: The file is no JSON Feed, or one without items.
    """
    try:
        feed = _Feed.model_validate_json(decode(whole(source), source.where))
    except ValidationError as error:
        raise InputRefused(
            source.where,
            f"the JSON Feed is broken: {error.errors(include_url=False)[0]['msg']}",
            "see jsonfeed.org/version/1.1 for its form",
        ) from error
    if not feed.items:
        raise InputRefused(source.where, "the feed has no items", "give a feed with articles")
    for number, item in enumerate(feed.items, 1):
        where = f"{source.where}#{number}"
        try:
            yield _draft_of_item(_Item.model_validate(item), feed, where, f"{source.key}#{number}")
        except ValidationError as error:
            key = ".".join(str(part) for part in error.errors(include_url=False)[0]["loc"])
            yield InputRefused(
                where, f"the item's '{key}' is not as it should be", "see jsonfeed.org/version/1.1"
            )
        except InputRefused as refused:
            yield refused


def _draft_of_item(item: _Item, feed: _Feed, where: str, fallback: str) -> Draft:
    if "\0" in item.content_html:
        raise InputRefused(where, "its text holds NUL characters", "take them out")
    authors = item.authors or ([item.author] if item.author else [])
    # The plain form is as it came in; the other is laid out anew.
    text = item.content_text if item.content_text.strip() else plain(item.content_html)
    key = item.id or item.url
    return Draft(
        where=where,
        key=key or fallback,
        keyed=bool(key),
        text=_full(text, item.summary if not text else "", item.title or key, where),
        title=item.title,
        url=item.url,
        outlet=feed.title,
        author=", ".join(author.name for author in authors if author.name),
        published=item.date_published or item.date_modified,
        modified=item.date_modified if item.date_published else "",
        language=item.language or feed.language,
    )
