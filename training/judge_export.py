"""The fine-tuned judge becomes an ONNX file with 8-bit weights."""

import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from training.export import quantize

if TYPE_CHECKING:
    from training.judge import Judge


class _OnePair(nn.Module):
    """The network for one pair at a time: nothing is masked."""

    def __init__(self, judge: "Judge") -> None:
        super().__init__()
        self.judge = judge

    def forward(self, ids: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor]:
        relation, answer = self.judge(ids, kinds, torch.ones_like(ids, dtype=torch.bool))
        return relation, answer


def write(model: "Judge", path: Path) -> None:
    """The network is at the path (23 MB)."""
    network = _OnePair(model).eval()
    ids = torch.ones((1, 16), dtype=torch.long)
    kinds = torch.tensor([[0] * 8 + [1] * 8])
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        # See ``training.export``: deprecated, but what the quantiser reads.
        warnings.simplefilter("ignore")
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            network, (ids, kinds), str(full), input_names=["ids", "kinds"],
            output_names=["relation", "answer"],
            dynamic_axes={"ids": {1: "pieces"}, "kinds": {1: "pieces"}},
            opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize(full, path)
