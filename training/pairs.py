"""``python -m training.pairs``: from labelled and self-made pairs to ``kgraph/compare/weights``.

The encoder is quantised as it is; a logistic model over named features and the sentence vectors
is fitted to the labelled pairs and to self-made ones.
"""

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import StandardScaler

from kgraph.compare.features import FEATURES, JUDGED, NEARNESS, RULES, TARGETS, features, judged
from kgraph.compare.guards import guards
from kgraph.compare.network import encode_all
from kgraph.compare.reading import read
from kgraph.compare.scorer import embedded
from kgraph.judge import Bearing, bearing
from training import base, pairs_card, pairs_export

Matrix = npt.NDArray[np.float64]

FOLDS = 5
STRENGTH = {"related": 0.003, "conflicts": 0.1}
"""Inverse of the logistic model's regularisation, for features of unit variance; for related pairs
strong, because freer sentence vectors know the stories of training and not others."""

VECTORS = {"related": 2.0, "conflicts": 0.25}
LABELLED = {"related": 0.7, "conflicts": 5.0}
"""How freely the sentence vectors count, and how much the labelled pairs against the self-made."""

BEARS = {"related": 0.5, "conflicts": 0.5}
"""What the log-odds of ``kgraph.judge.bearing`` count beside the model's own. Fitted along with the rest
they would count less for each than on its own: self-made pairs, most of the rows, are told by rules."""

_READ = tuple(f"read {name}" for name in JUDGED)
USED = {
    "related": ("meaning", "covered", *RULES, *_READ),
    "conflicts": (*NEARNESS, *RULES, *(f"{rule}*near" for rule in RULES), *_READ),
}
"""The features of each target; overlap of words made related pairs of other kinds worse."""

WEIGHTS = Path(__file__).parent.parent / "kgraph" / "compare" / "weights"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Two claims with what is true of them."""

    a: str
    b: str
    related: bool
    conflicts: bool


class Table:
    """Pairs as rows of features, with what is true of them."""

    def __init__(self, pairs: Sequence[Example], bears: Sequence[Bearing] = ()) -> None:
        """Of pairs that ``kgraph.judge`` was fine-tuned on, ``bears`` has what other networks tell."""
        ordered = [(min(p.a, p.b), max(p.a, p.b)) for p in pairs]
        texts = sorted({text for pair in ordered for text in pair})
        encoded = dict(zip(texts, encode_all(texts), strict=True))
        readings = {text: read(text) for text in texts}
        bears = bears or [bearing(a, b) for a, b in ordered]
        self.named = np.array([
            features(encoded[a], encoded[b], one, other, guards(one, other), judged(a, b), bears_)
            for (a, b), bears_ in zip(ordered, bears, strict=True)
            for one, other in [(readings[a], readings[b])]
        ])  # fmt: skip
        self.vectors = np.array([embedded(encoded[a], encoded[b]) for a, b in ordered])
        self.truth = np.array([[p.related, p.conflicts] for p in pairs])


def labelled(path: Path) -> tuple[list[Example], list[str]]:
    """The pairs of a file in the ClaimDiff form, and the topic of each."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["gold"]["weakens"] is not None]
    pairs = [
        Example(
            a=row["gold"]["claim_a"],
            b=row["gold"]["claim_b"],
            related=bool(row["gold"]["strengthens"] or row["gold"]["weakens"]),
            conflicts=bool(row["gold"]["weakens"]),
        )
        for row in rows
    ]
    return pairs, [row["meta"]["topic"] for row in rows]


