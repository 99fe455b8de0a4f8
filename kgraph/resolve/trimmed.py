"""One speaker's words, trimmed in one article and told in full in another, are one claim.

"A ceasefire to mark the anniversary" and "a ceasefire on Monday to mark the anniversary of the
victory" say the same in one mouth within some days: the shorter stands in the longer, in order,
and numbers, days, negation, hedge and stance agree. Everything is decided among the statements of
one speaker, whatever else there is.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from kgraph.resolve.dates import days_between
from kgraph.resolve.sayings import Saying
from kgraph.resolve.text import frame, telling, without_hedge, without_negation

DAYS = 3
"""Days within which one speaker's like words are one claim."""

LEAST = 4
"""Telling words that the shorter must have; three where it is quoted word for word."""

PART = 0.85
"""Part of the shorter's telling words that must stand in the longer, in order."""

_COMPARED = 40
"""Earlier claims with a word in common that each is held against: a slogan stays cheap."""

_LONGEST = 80


def with_claims(said: Sequence[Saying]) -> list[Saying]:
    """The statements with the first wording of their claims, in their order."""
    first = joined(said)
    return [
        replace(saying, first_wording=first[saying.wording]) if saying.wording in first else saying
        for saying in said
    ]


def joined(said: Sequence[Saying]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For every wording that is another's trimmed or fuller form, the wording that came first.

    Args:
        said: All statements in the order of ``Saying.order``.
    """
    first: dict[tuple[str, ...], Saying] = {}
    by_speaker: defaultdict[Hashable, list[Saying]] = defaultdict(list)
    for saying in said:
        if saying.wording not in first and saying.actor and saying.named:
            first[saying.wording] = saying
            by_speaker[saying.actor, saying.stance, saying.negated].append(saying)
    ties = [pair for sayings in by_speaker.values() for pair in _ties(sayings)]
    parent: dict[tuple[str, ...], tuple[str, ...]] = {}
    for one, other in ties:
        early, late = sorted(
            (_root(parent, one), _root(parent, other)), key=lambda wording: first[wording].order
        )
        if early != late:
            parent[late] = early
    return {wording: _root(parent, wording) for wording in parent}


def _ties(sayings: Iterable[Saying]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of wordings of one speaker that are one claim."""
    holders: defaultdict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        content = dict.fromkeys(_telling(saying))
        near = {other.iri: other for word in content for other in holders[word][-_COMPARED:]}
        for iri in sorted(near):
            if is_trimmed(near[iri], saying):
                yield near[iri].wording, saying.wording
        for word in content:
            holders[word].append(saying)


def is_trimmed(a: Saying, b: Saying) -> bool:
    """Whether the words of one statement are those of the other, shortened or filled up."""
    days = days_between(a.day, b.day)
    if days is None or abs(days) > DAYS or a.article.id == b.article.id:
        return False
    if a.statement.modality != b.statement.modality:
        return False
    short, long = sorted((a, b), key=lambda one: (len(_telling(one)), one.iri))
    fewer, more = _telling(short), _telling(long)
    values = [set(frame(without_negation(one.words))[1]) for one in (short, long)]
    if not values[0] <= values[1]:
        return False
    if len(fewer) >= LEAST:
        return _common(fewer, more) >= PART * len(fewer)
    quoted = short.statement.quote != "indirect"
    return quoted and len(fewer) == LEAST - 1 and _runs(short.words, long.words)


def _telling(saying: Saying) -> tuple[str, ...]:
    return telling(without_hedge(saying.words))[:_LONGEST]


def _common(short: Sequence[str], long: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(long) + 1)
    for word in short:
        before = 0
        for place, other in enumerate(long, start=1):
            kept = row[place]
            row[place] = before + 1 if word == other else max(row[place], row[place - 1])
            before = kept
    return row[-1]


def _runs(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words stand in the others without a gap."""
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _root(
    parent: dict[tuple[str, ...], tuple[str, ...]], wording: tuple[str, ...]
) -> tuple[str, ...]:
    while parent.get(wording, wording) != wording:
        wording = parent[wording]
    return wording
