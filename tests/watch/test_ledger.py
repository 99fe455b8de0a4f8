"""The ledger lists what a person said in time, with changes and answers, each by its words."""

import pytest

from kgraph import review
from kgraph.evidence.acts import edge_labels
from kgraph.watch import Words, positions, window
from kgraph.watch.ledger import STANCES, stance
from tests.watch.conftest import ORIGIN


def ledger(store, name, **more):
    return [*positions(store, review.find_thing(store, name).iri, **more)]


def test_positions_are_told_in_time_with_their_stance(store):
    assert [(p.told.day, p.stance, p.told.quote) for p in ledger(store, "Vera Dimova")] == [
        ("2025-05-06", "opposes", "the wage offer"),
        ("2025-05-07", "says", "the strike has stopped 40 ships outside the port"),
        ("2025-05-09", "supports", "the wage offer"),
    ]


def test_a_change_of_position_shows_the_words_before(store):
    before, *_, after = ledger(store, "Vera Dimova", topic=Words(["wage"]))
    [change] = after.changes
    assert change.told == before.told
    assert change.reasons
    assert before.changes == ()


def test_what_others_did_to_a_position_stands_with_it(store):
    [position] = ledger(store, "Vera Dimova", topic=Words(["ships"]))
    assert {(r.kind, r.told.speaker, r.theirs) for r in position.relations} == {
        ("contradicted", "Boyan Petkov", True),
        ("denied", "Port Office", True),
    }
    [denial] = ledger(store, "Port Office")
    assert {(r.kind, r.told.speaker, r.theirs) for r in denial.relations} >= {
        ("denied", "Vera Dimova", False)
    }


def test_an_answer_in_the_same_article_stands_with_its_position(store):
    [pumps] = ledger(store, "Boyan Petkov", topic=Words(["pump"]))
    assert [(r.kind, r.told.speaker, r.theirs) for r in pumps.relations] == [
        ("answered", "Dobri Stanev", True)
    ]
    [answer] = ledger(store, "Dobri Stanev")
    assert [(r.kind, r.told.speaker, r.theirs) for r in answer.relations] == [
        ("answered", "Boyan Petkov", False)
    ]


def test_copies_are_one_position_with_their_original(store):
    [first, second] = ledger(store, "Ana Ilieva")
    assert [first.told.outlet, *(told.outlet for told in first.also)] == ["Norvia", "Post"]
    assert (second.told.outlet, second.also) == ("Mirror", ())
    assert first.told.quote == second.told.quote == ORIGIN


def test_a_ledger_keeps_to_its_window(store):
    found = ledger(store, "Vera Dimova", window=window("2025-05-07", "2025-05-08"))
    assert [p.told.day for p in found] == ["2025-05-07"]


def test_a_topic_that_nothing_is_on_has_no_positions(store):
    assert ledger(store, "Vera Dimova", topic=Words(["tide"])) == []


def test_every_act_with_a_stance_is_an_act():
    assert set(STANCES) <= set(edge_labels())


@pytest.mark.parametrize("act", sorted(edge_labels()))
def test_a_denied_content_turns_only_what_is_plainly_said(act):
    turned = stance(act, "positive") != stance(act, "negative")
    assert turned == (act not in STANCES)
