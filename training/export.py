"""The trained network becomes one ONNX file with 8-bit weights.

Weights lose little in 8 bits; activations do, because a few channels of a BERT are far larger
than the rest and set the scale for all. So each matrix's inputs are first divided by a factor a
channel, and its weights multiplied by the same (SmoothQuant, Xiao et al. 2023).
"""

import copy
import json
import tempfile
import warnings
from collections.abc import Iterable
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.preprocess import quant_pre_process
from tokenizers import Tokenizer
from torch import Tensor, nn

from kgraph.extract.windows import Batch
from training.model import Tagger

INPUTS = ("ids", "case", "quoted", "mask")
OUTPUTS = ("tags", "argument", "cue")
_MATRICES = ("qkv", "out", "inner", "outer")


class Smoothed(nn.Module):
    """A linear layer that computes the same from inputs of even size."""

    def __init__(self, linear: nn.Linear, factor: Tensor) -> None:
        super().__init__()
        self.register_buffer("inverse", 1 / factor)
        self.linear = copy.deepcopy(linear)
        self.linear.weight.data *= factor

    def forward(self, x: Tensor) -> Tensor:
        """The product of the evened inputs and the weights that make up for it."""
        return self.linear(x * self.inverse)


def smooth(model: Tagger, batches: Iterable[Batch], strength: float = 0.7) -> Tagger:
    """The same network, its channels evened by how large they get on these batches.

    Strength 0.7 takes the tag logits' root mean square error from .142 to about .10; 0.5, the
    paper's value, makes it worse here.
    """
    model = copy.deepcopy(model).eval()
    largest: dict[nn.Linear, Tensor] = {}

    def watch(linear: nn.Module, args: tuple[Tensor, ...]) -> None:
        assert isinstance(linear, nn.Linear)
        top = args[0].abs().flatten(0, -2).amax(dim=0)
        largest[linear] = torch.maximum(largest.get(linear, top), top)

    hooks = [
        getattr(layer, name).register_forward_pre_hook(watch)
        for layer in model.layers
        for name in _MATRICES
    ]
    with torch.no_grad():
        for b in batches:
            model(*(torch.from_numpy(x) for x in (b.ids, b.case, b.quoted, b.mask)))
    for hook in hooks:
        hook.remove()
    for layer in model.layers:
        for name in _MATRICES:
            linear = getattr(layer, name)
            weight = linear.weight.data.abs().amax(dim=0).clamp(min=1e-5)
            factor = largest[linear].clamp(min=1e-5) ** strength / weight ** (1 - strength)
            setattr(layer, name, Smoothed(linear, factor))
    return model


def to_onnx(model: Tagger, path: Path) -> None:
    """Write the network in 32-bit floats, with free numbers of windows and pieces."""
    model.eval()
    block = torch.ones((2, 16), dtype=torch.int64)
    args = (block, block, block, block.bool())
    axes = {name: {0: "windows", 1: "pieces"} for name in INPUTS + OUTPUTS}
    with warnings.catch_warnings():
        # The TorchScript exporter is deprecated but needs no further package, and its graph
        # is the one that onnxruntime's quantiser knows how to read.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model,
            args,
            str(path),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )


def quantize(source: Path, target: Path) -> None:
    """Write the network with int8 matrices and embeddings (about 23 MB).

    Weights are quantised a channel at a time, with their whole range: ``reduce_range`` costs
    .006 of triple-soft F1, and is needed only by processors without VNNI for exactness of
    saturation that these weights do not reach.
    """
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / "clean.onnx"
        quant_pre_process(str(source), str(clean), skip_symbolic_shape=True)
        quantize_dynamic(
            clean,
            target,
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            reduce_range=False,
            weight_type=QuantType.QInt8,
        )
    graph = onnx.load(str(target))
    graph.doc_string = ""
    graph.producer_name, graph.producer_version = "", ""
    onnx.save(graph, str(target))


def write_tokenizer(tokenizer: Tokenizer, path: Path) -> None:
    """Write the tokenizer as compact JSON; the same tokenizer gives the same bytes."""
    state = json.loads(tokenizer.to_str())
    path.write_text(json.dumps(state, ensure_ascii=False, separators=(",", ":")), "utf-8")
