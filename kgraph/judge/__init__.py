"""How a later text bears on an earlier one: a cross-encoder reads both at once.

A sentence encoder sees each text alone and can't tell a paraphrase from a contradiction; this network
sees them together. Its weights (``weights/judge.int8.onnx``) are made by
``python -m training.judge``. Nothing loads on import.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

from kgraph.judge.wordpieces import pieces
from kgraph.networks import session

RELATIONS = (
    "same", "entails", "entailed", "contradicts", "supports", "weakens", "neutral", "apart",
)  # fmt: skip
"""What two claims are to each other: one in other words, the first says more, or less, they can't both be
true, the one speaks for or against the other, they are of one story, or of two."""

ANSWERS = ("denies", "confirms", "criticises", "replies", "none")
"""What the later text does with the earlier one, read as somebody's answer."""

PIECES = 70
"""Wordpieces of each text that are read; the rest is left out."""

_KEPT = 512
"""Pairs whose judgement is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Chances, 0 to 1 in thousandths; those of each kind add up to about 1.

    Attributes:
        relation: By ``RELATIONS``.
        answer: By ``ANSWERS``.
    """

    relation: Mapping[str, float]
    answer: Mapping[str, float]


@functools.lru_cache(_KEPT)
def judge(earlier: str, later: str) -> Judgement:
    """How the later text bears on the earlier one.

    Chances are rounded and may differ between processors in their last digit: they rank and filter,
    and never enter an identifier. Pairs are read one at a time, because the scales of an 8-bit network hang
    on all that is in a run.
    """
    a, b = (pieces(text, PIECES) for text in (earlier, later))
    ids = np.array([[*a, *b[1:]]], dtype=np.int64)
    kinds = np.array([[0] * len(a) + [1] * (len(b) - 1)], dtype=np.int64)
    relation, answer = _network().run(["relation", "answer"], {"ids": ids, "kinds": kinds})
    return Judgement(
        relation=dict(zip(RELATIONS, _chances(relation[0]), strict=True)),
        answer=dict(zip(ANSWERS, _chances(answer[0]), strict=True)),
    )


@functools.cache
def _network() -> Any:
    folder = resources.files("kgraph.judge") / "weights"
    return session((folder / "judge.int8.onnx").read_bytes())


def _chances(logits: npt.NDArray[np.float32]) -> list[float]:
    odds = np.exp(logits - logits.max())
    return [round(float(one), 3) for one in odds / odds.sum()]
