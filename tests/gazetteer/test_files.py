"""A user's own gazetteer: what is right is used, what is broken is refused by line."""

import json

import pytest

from kgraph.errors import CallError
from kgraph.gazetteer import Entry, read_gazetteer
from kgraph.resolve import resolve
from tests.resolve.people import body, one, telling


def read(path):
    refused = []
    return list(read_gazetteer(path, on_refused=refused.append)), refused


def test_json_lines_and_csv_say_the_same(tmp_path):
    as_json = tmp_path / "own.jsonl"
    record = {
        "id": "Q42", "name": "Ana Ilieva", "aliases": ["A. Ilieva"], "type": "person",
        "valid_from": "2019", "valid_to": "2023-06",
    }  # fmt: skip
    as_json.write_text(json.dumps(record) + "\n\n", encoding="utf-8")
    as_csv = tmp_path / "own.csv"
    as_csv.write_text(
        "id,name,aliases,type,valid_from,valid_to\nQ42,Ana Ilieva,A. Ilieva,person,2019,2023-06\n",
        encoding="utf-8",
    )
    (one_,), none = read(as_json)
    (other,), none_either = read(as_csv)
    assert (none, none_either) == ([], [])
    assert one_ == Entry(
        id="Q42", names=("Ana Ilieva", "A. Ilieva"), type="person", valid_from="2019",
        valid_to="2023-06", source=str(as_json),
    )  # fmt: skip
    assert other.names == one_.names


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("not json", "not one record"),
        ("[1, 2]", "not one record"),
        ('{"name": "Acme"}', "'id' is missing"),
        ('{"id": "x"}', "'name' is missing"),
        ('{"id": "x", "name": ["Acme"]}', "'name' is not a text"),
        ('{"id": "x", "name": "Acme", "aliases": "A"}', "'aliases' is not a list"),
        ('{"id": "x", "name": "Acme", "type": "ship"}', "'type' is none of"),
        ('{"id": "x", "name": "Acme", "valid_from": "May"}', "'valid_from' is not"),
        ('{"id": "x", "name": "A", "valid_from": "2020", "valid_to": "2019"}', "comes before"),
        ('{"id": "first", "name": "Again"}', "was given before"),
        ("[" * 100_000, "not one record"),
    ],
)
def test_a_broken_line_is_refused_by_its_number_and_the_rest_is_used(tmp_path, line, what):
    path = tmp_path / "own.jsonl"
    path.write_text(
        f'{{"id": "first", "name": "First"}}\n{line}\n{{"id": "last", "name": "Last"}}\n',
        encoding="utf-8",
    )
    entries, refused = read(path)
    assert [entry.id for entry in entries] == ["first", "last"]
    (refusal,) = refused
    assert refusal.where.endswith("line 2")
    assert what in refusal.what


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_read_is_told(tmp_path, name):
    with pytest.raises(CallError):
        read(tmp_path / name)


def test_an_own_entry_overrules_a_later_one_and_links():
    own = Entry(id="Q7", names=("Acme",), type="organization", source="own")
    later = Entry(id="Q8", names=("Acme",), type="organization", source="shipped")
    (actor,) = resolve([telling("a", body("Acme"))], known=[own, later]).actors
    assert actor.wikidata == "Q7"


def test_a_name_of_two_entries_links_nothing():
    entries = [Entry(id=f"Q{n}", names=("Ann Lee",), type="person", source="own") for n in (1, 2)]
    (actor,) = resolve([telling("a", "Ann Lee")], known=entries).actors
    assert not actor.wikidata


@pytest.mark.parametrize(
    ("day", "expected"), [("2018-05-01", ""), ("2020-05-01", "Q1"), ("2024-05-01", "")]
)
def test_a_name_links_only_while_it_is_valid(day, expected):
    entry = Entry(id="Q1", names=("Ann Lee",), type="person", valid_from="2019", valid_to="2023-06")
    (actor,) = resolve([telling("a", "Ann Lee", day=day)], known=[entry]).actors
    assert actor.wikidata == expected


def test_a_linked_alias_joins_what_spelling_does_not():
    entry = Entry(id="Q1", names=("Ann Lee", "Ann Gray"), type="person")
    who = resolve([telling("a", "Ann Lee"), telling("b", one("Ann Gray"))], known=[entry])
    assert [actor.wikidata for actor in who.actors] == ["Q1"]
