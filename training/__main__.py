"""``python -m training --data DIR --out DIR``: from the corpus to the weights in the package."""

import argparse
import itertools
import json
import shutil
import tempfile
from dataclasses import asdict, replace
from pathlib import Path

from kgraph.extract.decode import Decoder
from kgraph.extract.windows import batch
from training import base, card, data, evaluate, export, fit
from training.model import Tagger
from training.train import Settings, average, fine_tune

HELD_OUT_EACH = 6
"""Training articles of every outlet kept back for thresholds and confidence."""

CALIBRATION_WINDOWS = 96
"""Training windows on which the sizes of channels are read before quantisation."""

RUNS = 4
"""Fine-tunings whose weights are averaged, which costs nothing when the tagger runs."""

WEIGHTS = Path(__file__).parent.parent / "kgraph" / "extract" / "weights"


def run(corpus: Path, out: Path, weights: Path, settings: Settings, runs: int, note: str) -> None:
    """Train, average, quantise, fit the decoder, measure on dev; write weights and card."""
    articles = data.read(corpus / "train.jsonl")
    dev = data.read(corpus / "dev.jsonl")
    train, held = data.hold_out(articles, HELD_OUT_EACH, settings.seed)
    folder = base.unpack(out)
    finals = [
        fine_tune(replace(settings, base=folder, out=out / f"run{n}", run=n), train)
        for n in range(runs)
    ]

    model = Tagger()
    model.load_state_dict(average(finals))
    full, small = out / "tagger.fp32.onnx", out / "tagger.int8.onnx"
    tokenizer = data.load_tokenizer(folder)
    export.to_onnx(model, full)
    with tempfile.TemporaryDirectory() as scratch:
        even = Path(scratch) / "even.onnx"
        windows = itertools.islice(data.examples(tokenizer, train, None), CALIBRATION_WINDOWS)
        export.to_onnx(export.smooth(model, (batch([e.window]) for e in windows)), even)
        export.quantize(even, small)
    decoder = fit.fit(evaluate.onnx_model(small, folder, Decoder()), held)
    (out / "decoder.json").write_text(json.dumps(asdict(decoder), indent=1) + "\n", "utf-8")
    export.write_tokenizer(tokenizer, out / "tokenizer.json")
    fp32, int8 = (
        evaluate.evaluate(
            evaluate.onnx_model(path, folder, decoder), dev, path.with_suffix(".dev.jsonl")
        )
        for path in (full, small)
    )
    for name, figures in (("fp32", fp32), ("int8", int8)):
        print(name, {k: tuple(round(x, 4) for x in v) for k, v in figures.rows.items()})
    card.write(
        out / "MODEL_CARD.md",
        settings=settings,
        runs=runs,
        parts={
            "train": (train, "fine-tuning"),
            "held out of train": (held, "thresholds, confidence"),
            "dev": (dev, "the figures below"),
        },
        fp32=fp32,
        int8=int8,
        size=small.stat().st_size,
        note=note,
    )
    weights.mkdir(parents=True, exist_ok=True)
    for name in ("tagger.int8.onnx", "decoder.json", "tokenizer.json", "MODEL_CARD.md"):
        shutil.copyfile(out / name, weights / name)


def main() -> None:
    """Read the call's words and run."""
    usual = Settings(base=Path(), out=Path())
    ap = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    ap.add_argument("--data", type=Path, required=True, help="folder: train.jsonl, dev.jsonl")
    ap.add_argument("--out", type=Path, required=True, help="checkpoints; a cut-off run goes on")
    ap.add_argument("--weights", type=Path, default=WEIGHTS, help="where the finished files go")
    ap.add_argument("--epochs", type=float, default=usual.epochs)
    ap.add_argument("--seed", type=int, default=usual.seed)
    ap.add_argument("--runs", type=int, default=RUNS, help="how many to average")
    ap.add_argument("--workers", type=int, default=usual.workers)
    ap.add_argument("--note", default="", help="a sentence for the card: what departed from this")
    args = ap.parse_args()
    settings = Settings(
        base=args.out, out=args.out, epochs=args.epochs, seed=args.seed, workers=args.workers
    )
    run(args.data, args.out, args.weights, settings, args.runs, args.note)


if __name__ == "__main__":
    main()
