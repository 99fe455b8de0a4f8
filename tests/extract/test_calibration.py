"""Likelihoods of rules become probabilities without changing their order."""

import pytest

from kgraph.extract.attribution import Attribution
from kgraph.extract.calibration import added, calibrated, probability

FIND = Attribution(source=((0, 2),), cue=((3, 7),), content=((8, 12),), confidence=0.6)
LIKELIHOODS = [0.0, 0.3, 0.35, 0.5, 0.6, 0.75, 0.85, 1.0]


def test_probabilities_keep_the_order_and_stay_probabilities():
    made = [probability(x) for x in LIKELIHOODS]
    assert made == sorted(made)
    assert len(set(made)) == len(made)
    assert 0 < made[0] < made[-1] < 1


@pytest.mark.parametrize("kind", ["preferred", "gap", "nested"])
def test_what_a_rule_adds_is_less_sure_than_a_sure_cue(kind):
    assert 0 < added(FIND, kind) < probability(0.85)


def test_only_what_is_nested_is_weighed_by_its_cue():
    other = Attribution(source=(), cue=((3, 7),), content=((8, 12),), confidence=0.3)
    assert added(FIND, "gap") == added(other, "gap")
    assert added(FIND, "nested") == probability(0.6) > added(other, "nested")


def test_calibrated_finds_keep_their_spans_and_order():
    other = Attribution(source=(), cue=((20, 23),), content=((8, 12),), confidence=0.3)
    made = calibrated([FIND, other])
    assert [(a.source, a.cue, a.content) for a in made] == [
        (a.source, a.cue, a.content) for a in (FIND, other)
    ]
    assert [a.confidence for a in made] == [probability(0.6), probability(0.3)]
