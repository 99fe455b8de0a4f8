"""Two claims, compared."""

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from kgraph.compare import compare, compare_all, encode

PAIRS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "pairs.jsonl").read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module")
def compared():
    return list(compare_all((p["a"], p["b"], "") for p in PAIRS))


def area(truth, scores):
    """Area under the ROC curve; a tie counts half."""
    good = np.array([s for t, s in zip(truth, scores, strict=True) if t])
    bad = np.array([s for t, s in zip(truth, scores, strict=True) if not t])
    above = (good[:, None] > bad).mean()
    return above + (good[:, None] == bad).mean() / 2


def test_there_are_enough_labelled_pairs_and_each_says_what_it_is():
    assert len(PAIRS) >= 150
    assert max(Counter(p["id"] for p in PAIRS).values()) == 1
    assert all(p["related"] or not p["conflicts"] for p in PAIRS)


def test_related_pairs_score_higher(compared):
    assert area([p["related"] for p in PAIRS], [c.related for c in compared]) >= 0.96


def test_conflicting_pairs_score_higher(compared):
    assert area([p["conflicts"] for p in PAIRS], [c.conflicts for c in compared]) >= 0.87


def test_either_order_gives_the_same_scores(compared):
    back = compare_all((p["b"], p["a"], "") for p in PAIRS[:40])
    assert [(c.related, c.conflicts) for c in back] == [
        (c.related, c.conflicts) for c in compared[:40]
    ]


def test_the_same_words_are_the_same_claim():
    same = compare("The talks failed.", "the talks FAILED")
    assert (same.related, same.conflicts, same.reasons) == (1.0, 0.0, ("the same words",))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("", ""),
        ("", "Prices rose."),
        ("\x00\x1b[2J", "…"),
        ("\ud800 half a pair", "the other half \udfff"),
        ("Президент заявил", "总统说"),
        ("x" * 100_000, "war " * 25_000),
        ("1" * 5000, "2" * 5000),
        ("9" * 400 + " people died", "9" * 399 + " people died"),
        (" ".join(["$"] * 900), "%" * 5000),
    ],
)  # fmt: skip
def test_any_text_gets_scores_within_bounds(a, b):
    found = compare(a, b)
    assert 0 <= found.related <= 1
    assert 0 <= found.conflicts <= 1
    assert found.reasons


def test_vectors_have_length_one_and_do_not_depend_on_company():
    texts = ["Prices rose.", "A comet will be visible from the southern hemisphere.", ""]
    together = encode(texts)
    assert together.shape == (3, 384)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert (together[0] == encode(texts[:1])[0]).all()


def test_the_nearer_meaning_has_the_larger_product():
    a, b, c = encode([
        "A strong quake hit southern Turkey.",
        "Southern Turkey was struck by an earthquake.",
        "Teachers want smaller classes.",
    ])  # fmt: skip
    assert a @ b > 0.7 > 0.3 > a @ c


def test_no_text_gives_no_vector():
    assert encode([]).shape == (0, 384)


def test_a_negation_that_stands_apart_from_its_verb_is_one():
    """As in texts that were cut into tokens."""
    assert compare("n't", "They did n't open the bridge.") is not None
    apart, whole = (f"The mayor {did} open the bridge in May." for did in ("did n’t", "didn't"))
    assert compare(apart, whole).reasons == ("the same words",)
