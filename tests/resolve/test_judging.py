"""Statements of one story that a network reads together."""

import pytest

from kgraph.judge import ANSWERS, RELATIONS, Judgement
from kgraph.resolve.judging import (
    ASKED,
    BELIEVED,
    CONTRARY,
    SAME,
    read_together,
)
from kgraph.resolve.sayings import sayings_of
from tests.stories import said, told

FULL = "the ferry Halina was badly overloaded when it left the harbour"
EMPTY = "the ferry Halina was nowhere near full as it left the harbour"


def judging(asked=None, **chances):
    """A network that thinks so of every pair."""

    def judge(earlier, later):
        if asked is not None:
            asked.append((earlier, later))
        relation = {name: chances.get(name, 0.0) for name in RELATIONS}
        return Judgement(relation=relation, answer=dict.fromkeys(ANSWERS, 0.2))

    return judge


def statements(key, speaker, *contents, day="2025-05-01", **more):
    extraction = told(key, "Norvia", day, *(said(speaker, one, **more) for one in contents))
    return sayings_of(extraction, {}, None)


def found(one, other, network, *, speaker="Ana Ilieva", day="2025-05-01", **more):
    earlier = statements("a", "Ana Ilieva", one)
    return read_together(statements("b", speaker, other, day=day, **more), earlier, network)


def test_what_one_speaker_says_twice_is_one_claim():
    one = found(FULL, EMPTY, judging(same=SAME / 2, entails=SAME / 2))
    [(_, _, why)] = one.same
    assert str(SAME) in why
    assert "ferry" in why
    assert one.links == ()


@pytest.mark.parametrize(
    ("chances", "more"),
    [
        ({"same": SAME - 0.1}, {}),
        ({"same": 0.9}, {"day": "2025-05-29"}),
        ({"same": 0.9}, {"speaker": "Petra Vik"}),
        ({"same": 0.9}, {"speaker": "Boris Ilieva"}),
        ({"same": 0.9}, {"cue": "denied that", "act": "deny"}),
    ],
)
def test_what_may_be_another_claim_is_not(chances, more):
    assert found(FULL, EMPTY, judging(**chances), **more).same == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the bridge of Norvia will open in May", "the bridge of Norvia will be shut in May"),
        ("the bridge of Norvia cost 12 millions", "the bridge of Norvia cost 15 millions in all"),
    ],
)
def test_opposite_words_and_other_figures_are_no_one_claim(one, other):
    assert found(one, other, judging(same=0.95)).same == ()


SUNK = (
    "the ferry Halina sank in the harbour of Norvia on Monday night",
    "the ferry Halina had sunk in Norvia's harbour Monday night",
)


def test_two_speakers_who_say_it_in_much_the_same_words_make_one_claim():
    asked = []
    one = found(*SUNK, judging(asked, same=SAME), speaker="Petra Vik")
    assert len(one.same) == 1
    # It has to hold without their names, and in either order.
    assert {*asked} >= {SUNK, SUNK[::-1]}


def test_what_points_outside_is_another_claim_in_another_mouth():
    outside = "he will close the north basin in May", "he closes the north basin in May"
    assert found(*outside, judging(same=0.9)).same
    assert not found(*outside, judging(same=0.9), speaker="Petra Vik").same


def test_two_speakers_who_put_it_otherwise_make_two_claims():
    def one_way(earlier, later):
        return judging(same=0.9 if later == SUNK[1] or ":" in later else 0.1)(earlier, later)

    assert found(*SUNK, one_way, speaker="Petra Vik").same == ()
    assert found(FULL, EMPTY, judging(same=0.9), speaker="Petra Vik").same == ()


def test_a_contradiction_holds_in_either_order_and_is_of_more_than_one_word():
    def one_way(earlier, later):
        return judging(contradicts=0.95 if later.startswith("petra") else 0.1)(earlier, later)

    assert found(FULL, EMPTY, one_way, speaker="Petra Vik").links == ()
    network = judging(contradicts=0.95)
    assert not found("the ferry was blue", "nobody saw a ferry", network, speaker="Petra Vik").links


@pytest.mark.parametrize(
    "later",
    [
        "the harbour has no ferry",
        "the ferry Halina was rather empty when it left the harbour",
    ],
)
def test_what_shares_little_or_of_which_neither_says_no_is_no_contradiction(later):
    assert not found(FULL, later, judging(contradicts=0.95), speaker="Petra Vik").links


def test_figures_of_two_days_are_no_conflict():
    network = judging(contradicts=0.95)
    toll = (
        "the ferry Halina sank with 9 people aboard",
        "17 people were on the ferry Halina as it sank",
    )
    assert found(*toll, network, speaker="Petra Vik").links
    assert not found(*toll, network, speaker="Petra Vik", day="2025-05-02").links


def test_two_speakers_who_cannot_both_be_right_contradict_each_other():
    one = found(FULL, EMPTY, judging(contradicts=0.95), speaker="Petra Vik")
    [link] = one.links
    assert (link.relation, link.score) == ("contradicts", round(0.95 * BELIEVED, 2))
    assert any("ferry" in reason for reason in link.reasons)
    assert one.same == ()


def test_one_speaker_who_says_the_opposite_later_has_changed_his_position():
    network = judging(contradicts=0.95)
    [link] = found(FULL, EMPTY, network, day="2025-05-03").links
    assert link.relation == "updates"
    later = "the ferry Halina was rather empty when it left the harbour"
    assert not found(FULL, later, network, day="2025-05-03").links


@pytest.mark.parametrize(
    ("chance", "more"),
    [
        (CONTRARY - 0.05, {"speaker": "Petra Vik"}),
        (0.95, {"speaker": "Petra Vik", "day": "2025-06-20"}),
        (0.95, {"speaker": "Petra Vik", "cue": "asked whether", "act": "ask"}),
        # On one day one speaker is rather misread than of two minds.
        (0.95, {}),
    ],
)
def test_what_need_be_no_conflict_is_none(chance, more):
    assert found(FULL, EMPTY, judging(contradicts=chance), **more).links == ()


def test_the_network_is_asked_of_the_nearest_alone_and_told_who_speaks():
    asked = []
    earlier = statements(
        "a", "Ana Ilieva", FULL, "the ferry Halina left on Monday", "the ferry Halina is blue",
        "the mayor of Norvia will resign",
    )  # fmt: skip
    read_together(statements("b", "Ana Ilieva", EMPTY), earlier, judging(asked))
    assert asked[0] == (f"ana ilieva: {FULL}", f"ana ilieva: {EMPTY}")
    assert len(asked) == ASKED
    assert not any("blue" in one or "mayor" in one for one, _ in asked)


def test_the_second_contradicts_nothing():
    second = "the ferry Halina never left without salt"
    network = judging(contradicts=0.95)
    earlier = statements("a", "Ana Ilieva", second, FULL)
    [link] = read_together(statements("b", "Petra Vik", EMPTY), earlier, network).links
    assert link.end == earlier[1].iri


def test_two_speakers_are_not_read_whose_words_are_neither_alike_nor_opposed():
    asked = []
    later = "the ferry Halina left the harbour with a cargo of salt and timber"
    read_together(
        statements("b", "Petra Vik", later), statements("a", "Ana Ilieva", FULL), judging(asked)
    )
    assert asked == []


def test_what_nobody_says_and_what_says_nothing_is_not_asked_about():
    asked = []
    scraps = statements("a", "Ana Ilieva", "the ferry")
    read_together(statements("b", "Petra Vik", EMPTY), scraps, judging(asked))
    assert asked == []
