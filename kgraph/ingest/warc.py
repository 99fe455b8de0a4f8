"""WARC files: every HTML page that a crawl brought back is one article."""

import re
from collections.abc import Iterator
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from kgraph.errors import InputRefused
from kgraph.ingest.drafts import BREAKAGES, LARGEST_DOCUMENT, Draft, Source, too_large
from kgraph.ingest.html import draft_of_page

_TODO = "fetch the file again, or the page"


def read_warc(source: Source) -> Iterator[Draft | InputRefused]:
    """The pages of the file in their order, as fetched; other answers than HTML are passed over.

    A page is refused by its address; where the file itself breaks off, that is refused, and what
    came before stands.
    """
    records = ArchiveIterator(source.stream, record_types=WarcRecordType.response, parse_http=False)
    found = False
    while True:
        try:
            record = next(records, None)
            if record is None:
                break
            draft = _draft(record, source)
        except InputRefused as refused:
            found = True
            yield refused
        except BREAKAGES as error:
            raise InputRefused(source.where, f"the WARC file is broken: {error}", _TODO) from error
        else:
            if draft is not None:
                found = True
                yield draft
    if not found:
        yield InputRefused(
            source.where, "the WARC file holds no HTML page", "give one with 'response' records"
        )


def _draft(record: Any, source: Source) -> Draft | None:
    """The draft of the page in a record, or None where it holds none.

    Raises:
        InputRefused: The page is cut off, too large, or holds no article.
    """
    url = record.headers.get("WARC-Target-URI", "").strip("<> ")
    where = f"{source.where} {url}"
    if record.content_length > LARGEST_DOCUMENT:
        raise too_large(where)
    held = record.content_length
    record.freeze()
    if len(record.reader.read()) < held:
        raise InputRefused(where, "the file breaks off in this page", _TODO)
    record.reader.seek(0)
    try:
        record.parse_http(auto_decode="all")
        head = record.http_headers
        if head is None or "html" not in (record.http_content_type or ""):
            return None
        if head.status_code != 200:
            return None
        body = record.reader.read(LARGEST_DOCUMENT + 1)
    except BREAKAGES as error:
        raise InputRefused(where, f"its HTTP message is broken: {error}", _TODO) from error
    if len(body) > LARGEST_DOCUMENT:
        raise too_large(where)
    charset = re.search(r"charset=\"?([\w.:-]+)", head.get("Content-Type", ""))
    return draft_of_page(
        body,
        where=where,
        key=url or source.key,
        url=url,
        charset=charset[1] if charset else "",
        retrieved=record.headers.get("WARC-Date", ""),
    )
