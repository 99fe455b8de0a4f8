"""Watching on the command line: watch, topics, diff, positions."""

import csv
import io
import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from kgraph import pipeline
from kgraph.store import open_store
from tests.watch.conftest import filled

LONG = "2025-05-03"


@pytest.fixture(scope="module")
def spring(tmp_path_factory):
    folder = tmp_path_factory.mktemp("watch") / "store"
    with open_store(folder) as made:
        filled(made)
    return folder


@pytest.fixture
def place(spring, tmp_path, monkeypatch):
    shutil.copytree(spring, tmp_path / "store")
    monkeypatch.setenv("KGRAPH_STORE", str(tmp_path / "store"))
    return tmp_path


def rows(ran):
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_what_is_added_is_listed_told_of_and_removed(kgraph, place):
    ran = kgraph("watch", "add", "Vera Dimova")
    assert (ran.code, ran.out) == (0, "")
    assert "watched: person       Vera Dimova" in ran.err
    assert "1 other on its list before" in kgraph("watch", "add", "Vera Dimova").err
    assert "Vera Dimova" in kgraph("watch", "list").out
    found = rows(kgraph("diff", "--from", LONG, "--format", "jsonl"))
    assert {one["change"] for one in found} == {
        "new", "contradicted", "denied", "changed", "withdrawn",
    }  # fmt: skip
    assert all(one["watched"] == ["Vera Dimova"] for one in found if one["change"] != "withdrawn")
    assert kgraph("watch", "remove", "Vera Dimova").code == 0
    assert kgraph("watch", "list").out == ""
    assert kgraph("check").code == 0


def test_a_change_in_text_has_both_wordings_with_outlet_date_and_link(kgraph, place):
    told = kgraph("diff", "--everything", "--from", "2025-05-09").out
    [changed] = [part for part in told.split("\n\n") if part.startswith("CHANGED")]
    assert "Vera Dimova —accept→ “the wage offer”" in changed
    assert "Post · 2025-05-09 · https://post.example/after" in changed
    assert "before: Vera Dimova —reject→ “the wage offer”" in changed
    assert "Mirror · 2025-05-06 · https://mirror.example/before" in changed
    assert "why: reject became accept" in changed
    assert "withdrawn: A Hoax · gone.txt" in told.split("\n\n")[-1]


def test_an_outlet_a_topic_and_words_are_watched(kgraph, place):
    kgraph("topics", "add", "pay", "wages", "salary cut")
    for words in (("Ledger",), ("pay",), ("40 ships", "--as", "words")):
        assert kgraph("watch", "add", *words, "--list", words[0]).code == 0
    kinds = {one["kind"] for one in rows(kgraph("watch", "export"))}
    assert kinds == {"outlet", "topic", "words"}
    assert {
        one["told"]["outlet"]
        for one in rows(kgraph("diff", "--list", "Ledger", "-f", "jsonl"))
        if "told" in one
    } == {"Ledger"}
    assert all(
        "wage" in one["told"]["quote"]
        for one in rows(kgraph("diff", "--list", "pay", "-f", "jsonl"))
        if "told" in one
    )
    found = rows(kgraph("diff", "--list", "40 ships", "-f", "jsonl"))
    assert {one["change"] for one in found} == {"new", "contradicted", "denied", "withdrawn"}


def test_a_watched_person_on_a_topic_needs_the_topic(kgraph, place):
    ran = kgraph("watch", "add", "Vera Dimova", "--topic", "pay")
    assert ran.code == 2
    assert "no topic has that name; make it: kgraph topics add 'pay' WORD…" in ran.err
    kgraph("topics", "add", "pay", "wage")
    assert kgraph("watch", "add", "Vera Dimova", "--topic", "pay").code == 0
    found = rows(kgraph("diff", "-f", "jsonl"))
    assert {tuple(one["watched"]) for one in found if one.get("watched")} == {
        ("Vera Dimova on pay",)
    }


