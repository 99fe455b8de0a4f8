"""Laws of ingest: what holds for any text, any bytes, any record."""

import contextlib
import datetime as dt
import gzip
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.errors import InputRefused
from kgraph.ingest import READERS, article, read
from kgraph.ingest.dates import normalised
from kgraph.ingest.drafts import Draft, Source
from kgraph.ingest.encoding import decode
from kgraph.ingest.layout import paragraphs
from kgraph.ingest.markup import plain
from kgraph.ingest.signs import sign

# Models load on first use, and machines are shared: no law depends on the clock.
law = settings(deadline=None)

LINES = st.sampled_from(
    [
        "date 2025-04-28 Ferry Row Deepens",
        "Title: Ferry row deepens",
        "Date: 2025-04-28",
        "By Nora Quill",
        "Ferry Row Deepens on the Strait",
        "Photo: Nora Quill / The Gull",
        "Share this article",
        "KELP BAY, April 28 (Seawire) - The ferry will sail again, the harbour master said.",
        "“We never stopped believing,” she added",
        "HARBOUR MASTER: We sail at dawn.",
        "What Comes Next for the Crews",
        "The boats lay in the harbour for a week before anyone thought of the cargo, and",
        "the crews had long gone home by then because nobody had paid them since the spring.",
        "* * *",
        "",
        "   ",
        "\ufeff",
        "3",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(LINES, max_size=14).map("\n".join),
    st.lists(LINES | st.text(max_size=60), max_size=10).map("\r\n".join),
)
HEADS = st.sampled_from(
    [
        b"",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 20\r\n\r\nHTTP/1.1 200 OK\r\n",
        b"<?xml version='1.0'?><rss version='2.0'><channel><item><title>",
        b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='html'>",
        b"<!doctype html><html><body><article><p>",
        b'{"id": "1", "text": "',
        b'{"version": "https://jsonfeed.org/version/1.1", "items": [',
        b'[{"text": ',
        b"\x1f\x8b\x08\x00",
        b"%PDF-1.7\n",
    ]
)
BYTES = st.builds(lambda head, tail: head + tail, HEADS, st.binary(max_size=200))


@given(TEXTS, st.sampled_from(["", "Ferry row deepens"]))
@law
def test_paragraphs_hold_every_visible_character_once_and_in_order(text, title):
    before = 0
    for found in paragraphs(text, title):
        assert before <= found.start < found.end <= len(text)
        assert not text[before : found.start].strip()
        assert text[found.start : found.end] == text[found.start : found.end].strip()
        before = found.end
    assert not text[before:].strip()


@given(TEXTS)
@law
def test_an_article_keeps_its_text_and_never_sets_all_of_it_aside_as_header(text):
    try:
        found = article(key="a", text=text)
    except InputRefused:
        return
    assert found.text == text
    assert any(p.kind != "header" for p in found.paragraphs)


@given(BYTES, st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.json", "a.xml", "a.warc", "-"]))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_articles_or_refusals_and_the_same_ones_twice(tmp_path, data, name):
    def once():
        refused = []
        if name == "-":
            found = list(read(["-"], on_refused=refused.append, stdin=io.BytesIO(data)))
        else:
            (tmp_path / name).write_bytes(data)
            found = list(read([str(tmp_path / name)], on_refused=refused.append))
        assert found or refused
        assert all(isinstance(one, InputRefused) and "\n" not in str(one) for one in refused)
        return found, [str(one) for one in refused]

    assert once() == once()


@pytest.mark.parametrize("reader", READERS)
@given(BYTES)
@law
def test_every_reader_gives_drafts_or_refusals_for_any_bytes(reader, data):
    source = Source(where="w", key="k", stream=io.BytesIO(data))
    try:
        for found in READERS[reader](source):
            assert isinstance(found, Draft | InputRefused)
    except InputRefused:
        pass


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
@law
def test_utf_8_is_read_as_it_was_written(text):
    assert decode(b"\xef\xbb\xbf" + text.encode(), "w") == text
    with contextlib.suppress(InputRefused):  # binary: mostly control characters, or "%PDF-"
        assert decode(text.encode(), "w") == text.removeprefix("\ufeff")


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "latin-1", "rot13", "x", "utf-16"]))
@law
def test_decoding_gives_text_or_refuses(data, declared):
    try:
        found = decode(data, "w", declared)
    except InputRefused:
        return
    found.encode()


@given(
    st.dictionaries(
        st.text(max_size=8),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.text(max_size=5), inner, max_size=3)
            ),
            max_leaves=5,
        ),
        max_size=5,
    ),
    TEXTS,
)
@law
def test_a_jsonl_record_keeps_its_text_and_its_unknown_keys(extra, text):
    record = {**extra, "id": "r1", "text": text}
    line = json.dumps(record).encode()
    refused = []
    found = list(
        read(["-"], on_refused=refused.append, stdin=io.BytesIO(gzip.compress(line, mtime=0)))
    )
    assert len(found) + len(refused) == 1
    for one in found:
        assert one.text == text
        assert one.key == "r1"
        known = {"id", "text", "title", "published", "url", "outlet", "author", "language"}
        assert dict(one.metadata).keys() == record.keys() - known
        for key, value in one.metadata:
            assert json.loads(value) == record[key]


@given(st.dates(dt.date(1600, 1, 1), dt.date(2099, 12, 31)))
@law
def test_a_date_is_the_same_in_every_form_it_is_written_in(day):
    iso = day.isoformat()
    forms = [iso, f"{day:%d %B %Y}", f"{day:%B} {day.day}, {day:%Y}", f"{day:%d.%m.%Y}", f"{day:%Y%m%d}"]  # fmt: skip
    assert {normalised(form, "w") for form in forms} == {iso}
    assert normalised(f"{day:%a, %d %b %Y} 12:30:00 GMT", "w") == f"{iso}T12:30:00Z"


@given(st.text(max_size=90) | st.from_regex(r"\A\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}.{0,12}\Z"))
@law
def test_a_date_is_normalised_once_and_for_all_or_refused(words):
    try:
        found = normalised(words, "w")
    except InputRefused:
        return
    assert normalised(found, "w") == found


@given(st.text(max_size=400))
@law
def test_markup_of_any_kind_becomes_tidy_text(markup):
    found = plain(markup)
    assert found == found.strip()
    assert "\n\n\n" not in found


@given(st.text(alphabet="Aa (.,:/|-&", max_size=700))
@law
def test_a_line_is_judged_in_the_time_that_reading_takes(line):
    sign(line)
