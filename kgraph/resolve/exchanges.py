"""Who answers whom within an article where no word says so, and who contradicts whom there.

Phrases and cues that answer ("in response to", "denied the claim") are read with the article; most
answers have none. Signs of place and voice (``signs``) tell where one may stand, a network
(``kgraph.judge``) reads both statements.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kgraph.judge import judge
from kgraph.model import Extraction, Link
from kgraph.resolve.judging import BELIEVED, Judging, spoken
from kgraph.resolve.signs import Told, likelihood, pairs_of, telling_most, told_in

LIKELY = 0.5
"""Chance by the signs from which the network is asked."""

ANSWERED = 0.6
"""Chance by the network from which a statement answers a question."""

OBJECTED = 0.7
AT_ODDS = 0.2
"""The same of what is no question, and chance from which the two may be contrary: in plain news people mostly
speak past one another, and what comes next mostly is no answer."""

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
        is_asked: Whether the other is a question.
        signs: Those of ``signs``, 0 to 1.
        answers: Chance that it is an answer, and ``denies`` and ``confirms`` that it is such a one.
        contrary: Chance that both can't be true.
    """

    other: Told
    is_asked: bool
    signs: Mapping[str, float]
    answers: float
    denies: float
    confirms: float
    contrary: float

    @property
    def is_told(self) -> bool:
        """Whether it is told that the one answers the other."""
        if self.is_asked:
            return self.answers >= ANSWERED
        is_against = self.contrary >= AT_ODDS or bool(self.signs["it speaks against"])
        return self.answers >= OBJECTED and is_against


def exchanges(found: Extraction, judging: Judging = judge) -> Iterator[Link]:
    """The links from statements of an article to what they answer, or contradict, in it.

    Args:
        judging: Tells what a later text is to an earlier one.
    """
    told = told_in(found)
    known = {s.id for s in found.statements if s.responds_to}
    for number, one in enumerate(told):
        if one.statement.id in known:
            continue
        read = [
            _read(one, other, signs, judging)
            for other, signs in pairs_of(told, number)
            if likelihood(signs) >= LIKELY
        ]
        best = max(read, key=lambda exchange: exchange.answers, default=None)
        if best and best.is_told:
            for relation, chance, least in (
                ("respondsTo", best.answers, 0.0),
                ("denies", best.denies, STANCE),
                ("confirms", best.confirms, STANCE),
                ("contradicts", best.contrary, CONTRARY),
            ):
                if chance >= least:
                    score = chance * BELIEVED if relation == "contradicts" else chance
                    yield _link(relation, one, best, round(score, 2))


def _read(one: Told, other: Told, signs: Mapping[str, float], judging: Judging) -> _Exchange:
    """Both ways to put an answer are read: its words tell what is said, its sentence how."""
    before = spoken(other.name, other.content)
    alone = judging(before, spoken(one.name, one.content))
    mean = alone.answer
    if mean["none"] <= 1 - _HARDLY:
        in_sentence = judging(before, one.sentence).answer
        mean = {name: (chance + in_sentence[name]) / 2 for name, chance in mean.items()}
    is_asked = other.statement.act == "ask" or "?" in other.sentence
    return _Exchange(
        other=other,
        is_asked=is_asked,
        signs=signs,
        answers=round(1 - mean["none"], 2),
        denies=round(mean["denies"], 2),
        confirms=round(mean["confirms"], 2),
        # "Is it enough?" "No" is no conflict.
        contrary=0.0 if is_asked else round(alone.relation["contradicts"], 2),
    )


def _link(relation: str, one: Told, exchange: _Exchange, score: float) -> Link:
    return Link(
        relation=relation,
        start=one.statement.iri,
        end=exchange.other.statement.iri,
        score=score,
        reasons=("both read together", *telling_most(exchange.signs)),
    )
