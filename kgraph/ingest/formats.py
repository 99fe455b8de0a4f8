"""Which format an input is in: by its content where that is plain, else by the file's suffix."""

import re

_SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".xml": "feed",
    ".warc": "warc",
}
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|(?:\w+:)?RDF)\b")
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_JSON = re.compile(rb'\s*(?:\{\s*["}]|\[\s*[\]{])')
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def format_of(name: str, head: bytes) -> str:
    """The name of the reader for an input of that name that begins with these bytes.

    >>> format_of("page", b"<!DOCTYPE html><html>")
    'html'
    >>> format_of("-", b'{"id": "1", "text": "A."}')
    'jsonl'
    >>> format_of("note", b"The talks go on.")
    'text'
    """
    suffix = _suffix(name)
    by_name = _SUFFIXES.get(suffix, "")
    # A list in a file of lines is a list; whatever else such a file holds is refused line by line.
    if by_name in ("html", "warc") or (by_name == "jsonl" and not head.lstrip().startswith(b"[{")):
        return by_name
    return _sniffed(head) or by_name or "text"


def _suffix(name: str) -> str:
    name = name.lower().removesuffix(".gz")
    dot = name.rfind(".")
    return name[dot:] if dot > 0 else ""


def _sniffed(head: bytes) -> str:
    """The format that the first bytes give away, or ""."""
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(_BOMS[1:]):
        # UTF-16 puts a NUL beside every plain character.
        head = head.replace(b"\0", b"")
    for bom in _BOMS:
        head = head.removeprefix(bom)
    head = head.lstrip()
    if head.startswith(b"<"):
        return _sniffed_markup(head)
    if _JSON.match(head):
        return _sniffed_json(head)
    return ""


def _sniffed_markup(head: bytes) -> str:
    html, feed = _HTML.search(head), _FEED.search(head)
    if html and feed:
        return "html" if html.start() < feed.start() else "feed"
    return "html" if html else "feed" if feed else ""


def _sniffed_json(head: bytes) -> str:
    if _JSON_FEED.search(head):
        return "jsonfeed"
    lines = [line.strip() for line in head.split(b"\n", 40)]
    if head.startswith(b"["):
        return "json"
    # JSON that is laid out over several lines never has a whole object in its first; a head
    # without a line break is one long line of JSONL.
    whole = len(lines) == 1 or lines[0].endswith(b"}")
    return "jsonl" if whole or any(_JSON.match(line) for line in lines[1:2]) else "json"
