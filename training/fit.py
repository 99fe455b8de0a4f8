"""The decoder's numbers are fitted on held-out training articles, never on dev.

One logistic regression each says how likely a content, or a source, belongs to a cue; another
how likely a joined attribution is right. Attributions too unsure to raise F1 are left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from kgraph.extract import tagger as t
from kgraph.extract.decode import FEATURES, LINK_FEATURES, Decoder, Floats, Reading, Run
from kgraph.extract.windows import Batch
from kgraph.model import Span
from training.data import Gold, paragraphs
from training.score import f1, judge

_C = 0.3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sample:
    """Candidates of some articles: features, whether right, article number; and the gold count."""

    x: NDArray[np.float64]
    y: NDArray[np.bool_]
    article: NDArray[np.int64]
    gold: int


def remembering(network: t.Network) -> t.Network:
    """The same network that computes each batch only once."""
    memory: dict[bytes, tuple[Floats, Floats, Floats]] = {}

    def ask(b: Batch) -> tuple[Floats, Floats, Floats]:
        key = b.ids.tobytes() + b.case.tobytes()
        if key not in memory:
            memory[key] = network(b)
        return memory[key]

    return ask


def sample(model: t.TaggerModel, articles: Sequence[Gold]) -> Sample:
    """All candidates of the articles, judged."""
    xs, ys, numbers = [], [], []
    for n, article in enumerate(articles):
        found = list(t.candidates(article.text, paragraphs(article.text), model=model))
        spans = [{"source": c.source, "cue": c.cue, "content": c.content} for c in found]
        verdicts, _ = judge(article, spans)
        xs += [c.features for c in found]
        ys += [v.right for v in verdicts]
        numbers += [n] * len(found)
    return Sample(
        x=np.array(xs).reshape(len(xs), len(FEATURES)),
        y=np.array(ys, dtype=np.bool_),
        article=np.array(numbers, dtype=np.int64),
        gold=sum(len(a.attributions) for a in articles),
    )


def _regression(x: NDArray[np.float64], y: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Weights for raw features, the first of which is constant."""
    mean, scale = x.mean(axis=0), x.std(axis=0)
    mean[0], scale[scale == 0] = 0.0, 1.0
    model = LogisticRegression(C=_C, max_iter=2000)
    model.fit(((x - mean) / scale)[:, 1:], y)
    weights = np.r_[0.0, model.coef_[0]] / scale
    weights[0] = float(model.intercept_[0]) - float(weights @ mean)
    return weights


def probabilities(x: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The logistic of the weighted features."""
    out: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-np.clip(x @ weights, -30, 30)))
    return out


def cross_validated(s: Sample, folds: int = 6) -> NDArray[np.float64]:
    """Each candidate's confidence by a regression that never saw its article."""
    out = np.zeros(len(s.y))
    for train, test in GroupKFold(folds).split(s.x, s.y, s.article):
        out[test] = probabilities(s.x[test], _regression(s.x[train], s.y[train]))
    return out


def threshold(p: NDArray[np.float64], s: Sample) -> tuple[float, float]:
    """The confidence from which an attribution raises F1, and the F1 reached.

    With calibrated confidences that is half the F1 itself (Lipton, Elkan and Naryanaswamy
    2014). Taking the highest point of the measured curve instead would follow its noise: on
    forty articles it is flat between .3 and .5.
    """
    least = 0.3
    for _ in range(20):
        kept = p >= least
        reached = f1(int(s.y[kept].sum()), int(kept.sum()), s.gold)[2]
        least = reached / 2
    return least, reached


def _overlap(spans: Iterable[Span], span: Span) -> int:
    return sum(max(0, min(e, span[1]) - max(s, span[0])) for s, e in spans)


def _linked(
    article: Gold, reading: Reading, runs: Sequence[Run], role: str
) -> Iterator[tuple[int, NDArray[np.bool_]]]:
    """For each run that lies in a gold span: which of the cues are its own."""
    atts = article.attributions
    cues = [
        max(range(len(atts)), key=lambda i: _overlap(atts[i]["cue"], reading.span(c)), default=0)
        for c in reading.cues
    ]
    real = [
        bool(atts) and _overlap(atts[i]["cue"], reading.span(c)) > 0
        for i, c in zip(cues, reading.cues, strict=True)
    ]
    for n, run in enumerate(runs):
        shared = [_overlap(a[role], reading.span(run)) for a in atts]
        if not any(shared):
            continue
        # One source may serve several attributions.
        own = {i for i, size in enumerate(shared) if size == max(shared)}
        yield n, np.array([ok and i in own for i, ok in zip(cues, real, strict=True)])


def fit_links(model: t.TaggerModel, articles: Sequence[Gold], role: str) -> dict[str, float]:
    """Weights of ``LINK_FEATURES`` for contents or for sources."""
    xs: list[NDArray[np.float64]] = []
    ys: list[NDArray[np.bool_]] = []
    for article in articles:
        for r in t.readings(article.text, paragraphs(article.text), model=model):
            content = role == "content"
            runs = r.contents if content else r.sources
            links = r.content_links if content else r.source_links
            for n, own in _linked(article, r, runs, role):
                xs.append(links[n])
                ys.append(own)
    weights = _regression(np.concatenate(xs), np.concatenate(ys))
    return {k: round(float(v), 5) for k, v in zip(LINK_FEATURES, weights, strict=True)}


def fit(model: t.TaggerModel, articles: Sequence[Gold]) -> Decoder:
    """The decoder for this network; prints its cross-validated F1 on the held-out articles.

    Biases on tags were tried too (cues and contents begun more readily, then dropped again by
    confidence): F1 on the held-out articles stayed within .006, so there are none.
    """
    model = replace(model, network=remembering(model.network))
    decoder = replace(
        model.decoder,
        content_weights=fit_links(model, articles, "content"),
        source_weights=fit_links(model, articles, "source"),
    )
    s = sample(replace(model, decoder=decoder), articles)
    least, reached = threshold(cross_validated(s), s)
    print(f"fit: held-out triple-soft F1 {reached:.4f} from confidence {least:.3f}")
    weights = _regression(s.x, s.y)
    named = {k: round(float(v), 5) for k, v in zip(FEATURES, weights, strict=True)}
    return replace(decoder, least_confidence=round(least, 3), weights=named)
