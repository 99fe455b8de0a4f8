"""Whom a word for two means."""

import pytest

from tests.extract.scenes import last_speaker

TABLE = {
    "both, where two were named": (
        (
            "Nora Vick met Tom Harker in the hall. They shook hands. "
            "[S1 Both] [C1 said] [T1 it had been a long night]."
        ),
        "group | Nora Vick and Tom Harker",
    ),
    "the two ministers, not the farmer between": (
        (
            "Foreign minister Nora Vick met Hank Morrow, a farmer, and trade minister Tom Harker. "
            "[S1 The two ministers] [C1 said] [T1 a text was near]."
        ),
        "group | Nora Vick and Tom Harker",
    ),
    "the couple": (
        "Ada Holm and Tom Holm won. [S1 The couple] [C1 said] [T1 they would move].",
        "group | Ada Holm and Tom Holm",
    ),
    "two ministers whom nobody names": (
        "Nora Vick met Tom Harker. [S1 Two ministers] [C1 said] [T1 the talks failed].",
        "group | Two ministers",
    ),
    "the two sides of a crowd are not its names": (
        (
            "Ada Holm, Tom Holm, Nora Vick, Hank Morrow, Ruth Dane and Peter Lund argued. "
            "[S1 The two sides] [C1 said] [T1 talks had failed]."
        ),
        "group | two sides",
    ),
}


@pytest.mark.parametrize(("marked", "expected"), TABLE.values(), ids=TABLE.keys())
def test_a_word_for_two_means_the_only_two_it_fits(nlp, marked, expected):
    assert last_speaker(nlp, marked) == expected
