"""The rules that two claims meet."""

import pytest

from kgraph.compare.guards import guards
from kgraph.compare.reading import read
from kgraph.compare.words import NEGATIONS
from kgraph.resolve.opposites import OPPOSITES


def met(a, b):
    return {g.name: g.reason for g in guards(read(a), read(b))}


@pytest.mark.parametrize(
    ("a", "b", "name", "reason"),
    [
        ("Storms killed 12 people.", "Storms killed 20 people.", "numbers_differ", "numbers differ: 12 against 20"),
        ("Turnout was 38 percent.", "Turnout was 57%.", "numbers_differ", "numbers differ: 38% against 57%"),
        ("It has $6 billion.", "It has 6,000 million dollars.", "numbers_agree", "same number: 6,000,000,000"),
        ("More than 100 houses fell.", "118 houses fell.", "numbers_agree", "same number: 100"),
        ("They vote in May.", "They vote in June.", "dates_differ", "months differ: may against june"),
        ("Signed in 1987.", "Signed in 1991.", "dates_differ", "years differ: 1987 against 1991"),
        ("It ends Monday.", "It ends Friday.", "dates_differ", "days differ: monday against friday"),
        ("The drug is safe.", "The drug is not safe.", "negated", "one is negated: not"),
        ("Prices rose.", "Prices fell.", "opposites", "opposite words: rise/fall"),
        ("The offer was accepted.", "The offer was turned down.", "opposites", "opposite words: accept/turn-down"),
        ("He hid losses.", "He denied that he hid losses.", "denied", "one denies: deny"),
        ("All members agreed.", "Few members agreed.", "amounts_differ", "how much of it differs"),
        ("The bank sued the regulator.", "The regulator sued the bank.", "roles_swapped", "the same words, but who and whom change places"),
        ("The talks in Geneva go on.", "The talks in Doha go on.", "names_differ", "names differ: geneva against doha"),
    ],
)  # fmt: skip
def test_a_difference_is_named(a, b, name, reason):
    assert met(a, b)[name] == reason


@pytest.mark.parametrize(
    ("a", "b", "absent"),
    [
        ("The court did not uphold the ban.", "The court overturned the ban.", {"negated", "opposites"}),
        ("The fighting has not stopped.", "The fighting goes on.", {"negated", "opposites"}),
        ("The bank sued the regulator.", "The regulator was sued by the bank.", {"roles_swapped"}),
        ("Two dozen were hurt.", "24 people were hurt.", {"numbers_differ"}),
        ("It took 90 days.", "It took three months.", {"numbers_differ"}),
        ("The storm damaged 118 houses.", "118 houses were damaged in the storm.", {"roles_swapped"}),
        ("The drug is not safe.", "The drug isn't safe.", {"negated"}),
    ],
)  # fmt: skip
def test_what_is_no_difference_is_not_named(a, b, absent):
    assert not absent & set(met(a, b))


def test_opposites_hold_both_ways_and_are_never_the_same_word():
    assert all((b, a) in OPPOSITES and a != b for a, b in OPPOSITES)


def test_words_of_the_tables_are_lower_case():
    assert all(w == w.lower() for w in NEGATIONS | {w for pair in OPPOSITES for w in pair})


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("On Monday 40 were dead.", "On Wednesday 112 were dead.", "days differ: monday against wednesday, so both may hold"),
        ("The vote in Peru was lost.", "The vote in Chile was won.", "names differ: peru against chile, so both may hold"),
    ],
)  # fmt: skip
def test_another_time_or_place_along_with_another_outcome_is_no_conflict(a, b, reason):
    assert met(a, b) == {"elsewhere": reason}
