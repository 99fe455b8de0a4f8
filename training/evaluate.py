"""Figures of a tagger on annotated articles, for the model card."""

import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import onnxruntime as ort

from kgraph.extract import tagger as t
from kgraph.extract.attribution import Attribution
from kgraph.extract.decode import Decoder, Floats
from kgraph.extract.windows import Batch
from training.data import Gold, load_tokenizer, paragraphs
from training.score import Verdict, f1, is_quote, judge

BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)

_SPEECH = re.compile(
    r"\b(sa(y|ys|id|ying)|t(ell|ells|old|elling)|according to|not(e[sd]?|ing)|(add|report|ask|tweet|"
    r"explain|warn|insist|suggest|call|recall|predict|confirm)(s|ed|ing)?|(argu|claim|announc|"
    r"declar|acknowledg|stat|describ|accus|promis|conclud|urg|cit)(e[sd]?|s|ed|ing)|wr(ote|ites?|"
    r"itten|iting)|den(y|ies|ied|ying)|vow(s|ed|ing)?|repl(y|ies|ied)|admit(s|ted)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a tagger reaches on some articles.

    Attributes:
        rows: Measure → precision, recall, F1 over all attributions.
        recall: Kind of gold attribution → number, content-soft recall, triple-soft recall.
        reliability: Confidence bin → number, mean confidence, share that is right.
        brier: Mean squared distance of confidence from right (1) or wrong (0).
        base_brier: The same for one constant confidence, the share that is right.
        words_per_second: Words of the articles over CPU time, in one thread.
    """

    articles: int
    gold: int
    found: int
    rows: dict[str, tuple[float, float, float]]
    recall: dict[str, tuple[int, float, float]]
    reliability: list[tuple[str, int, float, float]]
    brier: float
    base_brier: float
    words_per_second: float


def onnx_model(path: Path, base: Path, decoder: Decoder) -> t.TaggerModel:
    """A tagger that runs an ONNX file in one thread."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def network(b: Batch) -> tuple[Floats, Floats, Floats]:
        feed = {"ids": b.ids, "case": b.case, "quoted": b.quoted, "mask": b.mask}
        tags, argument, cue = session.run(["tags", "argument", "cue"], feed)
        return tags, argument, cue

    return t.TaggerModel(tokenizer=load_tokenizer(base), network=network, decoder=decoder)


def _kinds(article: Gold, att: dict[str, tuple[tuple[int, int], ...]]) -> list[str]:
    cue = " ".join(article.text[s:e] for s, e in att["cue"])
    speech = bool(_SPEECH.search(cue)) or not re.search(r"\w", cue)
    quote = is_quote(article.text, att["content"])
    return [
        "all",
        "with a quotation mark" if quote else "without a quotation mark",
        "reported speech" if speech else "attitude and other",
        "with a source" if att["source"] else "without a source",
    ]


def _reliability(
    found: Sequence[tuple[float, bool]],
) -> tuple[list[tuple[str, int, float, float]], float, float]:
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for p, ok in found:
        bins[max(i for i, low in enumerate(BINS[:-1]) if p >= low)].append((p, ok))
    table = [
        (
            f"{BINS[i]:.1f}–{BINS[i + 1]:.1f}",
            len(group),
            sum(p for p, _ in group) / len(group),
            sum(ok for _, ok in group) / len(group),
        )
        for i, group in sorted(bins.items())
    ]
    n = max(1, len(found))
    mean = sum(ok for _, ok in found) / n
    return table, sum((p - ok) ** 2 for p, ok in found) / n, mean * (1 - mean)


def evaluate(model: t.TaggerModel, articles: Sequence[Gold], out: Path | None = None) -> Figures:
    """The figures on these articles; with ``out``, the found attributions as JSONL too."""
    began = time.process_time()
    found: list[list[Attribution]] = [
        t.tag_paragraphs(a.text, paragraphs(a.text), model=model) for a in articles
    ]
    spent = time.process_time() - began
    right: Counter[str] = Counter()
    kinds: dict[str, list[Verdict]] = defaultdict(list)
    scored: list[tuple[float, bool]] = []
    for article, own in zip(articles, found, strict=True):
        spans = [{"source": a.source, "cue": a.cue, "content": a.content} for a in own]
        verdicts, pairs = judge(article, spans)
        by_gold = {j: v for j, v in zip(pairs, verdicts, strict=True) if j >= 0}
        for v, a in zip(verdicts, own, strict=True):
            right.update({"content": v.paired, "cue": v.cue, "source": v.source})
            right["triple"] += v.right
            scored.append((a.confidence, v.right))
        for j, att in enumerate(article.attributions):
            for kind in _kinds(article, att):
                kinds[kind].append(by_gold.get(j, Verdict()))
    if out is not None:
        lines = (
            json.dumps(
                {
                    "id": article.id,
                    "statements": [
                        {
                            "source": a.source,
                            "cue": a.cue,
                            "content": a.content,
                            "confidence": a.confidence,
                        }
                        for a in own
                    ],
                }
            )
            for article, own in zip(articles, found, strict=True)
        )
        out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    gold = sum(len(a.attributions) for a in articles)
    reliability, brier, base_brier = _reliability(scored)
    return Figures(
        articles=len(articles),
        gold=gold,
        found=len(scored),
        rows={k: f1(right[k], len(scored), gold) for k in ("content", "cue", "source", "triple")},
        recall={
            k: (len(v), sum(x.paired for x in v) / len(v), sum(x.right for x in v) / len(v))
            for k, v in sorted(kinds.items())
        },
        reliability=reliability,
        brier=brier,
        base_brier=base_brier,
        words_per_second=sum(len(a.text.split()) for a in articles) / max(spent, 1e-9),
    )
