"""Bad input gets one line that says where, what and what to do; the rest is done and kept."""

import json
import signal
import subprocess
import sys

import pyoxigraph
import pytest
from pyoxigraph import Literal, Quad

from kgraph.store.form import MARK

GOOD = (
    "Title: Bridge to open\nOutlet: The Courier\nDate: 2025-05-02\n\n"
    '"We will open the bridge on Monday," Mayor Ruth Okafor said.\n'
)
HEAD = "Title: T\nDate: 2025-05-02\n\n"


def row(**fields):
    return (json.dumps(fields) + "\n").encode()


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n", "empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20, "text"),
    "nul.txt": (HEAD.encode() + b"The mayor said\x00 yes.\n", "NUL"),
    "broken.jsonl": (b'{"id": "a", "text": "x"\n', "broken.jsonl:1"),
    "list.jsonl": (b"[1, 2]\n", "list.jsonl:1"),
    "no-text.jsonl": (row(id="a", published="2025-05-02"), "text"),
    "page.html": (
        b"<html><head><title>Menu</title></head><body><nav><a href='/'>Home</a></nav></body></html>",
        "article",
    ),
    "undated.jsonl": (row(id="a", text="The mayor said that the bridge would open."), "date"),
    "impossible.jsonl": (
        row(id="a", text="The mayor spoke.", published="2025-02-31"),
        "2025-02-31",
    ),
    "far.jsonl": (row(id="a", text="The mayor spoke.", published="3025-01-01"), "3025"),
    "german.jsonl": (
        row(
            id="zeitung-1",
            published="2025-05-02",
            text="Der Bürgermeister sagte am Montag, dass die Brücke bald wieder für den Verkehr "
            "geöffnet werde. Die Arbeiten hätten länger gedauert als geplant.",
        ),
        "'de'",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_used_is_one_line_and_the_rest_is_kept(kgraph, tmp_path, name):
    data, words = BAD[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z-good.txt").write_text(GOOD)
    store = tmp_path / "store"
    ran = kgraph("ingest", tmp_path / name, tmp_path / "z-good.txt", "--store", store)
    assert ran.code == 1
    refused = [line for line in ran.err.splitlines() if line.startswith("refused: ")]
    assert len(refused) == 1, ran.err
    assert words in refused[0]
    assert refused[0].count(";") >= 1  # what; what to do
    assert "1 article in " in ran.err
    assert "Bridge to open" in kgraph("articles", "--store", store, "-f", "csv").out


def test_a_broken_line_does_not_stop_the_lines_after_it(kgraph, tmp_path):
    file = tmp_path / "mixed.jsonl"
    good = row(id="a", text="The mayor said that it was late.", published="2025-05-02")
    other = row(id="b", text="The mayor said that it was early.", published="2025-05-03")
    file.write_bytes(good + b'{"id": \n' + other)
    ran = kgraph("ingest", file, "--store", tmp_path / "store")
    assert ran.code == 1
    assert "mixed.jsonl:2" in ran.err
    assert "2 new" in ran.err


def test_a_text_of_fifty_megabytes_is_refused(kgraph, tmp_path):
    file = tmp_path / "huge.txt"
    with file.open("wb") as out:
        out.write(HEAD.encode())
        for _ in range(50):
            out.write(b"The mayor said that the bridge would open on Monday.\n" * 20_000)
    ran = kgraph("ingest", file, "--store", tmp_path / "store")
    assert ran.code == 1
    assert "huge.txt: its text is longer than 1 million characters; split it" in ran.err


def test_unclosed_quotation_marks_are_read_to_the_end_of_their_paragraph(kgraph, tmp_path):
    file = tmp_path / "open.txt"
    file.write_text(
        HEAD + '"We will open the bridge on Monday, Mayor Ruth Okafor said.\n\n'
        '"It took long enough," Jon Berg said.\n'
    )
    ran = kgraph("extract", file)
    assert ran.code == 0
    speakers = {s["speaker"] for s in json.loads(ran.out)["statements"]}
    assert "Jon Berg" in speakers


def test_a_file_that_is_not_there_is_named(kgraph, tmp_path):
    ran = kgraph("ingest", tmp_path / "nothing.txt", "--store", tmp_path / "store")
    assert ran.code == 1
    assert "nothing.txt" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("ask", "said"),
        ("query", "SELECT * { ?s ?p ?o }"),
        ("export", "-o", "-", "-f", "turtle"),
        ("check",),
        ("articles",),
        ("resolve",),
        ("retract", "abcdef"),
    ],
)
def test_a_store_that_is_not_there_is_told(kgraph, tmp_path, words):
    ran = kgraph(*words, "--store", tmp_path / "none")
    assert ran.code in (1, 2)
    assert len(ran.err.splitlines()) == 1
    assert not ran.out


def test_a_server_that_does_not_answer_is_told(kgraph):
    ran = kgraph("articles", "--store", "http://127.0.0.1:9/")
    assert ran.code == 1
    assert "127.0.0.1:9" in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("ask", "nonsense"),
        ("ask", "said", "--from", "yesterday-ish"),
        ("ask", "said", "--watch", "x"),
        ("export", "-f", "docx"),
        ("extract", "x.txt", "-f", "docx"),
        ("nonsense",),
        ("ingest",),
        ("query", "SELECT * { }", "--file", "x.rq"),
    ],
)
def test_a_call_whose_words_are_off_ends_with_two(kgraph, tmp_path, words):
    (tmp_path / "a.txt").write_text(GOOD)
    store = tmp_path / "store"
    kgraph("ingest", tmp_path / "a.txt", "--store", store)
    known = () if words[0] in ("extract", "nonsense", "ingest") else ("--store", store)
    ran = kgraph(*words, *known)
    assert ran.code == 2, ran.err
    assert ran.err


