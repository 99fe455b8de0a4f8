"""Annotated articles become windows with their tags and links, freshly cut in every epoch."""

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from kgraph.extract import windows as w
from kgraph.model import Span

ROLES = ("source", "cue", "content")
MASK = 103
_PARAGRAPH = re.compile(r"[^\n]*[^\s][^\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One annotated article: each attribution maps a role to its spans."""

    id: str
    outlet: str
    text: str
    attributions: tuple[dict[str, tuple[Span, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Example:
    """A window with its labels.

    Attributes:
        tags: One tag number a piece; -100 for marks.
        cues: (cues, pieces), rows that sum to 1 over the cue's pieces.
        links: (2, cues, pieces), 1 where the piece is in the source (content) of the cue.
    """

    window: w.Window
    tags: NDArray[np.int64]
    cues: NDArray[np.float32]
    links: NDArray[np.float32]


def read(path: Path) -> list[Gold]:
    """The articles of a corpus file (JSONL as ``kgraph evaluate`` reads it)."""
    out = []
    for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        row = json.loads(line)
        atts = tuple(
            {r: tuple((int(s), int(e)) for s, e in sorted(a[r])) for r in ROLES}
            for a in row["attributions"]
        )
        out.append(
            Gold(id=row["id"], outlet=row.get("outlet", ""), text=row["text"], attributions=atts)
        )
    return out


def hold_out(articles: Sequence[Gold], each: int, seed: int) -> tuple[list[Gold], list[Gold]]:
    """Training articles, and ``each`` articles of every outlet kept back for thresholds."""
    by_outlet: dict[str, list[Gold]] = defaultdict(list)
    for a in sorted(articles, key=lambda a: a.id):
        by_outlet[a.outlet].append(a)
    rng = random.Random(seed)
    kept = {a.id for _, group in sorted(by_outlet.items()) for a in rng.sample(group, each)}
    return [a for a in articles if a.id not in kept], [a for a in articles if a.id in kept]


def paragraphs(text: str) -> list[Span]:
    """The lines of a text that hold anything, trimmed."""
    out = []
    for m in _PARAGRAPH.finditer(text):
        body = m[0]
        start = m.start() + len(body) - len(body.lstrip())
        out.append((start, start + len(body.strip())))
    return out


def load_tokenizer(folder: Path) -> Tokenizer:
    """The base model's tokenizer without padding and truncation."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def restyle(text: str, rng: random.Random) -> str:
    """The same text of the same length as another newsroom might set it.

    PolNeAR's outlets use few conventions; the tagger must not depend on them.
    """
    dice = rng.random()
    if dice < 0.12:
        table = str.maketrans("“”‘’", "\"\"''")
    elif dice < 0.20:
        table = str.maketrans("“”", "‘’")
    elif dice < 0.26:
        table = str.maketrans('“”‘’"', "'''''")
    elif dice < 0.29:
        table = str.maketrans("“”", "«»")
    elif dice < 0.32:
        table = str.maketrans('“”"', "   ")
    elif dice < 0.40:
        flip = iter("“”" * (text.count('"') + 1))
        text = "".join(next(flip) if c == '"' else c for c in text)
        table = str.maketrans("'", "’")
    else:
        table = {}
    text = text.translate(table)
    dice = rng.random()
    other = text.upper() if dice < 0.02 else text.lower() if dice < 0.04 else text
    return other if len(other) == len(text) else text


def _label(window: w.Window, article: Gold) -> Example:
    p = window.pieces
    n = len(p)
    tags = np.where(p.paragraph < 0, -100, 0)
    rows: list[NDArray[np.float32]] = []
    links: list[NDArray[np.float32]] = []
    real = p.paragraph >= 0

    def member(spans: Iterable[Span]) -> NDArray[np.bool_]:
        inside = np.zeros(n, np.bool_)
        for s, e in spans:
            inside |= real & (p.start < e) & (p.end > s)
        return inside

    for att in article.attributions:
        inside = [member(att[role]) for role in ROLES]
        for r, own in enumerate(inside):
            at = np.flatnonzero(own)
            if not len(at):
                continue
            # Neighbouring spans of one attribution are one run: only a gap begins anew.
            first = np.r_[True, np.diff(at) > 1]
            tags[at] = np.where(first, 2 * r + 1, 2 * r + 2)
        if inside[1].any():
            rows.append((inside[1] / inside[1].sum()).astype(np.float32))
            links.append(np.stack([inside[0], inside[2]]).astype(np.float32))
    return Example(
        window=window,
        tags=tags,
        cues=np.stack(rows) if rows else np.zeros((0, n), np.float32),
        links=np.stack(links, 1) if links else np.zeros((2, 0, n), np.float32),
    )


def examples(
    tokenizer: Tokenizer, articles: Iterable[Gold], rng: random.Random | None
) -> Iterator[Example]:
    """Windows of all articles; with ``rng``, restyled and of random sizes."""
    for article in articles:
        text = restyle(article.text, rng) if rng else article.text
        limit = rng.choice((64, 128, 190, 190, 222)) if rng else 190
        parts = [
            part
            for number, span in enumerate(paragraphs(text))
            for part in w.split_long(text, w.encode(tokenizer, text, span, number))
        ]
        for window in w.pack(parts, limit):
            yield _label(window, article)


def batches(
    tokenizer: Tokenizer, articles: Sequence[Gold], *, pieces: int, seed: int
) -> list[list[Example]]:
    """An epoch's batches of about ``pieces`` wordpieces each, of like lengths, shuffled."""
    rng = random.Random(seed)
    pool = list(examples(tokenizer, articles, rng))
    rng.shuffle(pool)
    pool.sort(key=lambda e: len(e.window.pieces) + rng.uniform(0, 6))
    out: list[list[Example]] = [[]]
    for e in pool:
        if (len(out[-1]) + 1) * len(e.window.pieces) > pieces and out[-1]:
            out.append([])
        out[-1].append(e)
    rng.shuffle(out)
    return out


def tensors(group: Sequence[Example], *, hide: float, rng: random.Random) -> dict[str, Tensor]:
    """One batch as tensors; a share ``hide`` of the pieces is replaced by [MASK]."""
    block = w.batch([e.window for e in group])
    ids = block.ids.copy()
    chance = np.random.default_rng(rng.getrandbits(32)).random(ids.shape)
    ids[(chance < hide) & (ids > MASK)] = MASK
    rows, width = ids.shape
    most = max(1, *(len(e.cues) for e in group))
    tags = np.full((rows, width), -100)
    cues = np.zeros((rows, most, width), np.float32)
    links = np.zeros((rows, 2, most, width), np.float32)
    use = np.zeros((rows, most, width), np.float32)
    for i, e in enumerate(group):
        k, n = e.cues.shape
        tags[i, :n], cues[i, :k, :n], links[i, :, :k, :n] = e.tags, e.cues, e.links
        use[i, :k, :n] = e.tags >= 0
    arrays = {
        "ids": ids,
        "case": block.case,
        "quoted": block.quoted,
        "mask": block.mask,
        "tags": tags,
        "cues": cues,
        "links": links,
        "use": use,
    }
    return {k: torch.from_numpy(v) for k, v in arrays.items()}
