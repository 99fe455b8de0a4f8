"""Who is one actor across articles."""

from dataclasses import replace

import pytest

from kgraph.model import Entity
from kgraph.resolve import resolve
from tests.stories import said, told


def actors_of(*extractions):
    return {(actor.name, actor.type): len(actor.members) for actor in resolve(extractions).actors}


def two(first, second, kind="person", second_kind=""):
    return (
        told("a", "Courier", "2025-05-01", said(first, "it rained", kind=kind)),
        told("b", "Mirror", "2025-05-02", said(second, "it snowed", kind=second_kind or kind)),
    )


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Ana Ilieva", "Ana Ilieva", "person"),
        ("Ana Ilieva", "ANA ILIEVA", "person"),
        ("Ana Ilieva's", "Ana Ilieva", "person"),
        ("José Sánchez-Gómez", "Jose Sanchez Gomez", "person"),
        ("U.S. Senate", "US Senate", "organization"),
        ("the Kremlin", "Kremlin", "organization"),
        ("Łódź", "Lodz", "place"),
    ],
)
def test_names_that_differ_in_spelling_only_are_one_actor(first, second, kind):
    found = actors_of(*two(first, second, kind))
    assert list(found.values()) == [2]


@pytest.mark.parametrize(
    ("first", "second", "kind", "second_kind"),
    [
        ("Ana Ilieva", "Ilieva", "person", "person"),
        ("A. Ilieva", "Ana Ilieva", "person", "person"),
        ("Varna", "Varna", "place", "organization"),
        ("a senior official", "a senior official", "anonymous", "anonymous"),
        ("the ministry", "the ministry", "organization", "organization"),
        ("residents", "residents", "group", "group"),
    ],
)
def test_what_is_not_surely_the_same_stays_apart(first, second, kind, second_kind):
    found = resolve(two(first, second, kind, second_kind)).actors
    assert [len(actor.members) for actor in found] == [1, 1]


def test_an_outlet_named_as_a_speaker_is_an_organization():
    found = actors_of(
        told("a", "Norvia", "2025-05-01", "A quiet day."),
        told("b", "Mirror", "2025-05-02", said("Norvia", "it snowed", kind="person")),
        told("c", "Bugle", "2025-05-02", said("Norvia", "it rained", kind="organization")),
    )
    assert found == {("Norvia", "organization"): 2}


def test_one_name_linked_to_two_things_is_two_actors():
    entities = [
        Entity(id=str(n), name="Springfield", type="place", wikidata=link)
        for n, link in enumerate(["Q1", "Q1", "Q2"])
    ]
    made = resolve(
        replace(told(entity.id, "Courier", "2025-05-01", "Nothing."), entities=(entity,))
        for entity in entities
    ).actors
    assert sorted((a.wikidata, len(a.members)) for a in made) == [("Q1", 2), ("Q2", 1)]


def test_a_description_is_one_actor_among_copies_of_one_text():
    lines = (
        said("the ministry", "the bridge over the bay will stay closed", kind="organization"),
        "Nobody has crossed the old bridge since the storm.",
        "Repairs will cost more than the town can pay this year.",
        "Engineers found deep cracks in two of the seven pillars.",
    )
    found = actors_of(
        told("a", "Norvia", "2025-05-01", *lines), told("b", "Mirror", "2025-05-01", *lines)
    )
    assert found == {("the ministry", "organization"): 2}


def test_the_commonest_spelling_names_the_actor():
    (actor,) = resolve(
        told(str(n), "Courier", "2025-05-01", said(name, "it rained"))
        for n, name in enumerate(["ANA ILIEVA", "Ana Ilieva", "Ana Ilieva"])
    ).actors
    assert actor.name == "Ana Ilieva"
