"""Decisions that outlive what they were made on, contradict one another, or go in circles."""

import pytest

from kgraph import pipeline
from kgraph.cli.deciding import settle
from kgraph.model import Decision
from kgraph.resolve import resolve
from kgraph.resolve.nodes import lone_id
from kgraph.store import MemoryStore, select
from tests.resolve.people import body, one, telling
from tests.stories import said, told


def decide(*rows):
    return [
        Decision(id=str(n), a=a, b=b, verdict=verdict, at=f"2025-06-{n + 1:02}")
        for n, (a, verdict, b) in enumerate(rows)
    ]


def entity(extraction):
    return extraction.entities[0].iri


def of(extractions, decisions=()):
    who = resolve(extractions, decisions=decisions)
    return {iri: actor.iri for actor in who.actors for iri in actor.members}


def articles(prefix, name, count):
    return [telling(f"{prefix}{n}", name) for n in range(count)]


def test_an_entity_that_was_split_off_stays_out_when_the_actor_gets_a_fuller_name():
    first = articles("a", "Jonas Vik", 4)
    split = entity(first[0])
    decisions = decide((of(first)[split], "different", split))
    later = [*first, *articles("b", "Jonas Anders Vik", 3)]
    assert len(set(of(later).values())) == 1
    found = of(later, decisions)
    assert [iri for iri in found if found[iri] == found[split]] == [split]
    assert len(set(found.values())) == 2


def test_an_entity_and_its_actor_may_be_told_apart_and_together_again():
    found = articles("a", "Jonas Vik", 4)
    split, whole = entity(found[0]), of(found)[entity(found[0])]
    rows = [(whole, "different", split), (split, "same", whole)]
    assert of(found, decide(*rows[:1])) != of(found)
    assert of(found, decide(*rows)) == of(found)


@pytest.mark.parametrize("turn", range(3))
def test_a_circle_of_decisions_ends_with_the_parting(turn):
    texts = [telling(key, name) for key, name in zip("abc", ("Ann Lee", "Bo Ray", "Cy Fox"))]  # noqa: B905
    a, b, c = (entity(text) for text in texts)
    rows = [(a, "same", b), (b, "same", c), (c, "different", a)]
    found = of(texts, decide(*rows[turn:], *rows[:turn]))
    assert found[a] != found[c]
    assert len(set(found.values())) == 2


def test_a_chain_of_actors_does_not_join_what_a_person_parted():
    texts = [*articles("a", "Ann Lee", 3), *articles("b", "Bo Ray", 3), *articles("c", "Cy Fox", 3)]
    actors = of(texts)
    a, b, c = (actors[entity(texts[n])] for n in (0, 3, 6))
    parted = (entity(texts[0]), "different", entity(texts[6]))
    found = of(texts, decide((a, "same", b), (b, "same", c), parted))
    assert found[entity(texts[0])] != found[entity(texts[6])]


def test_a_decision_on_an_actor_that_a_decision_made_is_kept():
    texts = [*articles("a", "Jonas Vik", 3), *articles("b", "Bo Ray", 2)]
    split = entity(texts[0])
    first = (of(texts)[split], "different", split)
    parted = of(texts, decide(first))
    assert parted[split].endswith(lone_id(f"entity {split}"))
    found = of(texts, decide(first, (parted[split], "same", parted[entity(texts[3])])))
    assert found[split] == found[entity(texts[3])] != found[entity(texts[1])]


def test_a_decision_holds_on_an_actor_that_was_named_by_a_link_no_longer_its_own():
    linked = [
        telling("a", body("Acme", link="Q1")),
        telling("b", body("Nord", link="Q1")),
    ]
    [actor] = resolve(linked).actors
    other = telling("c", body("Boreal"))
    split = (entity(linked[0]), "different", entity(linked[1]))
    found = of([*linked, other], decide(split, (actor.iri, "different", entity(other))))
    assert len(set(found.values())) == 3


def test_all_entities_of_a_name_may_be_parted_from_one_another():
    texts = articles("a", "Jonas Vik", 4)
    iris = sorted(entity(text) for text in texts)
    rows = [(x, "different", y) for x in iris for y in iris if x < y]
    assert len(set(of(texts, decide(*rows)).values())) == 4


def test_of_two_entities_that_are_decided_on_only_the_one_that_was_split_off_leaves_its_name():
    texts = [*articles("a", "Jonas Vik", 2), *articles("b", "Bo Ray", 2)]
    actors = of(texts)
    split, rest, other = (entity(texts[n]) for n in (0, 1, 2))
    rows = [(actors[split], "different", split), (rest, "same", actors[other])]
    found = of(texts, decide(*rows))
    assert found[split] != found[rest] == found[other]


def test_the_rest_of_an_actor_is_not_named_after_who_was_split_off():
    text = telling("a", one("Jonas Anders Vik"))
    texts = [text, *articles("b", "Jonas Vik", 3)]
    whole = of(texts)[entity(text)]
    who = resolve(texts, decisions=decide((whole, "different", entity(text))))
    assert sorted(actor.name for actor in who.actors) == ["Jonas Anders Vik", "Jonas Vik"]


def test_a_decision_of_a_thing_with_itself_changes_nothing():
    texts = articles("a", "Jonas Vik", 2)
    iri = entity(texts[0])
    assert of(texts, decide((iri, "different", iri))) == of(texts)


def test_a_decision_on_a_description_in_copies_of_one_text_is_carried_out():
    lines = [f"The {word} rose over the meadows of Halden by noon." for word in ("river", "lake")]
    by = said("villagers", "the dam above the town had been leaking for weeks", kind="group")
    wire = told("wire", "Norvia", "2025-05-01", *lines, *SHARED, by)
    copy = told("copy", "Mirror", "2025-05-01T12:00:00Z", *lines, *SHARED, by)
    other = told("other", "Bugle", "2025-05-02", said("Jonas Vik", "nobody was warned in time"))
    with MemoryStore() as store:
        for extraction in (wire, copy, other):
            pipeline.take_in(store, extraction)
        pipeline.refresh(store)
        actor = denoted(store)
        ours, theirs = entity(wire), entity(other)
        assert actor[ours] == actor[entity(copy)]
        settle(store, decide((actor[ours], "same", actor[theirs])))
        pipeline.refresh(store)
        assert len({denoted(store)[iri] for iri in (ours, entity(copy), theirs)}) == 1


def denoted(store):
    rows = select(store, "SELECT ?entity ?actor WHERE { ?entity kg:denotes ?actor }")
    return {row["entity"].value: row["actor"].value for row in rows}


SHARED = (
    "Crews filled sandbags through the night and moved forty families to the school gym.",
    "The council had asked for new pumps in March, and the ministry had turned the request down.",
    "Two bridges are closed, and the road along the mill stands a metre under water.",
    "Trains to the coast will not run before the weekend, the railway wrote on its page.",
)
