"""``python -m training.bearing``: from labelled pairs of claims to how claims bear on each other.

The judge's lower layers stay as they are; its upper ones are fine-tuned once more, beside the judge's own,
to tell which claims of two outlets are about one matter, and which are in conflict. Both become ONNX
files. For the labelled pairs themselves networks tell it that were fine-tuned on other topics
(``bearing.json``): what ``training.pairs`` is fitted to must not have seen them.
"""

import argparse
import copy
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from sklearn.metrics import roc_auc_score
from torch import Tensor, nn
from torch.nn import functional

from kgraph.compare.features import TARGETS
from kgraph.judge import RELATIONS
from training import base, judge_export
from training.judge import Judge, Settings, batch, checkpoint, mixed, through
from training.judge_pairs import Pair
from training.model import HIDDEN
from training.pairs import FOLDS, Example, folds, labelled
from training.train import share_of_rate

WEIGHTS = Path(__file__).parent.parent / "kgraph" / "judge" / "weights"

SHARED = 3
"""Layers that are the judge's."""

TOLD = "bearing.json"
"""What networks of other topics tell of each labelled pair: log-odds by target, in the pairs' order."""

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Everything that shapes the fine-tuning."""

    rate: float = 5e-5
    head_rate: float = 5e-4
    epochs: int = 3
    pairs: int = 16
    decay: float = 0.05
    warmup: float = 0.03
    dropout: float = 0.2
    seed: int = 1


class Upper(nn.Module):
    """The judge's upper layers with a head of their own."""

    def __init__(self, judge: Judge, dropout: float) -> None:
        super().__init__()
        own = copy.deepcopy(judge)
        self.layers, self.mix = own.layers[SHARED:], own.mix
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(HIDDEN, len(TARGETS))
        self._begin(own.relation.weight.detach())

    def _begin(self, weight: Tensor) -> None:
        """The head begins as what the judge says: apart or not, against each other or not."""
        number = {name: place for place, name in enumerate(RELATIONS)}
        far = [number[name] for name in ("neutral", "apart")]
        against = [number[name] for name in ("contradicts", "weakens")]
        with torch.no_grad():
            for row, (for_it, not_it) in enumerate(((_but(far), far), (against, _but(against)))):
                self.head.weight[row] = (weight[for_it].mean(0) - weight[not_it].mean(0)) / 2
            self.head.bias.zero_()

    def forward(self, x: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """Log-odds by target (pairs, 2) from the states behind the judge's lower layers."""
        x = through(self.layers, x, mask)
        odds: Tensor = self.head(mixed(x, kinds, mask, self.mix, self.dropout))
        return odds

    @staticmethod
    def shared(judge: Judge, ids: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """The states behind the judge's lower layers."""
        return through(judge.layers[:SHARED], judge.embedded(ids, kinds), mask)

    @staticmethod
    def rest(judge: Judge, x: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """What the judge itself makes of these states."""
        return judge.heads(through(judge.layers[SHARED:], x, mask), kinds, mask)


def _but(numbers: Sequence[int]) -> list[int]:
    return [number for number in range(len(RELATIONS)) if number not in numbers]


class States:
    """Labelled pairs in both orders behind the judge's lower layers, which don't change."""

    def __init__(self, judge: Judge, some: Sequence[Example]) -> None:
        self.truth = torch.tensor([[p.related, p.conflicts] for p in some], dtype=torch.float32)
        self.number = len(some)
        ordered = [Pair(p.a, p.b, None, None) for p in some]
        ordered += [Pair(p.b, p.a, None, None) for p in some]
        self._states: list[Tensor] = [torch.empty(0)] * len(ordered)
        self._kinds = list(self._states)
        by_length = sorted(
            range(len(ordered)), key=lambda n: len(ordered[n].earlier) + len(ordered[n].later)
        )
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            for start in range(0, len(ordered), 32):
                chosen = by_length[start : start + 32]
                ids, kinds, mask = batch([ordered[n] for n in chosen])
                x = Upper.shared(judge, ids, kinds, mask)
                for row, n in enumerate(chosen):
                    self._states[n] = x[row][mask[row]].to(torch.bfloat16)
                    self._kinds[n] = kinds[row][mask[row]]

    def length(self, n: int) -> int:
        """Wordpieces of an ordered pair; from ``number`` on the pairs are turned."""
        return len(self._kinds[n])

    def batch(self, chosen: Sequence[int]) -> tuple[Tensor, Tensor, Tensor]:
        """States, kinds and mask of some ordered pairs."""
        width = max(map(self.length, chosen))
        x = torch.zeros((len(chosen), width, HIDDEN))
        kinds = torch.zeros((len(chosen), width), dtype=torch.long)
        mask = torch.zeros_like(kinds, dtype=torch.bool)
        for row, n in enumerate(chosen):
            x[row, : self.length(n)] = self._states[n].float()
            kinds[row, : self.length(n)] = self._kinds[n]
            mask[row, : self.length(n)] = True
        return x, kinds, mask


def fine_tuned(judge: Judge, states: States, use: Sequence[int], run: Run) -> Upper:
    """Upper layers fine-tuned to some of the pairs, each in both orders."""
    torch.manual_seed(run.seed)
    rng = random.Random(run.seed)
    upper = Upper(judge, run.dropout).train()
    share = states.truth[use].mean(0)
    own = [p for name, p in upper.named_parameters() if not name.startswith("head")]
    optimizer = torch.optim.AdamW(
        [
            {"params": own, "base": run.rate},
            {"params": upper.head.parameters(), "base": run.head_rate},
        ],
        weight_decay=run.decay,
    )
    plans = [_batches(states, use, run, rng) for _ in range(run.epochs)]
    total = sum(map(len, plans))
    for step, chosen in enumerate(one for plan in plans for one in plan):
        for group in optimizer.param_groups:
            group["lr"] = group["base"] * share_of_rate(step, total, run.warmup)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            odds = upper(*states.batch(chosen))
        loss = functional.binary_cross_entropy_with_logits(
            odds.float(),
            states.truth[[n % states.number for n in chosen]],
            pos_weight=(1 - share) / share,
        )
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(upper.parameters(), 1.0)
        optimizer.step()
    return upper.eval()


def _batches(states: States, use: Sequence[int], run: Run, rng: random.Random) -> list[list[int]]:
    """The pairs in both orders, like lengths together, in random order."""
    chosen = [n + turned * states.number for n in use for turned in (0, 1)]
    rng.shuffle(chosen)
    found = []
    for start in range(0, len(chosen), 16 * run.pairs):
        some = sorted(chosen[start : start + 16 * run.pairs], key=states.length)
        found += [some[at : at + run.pairs] for at in range(0, len(some), run.pairs)]
    rng.shuffle(found)
    return found


def told(upper: Upper, states: States, of: Sequence[int]) -> Matrix:
    """Log-odds of some pairs by target, the mean of both orders."""
    found = np.zeros((len(of), len(TARGETS)))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(of), 32):
            chosen = list(of[start : start + 32])
            for turned in (0, states.number):
                odds = upper(*states.batch([n + turned for n in chosen]))
                found[start : start + 32] += odds.float().numpy() / 2
    return found


def main() -> None:
    """Read the call's words and run."""
    ap = argparse.ArgumentParser(prog="python -m training.bearing", description=__doc__)
    ap.add_argument("--data", type=Path, required=True, help="labelled pairs, as ClaimDiff's")
    ap.add_argument("--out", type=Path, required=True, help="that of python -m training.judge")
    ap.add_argument("--weights", type=Path, default=WEIGHTS)
    args = ap.parse_args()
    judge = Judge(base.unpack(args.out))
    judge.load_state_dict(torch.load(checkpoint(args.out, len(Settings().cycles))))
    judge.eval()
    some, topics = labelled(args.data)
    states, run = States(judge, some), Run()
    fold = folds(some, topics, run.seed)
    odds = np.zeros((len(some), len(TARGETS)))
    for k in range(FOLDS):
        upper = fine_tuned(judge, states, np.flatnonzero(fold != k).tolist(), run)
        odds[fold == k] = told(upper, states, np.flatnonzero(fold == k).tolist())
        print(f"fold {k + 1} of {FOLDS}", flush=True)
    for number, target in enumerate(TARGETS):
        area = roc_auc_score(states.truth[:, number].numpy(), odds[:, number])
        print(f"{target}, other topics: {area:.3f}")
    (args.out / TOLD).write_text(json.dumps(odds.round(3).tolist()) + "\n", encoding="utf-8")
    upper = fine_tuned(judge, states, range(len(some)), run)
    judge_export.write(judge, upper, args.weights)


if __name__ == "__main__":
    main()
