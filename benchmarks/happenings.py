"""How well the words that tell of one event are put together, within and across articles.

    python benchmarks/happenings.py FILE… [--extractor rules]

FILE holds articles with event mentions, a JSON object a line: ``{"id", "text", "gold": {"mentions":
[{"kind": "event", "start", "end", "chain" or "instance"}]}}``. What stands before "_" in an id is its
topic, the id without its digits the sub-topic. A word found answers the mention that it overlaps by half of the
shorter; a mention without an answer stands alone; words that answer none are left out. Printed are
B³ over all mentions and the mean over topics, beside one root in one sub-topic (which needs the
sub-topics to be known), one root anywhere, and every word alone; then which part of the pairs that
are put together, within articles and across them, belong together, and which part of those that do
are.
"""

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from kgraph.extract import load_extractor
from kgraph.model import Article, Extraction, Occurrence
from kgraph.resolve import resolve


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An annotated mention, and the word that answers it."""

    article: str
    chain: str
    found: tuple[Extraction, Occurrence] | None

    @property
    def topic(self) -> str:
        """The number of its topic."""
        return self.article.partition("_")[0]

    @property
    def sub_topic(self) -> str:
        """Its topic and part of it."""
        return f"{self.topic} {''.join(c for c in self.article if c.isalpha())}"


def main() -> None:
    """The figures are printed."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    ask.add_argument("files", nargs="+", type=Path)
    ask.add_argument("--extractor", default="rules")
    given = ask.parse_args()
    records = [json.loads(line) for f in given.files for line in f.open(encoding="utf-8")]
    extractor = load_extractor(given.extractor)
    read = [
        extractor.extract(Article(key=r["id"], text=r["text"], published=r.get("date") or ""))
        for r in records
    ]
    derived = resolve(read)
    happening = {member: h.id for h in derived.happenings for member in h.members}
    asked = [a for r, e in zip(records, read, strict=True) for a in _answered(r, e)]

    def key(one: Asked) -> Hashable:
        assert one.found is not None
        place = one.found[0].article.iri, one.found[1].start, one.found[1].end
        return happening.get(place, place)

    told = sum(len(e.occurrences) for e in read)
    heard = sum(a.found is not None for a in asked)
    print(
        f"{len(read)} articles, {told} words that tell, {len(asked)} mentions, {heard / len(asked):.3f} found\n"
    )
    print("| put together | P | R | F1 | mean F1 of topics |\n| --- | --- | --- | --- | --- |")
    _row("kgraph", asked, key)
    _row("one root in one sub-topic", asked, lambda a: (a.sub_topic, a.found and a.found[1].root))
    _row("one root anywhere", asked, lambda a: a.found and a.found[1].root)
    _row("nothing", asked, id)
    print("\n| pairs of mentions | P | R | F1 |\n| --- | --- | --- | --- |")
    for name, across in (("within articles", False), ("across articles", True)):
        print(
            f"| {name} | {' | '.join(f'{figure:.3f}' for figure in _pairs(asked, key, across))} |"
        )
    print("\n| topic | mentions | F1 |\n| --- | --- | --- |")
    for topic, some in sorted(_by_topic(asked).items()):
        print(f"| {topic} | {len(some)} | {_b_cubed(some, key)[2]:.3f} |")


def _answered(record: dict[str, object], extraction: Extraction) -> Iterable[Asked]:
    """The mentions of an article; each word answers one, the best overlap first."""
    gold = record["gold"]
    assert isinstance(gold, dict)
    mentions = [
        m
        for m in gold["mentions"]
        if m["kind"] == "event"
        and (m.get("chain") or m.get("instance"))
        and m.get("full", True)
        and m.get("validated", True)
    ]
    pairs = []
    for n, m in enumerate(mentions):
        for k, o in enumerate(extraction.occurrences):
            shared = min(m["end"], o.end) - max(m["start"], o.start)
            sizes = m["end"] - m["start"], o.end - o.start
            if shared > 0 and 2 * shared >= min(sizes):
                pairs.append((-shared / max(sizes), n, k))
    answer: dict[int, int] = {}
    for _, n, k in sorted(pairs):
        if n not in answer and k not in answer.values():
            answer[n] = k
    for n, m in enumerate(mentions):
        found = (extraction, extraction.occurrences[answer[n]]) if n in answer else None
        yield Asked(article=str(record["id"]), chain=m.get("instance") or m["chain"], found=found)


def _row(name: str, asked: Sequence[Asked], key: Callable[[Asked], Hashable]) -> None:
    figures = [*_b_cubed(asked, key), mean(_b_cubed(a, key)[2] for a in _by_topic(asked).values())]
    print(f"| {name} | {' | '.join(f'{figure:.3f}' for figure in figures)} |")


def _by_topic(asked: Iterable[Asked]) -> dict[str, list[Asked]]:
    topics: defaultdict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        topics[one.topic].append(one)
    return dict(topics)


def _b_cubed(
    asked: Sequence[Asked], key: Callable[[Asked], Hashable]
) -> tuple[float, float, float]:
    """Precision, recall and F1 over mentions (Bagga & Baldwin 1998)."""
    made = [(one.chain, key(one) if one.found else ("alone", id(one))) for one in asked]
    both, chains, groups = Counter(made), Counter(c for c, _ in made), Counter(g for _, g in made)
    precision = mean(both[c, g] / groups[g] for c, g in made)
    recall = mean(both[c, g] / chains[c] for c, g in made)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _pairs(
    asked: Sequence[Asked], key: Callable[[Asked], Hashable], across: bool
) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of mentions, of one article or of two."""
    made = [
        (one.article, one.chain, key(one) if one.found else ("alone", id(one))) for one in asked
    ]

    def pairs(groups: Iterable[tuple[str, Hashable]]) -> int:
        groups = list(groups)
        within = sum(math.comb(n, 2) for n in Counter(groups).values())
        return (
            sum(math.comb(n, 2) for n in Counter(g for _, g in groups).values()) - within
            if across
            else within
        )

    right = pairs((article, (chain, group)) for article, chain, group in made)
    precision = right / max(1, pairs((article, group) for article, _, group in made))
    recall = right / max(1, pairs((article, chain) for article, chain, _ in made))
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1.0)


if __name__ == "__main__":
    main()
