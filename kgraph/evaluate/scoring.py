"""Gold and found attributions of one article are paired one to one, and each pair is judged.

Pairs are made over contents with a token Jaccard of at least one half, maximising its sum; ties
go to pairs whose cue and source agree too. Tokens are runs of word characters or single other
characters; a span that stops inside a token claims all of it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kgraph.evaluate.corpus import Found, Gold
from kgraph.evaluate.names import same_person
from kgraph.model import Spans

LEVELS = (
    "content-soft",
    "content-strict",
    "content-words",
    "cue",
    "source",
    "source-any",
    "triple-soft",
)
"""What a pair can have right; see docs/evaluation.md for each."""

SOFT = 0.5
"""Token Jaccard from which two contents, or two sources, are the same."""

Tokens: TypeAlias = frozenset[int]

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A gold attribution and the found one that answers it.

    Attributes:
        gold: Its number among the article's gold attributions.
        found: Its number among the article's found ones that are judged.
        levels: Which of ``LEVELS`` the pair reaches; "content-soft" always.
        speaker: Whether the speaker is right; None where the corpus tells no speaker.
    """

    gold: int
    found: int
    levels: frozenset[str]
    speaker: bool | None = None

    @property
    def right(self) -> bool:
        """Content, cue and source are all right."""
        return "triple-soft" in self.levels


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One article's gold and found attributions, paired.

    Attributes:
        found: Those that are judged.
        nested: Those that stand in another's content, left out: corpora of one level mark none.
        aside: Parts of the text that extractors don't read: headings, captions, boilerplate.
        pairs: By gold number; each gold and each found attribution is in one pair at most.
    """

    key: str
    text: str
    gold: tuple[Gold, ...]
    found: tuple[Found, ...]
    nested: tuple[Found, ...]
    aside: Spans
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenSets:
    """The roles of an attribution as sets of token numbers."""

    source: Tokens
    cue: Tokens
    content: Tokens


class Tokenized:
    """A text whose spans can be turned into sets of tokens.

    Attributes:
        punctuation: The tokens that are no words.
    """

    def __init__(self, text: str) -> None:
        self._at: list[int] = [-1] * len(text)
        punctuation = set()
        for number, match in enumerate(_TOKEN.finditer(text)):
            start, end = match.span()
            self._at[start:end] = [number] * (end - start)
            if not re.match(r"\w", match[0]):
                punctuation.add(number)
        self.punctuation: Tokens = frozenset(punctuation)

    def tokens(self, spans: Spans) -> Tokens:
        """The tokens that share a character with a span."""
        return frozenset(t for start, end in spans for t in self._at[start:end] if t >= 0)

    def sets(self, one: Gold | Found) -> TokenSets:
        """The roles of an attribution."""
        return TokenSets(
            source=self.tokens(one.source),
            cue=self.tokens(one.cue),
            content=self.tokens(one.content),
        )


def judge(
    key: str,
    text: str,
    gold: Sequence[Gold],
    found: Sequence[Found],
    *,
    nested: bool = False,
    aside: Spans = (),
) -> Judged:
    """The attributions of one article, paired and judged.

    Args:
        key: The article's id.
        text: Its text.
        gold: What a person marked.
        found: What an extractor found.
        nested: Judge statements inside others' contents too.
        aside: Parts of the text that extractors don't read.
    """
    judged = [f for f in found if nested or not f.nested]
    left = [f for f in found if not (nested or not f.nested)]
    tokenized = Tokenized(text)
    own = [tokenized.sets(g) for g in gold]
    other = [tokenized.sets(f) for f in judged]
    pairs = []
    for i, j in sorted(_paired(own, other)):
        levels = _levels(own[i], other[j], tokenized.punctuation)
        names = gold[i].speakers
        speaker = same_person(judged[j].speaker, names) if names else None
        pairs.append(Pair(gold=i, found=j, levels=levels, speaker=speaker))
    return Judged(
        key=key,
        text=text,
        gold=tuple(gold),
        found=tuple(judged),
        nested=tuple(left),
        aside=aside,
        pairs=tuple(pairs),
    )


def jaccard(a: Tokens, b: Tokens) -> float:
    """The shared part of two sets; 1 for two empty ones.

    >>> jaccard(frozenset({1, 2}), frozenset({2, 3, 4}))
    0.25
    """
    return len(a & b) / len(a | b) if a or b else 1.0


def shares(a: Tokens, b: Tokens) -> bool:
    """Whether the sets have a token in common, or are both empty."""
    return bool(a & b) or not (a or b)


def _paired(own: Sequence[TokenSets], other: Sequence[TokenSets]) -> Iterator[tuple[int, int]]:
    """The best pairs, settled apart wherever contents don't touch: time grows with the text."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for j, b in enumerate(other):
        for token in b.content:
            holders[token].append(j)
    weights: dict[int, dict[int, float]] = {}
    rivals: defaultdict[int, list[int]] = defaultdict(list)
    for i, a in enumerate(own):
        near = {j for token in a.content for j in holders[token]}
        if not a.content:
            near = {j for j, b in enumerate(other) if not b.content}
        weights[i] = {j: w for j in sorted(near) if (w := _weight(a, other[j]))}
        for j in weights[i]:
            rivals[j].append(i)
    waiting = set(weights)
    for first in weights:
        if first not in waiting:
            continue
        rows, grown = {first}, [first]
        while grown:
            more = {i for j in weights[grown.pop()] for i in rivals[j]} - rows
            rows |= more
            grown += more
        waiting -= rows
        gold = sorted(rows)
        found = sorted({j for i in rows for j in weights[i]})
        table = [[weights[i].get(j, 0.0) for j in found] for i in gold]
        for row, column in best_assignment(table):
            yield gold[row], found[column]


