"""How far two claims are about one matter, and in conflict: a logistic model over named features.

Its weights (``weights/scorer.json``) are made by ``python -m training.pairs``. Beside the named
features there are the two sentence vectors: their sum, how far they are apart, and their product.
"""

import functools
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np

from kgraph.compare.features import FEATURES, TARGETS
from kgraph.compare.network import Encoded, Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear:
    """Log-odds as a weighted sum.

    Attributes:
        bias: Log-odds where all features are zero.
        named: Weight by the feature's name; what is absent weighs nothing.
        vectors: Weights of ``embedded`` (3 × 384,), or of nothing where empty.
    """

    bias: float
    named: Mapping[str, float]
    vectors: Floats

    def chance(self, named: Mapping[str, float], vectors: Floats) -> float:
        """The probability, 0 to 1."""
        total = self.bias + sum(weight * named[name] for name, weight in self.named.items())
        if len(self.vectors):
            total += float(self.vectors @ vectors)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@functools.cache
def scorer() -> dict[str, Linear]:
    """The shipped weights by target."""
    path = resources.files("kgraph.compare") / "weights" / "scorer.json"
    state: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return {
        target: Linear(
            bias=state[target]["bias"],
            named=state[target]["named"],
            vectors=np.asarray(state[target]["vectors"], dtype=np.float32),
        )
        for target in TARGETS
    }


def named(row: Floats) -> dict[str, float]:
    """The features by name."""
    return dict(zip(FEATURES, map(float, row), strict=True))


def embedded(a: Encoded, b: Encoded) -> Floats:
    """The two sentence vectors (3 × 384,), the same for either order."""
    one, other = a.vector, b.vector
    return np.concatenate([one + other, np.abs(one - other), 4 * one * other])
