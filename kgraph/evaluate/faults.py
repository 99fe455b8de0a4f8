"""What went wrong in an article, one record for each attribution missed, spurious or partly wrong."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kgraph.evaluate.corpus import Found, Gold
from kgraph.evaluate.kinds import cue_class
from kgraph.evaluate.scoring import SOFT, Judged, Tokenized, TokenSets, jaccard
from kgraph.model import Span, Spans

KINDS = (
    "missed",
    "missed, found nested",
    "missed, set aside",
    "spurious",
    "content too long",
    "content too short",
    "content elsewhere",
    "wrong cue",
    "source missing",
    "source added",
    "source cut",
    "wrong source",
    "no speaker",
    "wrong speaker",
)
"""Kinds of faults, as docs/evaluation.md explains them."""

_MOST = 0.8
"""Share of the one content in the other from which the difference is but where it ends."""

_BORDER = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\Wa-z_])")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|Prof|No|vs|Inc|Co)|\b[A-Z])\.\s+$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One attribution that is not as it should be.

    Attributes:
        kinds: Which of ``KINDS``, in their order.
        span: From the first to the last character of what was marked or found.
        sentence: The sentence or sentences of the text that hold it.
        gold: What a person marked; None for a spurious one.
        found: What was found; None for a missed one.
    """

    article: str
    kinds: tuple[str, ...]
    span: Span
    sentence: str
    cue_class: str
    gold: Gold | None
    found: Found | None


def faults(judged: Judged) -> list[Fault]:
    """All faults of an article, in the order of the text.

    What has no pair on either side is brought together where contents, or else cues, overlap, so
    that a content cut wrongly is one fault and not two.
    """
    tokenized = Tokenized(judged.text)
    own = [tokenized.sets(g) for g in judged.gold]
    other = [tokenized.sets(f) for f in judged.found]
    nested = [tokenized.sets(f).content for f in judged.nested]
    wrong: list[Fault] = []
    for pair in judged.pairs:
        kinds = [*_parts(own[pair.gold], other[pair.found], pair.levels)]
        if pair.speaker is False:
            kinds.append("wrong speaker" if judged.found[pair.found].speaker else "no speaker")
        if kinds:
            wrong.append(_fault(judged, kinds, judged.gold[pair.gold], judged.found[pair.found]))
    free_gold = sorted({*range(len(own))} - {pair.gold for pair in judged.pairs})
    free_found = sorted({*range(len(other))} - {pair.found for pair in judged.pairs})
    for i, j in _near(own, other, free_gold, free_found):
        free_gold.remove(i)
        free_found.remove(j)
        kind = _content(own[i], other[j])
        wrong.append(_fault(judged, [kind], judged.gold[i], judged.found[j]))
    for i in free_gold:
        kind = "missed"
        if any(jaccard(own[i].content, content) >= SOFT for content in nested):
            kind = "missed, found nested"
        elif any(s <= judged.gold[i].content[0][0] < e for s, e in judged.aside):
            kind = "missed, set aside"
        wrong.append(_fault(judged, [kind], judged.gold[i], None))
    wrong += [_fault(judged, ["spurious"], None, judged.found[j]) for j in free_found]
    return sorted(wrong, key=lambda f: (f.span, f.kinds))


def to_record(fault: Fault, text: str) -> dict[str, Any]:
    """The fault as plain lists and dicts: for every role its spans and its words."""
    return {
        "article": fault.article,
        "kinds": list(fault.kinds),
        "start": fault.span[0],
        "end": fault.span[1],
        "cue_class": fault.cue_class,
        "sentence": fault.sentence,
        "gold": _gold_record(fault.gold, text) if fault.gold else None,
        "found": _found_record(fault.found, text) if fault.found else None,
    }


def _gold_record(gold: Gold, text: str) -> dict[str, Any]:
    return {**_roles_record(gold, text), "speaker": list(gold.speakers)}


def _found_record(found: Found, text: str) -> dict[str, Any]:
    return {
        **_roles_record(found, text),
        "speaker": found.speaker,
        "confidence": found.confidence,
    }


def _roles_record(one: Gold | Found, text: str) -> dict[str, Any]:
    return {
        role: {"spans": [list(span) for span in spans], "words": _words(text, spans)}
        for role, spans in (("source", one.source), ("cue", one.cue), ("content", one.content))
    }


def _words(text: str, spans: Spans) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def _parts(gold: TokenSets, found: TokenSets, levels: frozenset[str]) -> Iterator[str]:
    if "cue" not in levels:
        yield "wrong cue"
    if "source" not in levels:
        if not found.source:
            yield "source missing"
        elif not gold.source:
            yield "source added"
        else:
            yield "source cut" if gold.source & found.source else "wrong source"


def _content(gold: TokenSets, found: TokenSets) -> str:
    shared = len(gold.content & found.content)
    if shared and shared >= _MOST * len(gold.content):
        return "content too long"
    if shared and shared >= _MOST * len(found.content):
        return "content too short"
    return "content elsewhere"


def _near(
    own: Sequence[TokenSets],
    other: Sequence[TokenSets],
    free_gold: Sequence[int],
    free_found: Sequence[int],
) -> Iterator[tuple[int, int]]:
    """Pairs of what is left, those that agree most first."""
    scored = sorted(
        (-(jaccard(own[i].content, other[j].content) + bool(own[i].cue & other[j].cue)), i, j)
        for i in free_gold
        for j in free_found
        if own[i].content & other[j].content or own[i].cue & other[j].cue
    )
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for _, i, j in scored:
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            yield i, j


def _fault(judged: Judged, kinds: Sequence[str], gold: Gold | None, found: Found | None) -> Fault:
    spans = [s for one in (gold, found) if one for s in (*one.source, *one.cue, *one.content)]
    span = min(s for s, _ in spans), max(e for _, e in spans)
    first = gold or found
    assert first is not None
    return Fault(
        article=judged.key,
        kinds=tuple(kinds),
        span=span,
        sentence=sentence(judged.text, span),
        cue_class=cue_class(_words(judged.text, first.cue)),
        gold=gold,
        found=found,
    )


def sentence(text: str, span: Span) -> str:
    """The sentences, within their lines, that the span lies in, verbatim.

    >>> sentence("It rained. Mr. Ode said so. She left.", (15, 18))
    'Mr. Ode said so.'
    """
    start, end = span
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    for border in _BORDER.finditer(text, low, high):
        if _SHORT.search(text[max(low, border.start() - 8) : border.end()]):
            continue
        if border.end() <= start:
            low = border.end()
        elif border.start() >= end - 1:
            high = border.end()
            break
    return text[low:high].strip()
