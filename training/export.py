"""The trained network becomes one ONNX file with 8-bit weights."""

import json
import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.preprocess import quant_pre_process
from tokenizers import Tokenizer

from training.model import Tagger

INPUTS = ("ids", "case", "quoted", "mask")
OUTPUTS = ("tags", "argument", "cue")


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
