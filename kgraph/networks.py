"""How networks are run: by onnxruntime, on the processor. Nothing loads on import."""

from typing import Any


def session(weights: bytes, *, threads: int = 1) -> Any:
    """The network with these weights, an ``onnxruntime.InferenceSession``.

    Args:
        weights: An ONNX file.
        threads: How many of them one run may take.
    """
    import onnxruntime as ort  # noqa: PLC0415  (0.1 s that only those who run one should pay)

    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
