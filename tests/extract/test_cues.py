"""The lexicon of cues: what reports, in which frame, how surely."""

import pytest

from kgraph.extract import cues


@pytest.mark.parametrize(
    ("frame", "surer", "than"),
    [
        ("clause", "say", "know"),
        ("clause", "warn", "assume"),
        ("object", "criticize", "offer"),
        ("to", "promise", "decide"),
        ("noun verb that", "concern", "fact"),
        ("passive to", "expect", "intend"),
        ("adj to", "willing", "careful"),
        ("about", "complain", "write"),
    ],
)
def test_some_words_report_more_surely_than_others(frame, surer, than):
    assert cues.likelihood(frame, surer) > cues.likelihood(frame, than) > 0


@pytest.mark.parametrize(
    ("frame", "lemma"),
    [("clause", "eat"), ("object", "eat"), ("to", "run"), ("noun poss for", "house"), ("no frame", "say"), ("adj to", "red"), ("noun none in", "interests")],
)  # fmt: skip
def test_what_does_not_report_has_no_likelihood(frame, lemma):
    assert cues.likelihood(frame, lemma) == 0


def test_a_noun_of_somebody_is_surer_than_one_of_nobody():
    owners = ["noun verb that", "noun poss that", "noun none that"]
    found = [cues.likelihood(frame, "claim") for frame in owners]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)


def test_every_verb_that_quotes_or_is_inserted_is_known_by_its_lemma():
    for group in (cues.SAY, cues.QUOTE, cues.INSERTED, cues.REPORT, cues.UTTER):
        assert {"say", "state"} & group or group == cues.UTTER
        assert all(word == word.lower().strip() and " " not in word for word in group)


@pytest.mark.parametrize(
    "frame", ["clause", "to", "object", "noun verb that", "adj about", "quoted as"]
)
def test_likelihoods_are_probabilities(frame):
    for word in cues.QUOTE | {"concern", "afraid", "quote", "unknown"}:
        assert 0 <= cues.likelihood(frame, word) <= 1
