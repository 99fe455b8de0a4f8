"""``python -m training.judge``: from groups of sentences to the network that judges pairs of claims.

MiniLM-L6 is fine-tuned as a cross-encoder: both texts go through it together, and two heads on their states
say what the later one is to the earlier one, and whether it answers it.
"""

import argparse
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt
import torch
from sklearn.metrics import average_precision_score
from torch import Tensor, nn
from torch.nn import functional

from kgraph.judge import ANSWERS, PIECES, RELATIONS
from kgraph.judge.wordpieces import pieces
from training import base
from training.judge_pairs import Group, Pair, elsewhere, groups, pairs
from training.judge_stories import FORMS, Told, drawn, put, stories
from training.model import HIDDEN, from_pretrained
from training.train import share_of_rate

_HEADS = ("mix", "relation", "answer")
_UNLABELLED = -100


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """Some epochs over which the learning rate rises and falls to zero.

    Attributes:
        share: Part of the pairs of each group that an epoch sees.
        real: How many pairs of one source, and of two, it takes from real articles.
        misses: How many near misses it takes from the stories for each pair of them that is
            something to each other; None where it leaves the stories out.
    """

    share: float
    real: tuple[int, int]
    misses: float | None = None
    rate: float = 2e-4
    epochs: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that shapes a run.

    Attributes:
        pieces: Wordpieces in a batch.
        smoothing: How much of each label is spread over the others.
    """

    cycles: tuple[Cycle, ...] = (
        Cycle(share=0.5, real=(3_500, 0)),
        Cycle(share=0.5, real=(3_500, 3_500)),
        Cycle(share=0.15, real=(2_500, 2_500), misses=1.0, rate=1.5e-4),
        Cycle(share=0.15, real=(2_500, 2_500), misses=1.0, rate=1.5e-4, epochs=2),
    )
    pieces: int = 3_000
    head_rate: float = 1e-3
    decay: float = 0.01
    warmup: float = 0.06
    dropout: float = 0.1
    smoothing: float = 0.05
    seed: int = 1


class Judge(nn.Module):
    """The encoder over two texts, and its heads."""

    def __init__(self, folder: Path, dropout: float = 0.1) -> None:
        super().__init__()
        whole = from_pretrained(folder, dropout)
        self.word, self.position, self.norm = whole.word, whole.position, whole.norm
        self.layers, self.dropout = whole.layers, whole.dropout
        # The encoder knew texts of the first kind only, and that is part of its positions.
        self.kind = nn.Embedding(2, HIDDEN)
        nn.init.zeros_(self.kind.weight)
        self.mix = nn.Linear(5 * HIDDEN, HIDDEN)
        self.relation = nn.Linear(HIDDEN, len(RELATIONS))
        self.answer = nn.Linear(HIDDEN, len(ANSWERS))

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of the relations (pairs, 8) and of the answers (pairs, 5).

        Args:
            ids: Wordpieces (pairs, pieces).
            kinds: 0 for those of the earlier text, 1 for the later one's.
            mask: Whether there is a wordpiece.
        """
        return self.heads(through(self.layers, self.embedded(ids, kinds), mask), kinds, mask)

    def embedded(self, ids: Tensor, kinds: Tensor) -> Tensor:
        """What goes into the first layer (pairs, pieces, HIDDEN)."""
        at = torch.arange(ids.shape[1], device=ids.device)[None]
        summed = self.word(ids) + self.position(at) + self.kind(kinds)
        return cast("Tensor", self.dropout(self.norm(summed)))

    def heads(self, x: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The logits from the last layer's states."""
        both = mixed(x, kinds, mask, self.mix, self.dropout)
        return self.relation(both), self.answer(both)


def through(layers: Iterable[nn.Module], x: Tensor, mask: Tensor) -> Tensor:
    """The states behind some layers."""
    bias = (~mask)[:, None, None, :].to(x.dtype) * -1e4
    for layer in layers:
        x = layer(x, bias)
    return x


def mixed(x: Tensor, kinds: Tensor, mask: Tensor, mix: nn.Module, dropout: nn.Module) -> Tensor:
    """Both texts (pairs, HIDDEN): together, each, and how they differ and agree."""
    earlier, later = (_mean(x, mask & (kinds == kind)) for kind in (0, 1))
    each = torch.cat([x[:, 0], earlier, later, (earlier - later).abs(), earlier * later], dim=1)
    return cast("Tensor", dropout(torch.tanh(mix(dropout(each)))))


def _mean(x: Tensor, chosen: Tensor) -> Tensor:
    weights = chosen[..., None].to(x.dtype)
    return (x * weights).sum(1) / weights.sum(1)


def batch(chosen: Sequence[Pair]) -> tuple[Tensor, Tensor, Tensor]:
    """Wordpieces, kinds and mask of some pairs (pairs, pieces)."""
    cut = [[pieces(text, PIECES) for text in (pair.earlier, pair.later)] for pair in chosen]
    width = max(len(a) + len(b) - 1 for a, b in cut)
    ids = torch.zeros((len(cut), width), dtype=torch.long)
    kinds, mask = torch.zeros_like(ids), torch.zeros_like(ids, dtype=torch.bool)
    for row, (a, b) in enumerate(cut):
        end = len(a) + len(b) - 1
        ids[row, :end] = torch.tensor([*a, *b[1:]])
        kinds[row, len(a) : end] = 1
        mask[row, :end] = True
    return ids, kinds, mask


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What there is to learn from: groups, stories, and pairs of real articles, of one source and of two."""

    groups: Sequence[Group]
    stories: Sequence[Told]
    real: tuple[Sequence[Pair], Sequence[Pair]]


def checkpoint(out: Path, number: int) -> Path:
    """Where the network is kept that came out of a cycle, counted from 1."""
    return out / f"judge{number}.pt"


def fine_tune(folder: Path, out: Path, read: Read, s: Settings) -> Judge:
    """The fine-tuned network; after each cycle ``out`` keeps where a run that was cut off goes on."""
    torch.manual_seed(s.seed)
    model = Judge(folder, s.dropout)
    for number, cycle in enumerate(s.cycles, start=1):
        kept = checkpoint(out, number)
        if kept.exists():
            model.load_state_dict(torch.load(kept))
            continue
        rng = random.Random(s.seed * 100 + number)
        plans = [list(_batches(read, cycle, s, rng)) for _ in range(cycle.epochs)]
        _cycle(model, plans, cycle.rate, s)
        torch.save(model.state_dict(), kept)
    return model.eval()


def _cycle(
    model: Judge, plans: Sequence[Sequence[Sequence[Pair]]], rate: float, s: Settings
) -> None:
    """The network sees the batches of some epochs; the learning rate rises and falls once."""
    optimizer = torch.optim.AdamW(_parameters(model, rate, s), weight_decay=s.decay)
    total, step = sum(map(len, plans)), 0
    for plan in plans:
        begun, lost = time.monotonic(), 0.0
        model.train()
        for chosen in plan:
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * share_of_rate(step, total, s.warmup)
            loss = _loss(model, chosen, s)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            lost += loss.item()
        print(
            f"an epoch: loss {lost / len(plan):.3f}, {time.monotonic() - begun:.0f} s", flush=True
        )


def measured(model: Judge, held: Sequence[Pair]) -> Iterator[str]:
    """How well the network judges pairs that it has not seen, a line a figure."""
    asked = sorted(held, key=lambda p: len(p.earlier) + len(p.later))
    for name, names in (("relation", RELATIONS), ("answer", ANSWERS)):
        told = [pair for pair in asked if getattr(pair, name)]
        if not told:
            continue
        truth = np.array([names.index(getattr(pair, name)) for pair in told])
        chances = _chances(model, told, name)
        yield f"{name}: {(chances.argmax(1) == truth).mean():.3f} right of {len(told)}"
        for number, label in enumerate(names):
            is_so = truth == number
            precision = average_precision_score(is_so, chances[:, number])
            yield f"{label}: average precision {precision:.3f}, {is_so.mean():.2f} of all"


def _chances(model: Judge, told: Sequence[Pair], name: str) -> npt.NDArray[np.float64]:
    found = []
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(told), 64):
            relation, answer = model(*batch(told[start : start + 64]))
            logits = relation if name == "relation" else answer
            found.append(torch.softmax(logits.float(), dim=1).double().numpy())
    return np.concatenate(found)


def _batches(read: Read, cycle: Cycle, s: Settings, rng: random.Random) -> Iterator[list[Pair]]:
    """The pairs of an epoch in batches of like lengths, in random order."""
    chosen = [one for one in pairs(read.groups, rng) if rng.random() < cycle.share]
    for some, number in zip(read.real, cycle.real, strict=True):
        chosen += rng.sample(some, min(number, len(some)))
    if cycle.misses is not None:
        chosen += drawn(read.stories, cycle.misses, rng)
    rng.shuffle(chosen)
    chosen.sort(key=lambda pair: (len(pair.earlier) + len(pair.later)) // 40)
    found: list[list[Pair]] = [[]]
    widest = 0
    for pair in chosen:
        length = len(pieces(pair.earlier, PIECES)) + len(pieces(pair.later, PIECES)) - 1
        widest = max(widest, length)
        if found[-1] and widest * (len(found[-1]) + 1) > s.pieces:
            found.append([])
            widest = length
        found[-1].append(pair)
    rng.shuffle(found)
    yield from found


def _loss(model: Judge, chosen: Sequence[Pair], s: Settings) -> Tensor:
    """Cross-entropy of what is labelled, by pair."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        relation, answer = model(*batch(chosen))
    total = torch.zeros(())
    for logits, names, told in (
        (relation, RELATIONS, [pair.relation for pair in chosen]),
        (answer, ANSWERS, [pair.answer for pair in chosen]),
    ):
        labels = torch.tensor([names.index(x) if x else _UNLABELLED for x in told])
        total = total + functional.cross_entropy(
            logits.float(), labels, label_smoothing=s.smoothing, reduction="sum"
        )
    return total / len(chosen)


def _parameters(model: Judge, rate: float, s: Settings) -> list[dict[str, object]]:
    model.word.weight.requires_grad_(False)
    head, body = [], []
    for name, one in model.named_parameters():
        if one.requires_grad:
            (head if name.split(".")[0] in _HEADS else body).append(one)
    return [
        {"params": some, "lr": base_rate, "base": base_rate}
        for some, base_rate in ((body, rate), (head, s.head_rate))
    ]


def main() -> None:
    """Read the call's words and run."""
    ap = argparse.ArgumentParser(prog="python -m training.judge", description=__doc__)
    ap.add_argument("--data", type=Path, required=True, help="folder of PolNeAR's train.jsonl")
    ap.add_argument("--out", type=Path, required=True, help="base model and checkpoints")
    ap.add_argument(
        "--hold-out",
        default="",
        help="measure on this file of training/claims or training/stories",
    )
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    made, held = groups(args.hold_out)
    told, apart = stories(args.hold_out)
    read = Read(groups=made, stories=told, real=elsewhere(args.data / "train.jsonl"))
    model = fine_tune(base.unpack(args.out), args.out, read, Settings())
    asked = {"groups": pairs(held, random.Random(7))}
    asked |= {form: [put(one, form) for one in apart] for form in FORMS}
    for name, some in asked.items():
        for line in measured(model, some) if some else ():
            print(f"{name}: {line}")


if __name__ == "__main__":
    main()
