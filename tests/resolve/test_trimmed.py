"""One speaker's words, trimmed in one article and in full in another, are one claim."""

import pytest

from kgraph.resolve import resolve
from kgraph.resolve.dividing import parted
from kgraph.resolve.sayings import sayings_of
from kgraph.resolve.trimmed import wording_of
from tests.stories import said, told

SAME = [
    ("the new bridge will be safe for lorries", "that the new bridge over the Varn will be safe for heavy lorries"),
    ("hospitals in the region have run out of blood", "all hospitals in the coastal region have run out of blood and oxygen"),
]  # fmt: skip
APART = [
    ("12 hospitals in the region have run out of blood", "14 hospitals in the coastal region have run out of blood"),
    ("the new bridge will be safe for lorries", "that the new bridge will not be safe for heavy lorries"),
    ("the bridge is safe", "the bridge to the island is safe for children"),
    ("hospitals in the region have run out of blood", "schools in the region have run out of paper"),
    ("hospitals in the region have run out of blood", "while the old harbour bridge stays shut and ferries lie idle, hospitals in the region have run out of blood"),
]  # fmt: skip


NO_CLAUSES = [
    ("a ceasefire to mark the anniversary of the victory", "a ceasefire on Monday to mark the anniversary of the victory"),
    ("a three-day ceasefire", "a three-day ceasefire"),
    ("to reopen the harbour bridge to lorries", "to reopen the harbour bridge to lorries"),
]  # fmt: skip
NO_MATTER = ["to keep in touch", "the situation", "our state", "the federal law"]


def claims(one, other, *, speaker="Ana Ilieva", day="2025-05-02", act="assert", **more):
    first_act = more.pop("first_act", "assert")
    first = told("a", "Norvia", "2025-05-01", said("Ana Ilieva", one, act=first_act, **more))
    second = told("b", "Harbour Post", day, said(speaker, other, act=act, **more))
    derived = resolve([first, second])
    assert resolve([second, first]) == derived
    return len(derived.claims)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_trimmed_words_of_one_speaker_are_one_claim(one, other):
    assert claims(one, other) == 1
    assert claims(other, one) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_numbers_negation_or_matter_are_another_claim(one, other):
    assert claims(one, other) == 2


@pytest.mark.parametrize("more", [{"day": "2025-05-20"}, {"act": "reject"}])
def test_another_time_or_stance_makes_another_claim(more):
    assert claims(*SAME[0], **more) == 2


@pytest.mark.parametrize(("one", "other"), NO_CLAUSES)
def test_what_one_speaker_announces_is_one_claim_for_some_days(one, other):
    def announced(**more):
        return claims(
            one, other, first_act="announce", act="announce", **{"is_clause": False, **more}
        )

    assert announced() == announced(day="2025-05-04") == 1
    assert announced(day="2025-05-20") == announced(speaker="Petra Vik") == 2


@pytest.mark.parametrize("act", ["discuss", "assert"])
def test_a_topic_is_spoken_of_anew_the_next_day(act):
    one, other = "the situation around the harbour", "the situation around the old harbour"
    assert claims(one, one, first_act=act, act=act, is_clause=False) == 2
    assert claims(one, other, first_act=act, act=act, is_clause=False) == 2
    assert claims(one, one, first_act=act, act=act, is_clause=False, day="2025-05-01") == 1


def test_who_is_thanked_the_next_day_is_somebody_else():
    one = "thank you for the help with the harbour bridge"
    other = "thank you for the great help with the harbour bridge"
    assert claims(one, other) == 2
    assert claims(one, other, day="2025-05-01") == 1


@pytest.mark.parametrize("words", NO_MATTER)
def test_what_tells_no_matter_is_another_claim_the_next_day(words):
    assert claims(words, words, first_act="agree", act="agree", is_clause=False) == 2


def test_another_name_in_the_same_place_is_another_claim():
    one = "a treaty of friendship and assistance with the republic of Velm"
    other = "a treaty of lasting friendship and assistance with the republic of Arden"
    apart = claims(one, other, first_act="sign", act="sign", is_clause=False)
    assert apart == 2
    assert claims(one, other.replace("Arden", "Velm"), is_clause=False, day="2025-05-01") == 1


def test_the_claim_is_named_after_its_first_wording():
    first = told("a", "Norvia", "2025-05-01", said("Ana Ilieva", SAME[0][0]))
    later = [
        told(f"b{n}", f"Post {n}", "2025-05-02", said("Ana Ilieva", words))
        for n, words in enumerate((SAME[0][1], f"{SAME[0][1]} in the war"))
    ]
    [alone] = resolve([first]).claims
    for given in ([first, *later], [*later[::-1], first]):
        [claim] = resolve(given).claims
        assert claim.id == alone.id
        assert claim.headline == SAME[0][0]


def wording(content, key="a", day="2025-05-01"):
    [saying] = sayings_of(told(key, "Norvia", day, said("Ana Ilieva", content)), {}, None)
    return wording_of(saying)


NONE = "hospitals in the coastal region have run out of blood"
TWELVE = "12 hospitals in the coastal region have run out of blood"
FOURTEEN = "14 hospitals in the coastal region have run out of blood"


@pytest.mark.parametrize("day", ["2025-05-01", "2025-05-03"])
def test_a_form_without_a_number_does_not_join_two_numbers(day):
    articles = [
        told("a", "Norvia", day, said("Ana Ilieva", NONE)),
        told("b", "Harbour Post", "2025-05-02", said("Ana Ilieva", TWELVE)),
        told("c", "Mirror", "2025-05-02", said("Ana Ilieva", FOURTEEN)),
    ]
    found = [resolve(given).claims for given in (articles, articles[::-1])]
    assert found[0] == found[1]
    assert sorted(len(claim.statements) for claim in found[0]) == [1, 2]


def test_ties_part_into_claims_by_the_strongest_first():
    one, other, none = wording(TWELVE), wording(FOURTEEN), wording(NONE)
    a, b, c = (w.wording_id for w in (one, other, none))
    claims = parted([one, other, none], [(c, b, False), (c, a, False)])
    assert claims == parted([none, other, one], [(c, b, False), (c, a, False)])
    assert sorted(claims) == sorted([(a,), tuple(sorted((b, c)))])


def test_what_is_not_tied_stays_alone():
    one, other = wording(TWELVE), wording(FOURTEEN)
    assert len(parted([one, other], [])) == 2
