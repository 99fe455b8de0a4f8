"""Two claims as numbers: nearness by meaning and by words, and the rules that they meet."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from kgraph.compare.guards import Guard, overlap
from kgraph.compare.network import Encoded, Floats
from kgraph.compare.reading import Reading
from kgraph.judge import Bearing, judge

RULES = (
    "numbers_agree", "numbers_differ", "dates_differ", "negated", "opposites", "turned_twice",
    "denied", "amounts_differ", "names_shared", "names_differ", "roles_swapped",
    "elsewhere",
)  # fmt: skip
"""Rules of ``kgraph.compare.guards``, in the order of their columns."""

NEARNESS = ("meaning", "covered", "answered", "words", "shared", "length")
"""Cosine; how well the words of either find their like in the other (less, more); word overlap
(Jaccard, of the poorer); share of the shorter in the longer length."""

JUDGED = ("same", "part", "contradicts", "supports", "weakens", "neutral", "apart", "denies", "confirms",
          "criticises", "replies", "none")  # fmt: skip
"""Logarithms of what ``kgraph.judge`` holds likely of the two, each read first once; "part" is either way
of saying less."""

TARGETS = ("related", "conflicts")
"""What is told of two claims; of each, ``kgraph.judge.bearing`` has log-odds."""

FEATURES = (*NEARNESS, *RULES, *(f"{rule}*near" for rule in RULES), *(f"read {n}" for n in JUDGED),
            *(f"bearing {n}" for n in TARGETS))  # fmt: skip

_LEAST = 0.003


def judged(a: str, b: str) -> dict[str, float]:
    """Chances by ``JUDGED``, 0 to 1, the same for either order of the texts."""
    there, back = ({**one.relation, **one.answer} for one in (judge(a, b), judge(b, a)))
    chances = {name: (there[name] + back[name]) / 2 for name in there}
    chances["part"] = chances.pop("entails") + chances.pop("entailed")
    return {name: chances[name] for name in JUDGED}


def features(
    a: Encoded,
    b: Encoded,
    one: Reading,
    other: Reading,
    met: Sequence[Guard],
    read: Mapping[str, float],
    bears: Bearing,
) -> Floats:
    """A row (len(FEATURES),), the same for either order of the claims.

    Args:
        a: One text as the encoder sees it.
        b: The other.
        one: The first, taken apart.
        other: The second.
        met: The rules that they meet.
        read: What ``judged`` gives of them.
        bears: What ``kgraph.judge.bearing`` gives of them.
    """
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
            *(math.log(max(_LEAST, read[name])) for name in JUDGED),
            *(getattr(bears, name) for name in TARGETS),
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
