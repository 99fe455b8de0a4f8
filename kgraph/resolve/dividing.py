"""Wordings divided into claims: what ties connect, but for what does not agree or a person parted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from kgraph.resolve.likeness import Likeness
from kgraph.resolve.merging import Groups, Pair
from kgraph.resolve.paraphrase import concepts_of, values_of
from kgraph.resolve.trimmed import Wording

DECIDED = "a person's decision"
"""The reason of a tie that a person made."""

JOINED = 9.0
PARTED = -1.0
"""Scores of a person's ties: that two wordings are one claim, and that they are not."""

OWN_WORDS = 0.5
"""Score with which a statement that was taken out stays with the rest of its words: below every
rule, so that it leaves alone what it is parted from."""

RETOLD = 0.7
"""Score with which words of one speaker in one story are tied: the least of rules, see ``parted``."""

READ = 0.75
"""Score with which words are tied that a network reads as one claim."""

_IN_COMMON = 2

WordingTie = tuple[str, str, tuple[Any, ...]]
"""Ids of two wordings, and the score and the reason that they are one claim; of a person's ties
also which of the two stand for all of the claim that rules name after them."""


def connects(values: Sequence[tuple[Any, ...]]) -> bool:
    """Whether ties with these values may make two wordings one claim."""
    return any(value[0] > 0 for value in values)


def named_by(wordings: Iterable[Wording]) -> Wording:
    """The wording that a claim of these is named after: the earliest that was not taken out."""
    return min(wordings, key=lambda one: (one.aside, one.rank))


def divided(
    wordings: Mapping[str, Wording], ties: Iterable[WordingTie]
) -> tuple[tuple[str, ...], ...]:
    """The ids of wordings by claim.

    Args:
        wordings: Those of a component, by id.
        ties: All ties between them, a person's among them.
    """
    by_rule: list[tuple[float, str, str]] = []
    same: list[Pair] = []
    against: list[tuple[str, str, tuple[str, ...]]] = []
    for a, b, (score, why, *wholes) in ties:
        if why == DECIDED and score < 0:
            against.append((a, b, *wholes))
        elif why == DECIDED:
            same.append((a, b))
        else:
            by_rule.append((-score, a, b))
    by_rule.sort(key=lambda tie: (tie[0], wordings[tie[1]].rank, wordings[tie[2]].rank))
    pairs = [(a, b, -score <= RETOLD) for score, a, b in by_rule]
    apart: list[Pair] = []
    if against:
        claims = {
            named_by(wordings[id_] for id_ in ids).wording_id: ids
            for ids in parted(wordings.values(), pairs)
        }
        apart = [
            pair for a, b, wholes in against for pair in _apart(a, b, wholes, claims, wordings)
        ]
    return parted(wordings.values(), pairs, same=same, apart=apart)


def _apart(
    a: str,
    b: str,
    wholes: Sequence[str],
    claims: Mapping[str, Sequence[str]],
    wordings: Mapping[str, Wording],
) -> Iterator[Pair]:
    """The pairs of wordings that are apart by one tie.

    A wording that is tied to itself is apart from the rest of its claim.
    """
    one, other = (
        {
            id_
            for id_ in (claims.get(end, (end,)) if end in wholes else (end,))
            if id_ == end or not wordings[id_].aside
        }
        for end in (a, b)
    )
    one, other = ({a}, other - {a}) if a == b else (one - {b}, other - {a})
    yield from ((x, y) for x in sorted(one) for y in sorted(other))


def parted(
    wordings: Iterable[Wording],
    ties: Iterable[tuple[str, str, bool]],
    *,
    same: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> tuple[tuple[str, ...], ...]:
    """The ids of wordings by claim: those that ties connect, but for what would not agree.

    "Hospitals have run out of blood" is told in full by "12 hospitals …" as by "14 hospitals …",
    which are two claims. Of any two wordings that rules join, the numbers and days of one are
    among those of the other; the tie that comes first wins. A loose tie may hold by one sentence
    of several: it joins what still has some words in common, so that two sentences are not one
    claim because somebody quotes both. A person may join what differs.

    Args:
        wordings: All wordings.
        ties: Pairs of ids by rules, the strongest first, and whether each is loose.
        same: Pairs of ids that a person joined.
        apart: Pairs of ids that a person parted: they are never in one claim.
    """
    wordings = list(wordings)
    values: dict[str, tuple[frozenset[str], ...]] = {
        one.wording_id: (values_of(one),) for one in wordings
    }
    words = {one.wording_id: concepts_of(one) for one in wordings}
    agreeing = {id_: id_ for id_ in values}
    claims = Groups(values)
    for a, b in sorted(apart):
        claims.part(a, b)
    for a, b in sorted(same):
        claims.join(_tie(a, b))

    def root(id_: str) -> str:
        while agreeing[id_] != id_:
            agreeing[id_] = agreeing[agreeing[id_]]
            id_ = agreeing[id_]
        return id_

    for a, b, is_loose in ties:
        one, other = root(a), root(b)
        if one == other or claims.are_parted(a, b):
            continue
        left = words[one] & words[other]
        if is_loose and len(left) < _IN_COMMON:
            continue
        chain = sorted({*values[one], *values[other]}, key=len)
        if all(less <= more for less, more in pairwise(chain)):
            agreeing[other] = one
            values[one], words[one] = tuple(chain), left
            claims.join(_tie(a, b))
    return claims.result(()).groups


def _tie(a: str, b: str) -> Likeness:
    return Likeness(a=a, b=b, score=0.0, reasons=())