def test_lists_move_to_another_store(kgraph, place):
    kgraph("watch", "add", "Vera Dimova", "Petar Kolev", "--list", "dock")
    file, other = place / "lists.jsonl", place / "other"
    assert kgraph("watch", "export", "-o", file).code == 0
    with open_store(other):
        pass
    assert kgraph("watch", "import", file, "--store", other).code == 0
    assert kgraph("watch", "export", "--store", other).out == file.read_text()
    ran = kgraph("diff", "--store", other)
    assert ran.code == 0
    assert "list 'dock': the store has no actor 'Petar Kolev'" in ran.err
    assert "nothing changed" in ran.err


BROKEN = [
    ("{", "Invalid JSON"),
    ('{"list": "l", "kind": "ship", "name": "n"}', "kind"),
    ('{"list": "l", "kind": "words"}', "name"),
    ('{"list": "l", "kind": "words", "name": " "}', "is empty"),
    ('{"list": "l", "kind": "actor", "name": "n", "anchor": "https://x.example/> }"}', "no id"),
    ('{"list": "l", "kind": "words", "name": "n", "since": 1}', "since"),
]


@pytest.mark.parametrize(("line", "what"), BROKEN)
def test_a_broken_line_of_a_list_is_refused_and_the_rest_taken_in(kgraph, place, line, what):
    file = place / "lists.jsonl"
    file.write_text(f'{line}\n\n{{"list": "l", "kind": "words", "name": "tide"}}\n')
    ran = kgraph("watch", "import", file)
    assert ran.code == 1
    assert f"{file}:1" in ran.err
    assert what in ran.err
    assert len(rows(kgraph("watch", "export"))) == 1


def test_topics_are_listed_given_out_and_taken_in(kgraph, place):
    kgraph("topics", "add", "pay", "wages", "salary cut")
    assert kgraph("topics", "list").out == "pay: salary cut, wages\n"
    file = place / "topics.ttl"
    assert kgraph("topics", "export", "-o", file).code == 0
    assert kgraph("topics", "remove", "pay", "wages").code == 0
    assert kgraph("topics", "list").out == "pay: salary cut\n"
    assert "1 topic taken in" in kgraph("topics", "import", file).err
    assert kgraph("topics", "list").out == "pay: salary cut, wages\n"
    assert kgraph("check").code == 0


def test_the_ledger_is_told_as_text_jsonl_and_csv(kgraph, place):
    words = ("positions", "Vera Dimova", "--topic", "wage")
    ran = kgraph(*words)
    assert "no topic is named 'wage'" in ran.err
    assert "Vera Dimova: 2 positions" in ran.err
    assert ran.out.startswith("2025-05-06 opposes\n")
    assert "2025-05-09 supports CHANGED POSITION" in ran.out
    first, second = rows(kgraph(*words, "-f", "jsonl"))
    assert (first["stance"], second["stance"]) == ("opposes", "supports")
    assert second["changes"][0]["told"]["statement"] == first["told"]["statement"]
    table = [*csv.DictReader(io.StringIO(kgraph(*words, "-f", "csv").out))]
    assert [row["changes"] for row in table] == ["", "2025-05-06 the wage offer"]
    assert table[0]["url"] == "https://mirror.example/before"


