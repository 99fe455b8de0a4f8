"""HTML pages: the article that trafilatura finds in them, and what the page's metadata say.

``Article.text`` is the extracted text, one paragraph a line: offsets count in it, not in the page.
"""

import json
import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urljoin, urlsplit

import trafilatura  # noqa: TID251
from lxml.html import HtmlElement
from trafilatura.settings import Document  # noqa: TID251

from kgraph.errors import InputRefused
from kgraph.ingest.drafts import BREAKAGES, Draft, Source, whole
from kgraph.ingest.encoding import decode

FEWEST_WORDS = 20
"""Less than this, trafilatura has found a menu or a notice, not an article."""

LARGEST_PAGE = 5_000_000
"""Bytes of a page that are parsed at most: trafilatura takes minutes for ten times as many."""

_CHARSET = re.compile(rb"<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,80}?encoding) *= *[\"']?([\w.:-]+)", re.IGNORECASE)  # fmt: skip
_PUBLISHED = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)
_MODIFIED = (
    "//meta[@property='article:modified_time' or @name='article:modified_time']/@content",
    "//meta[@itemprop='dateModified']/@content",
)
_OUTLET = ("//meta[@property='og:site_name']/@content",)
_URL = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_LANGUAGE = (
    "/html/@lang",
    "//meta[translate(@http-equiv,'CL','cl')='content-language']/@content",
    "//meta[@property='og:locale']/@content",
)


def read_html(source: Source) -> Iterator[Draft | InputRefused]:
    """The file as one article, called by its canonical address where it states one.

    Raises:
        InputRefused: There is no article in the page, or it is not text.
    """
    data = whole(source)
    yield draft_of_page(data, where=source.where, key=source.key)


def draft_of_page(
    data: bytes, *, where: str, key: str, url: str = "", charset: str = "", retrieved: str = ""
) -> Draft:
    """The draft of the article in a page.

    Args:
        data: The bytes of the page.
        where: How a refusal names it.
        key: What it is called where neither the page nor ``url`` gives an address.
        url: Where the page was fetched, or "".
        charset: The encoding that its HTTP header states, or "".
        retrieved: When it was fetched, or "".

    Raises:
        InputRefused: There is no article in the page, or it is not text.
    """
    if len(data) > LARGEST_PAGE:
        raise InputRefused(
            where,
            f"the page is larger than {LARGEST_PAGE // 1_000_000} MB",
            "give the page of a single article",
        )
    if not charset and (found := _CHARSET.search(data, 0, 4096)):
        charset = found[1].decode()
    page = decode(data, where, charset)
    if "\0" in page:
        raise InputRefused(where, "the page holds NUL characters", "fetch it anew")
    try:
        return _draft(page, where=where, key=key, url=url, retrieved=retrieved)
    except BREAKAGES as error:
        raise InputRefused(
            where, f"the page cannot be parsed: {error}", "save it anew from a browser"
        ) from error


def _draft(page: str, *, where: str, key: str, url: str, retrieved: str) -> Draft:
    _quieten()
    tree = trafilatura.load_html(page)
    # trafilatura changes the tree that it reads: metadata first.
    linked = {} if tree is None else _linked_data(tree)
    meta = {} if tree is None else _metadata(tree, url)
    found = None
    if tree is not None:
        found = trafilatura.bare_extraction(
            tree,
            url=url or None,
            with_metadata=True,
            include_comments=False,
            # No date later than today, by default: the same page must read the same every day.
            date_extraction_params={
                "extensive_search": False, "original_date": True, "max_date": "2099-12-31",
            },
        )  # fmt: skip
    text = found.text if isinstance(found, Document) else None
    if not isinstance(found, Document) or not text or len(text.split()) < FEWEST_WORDS:
        raise InputRefused(
            where, "there is no article in the page", "give the page of a single article"
        )
    address = meta["url"] or url
    return Draft(
        where=where,
        key=address or key,
        keyed=bool(address),
        text=text,
        title=linked.get("title") or found.title or "",
        url=address,
        outlet=meta["outlet"] or linked.get("outlet", ""),
        author=linked.get("author") or found.author or "",
        published=meta["published"] or linked.get("published") or found.date or "",
        modified=meta["modified"] or linked.get("modified", ""),
        language=meta["language"],
        retrieved=retrieved,
    )


@cache
def _quieten() -> None:
    """Whatever trafilatura logs goes nowhere, unless logging is set up to take it.

    What it can't read is refused in words of our own.
    """
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())


def _metadata(tree: HtmlElement, url: str) -> dict[str, str]:
    canonical = urljoin(url, _first(tree, _URL))
    return {
        "published": _first(tree, _PUBLISHED),
        "modified": _first(tree, _MODIFIED),
        "outlet": _first(tree, _OUTLET),
        "language": _first(tree, _LANGUAGE),
        # A site's front page as canonical address would make all its articles one.
        "url": canonical if _is_address(canonical) and urlsplit(canonical).path.strip("/") else "",
    }


def _is_address(url: str) -> bool:
    return bool(re.fullmatch(r"https?://[^\s/]+\S*", url))


def _first(tree: HtmlElement, paths: tuple[str, ...]) -> str:
    for path in paths:
        for value in tree.xpath(path):
            if words := " ".join(str(value).split()):
                return words
    return ""


def _linked_data(tree: HtmlElement) -> dict[str, str]:
    """What the page's JSON-LD says of the article; {} where it has none that parses."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(str(script), strict=False)
        except (ValueError, RecursionError):
            continue  # the page's meta elements say it too, and many sites write broken JSON-LD
        for node in _nodes(data):
            types = node.get("@type")
            types = types if isinstance(types, list) else [types]
            if any(str(name).endswith(("Article", "BlogPosting", "Report")) for name in types):
                return {
                    "title": _name(node.get("headline")),
                    "outlet": _name(node.get("publisher")),
                    "author": _name(node.get("author")),
                    "published": _name(node.get("datePublished")),
                    "modified": _name(node.get("dateModified")),
                }
    return {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD at the top and in ``@graph``."""
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"))


def _name(value: Any) -> str:
    """The value where it is text, the names where it is one or several things."""
    if isinstance(value, list):
        return ", ".join(name for item in value if (name := _name(item)))
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() if isinstance(value, str) else ""
