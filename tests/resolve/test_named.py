"""What one article says under one name, in a record that stays small."""

import pytest

from kgraph.gazetteer import shipped
from kgraph.resolve.linking import Links
from kgraph.resolve.named import named_of, outlets_of, unnamed_of
from tests.resolve.people import body, one, place, telling
from tests.stories import told


def test_two_spellings_of_one_name_in_an_article_are_one_record():
    extraction = telling("a", "Ana Ilieva", "ANA ILIEVA")
    [found] = named_of(extraction)
    assert found.spelt == (("ANA ILIEVA", 1), ("Ana Ilieva", 1))
    assert found.entities == tuple(sorted(e.iri for e in extraction.entities))


def test_a_record_tells_its_offices_and_its_month():
    mayor = one("Ana Ilieva", role="the Mayor", body="Halden")
    [found] = named_of(telling("a", mayor, day="2025-05-17"))
    assert (found.offices, found.roles, found.month) == (
        (("mayor", "halden"),),
        ("mayor",),
        "2025-05",
    )


def test_like_names_of_one_article_are_apart_by_what_they_are():
    found = {n.folded: n for n in named_of(telling("a", "Ana Vik", body("Vik Stores"), "Vik"))}
    assert found["vik"].apart == ((False, "vik stores"), (True, "ana vik"))


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [("Ministry of Defence", "organization", "norway"), ("Nordbank", "organization", "")],
)
def test_only_what_every_country_has_is_told_with_the_country(name, kind, country):
    governments = Links(shipped()).governments
    found = named_of(telling("a", one(name, kind), place("Norway")), governments)
    [record] = [n for n in found if n.folded != "norway"]
    assert record.country == (governments["norway"] if country else "")


def test_the_most_mentioned_others_are_kept_however_many_there_are():
    names = [f"{first} {last}" for first in ("Ada", "Bea", "Cid") for last in "BCDFGHKLMN"]
    found = named_of(telling("a", *names, "Zoe Zorn", "ZOE ZORN"))
    assert all(len(n.neighbours) == 12 for n in found)
    assert all("zoe zorn" in n.neighbours for n in found if n.folded != "zoe zorn")


def test_a_thousand_of_one_surname_in_one_article_stay_small_records():
    found = named_of(telling("a", *(f"P{n} Vik" for n in range(1000))))
    assert len(found) == 1000
    assert max(len(repr(n)) for n in found) < 4000


def test_what_has_no_name_is_told_one_by_one():
    extraction = telling("a", one("", "anonymous"), one("a senior official", "anonymous"), "Vik")
    assert [u.folded for u in sorted(unnamed_of(extraction), key=lambda u: u.name)] == [
        "",
        "a senior official",
    ]


def test_outlets_are_who_publishes_and_who_is_credited():
    assert outlets_of(told("a", "The Courier", "2025-05-01", "A quiet day.")) == {"courier"}
