"""What a person decides wins over every rule, and is undone by leaving it out."""

from dataclasses import replace

from kgraph.model import Decision
from kgraph.resolve import resolve
from tests.resolve.people import body, one, telling


def decide(a, b, verdict, at="2025-06-01T10:00:00Z", number="1"):
    return Decision(id=number, a=a, b=b, verdict=verdict, at=at)


def entity(extraction, place=0):
    return extraction.entities[place].iri


def members(who):
    return sorted(len(actor.members) for actor in who.actors)


A = telling("a", "Jonas Vik")
B = telling("b", "Jonas Vik")
C = telling("c", "Petra Vik")


def test_what_is_decided_the_same_is_one():
    who = resolve([A, C], decisions=[decide(entity(A), entity(C), "same")])
    assert members(who) == [2]


def test_what_is_decided_different_is_two_even_of_one_name():
    who = resolve([A, B], decisions=[decide(entity(A), entity(B), "different")])
    assert members(who) == [1, 1]


def test_what_is_left_open_is_not_merged_nor_asked_again():
    short = telling("d", body("RDF"), "Ann Lee", "Tom Hunt")
    long = telling("e", body("Rural Defence Fund"), "Ann Lee", "Tom Hunt")
    assert resolve([short, long]).doubts
    who = resolve([short, long], decisions=[decide(entity(short), entity(long), "unsure")])
    assert not who.doubts
    assert 1 in members(who)


def test_what_is_parted_is_not_joined_through_a_third():
    spellings = ("Andrii Sibiha", "Andriy Sybiha", "Andrij Sybiha")
    first, second, third = (telling(str(n), name) for n, name in enumerate(spellings))
    decision = decide(entity(first), entity(third), "different")
    who = resolve([first, second, third], decisions=[decision])
    of = {iri: actor.id for actor in who.actors for iri in actor.members}
    assert of[entity(first)] != of[entity(third)]
    assert members(who) == [1, 2]


def test_the_rest_of_a_name_stays_together_when_one_is_parted():
    more = [telling(f"m{n}", "Jonas Vik") for n in range(5)]
    who = resolve([A, B, *more], decisions=[decide(entity(A), entity(B), "different")])
    assert members(who) == [1, 6]


def test_actors_are_decided_on_as_wholes():
    first = [telling(f"f{n}", "Jonas Vik") for n in range(2)]
    second = [telling(f"s{n}", one("Vik Jonasson")) for n in range(3)]
    before = resolve([*first, *second])
    one_, other = (actor.iri for actor in before.actors)
    same = resolve([*first, *second], decisions=[decide(one_, other, "same")])
    assert members(same) == [5]


def test_of_two_decisions_on_a_pair_the_later_holds():
    old = decide(entity(A), entity(B), "different", at="2025-06-01T10:00:00Z", number="1")
    new = decide(entity(B), entity(A), "same", at="2025-06-02T10:00:00Z", number="2")
    assert members(resolve([A, B], decisions=[new, old])) == [2]


def test_a_decision_on_what_is_not_there_changes_nothing():
    decision = decide("https://example.org/x", entity(A), "same")
    assert resolve([A, B], decisions=[decision]).actors == resolve([A, B]).actors


def test_a_described_source_is_merged_only_by_a_person():
    first, second = (telling(key, one("officials", "group")) for key in "xy")
    first = _described(first)
    second = _described(second)
    assert members(resolve([first, second])) == [1, 1]
    decision = decide(entity(first), entity(second), "same")
    assert members(resolve([first, second], decisions=[decision])) == [2]


def _described(extraction):
    (found,) = extraction.entities
    mentions = tuple(replace(m, kind="nominal") for m in found.mentions)
    return replace(extraction, entities=(replace(found, mentions=mentions),))


def test_an_entity_is_parted_from_what_it_was_merged_into():
    more = [telling(f"m{n}", "Jonas Vik") for n in range(5)]
    [whole] = resolve([A, *more]).actors
    who = resolve([A, *more], decisions=[decide(entity(A), whole.iri, "different")])
    assert members(who) == [1, 5]


def test_actors_that_were_parted_stay_so_when_rules_would_join_them_later():
    short, long = telling("s", "Andrii Sibiha"), telling("l", "Andriy Sybiha")
    apart = [resolve([one]).actors[0].iri for one in (short, long)]
    assert members(resolve([short, long])) == [2]
    who = resolve([short, long], decisions=[decide(*apart, "different")])
    assert members(who) == [1, 1]
