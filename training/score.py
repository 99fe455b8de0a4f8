"""Which found attributions are right, by the measures of the PolNeAR scorer.

Content-soft: contents paired one to one at token Jaccard ≥ 0.5. Triple-soft: the pair's cues
share a token too, and its sources reach Jaccard ≥ 0.5 (or both have none).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from kgraph.model import Span
from training.data import ROLES, Gold

_TOKEN = re.compile(r"\w+|[^\w\s]")
_QUOTE = re.compile(r"[\"“”„«»]|``|''")

Found = dict[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How a found attribution fares.

    Attributes:
        paired: It has a gold attribution (content-soft).
        cue: Paired, and the cue is right.
        source: Paired, and the source is right.
    """

    paired: bool = False
    cue: bool = False
    source: bool = False

    @property
    def right(self) -> bool:
        """All three roles are right (triple-soft)."""
        return self.paired and self.cue and self.source


def is_quote(text: str, content: Iterable[Span]) -> bool:
    """A content holds a double quotation mark."""
    return any(_QUOTE.search(text[s:e]) for s, e in content)


def _sets(text: str, found: Sequence[Found]) -> list[dict[str, frozenset[int]]]:
    at = np.full(len(text) + 1, -1)
    for n, m in enumerate(_TOKEN.finditer(text)):
        at[m.start() : m.end()] = n
    return [
        {r: frozenset(int(t) for s, e in f[r] for t in at[s:e] if t >= 0) for r in ROLES}
        for f in found
    ]


def _jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a or b else 1.0


def judge(article: Gold, found: Sequence[Found]) -> tuple[list[Verdict], list[int]]:
    """A verdict for each found attribution, and the number of the gold one it is paired with.

    The number is -1 where there is no pair.
    """
    gold, own = _sets(article.text, article.attributions), _sets(article.text, found)
    weight = np.zeros((len(own), len(gold)))
    for i, a in enumerate(own):
        for j, b in enumerate(gold):
            overlap = _jaccard(a["content"], b["content"])
            if overlap >= 0.5:
                same = bool(a["cue"] & b["cue"]) or not (a["cue"] or b["cue"])
                weight[i, j] = overlap + (same + _jaccard(a["source"], b["source"])) / 1000
    verdicts, pairs = [Verdict()] * len(own), [-1] * len(own)
    if own and gold:
        for i, j in zip(*linear_sum_assignment(-weight), strict=True):
            if weight[i, j] > 0:
                a, b = own[i], gold[j]
                verdicts[i] = Verdict(
                    paired=True,
                    cue=bool(a["cue"] & b["cue"]) or not (a["cue"] or b["cue"]),
                    source=_jaccard(a["source"], b["source"]) >= 0.5,
                )
                pairs[i] = int(j)
    return verdicts, pairs


def f1(right: int, found: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean."""
    return (
        right / found if found else 0.0,
        right / gold if gold else 0.0,
        2 * right / (found + gold) if found + gold else 0.0,
    )
