"""The sentence encoder, all-MiniLM-L6-v2 as it is, becomes an ONNX file with 8-bit weights."""

import tempfile
import warnings
from pathlib import Path

import torch
from torch import Tensor, nn

from training.export import quantize
from training.model import from_pretrained


class Encoder(nn.Module):
    """States of each wordpiece after the last layer."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        whole = from_pretrained(folder, dropout=0.0)
        self.word, self.position, self.norm = whole.word, whole.position, whole.norm
        self.layers = whole.layers

    def forward(self, ids: Tensor) -> Tensor:
        """The states (texts, pieces, 384); texts of one length, so nothing is masked."""
        at = torch.arange(ids.shape[1], device=ids.device)[None]
        x = self.norm(self.word(ids) + self.position(at))
        bias = torch.zeros((1, 1, 1, 1))
        for layer in self.layers:
            x = layer(x, bias)
        return x


def write_encoder(folder: Path, path: Path) -> None:
    """The encoder whose weights stand in the folder is at the path (23 MB)."""
    network = Encoder(folder).eval()
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        # See ``training.export``: deprecated, but what the quantiser reads.
        warnings.simplefilter("ignore")
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            network, (torch.ones((1, 16), dtype=torch.long),), str(full), input_names=["ids"],
            output_names=["states"], dynamic_axes={"ids": {1: "pieces"}, "states": {1: "pieces"}},
            opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize(full, path)
