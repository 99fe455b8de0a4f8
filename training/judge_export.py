"""The fine-tuned judge becomes two ONNX files with 8-bit weights: itself, and what was fine-tuned beside it."""

import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from training.export import quantize
from training.model import HIDDEN

if TYPE_CHECKING:
    from training.bearing import Upper
    from training.judge import Judge


class _OnePair(nn.Module):
    """The judge for one pair at a time: nothing is masked. Behind its lower layers the other begins."""

    def __init__(self, judge: "Judge", upper: "Upper") -> None:
        super().__init__()
        self.judge = judge
        self.upper = upper

    def forward(self, ids: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        mask = torch.ones_like(ids, dtype=torch.bool)
        states = self.upper.shared(self.judge, ids, kinds, mask)
        relation, answer = self.upper.rest(self.judge, states, kinds, mask)
        return relation, answer, states


class _Onward(nn.Module):
    def __init__(self, upper: "Upper") -> None:
        super().__init__()
        self.upper = upper

    def forward(self, states: Tensor, kinds: Tensor) -> Tensor:
        odds: Tensor = self.upper(states, kinds, torch.ones_like(kinds, dtype=torch.bool))
        return odds


def write(judge: "Judge", upper: "Upper", folder: Path) -> None:
    """``judge.int8.onnx`` (23 MB) and ``bearing.int8.onnx`` (6 MB) are in the folder."""
    ids = torch.ones((1, 16), dtype=torch.long)
    kinds = torch.tensor([[0] * 8 + [1] * 8])
    states = torch.zeros((1, 16, HIDDEN))
    _export(
        _OnePair(judge, upper), {"ids": ids, "kinds": kinds}, ("relation", "answer", "states"),
        folder / "judge.int8.onnx",
    )  # fmt: skip
    _export(
        _Onward(upper), {"states": states, "kinds": kinds}, ("bearing",),
        folder / "bearing.int8.onnx",
    )  # fmt: skip


def _export(
    network: nn.Module, inputs: dict[str, Tensor], outputs: Sequence[str], to: Path
) -> None:
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        # See ``training.export``: deprecated, but what the quantiser reads.
        warnings.simplefilter("ignore")
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            network.eval(), tuple(inputs.values()), str(full), input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={name: {1: "pieces"} for name in (*inputs, "states")},
            opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize(full, to)
