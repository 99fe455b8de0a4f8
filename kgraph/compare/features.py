"""Two claims as numbers: nearness by meaning and by words, and the rules that they meet."""

from collections.abc import Sequence

import numpy as np

from kgraph.compare.guards import Guard, overlap
from kgraph.compare.network import Encoded, Floats
from kgraph.compare.reading import Reading

RULES = (
    "numbers_agree", "numbers_differ", "dates_differ", "negated", "opposites", "turned_twice",
    "denied", "amounts_differ", "names_shared", "names_differ", "roles_swapped",
    "elsewhere",
)  # fmt: skip
"""Rules of ``kgraph.compare.guards``, in the order of their columns."""

NEARNESS = ("meaning", "covered", "answered", "words", "shared", "length")
"""Cosine; how well the words of either find their like in the other (less, more); word overlap
(Jaccard, of the poorer); share of the shorter in the longer length."""

FEATURES = (*NEARNESS, *RULES, *(f"{rule}*near" for rule in RULES))


def features(a: Encoded, b: Encoded, one: Reading, other: Reading, met: Sequence[Guard]) -> Floats:
    """A row (len(FEATURES),), the same for either order of the claims."""
    meaning = float(a.vector @ b.vector)
    there, back = aligned(a.states, b.states)
    covered, answered = min(there, back), max(there, back)
    words, shared = overlap(one, other)
    lengths = sorted((len(one.lemmas) + 1, len(other.lemmas) + 1))
    strengths = {g.name: g.strength for g in met}
    rules = [strengths.get(name, 0.0) for name in RULES]
    near = max(0.0, meaning)
    return np.array(
        [
            meaning, covered, answered, words, shared, lengths[0] / lengths[1],
            *rules,
            *(x * near for x in rules),
        ],
        dtype=np.float32,
    )  # fmt: skip


def aligned(a: Floats, b: Floats) -> tuple[float, float]:
    """How near each word of one is to its nearest of the other, on average, both ways.

    BERTScore's recall and precision (Zhang et al. 2020).
    """
    if not len(a) or not len(b):
        return 0.0, 0.0
    near = a @ b.T
    return float(near.max(axis=1).mean()), float(near.max(axis=0).mean())
