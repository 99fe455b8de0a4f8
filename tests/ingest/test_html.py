"""What is read from a page, beside its text."""

import pytest

from kgraph.errors import InputRefused
from kgraph.ingest.html import draft_of_page

BODY = "".join(
    f"<p>The ferry will sail again on {day}, the harbour master said, after the crews had accepted "
    "the new pay offer that the owners made in the night.</p>"
    for day in ("Friday", "Sunday", "Monday")
)


def page(head="", *, body=BODY, html="<html>"):
    return (
        f"<!doctype html>{html}<head><title>Ferry crews return</title>{head}</head>"
        f"<body><article><h1>Ferry crews return</h1>{body}</article></body></html>"
    )


def draft(text, **options):
    data = text if isinstance(text, bytes) else text.encode()
    return draft_of_page(data, where="w", key="ferry.html", **options)


LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "The Site"},
{"@type": ["NewsArticle"], "headline": "Crews are back", "datePublished": "2025-04-28T08:00:00+02:00",
"dateModified": "2025-04-29", "author": [{"name": "Nora Quill"}, {"name": "Tom Reed"}],
"publisher": {"name": "The Gull"}}]}</script>"""


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        ('<meta property="article:published_time" content="2025-04-28T10:00:00Z">', "published", "2025-04-28T10:00:00Z"),
        ('<meta property="article:published_time" content="2025-04-28T10:00:00Z">' + LINKED, "published", "2025-04-28T10:00:00Z"),
        (LINKED, "published", "2025-04-28T08:00:00+02:00"),
        ('<meta itemprop="datePublished" content="2025-04-28">', "published", "2025-04-28"),
        ('<meta name="date" content="2025-04-28">', "published", "2025-04-28"),
        ('<meta property="article:modified_time" content="2025-04-29T10:00:00Z">', "modified", "2025-04-29T10:00:00Z"),
        (LINKED, "modified", "2025-04-29"),
        (LINKED, "author", "Nora Quill, Tom Reed"),
        ('<meta name="author" content="Nora Quill">', "author", "Nora Quill"),
        (LINKED, "outlet", "The Gull"),
        ('<meta property="og:site_name" content="The Kelp Bay Gull">' + LINKED, "outlet", "The Kelp Bay Gull"),
        ("", "outlet", ""),
        (LINKED, "title", "Crews are back"),
        ('<link rel="canonical" href="https://gull.example/ferry">', "url", "https://gull.example/ferry"),
        ('<link rel="canonical" href="https://gull.example/ferry">', "key", "https://gull.example/ferry"),
        ('<link rel="canonical" href="https://gull.example/">', "key", "ferry.html"),
        ('<link rel="canonical" href="/ferry">', "key", "ferry.html"),
        ('<meta property="og:url" content="https://gull.example/ferry">', "url", "https://gull.example/ferry"),
        ('<meta property="og:locale" content="en_GB">', "language", "en_GB"),
        ('<script type="application/ld+json">{broken</script>', "title", "Ferry crews return"),
        ('<script type="application/ld+json">[1, "a", {"@type": 3}]</script>', "title", "Ferry crews return"),
    ],
)  # fmt: skip
def test_metadata_are_read_from_the_page(head, name, expected):
    assert getattr(draft(page(head)), name) == expected


def test_the_text_is_the_article_a_paragraph_a_line():
    found = draft(page(body=BODY + "<nav>Home World</nav><script>x = 1</script>"))
    assert found.text.split("\n")[0] == "Ferry crews return"
    assert len(found.text.split("\n")) == 4
    assert "Home" not in found.text


def test_the_address_it_was_fetched_from_names_a_page_without_a_canonical_one():
    found = draft(page(), url="https://gull.example/a/b")
    assert (found.key, found.keyed) == ("https://gull.example/a/b", True)
    linked = page('<link rel="canonical" href="/ferry">')
    assert draft(linked, url="https://gull.example/a/b").key == "https://gull.example/ferry"
    assert draft(page()).keyed is False


@pytest.mark.parametrize(
    ("encoding", "head", "charset"),
    [
        ("utf-8", "", ""),
        ("windows-1251", '<meta charset="windows-1251">', ""),
        ("windows-1251", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', ""),
        ("koi8-r", "", "koi8-r"),
        ("utf-16", "", ""),
    ],
)  # fmt: skip
def test_a_page_is_read_in_the_encoding_that_is_declared(encoding, head, charset):
    russian = "Паром снова выйдет в море в пятницу, сообщил в четверг начальник порта. " * 8
    text = page(head, body=f"<p>{russian}</p>")
    assert "Паром снова" in draft(text.encode(encoding), charset=charset).text


@pytest.mark.parametrize(
    "text",
    [
        "<html></html>",
        "<html><body><nav>Home World Sport</nav></body></html>",
        page(body="<p>Please enable JavaScript.</p>"),
        "<!-- -->",
        page(html="<html><!--"),
    ],
)
def test_a_page_without_an_article_is_refused(text):
    with pytest.raises(InputRefused, match="there is no article in the page"):
        draft(text)
