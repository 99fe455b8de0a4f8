"""Network output of one window becomes candidate attributions with the evidence for each.

Viterbi decoding over words cuts the spans. A logistic score for every pair of a content (or a
source) and a cue joins them: the network's own link score, plus where the two stand to each
other, because the network alone prefers look-alikes in other paragraphs too often.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kgraph.extract.windows import Pieces
from kgraph.model import Span, Spans

Floats: TypeAlias = NDArray[np.float32]
Doubles: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

LINK_FEATURES = (
    "bias",
    "network",
    "same_paragraph",
    "gap",
    "gap_far",
    "cue_first",
    "cue_first_gap",
    "adjacent",
    "cues_between",
    "contents_between",
    "sources_between",
    "sentence_ends_between",
    "quoted",
    "quoted_sentence_ends",
    "best",
)
"""What a link's score is computed from, by name."""

FEATURES = (
    "bias",
    "cue",
    "cue_least",
    "cue_edges",
    "content",
    "content_least",
    "content_edges",
    "content_link",
    "content_link_least",
    "content_margin",
    "source",
    "source_edges",
    "source_link",
    "source_margin",
    "sourceless",
    "parts",
    "words",
    "quoted",
)
"""What an attribution's confidence is computed from, by name."""

_DEFAULT_LINK = {"network": 1.0, "same_paragraph": 5.0, "gap": -0.5, "gap_far": -2.0}
_FAR = -1e9
_SENTENCE_ENDS = frozenset(".!?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoder:
    """The numbers that turn network output into attributions, fitted on held-out articles.

    Attributes:
        content_link: A content is linked to a cue from this link score (a logit) on.
        source_link: The same for a source.
        content_weights: A weight for each of ``LINK_FEATURES``, for contents.
        source_weights: The same for sources.
        least_confidence: Attributions below this confidence are left out.
        weights: A weight for each of ``FEATURES``; the confidence is their logistic sum.
    """

    content_link: float = -2.0
    source_link: float = -2.0
    content_weights: Mapping[str, float] = field(default_factory=lambda: _DEFAULT_LINK)
    source_weights: Mapping[str, float] = field(default_factory=lambda: _DEFAULT_LINK)
    least_confidence: float = 0.0
    weights: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Candidate:
    """An attribution with the evidence for it, before its confidence is known."""

    source: Spans
    cue: Spans
    content: Spans
    features: Doubles


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Run:
    """A span in a window: words ``start`` to ``end``, and how sure its tags are (log p)."""

    start: int
    end: int
    mean: float
    least: float
    edges: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """A window cut into spans, and what may link them.

    Attributes:
        start: Character offset of each word.
        end: Character offset behind each word.
        quoted: Whether each word stands inside (or is) a quotation mark.
        sources: Spans by role, as are cues and contents.
        content_links: (contents, cues, features).
        source_links: (sources, cues, features).
    """

    start: Ints
    end: Ints
    quoted: NDArray[np.bool_]
    sources: list[Run]
    cues: list[Run]
    contents: list[Run]
    content_links: Doubles
    source_links: Doubles

    def span(self, run: Run) -> Span:
        """The characters of a run."""
        return int(self.start[run.start]), int(self.end[run.end - 1])


def _first_pieces(text: str, pieces: Pieces) -> Ints:
    """The numbers of the pieces that begin a word or are a mark."""
    first, before = [], -1
    rows = zip(pieces.start.tolist(), pieces.end.tolist(), pieces.paragraph.tolist(), strict=True)
    for i, (start, end, paragraph) in enumerate(rows):
        if start != before or not (text[start].isalnum() and text[start - 1].isalnum()):
            first.append(i)
        # A mark stands at 0, where the first word of the text may begin too.
        before = end if paragraph >= 0 else -1
    return np.array(first, dtype=np.int64)


def _viterbi(scores: Doubles) -> Ints:
    """The best tag sequence in which an inside tag only follows its own role."""
    n, size = scores.shape
    allowed = np.zeros((size, size))
    for role in range(size // 2):
        inside = 2 * role + 2
        allowed[:, inside] = _FAR
        allowed[inside - 1 : inside + 1, inside] = 0.0
    best = scores[0].copy()
    best[2::2] = _FAR
    back = np.zeros((n, size), dtype=np.int64)
    columns = np.arange(size)
    for t in range(1, n):
        step = best[:, None] + allowed
        back[t] = step.argmax(axis=0)
        best = step[back[t], columns] + scores[t]
    path = np.zeros(n, dtype=np.int64)
    path[-1] = int(best.argmax())
    for t in range(n - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return path


def _runs(path: Ints, logp: Doubles) -> tuple[list[Run], list[Run], list[Run]]:
    """The spans of a tag sequence: sources, cues, contents."""
    found: tuple[list[Run], list[Run], list[Run]] = ([], [], [])
    own = logp[np.arange(len(path)), path]
    # log p that a tag does not go on: where a span ends is as much part of it as its beginning.
    stops = np.log1p(-np.minimum(np.exp(logp), 1 - 1e-6))
    tags = path.tolist()
    start = 0
    for t in range(1, len(tags) + 1):
        tag = tags[start]
        goes_on = tag + tag % 2
        if t < len(tags) and tag and tags[t] == goes_on:
            continue
        if tag:
            p = own[start:t]
            after = float(stops[t, goes_on]) if t < len(tags) else 0.0
            run = Run(
                start=start,
                end=t,
                mean=float(p.mean()),
                least=float(p.min()),
                edges=float(p[0]) + after,
            )
            found[(tag - 1) // 2].append(run)
        start = t
    return found


def _log_softmax(x: Floats) -> Doubles:
    y = x.astype(np.float64)
    y -= y.max(axis=-1, keepdims=True)
    out: Doubles = y - np.log(np.exp(y).sum(axis=-1, keepdims=True))
    return out


def read_window(
    text: str, pieces: Pieces, *, tags: Floats, argument: Floats, cue: Floats
) -> Reading | None:
    """The spans of one window and the features of their links; None without cue or content.

    Args:
        text: The article's text.
        pieces: The window's pieces with their marks.
        tags: Tag logits (pieces, 7).
        argument: Each piece as an argument (pieces, 2 × size).
        cue: Each piece as a cue (pieces, 2 × size).
    """
    first = _first_pieces(text, pieces)
    # The last piece is [SEP], so a word's last piece is always before another word's first.
    last = np.r_[first[1:], len(pieces)] - 1
    start, end = pieces.start[first], pieces.end[last]
    logp = _log_softmax(tags[first])
    mark = pieces.paragraph[first] < 0
    logp[mark] = _FAR
    logp[mark, 0] = 0.0
    sources, cues, contents = _runs(_viterbi(logp), logp)
    if not cues or not contents:
        return None

    def total(marks: Ints) -> Ints:
        """How many of the words before each word are marked."""
        sums: Ints = np.concatenate([np.zeros(1, np.int64), np.cumsum(marks)])
        return sums

    def begins(runs: Sequence[Run]) -> Ints:
        at = np.zeros(len(first), np.int64)
        at[[r.start for r in runs]] = 1
        return total(at)

    ends = [text[s:e] in _SENTENCE_ENDS for s, e in zip(start.tolist(), end.tolist(), strict=True)]
    quoted = pieces.quoted[first] > 0
    counts = (begins(cues), begins(contents), begins(sources), total(np.array(ends, np.int64)))
    quotes = total(quoted.astype(np.int64))
    paragraph = pieces.paragraph[first]
    size = argument.shape[1] // 2
    cue_start, cue_end = (np.array([getattr(c, x) for c in cues]) for x in ("start", "end"))
    pooled = np.stack([cue[first[c.start] : last[c.end - 1] + 1].mean(axis=0) for c in cues])

    def links(runs: Sequence[Run], half: int) -> Doubles:
        side = slice(half * size, (half + 1) * size)
        if not runs:
            return np.zeros((0, len(cues), len(LINK_FEATURES)))
        own = [argument[first[r.start] : last[r.end - 1] + 1, side].mean(axis=0) for r in runs]
        network = np.clip(np.stack(own) @ pooled[:, side].T / math.sqrt(size), -12, 12)
        s, e = (np.array([getattr(r, x) for r in runs])[:, None] for x in ("start", "end"))
        gap = np.maximum(0, np.maximum(cue_start - e, s - cue_end))
        low = np.minimum(e, cue_end)
        high = np.maximum(low, np.maximum(s, cue_start))
        cues_n, contents_n, sources_n, ends_n = (np.minimum(c[high] - c[low], 4) for c in counts)
        inside = (quotes[e] - quotes[s]) / (e - s)
        cue_first = (cue_end <= s).astype(np.float64)
        near = np.log1p(gap)
        columns = (
            np.ones_like(near),
            network,
            paragraph[s] == paragraph[cue_start],
            near,
            np.minimum(gap, 100) / 20,
            cue_first,
            cue_first * near,
            gap <= 1,
            cues_n,
            contents_n,
            sources_n,
            ends_n,
            np.broadcast_to(inside, near.shape),
            inside * ends_n,
            # Compared along the side that chooses: a content among cues, a cue among sources.
            network >= network.max(axis=1 if half else 0, keepdims=True),
        )
        return np.stack([np.asarray(c, dtype=np.float64) for c in columns], axis=-1)

    return Reading(
        start=start,
        end=end,
        quoted=quoted,
        sources=sources,
        cues=cues,
        contents=contents,
        content_links=links(contents, 1),
        source_links=links(sources, 0),
    )


def _margin(row: Doubles, best: int) -> float:
    """How far the best stands above the next, at most 10."""
    rest = np.delete(row, best)
    return float(min(10.0, row[best] - rest.max())) if len(rest) else 10.0


def _row(weights: Mapping[str, float], names: Sequence[str]) -> Doubles:
    return np.array([weights.get(name, 0.0) for name in names])


def join(r: Reading, d: Decoder) -> Iterator[Candidate]:
    """Each cue with a content is a candidate; a content has one cue, a cue at most one source."""
    to_content = r.content_links @ _row(d.content_weights, LINK_FEATURES)
    to_source = r.source_links @ _row(d.source_weights, LINK_FEATURES)
    owner = to_content.argmax(axis=1)
    taken = to_content.max(axis=1) >= d.content_link
    for k, cue in enumerate(r.cues):
        own = np.flatnonzero((owner == k) & taken).tolist()
        if not own:
            continue
        mine = [r.contents[j] for j in own]
        i = int(to_source[:, k].argmax()) if r.sources else -1
        nearest = float(to_source[i, k]) if r.sources else -10.0
        source = r.sources[i] if nearest >= d.source_link else None
        words = sum(c.end - c.start for c in mine)
        quoted = sum(int(r.quoted[c.start : c.end].sum()) for c in mine)
        features = (
            1.0,
            cue.mean,
            cue.least,
            max(cue.edges, -8.0),
            sum(c.mean * (c.end - c.start) for c in mine) / words,
            min(c.least for c in mine),
            sum(max(c.edges, -8.0) for c in mine) / len(mine),
            float(np.mean(to_content[own, k])),
            float(to_content[own, k].min()),
            min(_margin(to_content[j], k) for j in own),
            source.mean if source else 0.0,
            max(source.edges, -8.0) if source else 0.0,
            nearest if source else 0.0,
            _margin(to_source[:, k], i) if source else 0.0,
            0.0 if source else 1.0 + max(-8.0, nearest) / 8,
            min(len(mine), 3) - 1.0,
            math.log(words),
            quoted / words,
        )
        yield Candidate(
            source=(r.span(source),) if source else (),
            cue=(r.span(cue),),
            content=tuple(r.span(c) for c in mine),
            features=np.array(features),
        )


def confidence(candidate: Candidate, d: Decoder) -> float:
    """The probability that all three roles of a candidate are right."""
    z = float(_row(d.weights, FEATURES) @ candidate.features)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))
