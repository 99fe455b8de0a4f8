"""The shipped tables are well-formed, tell no two things by one name, and are right where checked."""

import re
from collections import Counter

import pytest

from kgraph.gazetteer import shipped
from kgraph.gazetteer.shipped import TABLES, cell, rows
from kgraph.resolve.text import fold_name


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_a_name_and_an_id_or_none(table):
    for row in rows(table):
        assert row["name"] == row["name"].strip() != ""
        assert re.fullmatch(r"(Q[1-9]\d*)?", row["id"])
        for column in ("aliases", "demonyms", "ambiguous"):
            assert all(value == value.strip() for value in cell(row, column))


def test_no_two_entries_share_an_id():
    ids = Counter(entry.id for entry in shipped())
    assert [key for key, count in ids.items() if count > 1] == []


def test_no_two_entries_of_a_type_share_a_name():
    found = {}
    for entry in shipped():
        for name in {fold_name(name) for name in entry.names}:
            assert found.setdefault((entry.type, name), entry.id) == entry.id, name


def test_every_capital_of_a_country_is_in_the_table_of_capitals():
    capitals = {row["name"] for row in rows("capitals")} | {"Washington"}
    assert {row["capital"] for row in rows("countries")} - {""} <= capitals


def test_the_world_is_complete():
    assert len(list(rows("countries"))) >= 195


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Russia", "place", "Q159"),
        ("Ukraine", "place", "Q212"),
        ("United States", "place", "Q30"),
        ("Germany", "place", "Q183"),
        ("France", "place", "Q142"),
        ("China", "place", "Q148"),
        ("Türkiye", "place", "Q43"),
        ("Kosovo", "place", "Q1246"),
        ("Kyiv", "place", "Q1899"),
        ("Moscow", "place", "Q649"),
        ("Berlin", "place", "Q64"),
        ("United Nations", "organization", "Q1065"),
        ("European Union", "organization", "Q458"),
        ("NATO", "organization", "Q7184"),
        ("European Commission", "organization", "Q8880"),
        ("Reuters", "organization", "Q130879"),
        ("TASS", "organization", "Q223799"),
        ("US government", "organization", "Q48525"),
        ("Kyiv", "organization", "Government of Ukraine"),
        ("Kremlin", "organization", "Presidential Administration of Russia"),
        ("Georgia", "place", None),
        ("Brussels", "organization", None),
        ("Washington", "place", None),
    ],
)
def test_known_names_stand_for_what_they_should(name, kind, expected):
    found = {
        entry.id
        for entry in shipped()
        if entry.type == kind and fold_name(name) in {fold_name(n) for n in entry.names}
    }
    assert found == ({expected} if expected else set())
