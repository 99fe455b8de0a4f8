"""The sentence encoder: all-MiniLM-L6-v2 in 8 bits, run by onnxruntime. Nothing loads on import."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

Floats: TypeAlias = npt.NDArray[np.float32]

PIECES = 126
"""Wordpieces of a claim that are read; the rest is left out."""

CHARACTERS = 4_000
"""Characters that are looked at for them, so that tokenizing stays bounded."""

SIZE = 384
_FIRST, _LAST, _UNKNOWN = 101, 102, 100


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
def _tokenizer() -> Tokenizer:
    folder = resources.files("kgraph.extract") / "weights"
    tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


@functools.cache
def _encoder() -> Any:
    import onnxruntime as ort  # noqa: PLC0415  (0.1 s that only those who compare should pay)

    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    weights = (resources.files("kgraph.compare") / "weights" / "encoder.int8.onnx").read_bytes()
    return ort.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def pieces(text: str) -> list[int]:
    """The text's wordpieces between the marks of beginning and end."""
    # The tokenizer refuses half a surrogate pair.
    clean = text[:CHARACTERS].encode("utf-8", "replace").decode("utf-8")
    ids = _tokenizer().encode(clean, add_special_tokens=False).ids[:PIECES]
    return [_FIRST, *(ids or [_UNKNOWN]), _LAST]


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
