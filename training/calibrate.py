"""``python -m training.calibrate --data DIR``: how sure the finds of rules are.

Prints the numbers of ``kgraph/extract/calibration.py``, fitted on the training articles that the
tagger was never trained on, and the shares that they come from.
"""

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from kgraph.evaluate import AnnotatedArticle, Found, judge, read_corpus
from kgraph.extract import rules
from kgraph.extract.attribution import Attribution
from kgraph.extract.calibration import Addition
from kgraph.extract.language import load_pipeline, parse, with_blocks
from kgraph.extract.model import combine
from kgraph.extract.scene import nesting
from kgraph.extract.tagger import load_tagger, tag_paragraphs
from training import data
from training.__main__ import HELD_OUT_EACH

_PRIOR = 4
"""Finds that the rules' own share counts for beside the few of a kind of addition."""


def judged(annotated: AnnotatedArticle, found: list[Attribution]) -> list[tuple[Attribution, bool]]:
    """The finds that are not nested, and whether each is right (triple-soft)."""
    made = [
        Found(source=a.source, cue=a.cue, content=a.content, nested=parent is not None)
        for a, parent in zip(found, nesting(found), strict=True)
    ]
    article = annotated.article
    result = judge(article.key, article.text, annotated.gold, made)
    right = {pair.found for pair in result.pairs if pair.right}
    flat = [a for a, one in zip(found, made, strict=True) if not one.nested]
    return [(a, number in right) for number, a in enumerate(flat)]


def main() -> None:
    """Read the call's words, measure and print."""
    ap = argparse.ArgumentParser(prog="python -m training.calibrate", description=__doc__)
    ap.add_argument("--data", type=Path, required=True, help="folder: train.jsonl")
    ap.add_argument("--seed", type=int, default=1, help="the seed of the training run")
    args = ap.parse_args()
    corpus = args.data / "train.jsonl"
    held = {a.id for a in data.hold_out(data.read(corpus), HELD_OUT_EACH, args.seed)[1]}
    nlp, tagger = load_pipeline(), load_tagger()
    alone: list[tuple[float, bool]] = []
    added: dict[str, list[bool]] = defaultdict(list)

    def refused(error: Exception) -> None:
        raise error

    for annotated in read_corpus([corpus], on_refused=refused):
        if annotated.article.key not in held:
            continue
        article = with_blocks(annotated.article)
        ruled = rules.find_attributions(parse(article, nlp), article)
        alone += [(a.confidence, right) for a, right in judged(annotated, ruled)]
        kinds: dict[float, str] = {}

        def sure(_: Attribution, kind: Addition, kinds: dict[float, str] = kinds) -> float:
            # No tagged find is as sure as this: what was added is known again by it.
            mark = 2.0 + len(kinds)
            kinds[mark] = kind
            return mark

        blocks = [(p.start, p.end) for p in article.paragraphs if p.kind == "text"]
        tagged = tag_paragraphs(article.text, blocks, model=tagger)
        for a, right in judged(annotated, combine(article, tagged, ruled, sure=sure)):
            if a.confidence in kinds:
                added[kinds[a.confidence]].append(right)
    x = np.array([[np.log(p / (1 - p))] for p, _ in alone])
    y = np.array([right for _, right in alone])
    model = LogisticRegression(C=1e6).fit(x, y)
    print(f"rules alone: {len(y)} finds, {y.mean():.3f} right")
    print(f"_OFFSET = {model.intercept_[0]:.3f}\n_SLOPE = {model.coef_[0][0]:.3f}")
    for kind, marks in sorted(added.items()):
        share = (sum(marks) + _PRIOR * y.mean()) / (len(marks) + _PRIOR)
        print(f"added, {kind}: {len(marks)} finds, {sum(marks)} right, {share:.2f}")


if __name__ == "__main__":
    main()