def _weight(a: TokenSets, b: TokenSets) -> float:
    overlap = jaccard(a.content, b.content)
    if overlap < SOFT:
        return 0.0
    return overlap + (shares(a.cue, b.cue) + jaccard(a.source, b.source)) / 1000


def _levels(a: TokenSets, b: TokenSets, punctuation: Tokens) -> frozenset[str]:
    cue, source = shares(a.cue, b.cue), jaccard(a.source, b.source) >= SOFT
    reached = {
        "content-soft": True,
        "content-strict": a.content == b.content,
        "content-words": a.content - punctuation == b.content - punctuation,
        "cue": cue,
        "source": source,
        "source-any": shares(a.source, b.source),
        "triple-soft": cue and source,
    }
    return frozenset(level for level, ok in reached.items() if ok)


def best_assignment(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column) of greatest total weight, each row and column once, none at 0.

    The Hungarian method by shortest augmenting paths (Jonker and Volgenant 1987), where a row may
    also take a column of its own that is worth nothing.

    >>> sorted(best_assignment([[0.9, 0.8], [0.7, 0.0]]))
    [(0, 1), (1, 0)]
    """
    rows = len(weights)
    if not rows:
        return []
    cost = [[*(-w for w in row), *([0.0] * rows)] for row in weights]
    columns = len(cost[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)  # column 0 is where a new row waits; rows count from 1
    for row in range(1, rows + 1):
        least = [float("inf")] * (columns + 1)
        came_from = [0] * (columns + 1)
        done: list[int] = []
        open_ = set(range(1, columns + 1))
        owner[0], at = row, 0
        while True:
            done.append(at)
            open_.discard(at)
            for column in open_:
                there = cost[owner[at] - 1][column - 1] - of_row[owner[at]] - of_column[column]
                if there < least[column]:
                    least[column], came_from[column] = there, at
            nearest = min(open_, key=least.__getitem__)
            step = least[nearest]
            for column in done:
                of_row[owner[column]] += step
                of_column[column] -= step
            for column in open_:
                least[column] -= step
            at = nearest
            if not owner[at]:
                break
        while at:
            owner[at], at = owner[came_from[at]], came_from[at]
    return [
        (row - 1, column - 1)
        for column, row in enumerate(owner[1:], 1)
        if row and cost[row - 1][column - 1] < 0
    ]
