"""One speaker's words in several articles of one story."""

import pytest

from kgraph.resolve import resolve
from tests.stories import ELSEWHERE, said, told

STORY = (
    "The crack in the Lesk dam above Korvat was found by a diver.",
    "Engineers of the river authority lowered the water behind the Lesk dam near Korvat.",
)
"""What two reports of one story both have."""

SAME = [
    ("63 million crowns had gone missing from accounts of clients", "some 63 million crowns of clients' money was unaccounted for"),
    ("Sixty-three million crowns are missing at the dam fund", "63 million crowns of the fund are gone"),
    ("the crack in the eastern wall had grown by two metres overnight", "overnight the crack grew two metres, in the eastern wall"),
    ("no house below the dam has to be left tonight", "no house below the dam must be left tonight"),
    ("the repairs of the eastern wall would take all summer", "repairs on the eastern wall will last through the summer"),
    ("Ilvar Stoch has ordered the gates opened", "the gates were ordered opened by Stoch"),
]  # fmt: skip
APART = [
    # another number, another thing of that number, turned round, unsure, another name, who to whom
    ("63 million crowns had gone missing from accounts of clients", "36 million crowns had gone missing from accounts of clients"),
    ("212 pumps stood still in the villages", "212 cows were led away"),
    ("the repairs of the eastern wall will take all summer", "the repairs of the eastern wall will not take all summer"),
    ("the repairs of the eastern wall will take all summer", "repairs on the eastern wall may last through the summer"),
    ("the water in the eastern basin has risen overnight", "the water in the eastern basin has fallen overnight"),
    ("the engineer Ilvar Stoch has ordered the gates opened", "the engineer Petra Hovan has ordered the gates opened"),
    ("a report that the eastern wall had cracked was untrue", "that the eastern wall had cracked overnight"),
    ("the eastern wall will hold if the rain ends", "the eastern wall will hold"),
]  # fmt: skip


def clause(speaker, words, **more):
    return said(speaker, words, proposition=(words.split()[0].casefold(), "be", ""), **more)


def articles(one, other, *, speaker="Jana Mirko", day="2025-03-05", story=STORY, **more):
    return (
        told("a", "Norvia", "2025-03-04", *STORY, clause("Jana Mirko", one)),
        told("b", "Harbour Post", day, *story, clause(speaker, other, **more)),
    )


def claims(one, other, **more):
    given = articles(one, other, **more)
    derived = resolve(given)
    assert resolve(given[::-1]) == derived
    return len(derived.claims)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_like_words_of_one_speaker_in_one_story_are_one_claim(one, other):
    assert claims(one, other) == claims(other, one) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_turns_it_round_makes_another_claim(one, other):
    assert claims(one, other) == claims(other, one) == 2


@pytest.mark.parametrize(
    "more",
    [
        {"speaker": "Tomas Kelnar"},
        {"day": "2025-03-20"},
        {"act": "reject"},
        {"story": ELSEWHERE},
    ],
)
def test_another_speaker_time_stance_or_story_makes_another_claim(more):
    assert claims(*SAME[0], **more) == 2


def test_two_sentences_are_not_one_claim_because_somebody_quotes_both():
    first, second, third = (
        "The crack in the eastern wall has grown by two metres",
        "Every pump in the valley stands still tonight",
        "No bus will run before noon, and schools stay shut",
    )
    both, *single = (
        told(key, outlet, "2025-03-04", *STORY, clause("Jana Mirko", words))
        for key, outlet, words in (
            ("a", "Norvia", f"{first}. {second}. {third}."),
            ("b", "Harbour Post", f"{first}, sadly."),
            ("c", "Evening Bell", f"{second}, sadly."),
        )
    )
    derived = resolve([both, *single])
    assert resolve([*single, both]) == derived
    claim = {s: claim.id for claim in derived.claims for s in claim.statements}
    whole, one, other = (claim[e.statements[0].iri] for e in (both, *single))
    assert one != other
    assert whole in (one, other)
