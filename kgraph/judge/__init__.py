"""How a later text bears on an earlier one: a cross-encoder reads both at once.

A sentence encoder sees each text alone and can't tell a paraphrase from a contradiction; this network
sees them together. Its weights (``weights/judge.int8.onnx``, and ``bearing.int8.onnx`` for ``bearing``)
are made by ``python -m training.judge`` and ``python -m training.bearing``. Nothing loads on import.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, TypeAlias

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

_READ = 4
"""Pairs of which all is kept that was read: some 200 kB each."""

Floats: TypeAlias = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Chances, 0 to 1 in thousandths; those of each kind add up to about 1.

    Attributes:
        relation: By ``RELATIONS``.
        answer: By ``ANSWERS``.
    """

    relation: Mapping[str, float]
    answer: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """How two outlets' claims bear on each other, in the eyes of those who labelled ClaimDiff.

    Log-odds in thousandths; 0 is as likely as not where half of the pairs are such.

    Attributes:
        related: One speaks for or against the other.
        conflicts: One speaks against the other.
    """

    related: float
    conflicts: float


@functools.lru_cache(_KEPT)
def judge(earlier: str, later: str) -> Judgement:
    """How the later text bears on the earlier one.

    Chances are rounded and may differ between processors in their last digit: they rank and filter,
    and never enter an identifier. Pairs are read one at a time, because the scales of an 8-bit network hang
    on all that is in a run.
    """
    read = _read(earlier, later)
    return Judgement(
        relation=dict(zip(RELATIONS, _chances(read.relation), strict=True)),
        answer=dict(zip(ANSWERS, _chances(read.answer), strict=True)),
    )


def bearing(a: str, b: str) -> Bearing:
    """How two claims bear on each other (Ko et al. 2022), the same for either order of them."""
    odds = np.mean([_bearing(*pair) for pair in ((a, b), (b, a))], axis=0)
    related, conflicts = (round(float(one), 3) for one in odds)
    return Bearing(related=related, conflicts=conflicts)


def _bearing(a: str, b: str) -> Floats:
    read = _read(a, b)
    [odds] = _network("bearing").run(["bearing"], {"states": read.states, "kinds": read.kinds})
    return np.asarray(odds[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """Logits of the relations and answers, and what ``bearing`` goes on from: the states halfway."""

    relation: Floats
    answer: Floats
    states: Floats
    kinds: npt.NDArray[np.int64]


@functools.lru_cache(_READ)
def _read(earlier: str, later: str) -> _Read:
    a, b = (pieces(text, PIECES) for text in (earlier, later))
    ids = np.array([[*a, *b[1:]]], dtype=np.int64)
    kinds = np.array([[0] * len(a) + [1] * (len(b) - 1)], dtype=np.int64)
    found = _network("judge").run(["relation", "answer", "states"], {"ids": ids, "kinds": kinds})
    relation, answer, states = found
    return _Read(relation=relation[0], answer=answer[0], states=states, kinds=kinds)


@functools.cache
def _network(name: str) -> Any:
    folder = resources.files("kgraph.judge") / "weights"
    return session((folder / f"{name}.int8.onnx").read_bytes())


def _chances(logits: Floats) -> list[float]:
    odds = np.exp(logits - logits.max())
    return [round(float(one), 3) for one in odds / odds.sum()]
