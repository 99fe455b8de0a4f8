"""Entries of feeds: full texts are taken, summaries are refused by name."""

import io
import json

import pytest

from kgraph.errors import InputRefused
from kgraph.ingest.drafts import Source
from kgraph.ingest.feeds import read_feed, read_json_feed
from kgraph.ingest.markup import plain

BODY = "The ferry will sail again on Friday, the harbour master said."
LONG = "The ferry will sail again on Friday, the harbour master said. " * 8
RSS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Gull</title>
<link>https://gull.example/</link><language>en-gb</language>{}</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Gull</title>
<author><name>The desk</name></author>{}</feed>"""


def of_xml(xml):
    return list(read_feed(Source(where="f", key="f.xml", stream=io.BytesIO(xml.encode()))))


def of_json(feed):
    data = json.dumps(feed).encode()
    return list(read_json_feed(Source(where="f", key="f.json", stream=io.BytesIO(data))))


def test_an_rss_item_with_full_text_is_an_article():
    (found,) = of_xml(
        RSS.format(
            "<item><title>Crews &amp;amp; owners</title><link>https://gull.example/1</link>"
            "<guid>g1</guid><pubDate>Mon, 28 Apr 2025 10:00:00 GMT</pubDate>"
            "<dc:creator>Nora Quill</dc:creator><description>Short.</description>"
            f"<content:encoded><![CDATA[<p>{BODY}</p><p>“Yes,” she said.</p>]]></content:encoded></item>"
        )
    )
    assert (found.key, found.keyed, found.url) == ("g1", True, "https://gull.example/1")
    assert found.text == f"{BODY}\n\n“Yes,” she said."
    assert (found.title, found.author, found.outlet) == ("Crews & owners", "Nora Quill", "The Gull")
    assert (found.published, found.language) == ("Mon, 28 Apr 2025 10:00:00 GMT", "en-gb")


def test_an_atom_entry_with_full_text_is_an_article():
    (found,) = of_xml(
        ATOM.format(
            '<entry xml:lang="en"><title>Crews</title><id>tag:1</id><link href="https://gull.example/1"/>'
            "<published>2025-04-28T10:00:00Z</published><updated>2025-04-29T10:00:00Z</updated>"
            f'<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry>'
        )
    )
    assert (found.key, found.text, found.author) == ("tag:1", BODY, "The desk")
    assert (found.published, found.modified) == ("2025-04-28T10:00:00Z", "2025-04-29T10:00:00Z")


def test_an_entry_that_was_only_updated_has_that_date():
    entry = f"<entry><id>1</id><updated>2025-04-29</updated><content>{BODY}</content></entry>"
    (found,) = of_xml(ATOM.format(entry))
    assert (found.published, found.modified) == ("2025-04-29", "")


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("<item><title>Crews</title><description>Short.</description></item>", "'Crews' carries only a summary of 6 characters"),
        ("<item><title>Crews</title></item>", "'Crews' carries no text"),
        ("<item><guid>g1</guid><description> </description></item>", "'g1' carries no text"),
    ],
)  # fmt: skip
def test_an_entry_without_full_text_is_refused_by_name(item, words):
    full = f"<item><guid>g2</guid><description>{LONG}</description></item>"
    refused, found = of_xml(RSS.format(item + full))
    assert isinstance(refused, InputRefused)
    assert str(refused) == f"f#1: {words}; fetch its page and give that"
    assert found.text == LONG.strip()


def test_an_entry_without_any_id_is_called_by_its_number():
    (found,) = of_xml(RSS.format(f"<item><description>{LONG}</description></item>"))
    assert (found.key, found.keyed) == ("f.xml#1", False)


def test_a_feed_that_breaks_off_loses_its_last_entry_only():
    item = f"<item><guid>g1</guid><description>{LONG}</description></item>"
    xml = RSS.format(item + item)
    found, refused = of_xml(xml[: xml.rindex("harbour")])
    assert found.key == "g1"
    assert "breaks off" in refused.what


def test_a_json_feed_has_html_or_plain_text():
    base = {"date_published": "2025-04-28", "authors": [{"name": "Nora Quill"}], "url": "https://g.example/1"}  # fmt: skip
    found = of_json(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "The Gull",
            "language": "en",
            "items": [
                {**base, "id": 1, "content_html": f"<p>{BODY}</p>"},
                {**base, "id": "2", "content_text": f" {BODY}\n"},
                {"url": "https://g.example/3", "summary": LONG, "author": {"name": "Tom Reed"}},
                {"id": "4", "title": "Crews", "summary": "Short."},
                {"id": "5", "content_html": "a\0b"},
                {"id": ["6"]},
                17,
            ],
        }
    )
    assert [one.key for one in found[:3]] == ["1", "2", "https://g.example/3"]
    assert [one.text for one in found[:3]] == [BODY, f" {BODY}\n", LONG]
    assert [one.author for one in found[:3]] == ["Nora Quill", "Nora Quill", "Tom Reed"]
    assert found[0].outlet == "The Gull"
    assert [str(one).split("; ")[0] for one in found[3:]] == [
        "f#4: 'Crews' carries only a summary of 6 characters",
        "f#5: its text holds NUL characters",
        "f#6: the item's 'id' is not as it should be",
        "f#7: the item's '' is not as it should be",
    ]


@pytest.mark.parametrize(
    ("feed", "words"),
    [({"items": []}, "the feed has no items"), ({"items": 3}, "is broken"), ([], "is broken")],
)
def test_a_json_feed_that_is_none_is_refused(feed, words):
    with pytest.raises(InputRefused, match=words):
        of_json(feed)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        ("plain words", "plain words"),
        ("one\n\ntwo  three", "one\n\ntwo three"),
        ("a &lt; b", "a < b"),
        ("<p>One</p>\n<p>Two <b>bold</b>\n words</p>", "One\n\nTwo bold words"),
        ("<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree"),
        ("One<br>Two<br/><br/>Three", "One\nTwo\nThree"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        ("<script>x</script>One<style>y</style> two<noscript><p>three</p></noscript>", "One two"),
        ("One<!-- hidden --> two", "One two"),
        ("<!-- only -->", ""),
        ("</div></body>One", "One"),
        ("<?xml version='1.0' encoding='utf-8'?><p>One</p>", "One"),
        ("&\b<p>One", "&\b\n\nOne"),
    ],
)
def test_markup_becomes_text_with_paragraphs(markup, text):
    assert plain(markup) == text
