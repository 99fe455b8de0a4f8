"""``python -m training.signs``: how much each sign tells that one statement answers another.

The stories of ``training/stories`` are read as any articles; a logistic model over the named signs of
``kgraph.resolve.signs`` is fitted to the answers that are marked in them.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from kgraph.evaluate.places import statement_at
from kgraph.extract import Extractor, load_extractor
from kgraph.ingest.layout import paragraphs
from kgraph.judge import ANSWERS
from kgraph.model import Article
from kgraph.resolve.signs import pairs_of, told_in
from training.judge_stories import STORIES

WEIGHTS = Path(__file__).parent.parent / "kgraph" / "resolve" / "signs.json"

STRENGTH = 0.3
"""Inverse of the logistic model's regularisation."""

Row = tuple[Mapping[str, float], bool]
"""The signs that a statement answers an earlier one, and whether it does."""


def rows(story: Mapping[str, Any], extractor: Extractor) -> Iterator[Row]:
    """The pairs of statements of a story's articles that are both listed in it and extracted."""
    listed: dict[str, tuple[str, str]] = {}
    for one in story["articles"]:
        article = Article(key=one["id"], text=one["text"], paragraphs=paragraphs(one["text"]))
        found = extractor.extract(article)
        for statement in story["statements"]:
            if statement["article"] == one["id"] and (
                at := statement_at(found, statement["words"])
            ):
                listed[statement["id"]] = one["id"], at.id
        answers = {
            (listed[a], listed[b])
            for a, b, relation in story["relations"]
            if relation in ANSWERS and a in listed and b in listed
        }
        told = told_in(found)
        for number, later in enumerate(told):
            for earlier, signs in pairs_of(told, number):
                pair = (one["id"], later.statement.id), (one["id"], earlier.statement.id)
                if {*pair} <= {*listed.values()}:
                    yield signs, pair in answers


def fit(some: Sequence[Row]) -> tuple[LogisticRegression, list[str]]:
    """The model over the signs, and their names in its order."""
    names = list(some[0][0])
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    return model.fit(_matrix(some, names), [is_answer for _, is_answer in some]), names


def _matrix(some: Sequence[Row], names: Sequence[str]) -> np.ndarray:
    return np.array([[signs[name] for name in names] for signs, _ in some])


def main() -> None:
    """Read the call's words and run."""
    ap = argparse.ArgumentParser(prog="python -m training.signs", description=__doc__)
    ap.add_argument("--weights", type=Path, default=WEIGHTS)
    ap.add_argument("--hold-out", default="", help="measure on this file of training/stories")
    args = ap.parse_args()
    extractor = load_extractor()
    kept: list[Row] = []
    held: list[Row] = []
    for file in sorted(STORIES.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            (held if file.stem == args.hold_out else kept).extend(rows(json.loads(line), extractor))
    model, names = fit(kept)
    if held:
        truth = np.array([is_answer for _, is_answer in held])
        chances = model.predict_proba(_matrix(held, names))[:, 1]
        print(f"{truth.sum()} answers in {len(held)} pairs of {len(kept) + len(held)}")
        print(f"average precision {average_precision_score(truth, chances):.3f}")
        return
    state = {"bias": model.intercept_[0], **dict(zip(names, model.coef_[0], strict=True))}
    state = {name: round(float(weight), 2) for name, weight in state.items()}
    args.weights.write_text(json.dumps(state, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
