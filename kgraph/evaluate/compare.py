"""Whether one run is better than another, or only luckier in its articles."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kgraph.evaluate.figures import MEASURES, Score, Tally

_AT_ONCE = 4_000_000
"""Counts of articles that are held at once, however many resamples are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """F1 of one run less that of another.

    Attributes:
        low: Lower bound of the 95 % interval.
        high: Upper bound.
        better: Share of resamples in which the first run has the higher F1, ties half.
    """

    difference: float
    low: float
    high: float
    better: float


def intervals(tally: Tally, *, resamples: int, seed: int) -> dict[str, tuple[float, float]]:
    """95 % intervals of F1 by measure, articles resampled with replacement (Efron 1979)."""
    weights = list(_resampled(tally.articles, resamples, seed))
    made = {}
    for measure in MEASURES:
        f1 = np.concatenate([_f1(tally.rows, measure, w) for w in weights])
        low, high = np.percentile(f1, (2.5, 97.5))
        made[measure] = float(low), float(high)
    return made


def compare(one: Tally, other: Tally, *, resamples: int, seed: int) -> dict[str, Difference]:
    """Differences in F1 by measure, by a paired bootstrap: both runs on the same resamples.

    Raises:
        ValueError: The runs are not of the same articles.
    """
    if one.articles != other.articles:
        raise ValueError("the runs are of different articles")
    totals = one.total(), other.total()
    weights = list(_resampled(one.articles, resamples, seed))
    made = {}
    for measure in totals[0]:
        gaps = np.concatenate(
            [_f1(one.rows, measure, w) - _f1(other.rows, measure, w) for w in weights]
        )
        low, high = np.percentile(gaps, (2.5, 97.5))
        made[measure] = Difference(
            difference=totals[0][measure].f1 - totals[1][measure].f1,
            low=float(low),
            high=float(high),
            better=float(np.mean(gaps > 0) + np.mean(gaps == 0) / 2),
        )
    return made


def _resampled(articles: int, resamples: int, seed: int) -> list[NDArray[np.int64]]:
    """How often each article is drawn, (resamples, articles), in parts."""
    rng = np.random.default_rng(seed)
    part = max(1, _AT_ONCE // max(1, articles))
    sizes = [part] * (resamples // part) + [resamples % part] * bool(resamples % part)
    even = np.full(articles, 1 / articles)
    return [rng.multinomial(articles, even, size=size) for size in sizes]


def _f1(
    rows: Sequence[dict[str, Score]], measure: str, weights: NDArray[np.int64]
) -> NDArray[np.float64]:
    counts = np.array([(r[measure].right, r[measure].found + r[measure].gold) for r in rows])
    right, either = (weights @ counts).T.astype(np.float64)
    out: NDArray[np.float64] = np.divide(
        2 * right, either, out=np.zeros_like(right), where=either > 0
    )
    return out
