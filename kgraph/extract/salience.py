"""Who or what "it", "they" and "the company" mean: what was spoken of last and most.

After the salience factors of Lappin and Leass (1994): nearness, subject before object before
possessor, how often it is spoken of. Weights were set by hand on sentences of our own.
"""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kgraph.extract.entities import Figure
from kgraph.extract.scene import Scene, is_subject

WEIGHTS = {
    "sentences away": -1.0,
    "subject": 1.0,
    "first of its sentence": 0.3,
    "possessor": -0.5,
    "behind a preposition": -0.4,
    "inside a quotation": -1.0,
    "often spoken of": 0.4,
    "named": 0.5,
    "number agrees": 0.6,
    "same part of the sentence": 0.4,
    "they are mostly people": 0.8,
}
"""What each reason adds; distance is counted in sentences, frequency by its logarithm."""

_ACTING = frozenset({"person", "anonymous", "group", "organization"})

SENTENCES_BACK = 4
_LOOKED_AT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A figure was spoken of at a token."""

    at: int
    figure: Figure
    plural: bool


@dataclass(slots=True, kw_only=True, eq=False)
class Memory:
    """What an article has spoken of so far, in its order."""

    scene: Scene
    seen: list[Seen] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)

    def add(self, seen: Seen) -> None:
        """One more mention; those of one sentence may come in any order."""
        i = bisect_left(self.seen, seen.at, key=lambda s: s.at)
        self.seen.insert(i, seen)
        self.counts[id(seen.figure)] = self.counts.get(id(seen.figure), 0) + 1

    def before(self, at: int) -> Iterator[Seen]:
        """Each figure spoken of before the token with its last mention, nearest first."""
        i = bisect_left(self.seen, at, key=lambda s: s.at)
        found: set[int] = set()
        for seen in reversed(self.seen[max(0, i - _LOOKED_AT) : i]):
            if self.scene.sentence(at) - self.scene.sentence(seen.at) > SENTENCES_BACK:
                return
            if id(seen.figure) not in found:
                found.add(id(seen.figure))
                yield seen

    def best(
        self,
        at: int,
        fits: Callable[[Seen], bool],
        *,
        sentences: int = SENTENCES_BACK,
        plural: bool = False,
        least: float = -2.0,
    ) -> Figure | None:
        """The most salient of those that fit; None where none reaches ``least``."""
        found = [
            (self._score(at, seen, plural=plural), -(at - seen.at), seen.figure)
            for seen in self.before(at)
            if self.scene.sentence(at) - self.scene.sentence(seen.at) <= sentences and fits(seen)
        ]
        score, _, figure = max(found, key=lambda one: one[:2], default=(least - 1, 0, None))
        return figure if score >= least else None

    def _score(self, at: int, seen: Seen, *, plural: bool) -> float:
        scene, token = self.scene, self.scene.doc[seen.at]
        sentence = scene.sentence(seen.at)
        quoted = scene.is_quoted(token.idx) and not scene.is_quoted(scene.doc[at].idx)
        subject = is_subject(token)
        parts = {
            "sentences away": float(scene.sentence(at) - sentence),
            "subject": float(subject),
            "first of its sentence": float(self._is_first(seen, sentence)),
            "possessor": float(token.dep_ == "poss"),
            "behind a preposition": float(token.dep_ == "pobj"),
            "inside a quotation": float(quoted),
            "often spoken of": math.log2(self.counts[id(seen.figure)]),
            "named": float(any(kind == "name" for kind in seen.figure.mentions.values())),
            "number agrees": float(seen.plural == plural),
            "they are mostly people": float(plural and seen.figure.type in _ACTING),
            "same part of the sentence": float(subject and is_subject(scene.doc[at])),
        }
        return sum(WEIGHTS[reason] * value for reason, value in parts.items())

    def _is_first(self, seen: Seen, sentence: int) -> bool:
        start = self.scene.sentence_tokens(sentence).start
        i = bisect_left(self.seen, start, key=lambda s: s.at)
        return self.seen[i].at == seen.at