def plain(path: Path) -> list[Example]:
    """The pairs of a file with the keys a, b, related and conflicts."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Example(a=r["a"], b=r["b"], related=bool(r["related"]), conflicts=bool(r["conflicts"]))
        for r in rows
    ]


def folds(pairs: Sequence[Example], topics: Sequence[str], seed: int) -> npt.NDArray[np.int64]:
    """The fold of each pair: no topic, and no claim, stands in two."""
    parent = {topic: topic for topic in topics}

    def root(topic: str) -> str:
        while parent[topic] != topic:
            topic = parent[topic]
        return topic

    seen: dict[str, str] = {}
    for pair, topic in zip(pairs, topics, strict=True):
        for claim in (pair.a, pair.b):
            parent[root(topic)] = root(seen.setdefault(claim, topic))
    roots = [root(topic) for topic in topics]
    names = sorted(set(roots))
    random.Random(seed).shuffle(names)
    sizes = [0] * FOLDS
    fold = {}
    for name in sorted(names, key=roots.count, reverse=True):
        fold[name] = sizes.index(min(sizes))
        sizes[fold[name]] += roots.count(name)
    return np.array([fold[name] for name in roots])


class Fitted:
    """A logistic model for one target over labelled and self-made rows."""

    def __init__(self, number: int, labels: Table, use: npt.NDArray[np.bool_], made: Table) -> None:
        self.target = TARGETS[number]
        self.columns = [FEATURES.index(name) for name in USED[self.target]]
        both = np.vstack([made.named, labels.named[use]])[:, self.columns]
        self.scaler = StandardScaler().fit(both)
        truth = labels.truth[use, number], made.truth[:, number]
        self.model = LogisticRegression(C=STRENGTH[self.target], max_iter=500)
        self.model.fit(
            np.vstack([self.rows(labels)[use], self.rows(made)]),
            np.concatenate(truth),
            sample_weight=np.concatenate(
                [LABELLED[self.target] * _even(truth[0]), _even(truth[1])]
            ),
        )

    def rows(self, table: Table) -> Matrix:
        """What the model sees: features of unit variance, then the vectors as freely as told."""
        named = self.scaler.transform(table.named[:, self.columns])
        return np.hstack([named, table.vectors * VECTORS[self.target]])

    def odds(self, table: Table) -> Matrix:
        """Log-odds of each row."""
        bears = table.named[:, FEATURES.index(f"bearing {self.target}")]
        own = np.asarray(self.model.decision_function(self.rows(table)))
        return own + BEARS[self.target] * bears

    def state(self) -> dict[str, object]:
        """Weights of the features as they are, unscaled."""
        weights = self.model.coef_[0]
        named = weights[: len(self.columns)] / self.scaler.scale_
        return {
            "bias": round(float(self.model.intercept_[0] - named @ self.scaler.mean_), 4),
            "named": {
                **{n: round(float(w), 4) for n, w in zip(USED[self.target], named, strict=True)},
                f"bearing {self.target}": BEARS[self.target],
            },
            "vectors": [
                round(float(w) * VECTORS[self.target], 4) for w in weights[len(self.columns) :]
            ],
        }


def _even(truth: npt.NDArray[np.bool_]) -> Matrix:
    """Weights under which both answers count the same."""
    share = truth.mean()
    return np.where(truth, 0.5 / share, 0.5 / (1 - share))


def crossed(number: int, labels: Table, fold: npt.NDArray[np.int64], made: Table) -> float:
    """Area under the ROC curve over labelled pairs, each judged by a model of other folds."""
    odds = np.zeros(len(fold))
    for k in range(FOLDS):
        odds[fold == k] = Fitted(number, labels, fold != k, made).odds(labels)[fold == k]
    return float(roc_auc_score(labels.truth[:, number], odds))


def fit(
    data: Path,
    bears: Sequence[Bearing],
    made: Sequence[Example],
    transfer: Path,
    weights: Path,
    seed: int,
) -> dict[str, dict[str, float]]:
    """The scorer's weights are written; its figures by target."""
    pairs, topics = labelled(data)
    labels, others, ours = Table(pairs, bears), Table(made), Table(plain(transfer))
    by_topic = folds(pairs, topics, seed)
    state, figures = {}, {}
    for number, target in enumerate(TARGETS):
        model = Fitted(number, labels, np.ones(len(pairs), dtype=bool), others)
        state[target] = model.state()
        figures[target] = {
            "other topics": crossed(number, labels, by_topic, others),
            "own pairs": float(roc_auc_score(ours.truth[:, number], model.odds(ours))),
            "meaning alone, labelled": float(
                roc_auc_score(labels.truth[:, number], labels.named[:, FEATURES.index("meaning")])
            ),
            "meaning alone, own pairs": float(
                roc_auc_score(ours.truth[:, number], ours.named[:, FEATURES.index("meaning")])
            ),
        }
        print(target, {name: round(value, 3) for name, value in figures[target].items()})
    (weights / "scorer.json").write_text(json.dumps(state, indent=1) + "\n", encoding="utf-8")
    return figures


def main() -> None:
    """Read the call's words and run."""
    ap = argparse.ArgumentParser(prog="python -m training.pairs", description=__doc__)
    ap.add_argument("--data", type=Path, required=True, help="labelled pairs, as ClaimDiff's")
    ap.add_argument(
        "--bearing", type=Path, required=True, help="bearing.json out of python -m training.bearing"
    )
    ap.add_argument("--made", type=Path, required=True, help="out of python -m training.pairs_made")
    ap.add_argument("--transfer", type=Path, default=Path("tests/data/pairs.jsonl"))
    ap.add_argument("--out", type=Path, required=True, help="where the base model is unpacked")
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    pairs_export.write_encoder(base.unpack(args.out), WEIGHTS / "encoder.int8.onnx")
    made = plain(args.made)
    told = json.loads(args.bearing.read_text(encoding="utf-8"))
    bears = [Bearing(**dict(zip(TARGETS, one, strict=True))) for one in told]
    figures = fit(args.data, bears, made, args.transfer, WEIGHTS, args.seed)
    pairs_card.write(WEIGHTS / "MODEL_CARD.md", figures, made=len(made))


if __name__ == "__main__":
    main()
