"""The sentence encoder: all-MiniLM-L6-v2 in 8 bits, run by onnxruntime. Nothing loads on import."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from kgraph.judge.wordpieces import pieces
from kgraph.networks import session

Floats: TypeAlias = npt.NDArray[np.float32]

SIZE = 384


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """One text as the network sees it.

    Attributes:
        vector: Mean of the last states, of length 1 (384).
        states: Last state of each wordpiece, each of length 1 (pieces, 384).
    """

    vector: Floats
    states: Floats


@functools.cache
def _encoder() -> Any:
    folder = resources.files("kgraph.compare") / "weights"
    return session((folder / "encoder.int8.onnx").read_bytes())


def encode_all(texts: Sequence[str]) -> list[Encoded]:
    """Each text encoded.

    One at a time: 8-bit networks set the scale of their numbers by all that is in a run, so that
    a text would get other numbers in other company, and a score would depend on what else is there.
    """
    network = _encoder()
    out = []
    for text in texts:
        states = network.run(["states"], {"ids": np.array([pieces(text)], dtype=np.int64)})[0][0]
        out.append(Encoded(vector=_unit(states.mean(axis=0)), states=_unit(states[1:-1])))
    return out


def encode(texts: Sequence[str]) -> Floats:
    """One row of length 1 a text (texts, 384): the nearer two texts' meanings, the larger the product.

    The same texts give the same rows on one machine; processors differ in the last digits, so
    nothing of it may enter an identifier.
    """
    if not texts:
        return np.zeros((0, SIZE), dtype=np.float32)
    return np.stack([e.vector for e in encode_all(texts)])


def _unit(x: Floats) -> Floats:
    length = np.linalg.norm(x, axis=-1, keepdims=True)
    return np.asarray(x / np.maximum(length, 1e-9), dtype=np.float32)
