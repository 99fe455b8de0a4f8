"""What ``read`` gives for files of every kind, and what it refuses in which words."""

import gzip
import io
import json
import os

import pytest

from kgraph.errors import CallError, InputRefused
from kgraph.ingest import READERS, article, read
from kgraph.ingest import __all__ as names

BODY = (
    "The ferry will sail again on Friday, the harbour master said, after the crews had accepted "
    "the new pay offer that the owners made in the night. “Nobody expected it,” she added."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Ferry crews return | The Gull</title>
<meta property="article:published_time" content="2025-04-28T10:00:00Z"></head>
<body><article><h1>Ferry crews return</h1><p>{BODY}</p><p>{BODY.replace("Friday", "Sunday")}</p>
</article></body></html>"""
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Gull</title><item><title>Ferry crews return</title><guid>g1</guid>
<pubDate>Mon, 28 Apr 2025 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>{BODY}</p>]]></content:encoded>
</item></channel></rss>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Gull",
        "items": [{"id": "j1", "content_html": f"<p>{BODY}</p>", "date_published": "2025-04-28"}],
    }
)
WARC_HEAD = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://gull.example/ferry\r\n"
    "WARC-Date: 2025-04-29T07:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
)


def warc(page, status="200 OK", kind="text/html; charset=utf-8"):
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + page.encode()
    return f"{WARC_HEAD}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


def line(**record):
    return json.dumps({"id": "r1", "text": BODY, **record}) + "\n"


def run(*paths, **options):
    refused = []
    found = list(read([str(path) for path in paths], on_refused=refused.append, **options))
    return found, [str(one) for one in refused]


FILES = {
    "note.txt": f"Ferry crews return\n\n{BODY}".encode(),
    "note": BODY.encode(),
    "page.html": PAGE.encode(),
    "page": PAGE.encode(),
    "page.txt": PAGE.encode(),
    "rows.jsonl": line().encode(),
    "rows.jsonl.gz": gzip.compress(line().encode()),
    "rows": line().encode(),
    "rows.txt": line().encode(),
    "one.json": json.dumps({"id": "r1", "text": BODY}, indent=1).encode(),
    "list.json": json.dumps([{"id": "r1", "text": BODY}]).encode(),
    "feed.xml": RSS.encode(),
    "feed.rss": RSS.encode(),
    "feed": RSS.encode(),
    "feed.json": JSON_FEED.encode(),
    "crawl.warc": warc(PAGE),
    "crawl.warc.gz": gzip.compress(warc(PAGE)),
    "crawl": gzip.compress(warc(PAGE)),
    "wide.txt": BODY.encode("utf-16"),
    "page.xhtml": PAGE.encode("utf-16"),
}


def test_the_surface_is_four_names():
    assert names == ["READERS", "article", "read", "read_each"]
    assert set(READERS) == {"text", "html", "jsonl", "json", "feed", "jsonfeed", "warc"}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_by_suffix_or_content(tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name])
    found, refused = run(tmp_path / name)
    assert refused == []
    assert len(found) == 1
    assert found[0].language == "en"
    assert any(found[0].text[p.start :].startswith("The ferry") for p in found[0].paragraphs)


@pytest.mark.parametrize("name", FILES)
def test_stdin_is_told_by_its_content_alone(name):
    found, refused = run("-", stdin=io.BytesIO(FILES[name]))
    assert refused == []
    assert "The ferry will sail" in found[0].text


def test_a_pipe_that_gives_little_at_a_time_is_read_whole():
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as out:
        out.write(line().encode())
        out.flush()
        out.write(line(id="r2").encode())
    with os.fdopen(reading, "rb") as stdin:
        found, _ = run("-", stdin=stdin)
    assert [one.key for one in found] == ["r1", "r2"]


def test_a_folder_is_walked_sorted_without_hidden_files(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/.secret.txt", ".git/x.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}: {BODY}")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    found, refused = run(tmp_path)
    assert [one.key for one in found] == ["a/z.txt", "b.txt", "c.txt"]
    assert not any(one.keyed for one in found)
    assert refused == []


def test_inputs_are_read_in_the_order_given_each_in_its_turn(tmp_path):
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(BODY)
    articles = read([tmp_path / "b.txt", tmp_path / "a.txt"], on_refused=pytest.fail)
    assert next(articles).key == "b.txt"
    (tmp_path / "a.txt").write_text(f"It changed. {BODY}")
    assert next(articles).text.startswith("It changed.")


def test_a_single_path_is_one_path(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    assert [one.key for one in read(str(tmp_path / "a.txt"), on_refused=pytest.fail)] == ["a.txt"]


GOOD = BODY.encode()

REFUSED = {
    # file: (bytes, what its one line says)
    "empty.txt": (b"", "it is empty; give a file that holds an article"),
    "blank.txt": (b" \n\n", "it is empty"),
    "empty.jsonl": (b"", "it is empty"),
    "empty.html": (b"", "it is empty"),
    "image.png": (b"\x89PNG\r\n\x1a\n\0\0", "the content is an image, not text"),
    "binary.txt": (b"\x7fELF\0\0\1", "the content is binary: it holds NUL bytes, not text"),
    "nul.txt": (GOOD + b"\0", "it holds NUL bytes"),
    "broken.txt.gz": (gzip.compress(GOOD)[:-9], "its gzip compression is broken"),
    "bad.gz": (b"\x1f\x8b\x08junk", "its gzip compression is broken"),
    "mixed.txt": ("“a” ".encode() * 9 + b"\xe9", "line 1 is not valid UTF-8"),
    "date.txt": (b"Date: 2025-02-31\n\n" + GOOD, "'2025-02-31' is not a date that exists"),
    "future.txt": (b"date 3025-01-01 Ferry\n\n" + GOOD, "is not between 1600 and 2099"),
    "menu.html": (b"<html><body><nav>Home World</nav></body></html>", "there is no article in the page"),
    "date.html": (PAGE.replace("2025-04-28T10", "2025-02-31T10").encode(), "is not a date that exists"),
    "broken.jsonl": (b'{"id": "a", "text"\n', ":1: broken JSON at character"),
    "list.jsonl": (b"[1]\n", ":1: the record is not an object"),
    "number.jsonl": (b"17\n", ":1: the record is not an object"),
    "notext.jsonl": (b'{"id": "a"}\n', ":1: the record has no text"),
    "blank.jsonl": (b'{"id": "a", "text": " "}\n', ":1: it has no text"),
    "type.jsonl": (b'{"id": "a", "text": 7}\n', ":1: 'text' is not a text"),
    "nul.jsonl": (b'{"id": "a", "text": "a\\u0000b"}\n', ":1: its text holds NUL characters"),
    "half.jsonl": (b'{"id": "a", "text": "a\\ud800b"}\n', ":1: its text holds half a character"),
    "halfkey.jsonl": (b'{"id": "a", "text": "ab", "x\\ud800": 1}\n', "holds half a character"),
    "latin.jsonl": ('{"id": "a", "text": "café"}\n'.encode("latin-1"), ":1: the line is not UTF-8"),
    "nan.jsonl": (b'{"id": "a", "text": "ab", "score": NaN}\n', ":1: a value is not JSON"),
    "day.jsonl": (line(published="2025-02-31").encode(), ":1: '2025-02-31' is not a date that exists"),
    "broken.json": (b'[{"id": "a",\n', ":2: the JSON is broken"),
    "word.json": (b'"a"', "neither an object nor a list"),
    "none.json": (b"[]", "it is empty"),
    "deep.json": (b"[" * 100_000, "the JSON cannot be read"),
    "other.xml": (b"<?xml version='1.0'?><note>Hello</note>", "the XML is no feed"),
    "none.xml": (b"<rss version='2.0'><channel></channel></rss>", "the feed has no entries"),
    "cut.xml": (RSS[: RSS.index("</item>")].encode(), "#1: the feed breaks off in this entry"),
    "none.warc": (warc(PAGE, kind="image/png"), "holds no HTML page"),
    "lost.warc": (warc(PAGE, status="404 Not Found"), "holds no HTML page"),
    "cut.warc": (warc(PAGE)[:-200], "https://gull.example/ferry: the file breaks off in this page"),
    "junk.warc": (b"WARC/1.0 junk", "the WARC file is broken"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_bad_input_is_refused_in_one_line_and_the_rest_goes_on(tmp_path, name):
    data, words = REFUSED[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_bytes(GOOD)
    found, refused = run(tmp_path / name, tmp_path / "z.txt")
    assert [one.key for one in found] == ["z.txt"]
    assert len(refused) == 1
    assert refused[0].startswith(str(tmp_path / name))
    assert words in refused[0]
    assert refused[0].count("; ") >= 1
    assert refused[0].isprintable()


def test_a_file_that_is_not_there_is_refused(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    found, refused = run(tmp_path / "none.txt", tmp_path / "empty", tmp_path / "lost", "a\0b")
    assert found == []
    assert refused[0] == f"{tmp_path}/none.txt: no such file or folder; check the path"
    assert "the folder holds no files" in refused[1]
    assert "no such file" in refused[2]
    assert refused[3].startswith("a b: ")


def test_what_is_no_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    _, refused = run(tmp_path)
    assert "it is not a regular file" in refused[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "a.txt").chmod(0)
    assert "it cannot be read: Permission denied" in run(tmp_path / "a.txt")[1][0]


def test_without_stdin_a_dash_is_refused():
    assert "nothing is connected to it" in run("-")[1][0]


def test_a_huge_text_is_refused_without_being_held(tmp_path):
    with (tmp_path / "huge.txt").open("wb") as file:
        for _ in range(50):
            file.write(b"The ferry sails. " * 60_000)
    found, refused = run(tmp_path / "huge.txt")
    assert found == []
    what = "its text is longer than 1 million characters; split it into its articles"
    assert refused == [f"{tmp_path}/huge.txt: {what}"]


def test_a_huge_record_is_refused_and_the_next_is_read(tmp_path):
    with (tmp_path / "rows.jsonl").open("w") as file:
        file.write(line(text="The ferry sails. " * 60_000))
        file.write(line(id="r2", text="The ferry sails. " * 3_200_000))
        file.write(line(id="r3"))
    found, refused = run(tmp_path / "rows.jsonl")
    assert [one.key for one in found] == ["r3"]
    assert "rows.jsonl:1: its text is longer than 1 million characters" in refused[0]
    assert "rows.jsonl:2: it is larger than 50 MB" in refused[1]


def test_an_article_without_a_date_is_refused_only_where_one_is_required(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    assert run(tmp_path / "a.txt")[0][0].published == ""
    found, refused = run(tmp_path / "a.txt", require_date=True)
    assert found == []
    assert "the article has no date of publication; give one with --date" in refused[0]


def test_a_given_date_and_outlet_stand_where_the_article_has_none(tmp_path):
    (tmp_path / "a.jsonl").write_text(
        line() + line(id="r2", published="2025-04-28", outlet="The Gull")
    )
    found, refused = run(
        tmp_path / "a.jsonl", date="1 May 2025", outlet="Seawire", require_date=True
    )
    assert refused == []
    assert [(one.published, one.outlet) for one in found] == [
        ("2025-05-01", "Seawire"),
        ("2025-04-28", "The Gull"),
    ]


def test_a_given_date_that_is_none_is_an_error_of_the_call():
    with pytest.raises(CallError, match="--date: 'soon' is not understood as a date"):
        read([], on_refused=pytest.fail, date="soon")


def test_reading_twice_gives_equal_articles(tmp_path):
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    first, second = run(tmp_path)[0], run(tmp_path)[0]
    assert first == second
    assert [one.id for one in first] == [one.id for one in second]
    assert len(first) == len(FILES)


def test_an_article_is_checked_dated_and_laid_out():
    made = article(
        key="k", text=f"Ferry crews return\n\n{BODY}", title=" Ferry\n crews return ", published="28 April 2025",
        retrieved="2025-04-29T10:00:00+00:00", language="en-GB", metadata={"b": "2", "a": "1"},
    )  # fmt: skip
    assert made.title == "Ferry crews return"
    assert made.published == "2025-04-28"
    assert made.retrieved == "2025-04-29T10:00:00Z"
    assert made.language == "en"
    assert made.metadata == (("a", "1"), ("b", "2"))
    assert [p.kind for p in made.paragraphs] == ["header", "text"]


@pytest.mark.parametrize(
    "fields",
    [
        {"key": "", "text": "a"},
        {"key": "k", "text": ""},
        {"key": "k", "text": "a", "title": "a\0"},
        {"key": "k\udc80", "text": "a"},
        {"key": "k", "text": "a", "metadata": {"\0": "1"}},
        {"key": "k", "text": "a", "modified": "never"},
    ],
)
def test_an_article_that_is_none_is_refused(fields):
    with pytest.raises(InputRefused):
        article(**fields)