def test_a_malformed_query_names_its_place(kgraph, tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    kgraph("ingest", tmp_path / "a.txt", "--store", tmp_path / "store")
    ran = kgraph("query", "SELECT * WHERE {\n  ?s ?p }", "--store", tmp_path / "store")
    assert ran.code == 1
    assert "line 2" in ran.err or ":2:" in ran.err


def test_a_killed_ingest_keeps_what_it_reported_and_is_finished_by_the_same_command(
    kgraph, tmp_path
):
    articles = tmp_path / "many.jsonl"
    articles.write_bytes(
        b"".join(
            row(id=f"a{n}", published="2025-05-02", text=f"Mayor {n} said that bridge {n} is open.")
            for n in range(60)
        )
    )
    store = tmp_path / "store"
    words = ["ingest", str(articles), "--store", str(store), "--every", "1"]
    with subprocess.Popen(
        [sys.executable, "-m", "kgraph", *words], stderr=subprocess.PIPE, text=True
    ) as process:
        reported = 0
        for line in process.stderr:
            reported += "articles done" in line
            if reported == 20:
                process.kill()
    kept = kgraph("articles", "--store", store, "-f", "csv").out.splitlines()[1:]
    assert len(kept) >= 20
    assert kgraph("check", "--store", store).code == 0
    again = kgraph(*words)
    assert again.code == 0
    assert len(kgraph("articles", "--store", store, "-f", "csv").out.splitlines()) == 61
    at_once = tmp_path / "at-once"
    kgraph("ingest", articles, "--store", at_once)
    exported = [kgraph("export", "-f", "nquads", "--store", s).out for s in (store, at_once)]
    assert exported[0] == exported[1]


def test_ctrl_c_keeps_what_is_done_and_says_so_in_one_line(kgraph, tmp_path):
    articles = tmp_path / "many.jsonl"
    articles.write_bytes(
        b"".join(
            row(id=f"a{n}", published="2025-05-02", text=f"Mayor {n} said that bridge {n} is open.")
            for n in range(400)
        )
    )
    words = ["ingest", str(articles), "--store", str(tmp_path / "store"), "--every", "1"]
    told = []
    with subprocess.Popen(
        [sys.executable, "-m", "kgraph", *words], stderr=subprocess.PIPE, text=True
    ) as process:
        for line in process.stderr:
            if line.startswith("2 articles done"):
                process.send_signal(signal.SIGINT)
            elif not line[0].isdigit():
                told.append(line)
    assert process.returncode == 130
    (line,) = told
    assert "interrupted" in line
    assert "run the same command again" in line
    kept = kgraph("articles", "--store", tmp_path / "store", "-f", "csv").out.splitlines()[1:]
    assert 2 <= len(kept) < 400
    assert f"{len(kept)} articles done and kept" in line or f"{len(kept) - 1} articles" in line


def test_a_page_of_fifty_megabytes_is_refused_at_once(kgraph, tmp_path):
    file = tmp_path / "huge.html"
    file.write_bytes(b"<html><body>" + b"<p>The bridge is open.</p>" * 1_800_000)
    ran = kgraph("extract", file)
    assert ran.code == 1
    assert "huge.html: the page is larger than 5 MB" in ran.err


def test_a_store_among_the_articles_is_no_input(kgraph, tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    store = tmp_path / "store"
    for outcome in ("1 new", "1 unchanged"):
        ran = kgraph("ingest", tmp_path, "--store", store)
        assert ran.code == 0, ran.err
        assert outcome in ran.err
    assert "it is a store" in kgraph("ingest", store, "--store", store).err


def test_an_empty_path_is_not_the_current_folder(kgraph, tmp_path):
    ran = kgraph("ingest", "", "--store", tmp_path / "store")
    assert ran.code == 1
    assert "the path is empty" in ran.err
    assert kgraph("articles", "--store", "").code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("ask", "said"),
        ("query", "SELECT * { ?s ?p ?o }"),
        ("export", "-f", "csv"),
        ("check",),
        ("articles",),
        ("ingest", "a.txt"),
        ("resolve",),
        ("retract", "a.txt"),
    ],
)
def test_a_store_of_a_newer_version_is_told(kgraph, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(GOOD)
    newer = Quad(MARK.subject, MARK.predicate, Literal("99"), MARK.graph_name)
    pyoxigraph.Store("store").add(newer)
    ran = kgraph(*words, "--store", "store")
    assert ran.code == 1
    assert ran.err.startswith("kgraph: store: it has store format 99")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("data", "what"), [(b"\xff\xfe\x00", "UTF-8"), (None, "nothing.rq")], ids=["bytes", "missing"]
)
def test_a_query_file_that_cannot_be_read_is_told(kgraph, tmp_path, data, what):
    file = tmp_path / ("nothing.rq" if data is None else "bytes.rq")
    if data is not None:
        file.write_bytes(data)
    ran = kgraph("query", "--file", file, "--store", tmp_path)
    assert ran.code == 2
    assert what in ran.err
    assert len(ran.err.splitlines()) == 1