def test_a_ledger_tells_who_denied_it(kgraph, place):
    told = kgraph("positions", "Vera Dimova", "--topic", "ships").out
    assert "denied by: Port Office —deny→" in told
    assert "contradicted by: Boyan Petkov —assert→" in told
    assert "denies: Vera Dimova —assert→" in kgraph("positions", "Port Office").out


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("watch", "keep"), "there is no such action"),
        (("watch", "add"), "it needs a name"),
        (("watch", "list", "x"), "it takes no names"),
        (("watch", "add", "x", "--as", "ship"), "there is no such kind"),
        (("watch", "remove", "x", "--as", "words"), "it takes no --as"),
        (("watch", "add", "Nobody At All"), "has that name"),
        (("watch", "add", "Nobody At All", "--as", "outlet"), "no outlet has that name"),
        (("watch", "add", "Nobody At All", "--as", "topic"), "kgraph topics add"),
        (("watch", "add", "Vera Dimova", "--as", "claim"), "it names no claim, but an actor"),
        (("watch", "add", "?!"), "there is no word in it"),
        (("watch", "remove", "Nobody"), "nothing on any list has that name"),
        (("diff",), "nothing is watched"),
        (("diff", "--list", "none"), "nothing is on that watch-list"),
        (("diff", "--list", "none", "--everything"), "leave --list out"),
        (("diff", "--everything", "--from", "May"), "no such date"),
        (("diff", "--everything", "--from", "2025-05", "--to", "2025-04"), "it is before"),
        (("diff", "--everything", "--format", "pdf"), "is not a format"),
        (("topics", "keep"), "there is no such action"),
        (("topics", "add"), "it needs a name"),
        (("topics", "list", "x"), "it takes no name"),
        (("topics", "remove", "x"), "no topic has that name"),
        (("positions", "Nobody At All"), "has that name"),
        (("positions", "12 ships"), "it names no person or body (claim)"),
        (("positions", "Vera Dimova", "--to", "May"), "no such date"),
        (("positions", "Vera Dimova", "--format", "pdf"), "is not a format"),
    ],
)
def test_a_call_that_makes_no_sense_ends_with_2(kgraph, place, words, what):
    ran = kgraph(*words)
    assert ran.code == 2, ran.err
    assert what in ran.err
    assert len(ran.err.splitlines()) == 1
    assert ran.out == ""


def test_a_name_of_two_things_is_asked_back(kgraph, place):
    kgraph("topics", "add", "Vera Dimova")
    ran = kgraph("watch", "add", "Vera Dimova")
    assert ran.code == 2
    assert "more than one thing has that name; say which with --as topic or actor" in ran.err
    assert kgraph("watch", "add", "Vera Dimova", "--as", "actor").code == 0
    assert kgraph("watch", "add", "Vera Dimova", "--as", "topic").code == 0


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("watch", "import", "none.jsonl"), "none.jsonl"),
        (("topics", "import", "none.ttl"), "give a Turtle file"),
    ],
)
def test_a_file_that_is_not_there_ends_with_1(kgraph, place, words, what):
    ran = kgraph(*words)
    assert ran.code == 1
    assert what in ran.err


@pytest.mark.parametrize("words", [("diff", "--everything"), ("positions", "Vera Dimova")])
def test_a_graph_that_is_older_than_its_evidence_is_told_of(kgraph, place, words):
    assert "kgraph resolve" not in kgraph(*words).err
    with open_store(place / "store") as opened:
        pipeline.retract(opened, pipeline.find(opened, "wire"))
    assert "rebuild them: kgraph resolve" in kgraph(*words).err


def test_nothing_is_written_where_a_store_is_only_read(kgraph, place):
    before = kgraph("export", "-f", "nquads").out
    for words in (("diff", "--everything"), ("positions", "Vera Dimova"), ("watch", "list")):
        assert kgraph(*words).code == 0
    assert kgraph("export", "-f", "nquads").out == before


def test_the_same_call_gives_the_same_bytes(kgraph, place):
    words = ("diff", "--everything", "-f", "jsonl")
    assert kgraph(*words).out == kgraph(*words).out


def test_the_commands_of_the_documentation_run(kgraph, tmp_path, monkeypatch):
    root = Path(__file__).parent.parent.parent
    for folder in ("examples", "docs"):
        (tmp_path / folder).symlink_to(root / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KGRAPH_STORE", "tour")
    text = (root / "docs" / "watching.md").read_text(encoding="utf-8")
    lines = [
        line
        for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
        for line in block.splitlines()
    ]
    for line in lines:
        program, *words = shlex.split(line)
        if program == "kgraph":
            quick = ("--extractor", "rules") if words[0] == "ingest" else ()
            ran = kgraph(*words, *quick)
            assert ran.code == 0, (line, ran.err)
    assert len(lines) > 10
    assert (tmp_path / "topics.ttl").is_file()
