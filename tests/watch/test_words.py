"""Topics are found by whole words, in their simple inflections, and by nothing else."""

import pytest

from kgraph.watch import Words

HOLDS = [
    ("sanction", "New sanctions were announced."),
    ("sanctions", "The council sanctioned two ships."),
    ("asset freeze", "It called for asset freezes."),
    ("freeze", "Freezing the accounts took a day"),
    ("ban", "the banned party"),
    ("country", "three countries'"),
    ("crisis", "one of many crises"),
    ("policy", "The policies fail"),
    ("harbour", "the harbour’s gates"),
    ("Kolev's", "Kolev spoke"),
    ("EU", "an EU summit"),
    ("NATO", "the Nato summit"),
    ("U.S.", "US troops"),
    ("5G", "the 5g network"),
    ("Ärzte", "die ärzte"),
    ("cease-fire", "a cease-fire"),
]

MISSES = [
    ("sanction", "the sanctity of the place"),
    ("ban", "a banner and a banana"),
    ("port", "airport, export, portal"),
    ("US", "told us so"),
    ("IT", "it is late"),
    ("asset freeze", "the asset was sold. Freeze!"),
    ("asset freeze", "a freeze of assets"),
    ("news", "a new ship"),
    ("king", "the kin of the mayor"),
    ("", "anything"),
    ("?!", "anything?!"),
]


@pytest.mark.parametrize(("phrase", "text"), HOLDS)
def test_a_phrase_is_found_in_any_simple_inflection(phrase, text):
    assert Words([phrase]).stand_in([text])


@pytest.mark.parametrize(("phrase", "text"), MISSES)
def test_a_phrase_is_not_found_in_other_words(phrase, text):
    assert not Words([phrase]).stand_in([text])


def test_a_phrase_does_not_reach_over_two_texts():
    assert not Words(["asset freeze"]).stand_in(["the asset", "freeze it"])


def test_one_of_several_phrases_is_enough():
    words = Words(["asset freeze", "asset sale", "embargo"])
    assert words.stand_in(["no text", "the asset sales"])
    assert not words.stand_in(["the asset", "the sale"])
