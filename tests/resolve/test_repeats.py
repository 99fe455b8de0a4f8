"""Which articles carry the words of a claim in the outlet's own voice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.resolve import resolve
from kgraph.resolve.repeats import RUN, claim_grams, grams_of, repeats
from kgraph.resolve.text import words
from tests.stories import said, told

TRUCE = "the truce will begin at midnight"
CLAIM = words(TRUCE)


def finds(extraction, claim=CLAIM):
    """Whether the article is found by its runs; what is repeated must be."""
    return set(claim_grams(claim)) <= set(grams_of(extraction))


@pytest.mark.parametrize(
    ("line", "repeated"),
    [
        ("The truce will begin at midnight.", True),
        ("At last: the TRUCE will begin at midnight, and the port will open.", True),
        ("The truce won't begin at midnight.", False),
        ("“The truce will begin at midnight.”", False),
        ("“He spoke. The truce will begin at midnight. He went.”", False),
        ("The truce will begin at midnight, Ann Lee said.", False),
        ("According to the mayor, the truce will begin at midnight.", False),
        ("She said so. The truce will begin at midnight.", True),
        ("The truce will begin at noon.", False),
        ("The truce will begin. At midnight it rained.", True),
        ("", False),
    ],
)
def test_only_the_outlets_own_voice_repeats(line, repeated):
    extraction = told("b", "Mirror", "2025-05-02", "It rained all day.", line)
    assert repeats(extraction, CLAIM) is repeated
    assert finds(extraction) or not repeated


@pytest.mark.parametrize(
    "lines",
    [
        (said("Ann Lee", TRUCE),),
        ("The truce will begin at midnight.", said("Ann Lee", TRUCE)),
        (said("Ann Lee", TRUCE), "The truce will begin at midnight."),
    ],
)
def test_who_ascribes_the_words_does_not_repeat_them(lines):
    assert not repeats(told("b", "Mirror", "2025-05-02", *lines), CLAIM)


def test_who_ascribes_other_words_does():
    extraction = told(
        "b",
        "Mirror",
        "2025-05-02",
        said("Ann Lee", "it is late"),
        "The truce will begin at midnight.",
    )
    assert repeats(extraction, CLAIM)


def test_words_on_both_sides_of_a_statement_are_no_run():
    extraction = told(
        "b", "Mirror", "2025-05-02", "The truce will", said("Ann", "x"), "begin at midnight"
    )
    assert not repeats(extraction, CLAIM)
    assert not finds(extraction)


@pytest.mark.parametrize(
    ("claim", "count"),
    [("a truce will begin", 0), ("the truce will begin now", 1), (TRUCE, 2), (TRUCE + " in all of the south", 3)],
)  # fmt: skip
def test_a_claim_is_looked_for_by_at_most_three_of_its_runs(claim, count):
    assert len(claim_grams(words(claim))) == count


def test_too_few_words_are_never_repeated():
    assert not repeats(
        told("b", "Mirror", "2025-05-02", "A truce will begin."), words("a truce will begin")
    )


WORDS = st.lists(
    st.sampled_from(["the", "truce", "port", "will", "not", "begin", "close", "at", "noon"]),
    max_size=14,
)


@given(before=WORDS, claim=WORDS, after=WORDS)
def test_what_repeats_a_claim_holds_all_runs_that_it_is_looked_for_by(before, claim, after):
    extraction = told("b", "Mirror", "2025-05-02", " ".join([*before, *claim, *after]) + ".")
    grams = grams_of(extraction)
    assert list(grams) == sorted(set(grams))
    assert all(0 <= gram < 2**63 for gram in grams)
    if repeats(extraction, tuple(claim)):
        assert claim_grams(tuple(claim))
        assert finds(extraction, tuple(claim))
    else:
        assert len(claim) < RUN


@pytest.mark.parametrize(
    ("content", "proposition", "carried"),
    [
        (TRUCE, ("truce", "begin", ""), True),
        # A list of things is no claim, and a deed without a doer is nobody's.
        ("a police station, three stores and two banks", None, False),
        ("to begin the truce at midnight on the border", ("Ann Lee", "begin", "truce"), False),
    ],
)
def test_what_is_no_clause_is_no_claim_in_an_outlets_voice(content, proposition, carried):
    line = said("Ann Lee", content, proposition=proposition, is_clause=False)
    first = told("a", "Courier", "2025-05-01", line)
    voice = told("b", "Mirror", "2025-05-02", f"It rained, and {content}.")
    for articles in ([first, voice], [voice, first]):
        repeated = [iri for claim in resolve(articles).claims for iri in claim.repeated]
        assert repeated == [voice.article.iri] * carried
