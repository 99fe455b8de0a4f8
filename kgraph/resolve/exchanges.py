"""Who answers whom within an article where no word says so, and who contradicts whom there.

Phrases and cues that answer ("in response to", "denied the claim") are read with the article; most
answers have none. Signs of place and voice (``signs``) tell where one may stand, a network
(``kgraph.judge``) reads both statements.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.judge import judge
from kgraph.model import Extraction, Link
from kgraph.resolve.judging import BELIEVED, Judging, spoken
from kgraph.resolve.signs import Told, likelihood, pairs_of, telling_most, told_in

LIKELY = 0.5
"""Chance by the signs from which the network is asked."""

ANSWERED = 0.6
"""Chance by the network from which a statement answers another."""

STANCE = 0.4
"""Chance by the network from which an answer denies, or confirms."""

CONTRARY = 0.6
"""Chance by the network from which an answer and what it answers can't both be true."""

# Below it, no other way to read an answer makes it one.
_HARDLY = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class _Exchange:
    """A statement that another may answer, and what the network reads in the two.

    Attributes:
        answers: Chance that it is an answer, and ``denies`` and ``confirms`` that it is such a one.
        contrary: Chance that both can't be true.
    """

    other: Told
    signs: tuple[str, ...]
    answers: float
    denies: float
    confirms: float
    contrary: float


def exchanges(found: Extraction, judging: Judging = judge) -> Iterator[Link]:
    """The links from statements of an article to what they answer, or contradict, in it.

    Args:
        judging: Tells what a later text is to an earlier one.
    """
    told = told_in(found)
    known = {s.id for s in found.statements if s.responds_to}
    for number, one in enumerate(told):
        read = [
            _read(one, other, telling_most(signs), judging)
            for other, signs in pairs_of(told, number)
            if likelihood(signs) >= LIKELY
        ]
        best = max(read, key=lambda exchange: exchange.answers, default=None)
        if best and best.answers >= ANSWERED and one.statement.id not in known:
            for relation, chance, least in (
                ("respondsTo", best.answers, ANSWERED),
                ("denies", best.denies, STANCE),
                ("confirms", best.confirms, STANCE),
                ("contradicts", best.contrary, CONTRARY),
            ):
                if chance >= least:
                    score = chance * BELIEVED if relation == "contradicts" else chance
                    yield _link(relation, one, best, round(score, 2))


def _read(one: Told, other: Told, signs: tuple[str, ...], judging: Judging) -> _Exchange:
    """Both ways to put an answer are read: its words tell what is said, its sentence how."""
    before = spoken(other.name, other.content)
    alone = judging(before, spoken(one.name, one.content))
    mean = alone.answer
    if mean["none"] <= 1 - _HARDLY:
        in_sentence = judging(before, one.sentence).answer
        mean = {name: (chance + in_sentence[name]) / 2 for name, chance in mean.items()}
    # "Is it enough?" "No" is no conflict.
    is_asked = other.statement.act == "ask" or "?" in other.sentence
    return _Exchange(
        other=other,
        signs=signs,
        answers=round(1 - mean["none"], 2),
        denies=round(mean["denies"], 2),
        confirms=round(mean["confirms"], 2),
        contrary=0.0 if is_asked else round(alone.relation["contradicts"], 2),
    )


def _link(relation: str, one: Told, exchange: _Exchange, score: float) -> Link:
    return Link(
        relation=relation,
        start=one.statement.iri,
        end=exchange.other.statement.iri,
        score=score,
        reasons=("both read together", *exchange.signs),
    )
