"""Judged articles add up to figures: precision, recall, F1, recall by kind, reliability."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kgraph.evaluate.faults import Fault, faults
from kgraph.evaluate.kinds import CUE_CLASSES, QUOTE_KINDS, kinds
from kgraph.evaluate.scoring import LEVELS, Judged

MEASURES = (*LEVELS, "who-said-what")
"""What precision, recall and F1 are told of."""

KINDS = {
    "kind": (
        "reported speech",
        "attitude and other",
        "with a source",
        "without a source",
        "with a quotation mark",
        "without a quotation mark",
    ),
    "cue": CUE_CLASSES,
    "quotation": QUOTE_KINDS,
}
"""Tables of recall, and their rows in order."""

THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Right, found and wanted, and what follows from them."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of found ones that are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of gold ones that were found right."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Found attributions of like confidence.

    Attributes:
        mean: Their mean confidence.
        right: The share of them that is right.
    """

    low: float
    high: float
    count: int
    mean: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """How far a confidence is the share that is right (triple-soft).

    Attributes:
        brier: Mean squared distance of confidence from right (1) or wrong (0).
        base_brier: The same for one constant confidence, the share that is right.
        ece: Expected calibration error: distance of mean confidence and share right over ten
            bins of equal width, weighted by their numbers (Guo et al. 2017).
        kept: Threshold → number, precision and recall of what ``--min-confidence`` keeps.
    """

    bins: tuple[Bin, ...]
    brier: float
    base_brier: float
    ece: float
    kept: dict[float, Score]


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts over the articles of one run, taken one at a time.

    Attributes:
        rows: For each article its right, found and gold counts of each of ``MEASURES``.
        by_kind: (table, row) → gold attributions, those found, those found right.
        scored: Confidence and whether right, of each found attribution that tells one.
        faults: Kind of fault → how often.
        words: Words of the articles.
    """

    articles: int = 0
    words: int = 0
    rows: list[dict[str, Score]] = field(default_factory=list)
    by_kind: dict[tuple[str, str], Score] = field(default_factory=dict)
    scored: list[tuple[float, bool]] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)

    def take(self, judged: Judged) -> list[Fault]:
        """One more article counts; its faults, in the order of the text."""
        self.articles += 1
        self.words += len(judged.text.split())
        self.rows.append(scores(judged))
        levels = {pair.gold: pair.levels for pair in judged.pairs}
        for number, gold in enumerate(judged.gold):
            reached = levels.get(number, frozenset())
            for kind in kinds(judged.text, gold):
                old = self.by_kind.get(kind, Score(right=0, found=0, gold=0))
                self.by_kind[kind] = Score(
                    right=old.right + ("triple-soft" in reached),
                    found=old.found + ("content-soft" in reached),
                    gold=old.gold + 1,
                )
        right = {pair.found for pair in judged.pairs if pair.right}
        self.scored += [
            (found.confidence, number in right)
            for number, found in enumerate(judged.found)
            if found.confidence is not None
        ]
        wrong = faults(judged)
        for fault in wrong:
            self.faults.update(fault.kinds)
        return wrong

    def total(self) -> dict[str, Score]:
        """The score of each measure that the corpus tells anything of."""
        summed = {measure: _sum(row[measure] for row in self.rows) for measure in MEASURES}
        if not summed["who-said-what"].gold:
            del summed["who-said-what"]
        return summed

    def reliability(self) -> Reliability | None:
        """How far confidences can be believed; None where the run tells none."""
        if not self.scored:
            return None
        return reliability(self.scored, gold=sum(row["triple-soft"].gold for row in self.rows))


def scores(judged: Judged) -> dict[str, Score]:
    """The counts of one article for each of ``MEASURES``.

    Who-said-what is over gold attributions that tell a speaker: right where the content is found
    and the speaker is the same person. What was found counts unless it answers a gold attribution
    without speaker; articles in which no speaker is told don't count.
    """
    made = {
        level: Score(
            right=sum(level in pair.levels for pair in judged.pairs),
            found=len(judged.found),
            gold=len(judged.gold),
        )
        for level in LEVELS
    }
    told = sum(bool(gold.speakers) for gold in judged.gold)
    untold = sum(pair.speaker is None for pair in judged.pairs)
    made["who-said-what"] = Score(
        right=sum(pair.speaker is True for pair in judged.pairs),
        found=len(judged.found) - untold if told else 0,
        gold=told,
    )
    return made


def reliability(scored: Iterable[tuple[float, bool]], *, gold: int) -> Reliability:
    """The reliability of confidences: (confidence, right) pairs, at least one."""
    pairs = sorted(scored)
    total = len(pairs)
    share = sum(right for _, right in pairs) / total
    groups: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in pairs:
        groups.setdefault(min(9, int(confidence * 10 + 1e-9)), []).append((confidence, right))
    bins = tuple(
        Bin(
            low=number / 10,
            high=(number + 1) / 10,
            count=len(group),
            mean=sum(c for c, _ in group) / len(group),
            right=sum(r for _, r in group) / len(group),
        )
        for number, group in sorted(groups.items())
    )
    kept = {
        least: Score(
            right=sum(r for c, r in pairs if c >= least),
            found=sum(c >= least for c, _ in pairs),
            gold=gold,
        )
        for least in THRESHOLDS
    }
    return Reliability(
        bins=bins,
        brier=sum((c - r) ** 2 for c, r in pairs) / total,
        base_brier=share * (1 - share),
        ece=sum(b.count * abs(b.mean - b.right) for b in bins) / total,
        kept=kept,
    )


def _sum(parts: Iterable[Score]) -> Score:
    right = found = gold = 0
    for part in parts:
        right, found, gold = right + part.right, found + part.found, gold + part.gold
    return Score(right=right, found=found, gold=gold)
