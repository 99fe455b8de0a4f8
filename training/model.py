"""The network: a BERT encoder with features of case and quotation, a tag head, a link head.

Tags say which words are source, cue or content (BIO). The link head scores, for a cue, how
likely each word belongs to *its* source and *its* content: it replaces a separate linker and
makes the encoder learn the relation, not only the role.
"""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from kgraph.extract.windows import CASES, QUOTED

TAGS = 7
"""O, then B and I of source, cue and content: tag 2r+1 begins role r, tag 2r+2 goes on."""

LINKED = 2
"""Roles that are linked to a cue: source (0) and content (1)."""

LINK_SIZE = 96
HIDDEN, LAYERS, HEADS, INNER = 384, 6, 12, 1536
VOCABULARY, POSITIONS = 30522, 512


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT (Devlin et al. 2019)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """The hidden states (windows, pieces, 384) after attention and feed-forward."""
        b, t, _ = x.shape
        qkv = self.qkv(x).view(b, t, 3, HEADS, HIDDEN // HEADS)
        q, k, v = (qkv[:, :, i].transpose(1, 2) for i in range(3))
        # No dropout on the attention weights: drawing them took a quarter of the training time.
        scores = q @ k.transpose(-1, -2) / math.sqrt(HIDDEN // HEADS)
        weights = torch.softmax(scores + bias.to(scores.dtype), dim=-1)
        mixed = (weights @ v).transpose(1, 2).reshape(b, t, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Tagger(nn.Module):
    """Encoder and heads; see the module."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.case = nn.Embedding(CASES, HIDDEN)
        self.quoted = nn.Embedding(QUOTED, HIDDEN)
        # At zero the network starts as exactly the one that was pretrained.
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.quoted.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.tag = nn.Linear(HIDDEN, TAGS)
        self.argument = nn.Linear(HIDDEN, LINKED * LINK_SIZE)
        self.cue = nn.Linear(HIDDEN, LINKED * LINK_SIZE)

    def forward(
        self, ids: Tensor, case: Tensor, quoted: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Tag logits (…, 7), and each piece as an argument and as a cue (…, 2 × 96).

        A piece's link score for a role is the dot product of its argument vector and the mean
        of the cue's vectors in that role's half, over √96.
        """
        at = torch.arange(ids.shape[1], device=ids.device)[None]
        x = self.word(ids) + self.position(at) + self.case(case) + self.quoted(quoted)
        x = self.dropout(self.norm(x))
        bias = (~mask)[:, None, None, :].to(x.dtype) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        x = self.dropout(x)
        return self.tag(x), self.argument(x), self.cue(x)


def link_scores(argument: Tensor, cue: Tensor, cues: Tensor) -> Tensor:
    """Scores (windows, roles, cues, pieces) of every piece for every cue.

    Args:
        argument: (windows, pieces, 2 × 96).
        cue: The same for cues.
        cues: (windows, cues, pieces), the weight of each piece in each cue; rows sum to 1.
    """
    b, t, _ = argument.shape
    a = argument.view(b, t, LINKED, LINK_SIZE).permute(0, 2, 3, 1)
    c = (cues @ cue).view(b, -1, LINKED, LINK_SIZE).permute(0, 2, 1, 3)
    return c @ a / math.sqrt(LINK_SIZE)


def from_pretrained(folder: Path, dropout: float = 0.1) -> Tagger:
    """A tagger whose encoder holds the weights of a BERT of this shape (MiniLM-L6-H384)."""
    old = load_file(str(folder / "model.safetensors"))
    model = Tagger(dropout)
    new = model.state_dict()
    kind = old["embeddings.token_type_embeddings.weight"][0]
    new["word.weight"] = old["embeddings.word_embeddings.weight"]
    new["position.weight"] = old["embeddings.position_embeddings.weight"] + kind
    for part in ("weight", "bias"):
        new[f"norm.{part}"] = old[f"embeddings.LayerNorm.{part}"]
        for n in range(LAYERS):
            theirs, ours = f"encoder.layer.{n}.", f"layers.{n}."
            heads = [old[f"{theirs}attention.self.{x}.{part}"] for x in ("query", "key", "value")]
            new[f"{ours}qkv.{part}"] = torch.cat(heads)
            for mine, his in (
                ("out", "attention.output.dense"),
                ("norm1", "attention.output.LayerNorm"),
                ("inner", "intermediate.dense"),
                ("outer", "output.dense"),
                ("norm2", "output.LayerNorm"),
            ):
                new[f"{ours}{mine}.{part}"] = old[f"{theirs}{his}.{part}"]
    model.load_state_dict(new)
    model.word.weight.requires_grad_(False)
    return model
