"""What each part of the extractor brings: python benchmarks/ablations.py CORPUS.jsonl.

Triple-soft figures of attributions on an annotated corpus, each variant against the extractor as
it is by a paired bootstrap over articles. Nested finds are left out, as in ``kgraph evaluate``.
"""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kgraph.errors import InputRefused
from kgraph.evaluate import Found, Tally, compare, judge, read_corpus
from kgraph.extract.attribution import Attribution
from kgraph.extract.language import load_pipeline, parse, with_blocks
from kgraph.extract.model import combine, finder
from kgraph.extract.rules import find_attributions
from kgraph.extract.scene import nesting
from kgraph.extract.tagger import Network, load_tagger, tag_paragraphs
from kgraph.extract.windows import Batch
from kgraph.model import Article

WHOLE = "the extractor"
Variant = Callable[[Any, Article], list[Attribution]]


def variants() -> dict[str, Variant]:
    """What is measured, by name; the first is what ships."""
    tagger = load_tagger()
    # Most variants ask the network the same things of an article.
    tagger = replace(tagger, network=_remembering(tagger.network))
    find = finder(tagger)

    def tagged(_: Any, article: Article) -> list[Attribution]:
        blocks = [(p.start, p.end) for p in article.paragraphs if p.kind == "text"]
        return tag_paragraphs(article.text, blocks, model=tagger)

    def together(doc: Any, article: Article) -> list[Attribution]:
        return combine(article, tagged(doc, article), find_attributions(doc, article))

    def flat(doc: Any, article: Article) -> list[Attribution]:
        ruled = find_attributions(doc, article)
        parents = nesting(ruled)
        outer = {*parents}
        alone = [r for n, r in enumerate(ruled) if parents[n] is None and n not in outer]
        return combine(article, tagged(doc, article), alone)

    return {
        WHOLE: find,
        "tagger and rules, without what follows them": together,
        "… and without relays and nesting": flat,
        "the tagger alone": tagged,
        "the rules alone": find_attributions,
        "the extractor, titles read too": lambda doc, article: find(doc, _titled(article)),
        "the tagger alone, titles read too": lambda doc, article: tagged(doc, _titled(article)),
    }


def _remembering(network: Network) -> Network:
    """The same network that answers the same batch but once."""
    answers: dict[bytes, Any] = {}

    def ask(batch: Batch) -> Any:
        key = batch.ids.tobytes() + batch.case.tobytes() + batch.quoted.tobytes()
        if key not in answers:
            answers[key] = network(batch)
        return answers[key]

    return ask


def _titled(article: Article) -> Article:
    """The article whose title and headings are text."""
    read = [
        replace(p, kind="text") if p.kind in ("heading", "header") else p
        for p in article.paragraphs
    ]
    return replace(article, paragraphs=tuple(read))


def measure(corpus: Path) -> dict[str, Tally]:
    """The tallies of all variants."""
    nlp, chosen = load_pipeline(), variants()
    tallies = {name: Tally() for name in chosen}
    for annotated in read_corpus([corpus], on_refused=_refuse):
        article = with_blocks(annotated.article)
        doc = parse(article, nlp)
        for name, find in chosen.items():
            found = list(_found(find(doc, article)))
            tallies[name].take(judge(article.key, article.text, annotated.gold, found))
    return tallies


def _found(attributions: list[Attribution]) -> Iterator[Found]:
    for a, parent in zip(attributions, nesting(attributions), strict=True):
        yield Found(source=a.source, cue=a.cue, content=a.content, nested=parent is not None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path)
    arguments = parser.parse_args()
    tallies = measure(arguments.corpus)
    print("| variant | P | R | F1 | F1 less the extractor's | 95 % |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, tally in tallies.items():
        score = tally.total()["triple-soft"]
        gap = compare(tally, tallies[WHOLE], resamples=1000, seed=0)["triple-soft"]
        told = f"{gap.difference:+.3f} | {gap.low:+.3f} to {gap.high:+.3f}"
        print(
            f"| {name} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} "
            f"| {told if name != WHOLE else '|'} |"
        )


def _refuse(refused: InputRefused) -> None:
    raise refused


if __name__ == "__main__":
    main()
