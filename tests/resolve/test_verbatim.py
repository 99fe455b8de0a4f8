"""Nearly the same words are one claim, whoever is said to speak."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kgraph.resolve import resolve
from kgraph.resolve.text import fold_name, words
from kgraph.resolve.trimmed import Wording
from kgraph.resolve.verbatim import are_nearly_the_same, verbatim, verbatim_keys
from tests.stories import said, told

PAIRS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "verbatim.jsonl")
    .read_text("utf-8")
    .splitlines()
]
MISSED = {"a rest of the sentence", "a quotation cut to its half"}
"""Same, and not found: "said no more" looks like a negation, and "appears" like a hedge."""


def wording(pair, side):
    def given(name, otherwise):
        return pair.get(f"{name}_{side}", otherwise)

    folded, speaker = words(pair[side]), fold_name(pair[f"speaker_{side}"])
    day, named = given("day", "2025-05-05"), given("named", True)
    act = given("act", "assert")
    return Wording(
        iri=f"urn:{side}", article=side, unit=side, words=folded, speaker=speaker,
        actor=speaker if named else f"{speaker} {side}", named=named, day=day, published=day,
        copied=False, act=act, cue="denied" if act == "deny" else "said",
        modality=given("modality", "asserted"), quote=given("quote", "indirect"),
        polarity="positive",
        proposition=(folded[0], "", "", False) if pair.get("clause", True) else None,
        headline=pair[side],
    )  # fmt: skip


def both(pair):
    return wording({"speaker_a": "Ana Ilieva", **pair}, "a"), wording(
        {"speaker_b": "Ana Ilieva", **pair}, "b"
    )


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['label']}: {pair['why']}"[:60])
def test_labelled_pairs_are_told_apart(pair):
    one, other = both(pair)
    same = are_nearly_the_same(one, other)
    assert same == (pair["label"] == "same" and pair["why"] not in MISSED)
    assert same == are_nearly_the_same(other, one)


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair["label"] == "same"])
def test_what_is_the_same_meets_in_a_block(pair):
    one, other = both(pair)
    assert {*verbatim_keys(one)} & {*verbatim_keys(other)}


def test_what_stands_twice_in_one_article_is_told_apart_by_its_own_words():
    one, other = both(PAIRS[0])
    assert verbatim(other, [one])
    assert not verbatim(replace(other, article=one.article), [one])


QUOTED = "we are asking everybody to stay away from the river bank until the water has gone down"
ASKING = ("we", "ask", "everybody")


def test_a_named_speaker_and_a_described_one_make_one_claim_of_one_quotation():
    first = told("a", "Norvia", "2025-05-01", said("Irena Kovac", QUOTED, proposition=ASKING))
    later = told(
        "b", "Harbour Post", "2025-05-02",
        said("a spokeswoman", QUOTED, kind="anonymous", proposition=ASKING),
    )  # fmt: skip
    derived = resolve([first, later])
    assert resolve([later, first]) == derived
    [claim] = derived.claims
    assert claim.first == first.statements[0].iri
    assert [(link.start, link.end) for link in derived.links if link.relation == "repeats"] == [
        (later.statements[0].iri, first.statements[0].iri)
    ]
