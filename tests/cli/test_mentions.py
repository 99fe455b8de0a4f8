"""``kgraph mentions`` and ``kgraph resolve --gazetteer``, as a user calls them."""

import json

import pytest

from kgraph.cli import main

TEXT = (
    "Acme Air said on Monday that it would buy ten planes.\n\n"
    "The company was founded by Ruth Okafor. She now lives in Oslo."
)
OTHER = "“The planes are late,” Ruth Okafor told reporters in Oslo.\n"


def run(*arguments):
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as end:
        return end.code or 0
    return 0


@pytest.fixture
def store(tmp_path, capsys):
    articles = tmp_path / "in.jsonl"
    articles.write_text(
        "".join(
            json.dumps({"id": key, "text": text, "published": "2025-05-01"}) + "\n"
            for key, text in (("b", OTHER), ("a", TEXT))
        ),
        encoding="utf-8",
    )
    place = tmp_path / "store"
    assert run("ingest", articles, "--store", place, "--extractor", "rules") == 0
    capsys.readouterr()
    return place


def rows(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_mention_is_a_line_with_its_place_and_entity(store, capsys):
    assert run("mentions", "--store", store) == 0
    found = rows(capsys)
    assert found == sorted(found, key=lambda r: (r["article"], r["start"], r["end"]))
    words = {(r["article"], TEXT[r["start"] : r["end"]]): r for r in found if r["article"] == "a"}
    company = words["a", "Acme Air"]["entity"]
    assert words["a", "it"]["entity"] == company
    assert words["a", "The company"]["entity"] == company
    assert words["a", "She"]["entity"] == words["a", "Ruth Okafor"]["entity"]


def test_one_entity_is_the_same_across_articles_and_linked(store, capsys):
    run("mentions", "--store", store)
    found = rows(capsys)
    for name, link in (("Ruth Okafor", None), ("Oslo", "Q585")):
        of_name = [r for r in found if r["name"] == name]
        assert {r["article"] for r in of_name} == {"a", "b"}
        assert len({r["entity"] for r in of_name}) == 1
        assert {r.get("wikidata") for r in of_name} == {link}


def test_a_table_has_the_same_rows(store, capsys):
    run("mentions", "--store", store)
    found = rows(capsys)
    assert run("mentions", "--store", store, "--format", "tsv") == 0
    header, *lines = capsys.readouterr().out.splitlines()
    assert header.split("\t") == ["article", "start", "end", "entity", "name", "wikidata", "kind"]
    assert len(lines) == len(found)


def test_another_format_is_refused(store, capsys):
    assert run("mentions", "--store", store, "--format", "xml") == 2
    assert "give jsonl or tsv" in capsys.readouterr().err


def test_an_own_gazetteer_links_and_stays(store, tmp_path, capsys):
    own = tmp_path / "own.csv"
    own.write_text("id,name,type\nQ7,Ruth Okafor,person\n,broken,\n", encoding="utf-8")
    assert run("resolve", "--store", store, "--gazetteer", own) == 1
    assert "own.csv, line 3: 'id' is missing" in capsys.readouterr().err
    assert run("resolve", "--store", store) == 0
    capsys.readouterr()
    run("mentions", "--store", store)
    assert {r.get("wikidata") for r in rows(capsys) if r["name"] == "Ruth Okafor"} == {"Q7"}
    assert run("check", "--store", store) == 0
    own.write_text("", encoding="utf-8")
    assert run("resolve", "--store", store, "--gazetteer", own) == 0
    capsys.readouterr()
    run("mentions", "--store", store)
    assert {r.get("wikidata") for r in rows(capsys) if r["name"] == "Ruth Okafor"} == {None}
