"""Files, folders and stdin become articles, one after the other, whatever their format."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO

from kgraph.errors import CallError, InputRefused
from kgraph.ingest import dates
from kgraph.ingest.articles import made
from kgraph.ingest.drafts import Draft, Reader, Source
from kgraph.ingest.feeds import read_feed, read_json_feed
from kgraph.ingest.formats import format_of
from kgraph.ingest.html import read_html
from kgraph.ingest.places import Place, opened, places
from kgraph.ingest.records import read_json, read_jsonl
from kgraph.ingest.text import read_text
from kgraph.ingest.warc import read_warc
from kgraph.model import Article

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "text": read_text,
        "html": read_html,
        "jsonl": read_jsonl,
        "json": read_json,
        "feed": read_feed,
        "jsonfeed": read_json_feed,
        "warc": read_warc,
    }
)
"""How each format is read; which one an input is in, ``format_of`` tells."""


def read(
    paths: Iterable[str | os.PathLike[str]],
    *,
    on_refused: Callable[[InputRefused], None],
    stdin: BinaryIO | None = None,
    outlet: str = "",
    date: str = "",
    require_date: bool = False,
) -> Iterator[Article]:
    """The articles as ``read_each`` gives them; every refusal is handed to ``on_refused``."""
    each = read_each(paths, stdin=stdin, outlet=outlet, date=date, require_date=require_date)
    return _accepted(each, on_refused)


def read_each(
    paths: Iterable[str | os.PathLike[str]],
    *,
    stdin: BinaryIO | None = None,
    outlet: str = "",
    date: str = "",
    require_date: bool = False,
) -> Iterator[Article | InputRefused]:
    """The articles of files and folders, in their order; a folder's files sorted, hidden ones not.

    Nothing is read before its turn. In place of what cannot be used stands its refusal, and the
    rest goes on.

    Args:
        paths: Files or folders; "-" is ``stdin``. Formats are told by content and suffix.
        stdin: What "-" reads.
        outlet: Outlet of articles that name none.
        date: Date of publication of articles that have none.
        require_date: Refuse an article without a date of publication.

    Raises:
        CallError: ``date`` is no date.
    """
    if isinstance(paths, str | os.PathLike):
        paths = [paths]
    if date:
        try:
            date = dates.normalised(date, "--date")
        except InputRefused as refused:
            raise CallError(refused.where, refused.what, refused.todo) from refused
    return _each(paths, stdin=stdin, outlet=outlet, date=date, require_date=require_date)


def _accepted(
    each: Iterable[Article | InputRefused], on_refused: Callable[[InputRefused], None]
) -> Iterator[Article]:
    for found in each:
        if isinstance(found, InputRefused):
            on_refused(found)
        else:
            yield found


def _each(
    paths: Iterable[str | os.PathLike[str]],
    *,
    stdin: BinaryIO | None,
    outlet: str,
    date: str,
    require_date: bool,
) -> Iterator[Article | InputRefused]:
    for path in paths:
        for place in places(os.fspath(path)):
            for draft in [place] if isinstance(place, InputRefused) else _drafts(place, stdin):
                if isinstance(draft, InputRefused):
                    yield draft
                    continue
                try:
                    yield _checked(made(draft, outlet=outlet, date=date), draft, require_date)
                except InputRefused as refused:
                    yield refused


def _checked(article: Article, draft: Draft, require_date: bool) -> Article:
    if require_date and not article.published:
        raise InputRefused(
            draft.where,
            "the article has no date of publication",
            "give one with --date YYYY-MM-DD, or as a line 'Date: YYYY-MM-DD' or key 'published'",
        )
    return article


def _drafts(place: Place, stdin: BinaryIO | None) -> Iterator[Draft | InputRefused]:
    """What the reader for the format of a place finds there; its last word may be a refusal."""
    try:
        with opened(place, stdin) as (head, stream):
            reader = READERS[format_of(place.key, head)]
            yield from reader(Source(where=place.where, key=place.key, stream=stream))
    except InputRefused as refused:
        yield refused
