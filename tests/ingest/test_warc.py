"""Pages out of WARC files."""

import gzip
import io

import pytest

from kgraph.errors import InputRefused
from kgraph.ingest.drafts import Source
from kgraph.ingest.warc import read_warc

PAGE = (
    "<!doctype html><html><head><title>Ferry crews return</title></head><body><article>"
    + "".join(
        f"<p>The café on the ferry opens on {day}, the harbour master said, after the crews had "
        "accepted the pay offer that the owners made in the night.</p>"
        for day in ("Friday", "Sunday", "Monday")
    )
    + "</article></body></html>"
)


def record(body, *headers, url="https://gull.example/ferry", kind="response", status="200 OK"):
    http = "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2025-04-29T07:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def pages(data):
    return list(read_warc(Source(where="c.warc", key="c.warc", stream=io.BufferedReader(io.BytesIO(data)))))  # fmt: skip


HTML = "Content-Type: text/html; charset=utf-8"
BODY = PAGE.encode()


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (BODY, [HTML]),
        (PAGE.encode("latin-1"), ["Content-Type: text/html; charset=iso-8859-1"]),
        (gzip.compress(BODY), [HTML, "Content-Encoding: gzip"]),
        (b"%x\r\n%b\r\n0\r\n\r\n" % (len(BODY), BODY), [HTML, "Transfer-Encoding: chunked"]),
    ],
)
def test_a_page_is_read_as_it_was_fetched(body, headers):
    (found,) = pages(record(body, *headers))
    assert found.key == found.url == "https://gull.example/ferry"
    assert found.retrieved == "2025-04-29T07:00:00Z"
    assert "The café on the ferry opens on Friday" in found.text


def test_only_pages_that_were_found_are_read():
    found = pages(
        record(BODY, HTML, kind="request")
        + record(BODY, "Content-Type: image/png")
        + record(BODY, HTML, status="404 Not Found")
        + record(BODY, HTML, url="https://gull.example/2")
        + record(b"<html></html>", HTML, url="https://gull.example/3")
    )
    assert [getattr(one, "key", None) for one in found] == ["https://gull.example/2", None]
    assert found[1].where == "c.warc https://gull.example/3"


def test_what_came_before_a_break_stands():
    found = pages(record(BODY, HTML) + record(BODY, HTML)[:-100])
    assert found[0].key == "https://gull.example/ferry"
    assert "breaks off" in found[1].what


def test_a_file_that_turns_to_junk_is_refused_behind_its_pages():
    records = read_warc(
        Source(where="c", key="c", stream=io.BytesIO(record(BODY, HTML) + b"junk junk\r\n\r\n"))
    )
    assert next(records).key == "https://gull.example/ferry"
    with pytest.raises(InputRefused, match="the WARC file is broken"):
        next(records)
