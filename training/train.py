"""Fine-tuning: two processes of one thread each average their gradients.

On two cores this is faster than one process of two threads. A run is seeded and resumable:
every step draws its random numbers from the seed and the step's number alone.
"""

import math
import random
import socket
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training import data
from training.model import Tagger, from_pretrained, link_scores


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that shapes a run.

    Attributes:
        base: Folder with the base model's ``model.safetensors`` and ``tokenizer.json``.
        out: Folder for checkpoints.
        epochs: Passes over the articles (the last may be a part); the learning rate falls to
            zero over all of them.
        pieces: Wordpieces in a batch of one process.
        hide: Share of wordpieces hidden in training.
        link_weight: Weight of the link loss against the tag loss.
        minutes: A checkpoint is written this often.
        run: Number of the run; runs of one seed begin with the same weights and differ in the
            order and the cutting of their windows, so that their weights may be averaged.
    """

    base: Path
    out: Path
    epochs: float = 4.5
    pieces: int = 1536
    rate: float = 3e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    warmup: float = 0.06
    dropout: float = 0.1
    hide: float = 0.05
    link_weight: float = 3.0
    workers: int = 2
    minutes: float = 5.0
    seed: int = 1
    run: int = 0
    bf16: bool = True


def loss_of(model: Tagger, b: dict[str, Tensor], s: Settings) -> tuple[Tensor, Tensor]:
    """Mean tag cross-entropy over pieces, and mean link cross-entropy over cue-piece pairs."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=s.bf16):
        tags, argument, cue = model(b["ids"], b["case"], b["quoted"], b["mask"])
    tag_loss = functional.cross_entropy(tags.float().flatten(0, 1), b["tags"].flatten())
    scores = link_scores(argument.float(), cue.float(), b["cues"])
    each = functional.binary_cross_entropy_with_logits(scores, b["links"], reduction="none")
    use = b["use"][:, None]
    link_loss = (each * use).sum() / (2 * use.sum()).clamp(min=1)
    return tag_loss, link_loss


def _groups(model: Tagger, s: Settings) -> list[dict[str, object]]:
    plain: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, p in model.named_parameters():
        if p.requires_grad:
            fresh = name.split(".")[0] in ("tag", "argument", "cue", "case", "quoted")
            plain.setdefault((fresh, p.ndim > 1), []).append(p)
    return [
        {
            "params": params,
            "lr": s.head_rate if fresh else s.rate,
            "base": s.head_rate if fresh else s.rate,
            "weight_decay": s.decay if matrix else 0.0,
        }
        for (fresh, matrix), params in plain.items()
    ]


def share_of_rate(step: int, total: int, warmup: float) -> float:
    """How much of the learning rate a step has: it rises, then falls to zero."""
    rise = max(1, int(total * warmup))
    return (step + 1) / rise if step < rise else max(0.0, (total - step) / (total - rise))


def _average(model: Tagger, workers: int) -> None:
    grads = [p.grad for p in model.parameters() if p.grad is not None]
    flat = torch.cat([g.flatten() for g in grads])
    dist.all_reduce(flat)
    flat /= workers
    at = 0
    for g in grads:
        g.copy_(flat[at : at + g.numel()].view_as(g))
        at += g.numel()


def _steps(
    s: Settings, articles: Sequence[data.Gold], tokenizer: Tokenizer, step: int, rank: int
) -> Iterator[tuple[int, int, list[data.Example]]]:
    """From ``step`` on: each step's number, the number of all steps, and this process's batch."""
    per_epoch = 0
    for epoch in range(math.ceil(s.epochs)):
        if per_epoch and (epoch + 1) * per_epoch <= step:
            continue
        order = s.seed * 1000 + s.run * 100 + epoch
        plan = data.batches(tokenizer, articles, pieces=s.pieces, seed=order)
        # The number of steps must be one for all epochs, or the rate would jump.
        per_epoch = per_epoch or len(plan) // s.workers
        plan = (plan + plan)[: per_epoch * s.workers]
        total = round(s.epochs * per_epoch)
        for i in range(per_epoch):
            number = epoch * per_epoch + i
            if step <= number < total:
                yield number, total, plan[i * s.workers + rank]


def _keep(path: Path, model: Tagger, optimizer: torch.optim.Optimizer, step: int) -> None:
    """Write a checkpoint beside the old one, then put it in its place."""
    part = path.with_suffix(".part")
    state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
    torch.save(state, part)
    part.replace(path)


def _work(rank: int, s: Settings, articles: Sequence[data.Gold], port: int) -> None:
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    if s.workers > 1:
        dist.init_process_group(
            "gloo", init_method=f"tcp://127.0.0.1:{port}", rank=rank, world_size=s.workers
        )
    torch.manual_seed(s.seed)
    tokenizer = data.load_tokenizer(s.base)
    model = from_pretrained(s.base, s.dropout)
    optimizer = torch.optim.AdamW(_groups(model, s), fused=True)
    checkpoint, step = s.out / "checkpoint.pt", 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        step = state["step"]
    model.train()

    began = saved = time.monotonic()
    done = shown = 0
    sums = torch.zeros(3)
    for number, total, group in _steps(s, articles, tokenizer, step, rank):
        draw = s.seed + s.run * 1_000_000 + number * s.workers + rank
        torch.manual_seed(draw)
        rng = random.Random(draw)
        b = data.tensors(group, hide=s.hide, rng=rng)
        tag_loss, link_loss = loss_of(model, b, s)
        (tag_loss + s.link_weight * link_loss).backward()
        if s.workers > 1:
            _average(model, s.workers)
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        share = share_of_rate(number, total, s.warmup)
        for g in optimizer.param_groups:
            g["lr"] = g["base"] * share
        optimizer.step()
        optimizer.zero_grad()
        step = number + 1
        done += int(b["mask"].sum())
        sums += torch.tensor([tag_loss.item(), link_loss.item(), 1])
        if rank == 0 and step - shown >= 25:
            shown = step
            spent = time.monotonic() - began
            print(
                f"step {step}/{total} tag {sums[0] / sums[2]:.4f}"
                f" link {sums[1] / sums[2]:.4f} {done * s.workers / spent:.0f} pieces/s",
                flush=True,
            )
            sums.zero_()
        if rank == 0 and time.monotonic() - saved > 60 * s.minutes:
            saved = time.monotonic()
            _keep(checkpoint, model, optimizer, step)
    if rank == 0:
        torch.save(model.state_dict(), s.out / "final.pt")
    if s.workers > 1:
        dist.destroy_process_group()


def fine_tune(s: Settings, articles: Sequence[data.Gold]) -> Path:
    """The path of the finished weights; a run that was cut off goes on from its checkpoint."""
    s.out.mkdir(parents=True, exist_ok=True)
    final = s.out / "final.pt"
    if not final.exists():
        if s.workers > 1:
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                port = probe.getsockname()[1]
            mp.spawn(_work, args=(s, articles, port), nprocs=s.workers)
        else:
            _work(0, s, articles, 0)
    return final


def average(paths: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of the weights of several runs (a uniform soup: Wortsman et al. 2022)."""
    states = [torch.load(path, weights_only=True) for path in paths]
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}
