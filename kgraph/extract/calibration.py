"""How sure a rule's find is: the lexicon's likelihood of its cue becomes a probability.

The likelihood (``cues``) tells how often annotators take such a cue for an attribution; what a
confidence promises is that source, cue and content are all right. The numbers are fitted by
``python -m training.calibrate`` on the 42 training articles of PolNeAR (Newell et al. 2018) that
the tagger was never trained on. That corpus forbids nesting, so nested finds get the numbers of the
others: whether those are as often right is not measured.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from kgraph.extract.attribution import Attribution

_OFFSET = 0.303
_SLOPE = 1.028
"""Logistic regression of right on the likelihood's log odds, 810 finds of the rules alone."""

Addition = Literal["preferred", "gap", "nested"]
"""Why a rule's find stands beside the tagger's: it is read instead of them (a relay, a quotation in
the next paragraph, a layout), nothing was tagged there, or it stands in what was tagged."""

_ADDED: Mapping[Addition, float] = {"preferred": 0.83, "gap": 0.42}
"""Share of such additions that is right (33 of 39, 1 of 5), drawn towards that of all finds by four
more of them, since they are few."""


def probability(likelihood: float) -> float:
    """The probability that a find of the rules alone is right; it grows with the likelihood.

    >>> probability(0.35) < 0.5 < probability(0.6) < probability(0.85)
    True
    """
    inside = min(0.99, max(0.01, likelihood))
    z = _OFFSET + _SLOPE * math.log(inside / (1 - inside))
    return round(1 / (1 + math.exp(-z)), 4)


def added(find: Attribution, kind: Addition) -> float:
    """The probability that a rule's find is right where it adds to the tagger's."""
    return _ADDED[kind] if kind in _ADDED else probability(find.confidence)


def calibrated(found: Iterable[Attribution]) -> list[Attribution]:
    """The rules' finds, in their order, with probabilities in place of likelihoods."""
    return [replace(a, confidence=probability(a.confidence)) for a in found]
